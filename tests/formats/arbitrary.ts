import fc from 'fast-check';
import { coarseness, edtfDate, PRECISIONS, readEdtf } from '../../src/model/edtf.ts';
import { type Figure, type Source, STATUSES, type TimelineEvent } from '../../src/model/event.ts';
import { ROUTES, when } from '../../src/model/when.ts';

/** Text with what breaks formats: separators, quotes, formulas, line ends, escapes, other scripts. */
const nasty = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
  fc
    .array(
      fc.constantFrom(
        '=',
        '+',
        '-',
        '@',
        "'",
        '"',
        ',',
        ';',
        ' ',
        '\\',
        '\n',
        '\r',
        '\t',
        'é',
        '史',
        '<b>',
        '&',
        'a',
      ),
      {
        minLength: 1,
        maxLength: 8,
      },
    )
    .map((letters) => letters.join('')),
);

const time = fc
  .tuple(
    fc.integer({ min: -3000, max: 3000 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
    fc.constantFrom('', '~', '?'),
    fc.constantFrom('day', 'month', 'year', 'open'),
    fc.constantFrom(...ROUTES),
    fc.constantFrom(...PRECISIONS),
    fc.array(fc.record({ edtf: fc.constantFrom('2023', '-0043-03~', '1980/1989'), reason: nasty }), {
      maxLength: 2,
    }),
  )
  .map(([y, m, d, mark, shape, how, precision, alternatives]) => {
    const date = shape === 'day' ? edtfDate(y, m, d) : shape === 'month' ? edtfDate(y, m) : edtfDate(y);
    const edtf = `${date}${mark}${shape === 'open' ? '/..' : ''}`;
    const span = readEdtf(edtf);
    const coarser = !('problem' in span) && coarseness(precision) > coarseness(span.precision);
    return when(edtf, how, coarser ? precision : undefined, alternatives);
  });

const figure: fc.Arbitrary<Figure> = fc.record({
  label: nasty,
  value: fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => (Object.is(n, -0) ? 0 : n)),
  unit: nasty,
  period: fc.constantFrom(null, '2023', '1980/1989'),
});

const source: fc.Arbitrary<Source> = fc.record({
  document: nasty,
  start: fc.nat(1000),
  end: fc.nat(1000),
  quote: nasty,
  mention: fc.option(fc.record({ start: fc.nat(), end: fc.nat(), text: nasty, how: nasty })),
});

const event: fc.Arbitrary<TimelineEvent> = fc.record({
  id: nasty,
  title: nasty,
  category: nasty,
  status: fc.constantFrom(...STATUSES),
  time,
  confidence: fc.double({ min: 0, max: 1, noNaN: true }).map(Math.abs),
  salience: fc.double({ min: 0, max: 1, noNaN: true }).map(Math.abs),
  actors: fc.array(nasty, { maxLength: 3 }),
  place: fc.option(nasty),
  figures: fc.array(figure, { maxLength: 2 }),
  sources: fc.array(source, { maxLength: 2 }),
});

/** Valid events with ids of their own; no two lists are alike and none is tame. */
export const arbitraryEvents = fc.uniqueArray(event, { selector: (e) => e.id, maxLength: 5 });
