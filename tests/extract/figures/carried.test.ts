import { describe, expect, test } from 'vitest';
import categories from '../../../data/categories.json' with { type: 'json' };
import { extract } from '../../../src/extract/pipeline.ts';
import { documentOf, extracted } from '../extracted.ts';

/** `value unit for period` of every figure, event by event, with the passages that each event quotes. */
const figuresOf = (text: string) =>
  extracted(text, '2024-05-16').events.map((event) => ({
    said: event.figures.map((f) => `${f.value} ${f.unit} for ${f.period}`),
    quotes: event.sources.map((source) => source.quote),
  }));

describe('figures of a sentence that tells no event', () => {
  test('are those of the event before it, whose passages then hold the sentence', () => {
    expect(figuresOf('The clinic opened in May 1931. Cost: some £4 million for 120 beds.')).toEqual([
      {
        said: ['4000000 GBP for 1931-05', '120 beds for 1931-05'],
        quotes: ['The clinic opened in May 1931.', 'Cost: some £4 million for 120 beds.'],
      },
    ]);
  });

  test('have no period where they say how things are', () => {
    const [ship] = figuresOf(
      'The ferry was launched in 1974. Engineers reckon that 40 lorries can be carried.',
    );
    expect(ship?.said).toEqual(['40 lorries for null']);
  });

  test('have none where the sentence moves on to another time', () => {
    const [strike] = figuresOf(
      'The strike began on 4 August 1911. During the war some 900 carts for the army.',
    );
    expect(strike?.said).toEqual(['900 carts for null']);
  });

  test('stand for the day of no paper: below a headline they have no period', () => {
    const text = `# Shipping news

## 3 March 2021

### Pilots and owners agree on new rules for the strait

Delegates from 14 ports may bring the text home to their councils.
`;
    const { events } = extract([{ ...documentOf(text, 'a.md'), format: 'markdown' }], { categories });
    expect(events.map((event) => event.figures)).toEqual([
      [{ label: 'ports', value: 14, unit: 'ports', period: null }],
    ]);
    expect(events[0]?.sources[1]?.mention?.how).toMatch(/the headline above$/);
  });

  test.each([
    ['after a question', 'The mill closed in 1903. Were there 200 workers?'],
    ['in a condition', 'The mill closed in 1903. If 200 workers stay, all is well.'],
    ['after another date', 'The mill closed in 1903. In 1950 nothing. Perhaps 200 workers.'],
    ['in another paragraph', 'The mill closed in 1903.\n\nPerhaps 200 workers.'],
  ])('are nobody’s %s', (_, text) => {
    expect(figuresOf(text).flatMap((event) => event.said)).toEqual([]);
  });
});
