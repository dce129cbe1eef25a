/**
 * What is wrong with something that a person wrote, dropped or typed. Never thrown: it stands beside the results.
 * A message says where, what was found and what was expected.
 */
export interface Problem {
  /** Stable and machine-readable, such as `file/missing` or `collection/edtf`. */
  readonly code: string;
  /** A sentence for a person. */
  readonly message: string;
  /** Where: a path such as `events[3].time.edtf`, a file name, or `file:line:column`. */
  readonly at: string;
  /** `kept-out`: something of the input is not in the result. `note`: everything is, but a person should know. */
  readonly level: 'kept-out' | 'note';
}
