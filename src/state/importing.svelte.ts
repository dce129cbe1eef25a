import type { Role, TableChoice } from '../formats/table.ts';
import { type Precision, readEdtf } from '../model/edtf.ts';
import { Importer, type ImportPlan } from '../worker/importer.ts';
import type { Waiting } from './imports.svelte.ts';
import type { Session } from './session.svelte.ts';

export { ROLES, type Role } from '../formats/table/roles.ts';
export type { ImportPlan, PlannedRow } from '../worker/importer.ts';

/** Whether one column alone can have a role. */
export const isSingle = (role: Role): boolean =>
  !['description', 'source', 'actors', 'ignored'].includes(role);

/** The unit of a date. */
export const precisionOf = (edtf: string): Precision => {
  const span = readEdtf(edtf);
  return 'problem' in span ? 'day' : span.precision;
};

/** A file of ready events while a person looks at how it would be read. */
export class Importing {
  readonly #session: Session;
  readonly #importer: Importer;
  readonly name: string;
  #plan: ImportPlan | null = $state.raw(null);
  #busy = $state(true);
  #choice: TableChoice = {};
  #taken: { readonly done: number; readonly total: number } | null = $state.raw(null);

  constructor(session: Session, { file }: Waiting) {
    this.#session = session;
    this.name = file.name;
    this.#importer = new Importer(file, session.collection.categories);
    void this.#replan();
  }

  /** null until it is there. */
  get plan(): ImportPlan | null {
    return this.#plan;
  }

  /** Whether it is being looked at anew. */
  get busy(): boolean {
    return this.#busy;
  }

  /** How many events have been taken over; null before that begins. */
  get taken(): { readonly done: number; readonly total: number } | null {
    return this.#taken;
  }

  /** Takes a column for something else. Who had a role that only one can have gives it up. */
  setRole(column: number, role: Role): void {
    const columns = this.#plan && 'table' in this.#plan ? this.#plan.table?.columns : null;
    if (!columns) return;
    const roles = columns.map((each, i) =>
      i === column ? role : isSingle(role) && each.role === role ? 'ignored' : each.role,
    );
    this.#choice = { ...this.#choice, roles };
    void this.#replan();
  }

  setOrder(order: 'dmy' | 'mdy'): void {
    this.#choice = { ...this.#choice, order };
    void this.#replan();
  }

  /** Other cells have other roles: these are told anew. */
  setDelimiter(delimiter: string): void {
    const { roles: _, ...rest } = this.#choice;
    this.#choice = { ...rest, delimiter };
    void this.#replan();
  }

  /** Takes the events over. @returns whether they are open now. */
  async take(destination: Waiting['destination']): Promise<boolean> {
    this.#taken = { done: 0, total: 0 };
    try {
      const saved = await this.#importer.take((done, total) => {
        this.#taken = { done, total };
      });
      return await this.#session.bring(saved, this.name, destination);
    } catch (error) {
      this.#session.complain(this.name, [(error as Error).message]);
      return false;
    }
  }

  /** Ends what is under way; nothing of it is kept. */
  end(): void {
    this.#importer.end();
  }

  async #replan(): Promise<void> {
    this.#busy = true;
    try {
      this.#plan = await this.#importer.plan(this.#choice);
    } catch (error) {
      this.#plan = { problem: (error as Error).message };
    }
    this.#busy = false;
  }
}
