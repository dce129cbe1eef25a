import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readEdtf } from '../../src/model/edtf.ts';
import { STATUSES } from '../../src/model/event.ts';
import { ROUTES } from '../../src/model/when.ts';

/** What a person marked in one document, by hand and before anything was extracted from it. */
interface Annotation {
  readonly doc: string;
  readonly dct: { readonly edtf: string; readonly alt_edtf?: readonly string[]; readonly evidence: string };
  readonly events: readonly MarkedEvent[];
  readonly non_events: readonly (Passage & { readonly reason: string })[];
}

interface Passage {
  readonly start: number;
  readonly end: number;
  readonly quote: string;
}

interface MarkedEvent extends Passage {
  readonly id: string;
  readonly title: string;
  readonly edtf: string;
  readonly alt_edtf?: readonly string[];
  readonly category: string;
  readonly also?: readonly Passage[];
  readonly how: string;
  readonly status: string;
  /** 3 any timeline must show it, 2 it should, 1 open to debate. */
  readonly salience: number;
  readonly figures: readonly { readonly value: number; readonly period: string | null }[];
}

const folder = new URL('.', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, folder), 'utf8');
const annotations = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => JSON.parse(read(name)) as Annotation);

describe.each(annotations.map((annotation) => [annotation.doc, annotation] as const))(
  '%s',
  (doc, { dct, events, non_events }) => {
    const text = read(doc);
    const passages = [...events, ...events.flatMap((event) => event.also ?? []), ...non_events];

    test('every passage stands in the text, word for word', () => {
      for (const { start, end, quote } of passages) expect(text.slice(start, end)).toBe(quote);
    });

    test('no passage has white space at its ends or spans a blank line', () => {
      for (const { quote } of passages) {
        expect(quote.trim()).toBe(quote);
        expect(quote).not.toMatch(/\n\s*\n/);
      }
    });

    test('dates, routes, statuses and titles are well formed', () => {
      const edtf = [
        dct.edtf,
        ...(dct.alt_edtf ?? []),
        ...events.flatMap((event) => [event.edtf, ...(event.alt_edtf ?? [])]),
      ];
      for (const date of edtf) expect(readEdtf(date), date).not.toHaveProperty('problem');
      for (const event of events) {
        expect(ROUTES).toContain(event.how);
        expect(STATUSES).toContain(event.status);
        expect([1, 2, 3]).toContain(event.salience);
        expect(event.title.split(/\s+/).length, event.title).toBeLessThanOrEqual(12);
        for (const { period } of event.figures)
          if (period !== null) expect(readEdtf(period)).not.toHaveProperty('problem');
      }
      expect(new Set(events.map((event) => event.id)).size).toBe(events.length);
    });
  },
);

test('the corpus covers every route by which a date is reached, and every status it can tell', () => {
  const events = annotations.flatMap((annotation) => annotation.events);
  expect(annotations.length).toBeGreaterThanOrEqual(4);
  expect(events.length).toBeGreaterThanOrEqual(70);
  for (const how of ['explicit', 'relative', 'heading', 'inherited', 'inferred']) {
    expect(events.filter((event) => event.how === how).length, how).toBeGreaterThan(0);
  }
  expect(events.some((event) => event.status === 'planned')).toBe(true);
  expect(annotations.every((annotation) => annotation.non_events.length >= 3)).toBe(true);
});
