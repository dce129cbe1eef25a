import type { Outcome } from '../worker/client.ts';
import { speech } from './language.svelte.ts';
import type { Open } from './open.ts';
import { said } from './savedFiles.ts';

/** Says which files were kept out, and why. */
export function tellFaults(open: Pick<Open, 'tell'>, { problems }: Outcome): void {
  const bad = problems.filter((problem) => problem.level === 'kept-out');
  if (bad.length > 0) open.tell('bad', speech.texts.notices.filesKeptOut(bad.length), bad.map(said));
}

/** Says what became of each file: how many events, none, or why it was kept out. */
export function tellOutcome(open: Pick<Open, 'tell'>, outcome: Outcome): void {
  tellFaults(open, outcome);
  const added = new Set(outcome.added);
  const told = new Map<string, number>(outcome.added.map((id) => [id, 0]));
  for (const event of outcome.events) {
    for (const id of new Set(event.sources.map((source) => source.document))) {
      if (added.has(id)) told.set(id, told.get(id)! + 1);
    }
  }
  const barren = [...told].filter(([, count]) => count === 0).map(([id]) => id);
  if (barren.length > 0) {
    const why = outcome.problems.filter((problem) => barren.includes(problem.at) && problem.level === 'note');
    const [only] = barren;
    open.tell(
      'note',
      barren.length === 1 && only !== undefined
        ? speech.texts.notices.barren(only)
        : speech.texts.notices.barrenMany(barren.length),
      why.length > 0 ? why.map(said) : barren,
    );
  }
  const fruitful = outcome.added.length - barren.length;
  if (fruitful > 0) {
    const count = outcome.events.filter((e) => e.sources.some((source) => added.has(source.document))).length;
    open.tell('good', speech.texts.notices.from(speech.texts.events(count), fruitful), []);
  }
}
