/**
 * What the signs for an occurrence are worth, measured: of the events whose evidence was near the first number, the
 * second number is the share that careful readers also found, with the same date. Between the rows it is interpolated.
 * Rows ascend in both columns: more evidence never means less confidence.
 *
 * One curve for all documents, laid by eye and held against pooled shares: nine annotated documents on which the rules
 * were tried and eight of other fields. There, of the events given 0.70 – 0.75, 0.80 – 0.85 and 0.90 – 0.95 the shares
 * right were 0.71, 0.84 and 0.93. `npm run eval -- events` prints the shares anew. A logistic curve fitted to the same
 * events called doubtful ones too good.
 */
const CALIBRATION: readonly (readonly [evidence: number, share: number])[] = [
  [0, 0],
  [0.3, 0.4],
  [0.45, 0.7],
  [0.55, 0.8],
  [0.7, 0.88],
  [0.85, 0.93],
  [1, 0.98],
];

/** Evidence below which a passage is no event of ours. */
export const LEAST_EVIDENCE = 0.34;

/**
 * The chance that an event is one and has this date.
 * @param evidence of a single telling, 0 … 1.
 * @returns 0 … 1, monotone in `evidence`.
 */
export function calibrate(evidence: number): number {
  const x = Math.min(1, Math.max(0, evidence));
  for (let i = 1; i < CALIBRATION.length; i++) {
    const [x0, y0] = CALIBRATION[i - 1] ?? [0, 0];
    const [x1, y1] = CALIBRATION[i] ?? [1, 1];
    if (x <= x1) return round(y0 + ((x - x0) / (x1 - x0)) * (y1 - y0));
  }
  return 1;
}

/** Tellings are not independent of each other: of what a further one could add, this share counts. */
const FURTHER_TELLING = 0.4;

/**
 * The confidence of an event that is told several times. Never less than the best telling's, never 1 unless that is.
 * @param confidences of the tellings, each 0 … 1, any order.
 */
export function combine(confidences: readonly number[]): number {
  const sorted = [...confidences].sort((a, b) => b - a);
  let sure = sorted[0] ?? 0;
  for (const c of sorted.slice(1)) sure += (1 - sure) * c * FURTHER_TELLING;
  return round(Math.min(1, sure));
}

/** Two decimals: more would be pretence. */
const round = (x: number): number => Math.round(x * 100) / 100;
