import type { Current } from '../model/current.ts';
import { byOrder, type StoryStep } from '../model/edit.ts';
import type { StepName, StepVerb } from '../model/step.ts';
import { type Bench, orderBefore } from './bench.svelte.ts';

/** The story that is told with the timeline: chosen events in an order, with notes. */
export class Storyline {
  readonly #bench: Bench;

  constructor(bench: Bench) {
    this.#bench = bench;
  }

  /** The steps in order, each with its event. */
  get steps(): Current['story'] {
    return this.#bench.current.story;
  }

  /** Puts events at the end of the story; those that are in it stay where they are. */
  tell(ids: readonly string[], note = ''): void {
    const told = new Set(this.steps.map(({ event }) => event.id));
    const events = [...new Set(ids)].filter((id) => !told.has(id)).map((id) => this.#bench.event(id));
    let order = this.#bench.lastOrder('story');
    const newId = this.#bench.newIds('story');
    const changes = events.map((event) => {
      order++;
      return this.#bench.putting({ kind: 'story', id: newId(), order, ...this.#bench.ref(event.id), note });
    });
    this.#bench.do(
      this.#bench.named(
        'tell',
        events.map((event) => event.id),
      ),
      changes,
    );
  }

  /** Changes the note of a step of the story. @param id of the step. */
  retell(id: string, note: string): void {
    const step = this.#stored(id);
    this.#bench.do(this.#nameOf('retell', step), [this.#bench.putting({ ...step, note })]);
  }

  /** Takes a step out of the story; its event stays on the timeline. */
  untell(id: string): void {
    const step = this.#stored(id);
    this.#bench.do(this.#nameOf('untell', step), this.#bench.removing(step));
  }

  /** Puts a step of the story before another one; null: at the end. */
  move(id: string, before: string | null): void {
    const step = this.#stored(id);
    const steps = this.#bench.edits.filter((edit) => edit.kind === 'story');
    const order = orderBefore(byOrder(steps), id, before);
    this.#bench.do(this.#nameOf('retell', step), [this.#bench.putting({ ...step, order })]);
  }

  #nameOf(verb: StepVerb, step: StoryStep): StepName {
    const title = this.steps.find((each) => each.step.id === step.id)?.event.title ?? step.about?.title;
    return { verb, count: 1, ...(title === undefined ? {} : { what: title }) };
  }

  #stored(id: string): StoryStep {
    return this.#bench.byKey(`story/${id}`) as StoryStep;
  }
}
