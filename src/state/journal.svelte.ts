import type { Edit } from '../model/edit.ts';
import { inOrder } from '../model/edit.ts';
import { applyStep, type Step, type StepName } from '../model/step.ts';

/**
 * What a person has done, step by step, and where in it one stands: steps before the present can be undone, those
 * after it redone. Without a limit: a step holds what it changed and no more.
 */
export class Journal {
  #edits: readonly Edit[] = $state.raw([]);
  /** Not reactive by itself: it changes only together with `#done` or `#edits`. */
  #steps: Step[] = [];
  #done = $state(0);
  #length = $state(0);

  /** The edits at present, in order of their keys. */
  get edits(): readonly Edit[] {
    return this.#edits;
  }

  /** Every step that undo and redo can come to, in order. */
  get steps(): readonly Step[] {
    void this.#length;
    return this.#steps;
  }

  /** How many of the steps are done. */
  get done(): number {
    return this.#done;
  }

  get canUndo(): boolean {
    return this.#done > 0;
  }

  get canRedo(): boolean {
    return this.#done < this.#length;
  }

  /** What undo would take back; null when there is nothing. */
  get undoName(): StepName | null {
    return this.#done > 0 ? (this.#steps[this.#done - 1]?.name ?? null) : null;
  }

  /** What redo would do again; null when there is nothing. */
  get redoName(): StepName | null {
    return this.#done < this.#length ? (this.#steps[this.#done]?.name ?? null) : null;
  }

  /** Does a step; what was undone can no longer be redone. */
  put(step: Step): void {
    this.#steps.length = this.#done;
    this.#steps.push(step);
    this.#edits = applyStep(this.#edits, step, 'after');
    this.#done++;
    this.#length = this.#steps.length;
  }

  /** Makes one step of the last ones, which are done. @param step what they come to together. */
  fold(count: number, step: Step): void {
    this.#steps.splice(this.#done - count, count, step);
    this.#done -= count - 1;
    this.#length = this.#steps.length;
  }

  /** @returns the step that was taken back; null when there is none. */
  undo(): Step | null {
    const step = this.#steps[this.#done - 1];
    if (this.#done === 0 || !step) return null;
    this.#edits = applyStep(this.#edits, step, 'before');
    this.#done--;
    return step;
  }

  /** @returns the step that was done again; null when there is none. */
  redo(): Step | null {
    const step = this.#steps[this.#done];
    if (this.#done >= this.#length || !step) return null;
    this.#edits = applyStep(this.#edits, step, 'after');
    this.#done++;
    return step;
  }

  /**
   * Starts over.
   * @param edits as they were before all steps. @param steps of an earlier visit. @param done how many of them count.
   */
  reset(edits: readonly Edit[], steps: readonly Step[] = [], done = steps.length): void {
    this.#steps = [...steps];
    this.#length = this.#steps.length;
    this.#done = Math.min(Math.max(0, done), this.#length);
    let now: readonly Edit[] = inOrder(edits);
    for (const step of this.#steps.slice(0, this.#done)) now = applyStep(now, step, 'after');
    this.#edits = now;
  }
}
