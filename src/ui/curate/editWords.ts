import type { Edit, EventChange } from '../../model/edit.ts';
import type { TimelineEvent } from '../../model/event.ts';
import { dateInWords } from '../../model/words.ts';
import { speech } from '../../state/language.svelte.ts';
import { curate } from '../../texts/texts.json';
import { edtfInWords, figureInWords } from '../words.ts';

/** Names of categories by their keys, in the page's language. */
type Names = (key: string) => string;

/** What an edit does, part by part: `title: “The mill burns”`, `merger of 3 events`. */
export function editInWords(edit: Edit, nameOf: Names): readonly string[] {
  const { says, wordsChosen: quoted } = speech.say(curate);
  switch (edit.kind) {
    case 'event':
      return changeInWords(edit, nameOf);
    case 'merge':
      return [says.merge(edit.events.length)];
    case 'split':
      return [says.split(edit.parts.length)];
    case 'added':
      return [says.added, dateInWords(edit.event.time, speech.tag)];
    case 'story':
      return [says.story, ...(edit.note === '' ? [] : [quoted(edit.note)])];
    case 'date':
      return [`${says.date}: ${edtfInWords(edit.edtf)}`];
    case 'rule':
      return [];
  }
}

/** What was set by hand of an event. */
function changeInWords(change: EventChange, nameOf: Names): string[] {
  const { says, wordsChosen: quoted } = speech.say(curate);
  const { dismissed, confirmed, pinned, note } = change;
  return [
    ...(dismissed ? [says.off] : []),
    ...(confirmed ? [says.confirmed] : []),
    ...(pinned ? [says.pinned] : []),
    ...fieldsOf(change, nameOf).map(([name, value]) => `${name}: ${value}`),
    ...(note ? [`${says.note}: ${quoted(note)}`] : []),
  ];
}

/** What is different between two readings of an event: `date: 7 June 2021 → 14 June 2021`. */
export function differencesInWords(
  before: TimelineEvent,
  after: TimelineEvent,
  nameOf: Names,
): readonly string[] {
  const { says } = speech.say(curate);
  const [was, is] = [fieldsOf(before, nameOf), fieldsOf(after, nameOf)];
  const different = is.flatMap(([name, value], i) => {
    const old = was[i]?.[1] ?? '';
    return old === value ? [] : [`${name}: ${old} → ${value}`];
  });
  return different.length > 0 ? different : [says.passage];
}

/** The fields that are there, each with its name, in the order in which they are shown. */
function fieldsOf(
  { title, time, category, status, actors, place, figures }: EventChange,
  nameOf: Names,
): readonly (readonly [name: string, value: string])[] {
  const { says, wordsChosen: quoted } = speech.say(curate);
  const listed = (items: readonly string[]): string => (items.length > 0 ? items.join(', ') : says.none);
  return [
    ...(title === undefined ? [] : [[says.title, quoted(title)] as const]),
    ...(time === undefined ? [] : [[says.date, dateInWords(time, speech.tag)] as const]),
    ...(category === undefined ? [] : [[says.category, nameOf(category)] as const]),
    ...(status === undefined ? [] : [[says.status, speech.texts.statuses[status]] as const]),
    ...(actors === undefined ? [] : [[says.actors, listed(actors)] as const]),
    ...(place === undefined ? [] : [[says.place, place ?? says.none] as const]),
    ...(figures === undefined
      ? []
      : [[says.figures, listed(figures.map((each) => `${each.label} ${figureInWords(each)}`))] as const]),
  ];
}
