import { unzipSync } from 'fflate';
import { describe, expect, test, vi } from 'vitest';
import { readJson } from '../../src/formats/json.ts';
import { LACKS, lackInWords, lackProblem } from '../../src/formats/lacks.ts';
import {
  type Content,
  type DataKey,
  FORMAT_KEYS,
  FORMATS,
  formatOfName,
  isPicture,
  lacksIn,
  suffixOf,
  writeData,
} from '../../src/formats/write.ts';
import { when } from '../../src/model/when.ts';
import { documentOf, eventOf, smallCollection } from '../model/events.ts';

vi.mock('virtual:dateline-viewer', () => ({ default: 'export {};' }));

const small = smallCollection();
const options = { locale: 'en', timexes: async () => [] };
const full = {
  ...small,
  documents: [...small.documents, documentOf('b.txt', 'x\u0000y')],
  events: [
    ...small.events,
    eventOf('old', '-0043', { figures: [{ label: 'ships', value: 3, unit: 'ships', period: null }] }),
    eventOf('open', '1950-05/..'),
    { ...eventOf('or', '1934'), time: when('1934', 'explicit', undefined, [{ edtf: '1935', reason: 'so' }]) },
    eventOf('clock', '2024-05-06T14:30', { actors: ['Ada'] }),
  ],
  problems: [{ code: 'x', message: 'x', at: '', level: 'note' } as const],
};
const said = (key: DataKey | 'svg' | 'png' | 'pdf') =>
  Object.fromEntries(lacksIn(key, full).map(({ what, count }) => [what, count]));

const whole = (content: Content): string | Uint8Array =>
  typeof content === 'string' || content instanceof Uint8Array ? content : [...content].join('');

describe('formats', () => {
  test('are told by the endings of files', () => {
    const keys = ['a.SVG', 'a.b.jsonl', 'a.markdown', 'a.htm', 'x/a.tml', 'a.ics', 'a.txt', 'svg'].map(
      formatOfName,
    );
    expect(keys).toEqual(['svg', 'ndjson', 'md', 'html', 'tml', 'ics', null, null]);
    for (const key of FORMAT_KEYS)
      for (const ending of FORMATS[key].endings) expect(formatOfName(`a${ending}`)).toBe(key);
  });

  test('are all written', async () => {
    for (const key of FORMAT_KEYS) {
      if (isPicture(key)) continue;
      expect(whole(await writeData(key, small, options)).length).toBeGreaterThan(100);
    }
    expect(readJson(String(whole(await writeData('json', small, options)))).collection).toEqual(small);
  });

  test('of documents are an archive where there are several, the same in every zone', async () => {
    expect([suffixOf('tml', small), suffixOf('tml', full)]).toEqual(['.tml', '-tml.zip']);
    const zone = process.env.TZ;
    const packed = [];
    for (const TZ of ['UTC', 'America/St_Johns', 'Pacific/Auckland']) {
      process.env.TZ = TZ;
      packed.push(await writeData('tml', full, options));
    }
    process.env.TZ = zone;
    expect(packed[1]).toEqual(packed[0]);
    expect(packed[2]).toEqual(packed[0]);
    expect(Object.keys(unzipSync(packed[0] as Uint8Array))).toEqual(['mill.txt.tml', 'b.txt.tml']);
  });
});

describe('what a format cannot hold', () => {
  test('is counted', () => {
    expect(said('json')).toEqual({});
    expect(said('csv')).toEqual({ texts: 2, kinds: 1, problems: 1 });
    expect(said('ics')).toEqual({ beyond: 1, texts: 2, kinds: 1, problems: 1, clock: 1, open: 1, vague: 2 });
    expect(said('tml')).toEqual({ events: 5, characters: 1 });
    expect(said('html')).toEqual({});
    expect(said('html-chronology')).toEqual({ data: 5, details: 2 });
    const lacking = { letters: ['東', '京', '🜚'], texts: ['東京 burns', 'a', 'b', 'c', 'd'] };
    const [data, letters] = lacksIn('png', full, lacking);
    expect([data, letters]).toEqual([
      { what: 'data', count: 5 },
      { what: 'letters', count: 3, lacking },
    ]);
    expect(letters && lackProblem(letters, 'a.png').message).toBe(
      'a.png: 3 letters are not in the font that comes with the program and shown as boxes; an SVG keeps them: 東 京 🜚 (“東京 burns”, “a”, “b” + 2)',
    );
    expect(lacksIn('png', full, { letters: [], texts: [] })).toEqual([data]);
  });

  test('is a sentence for each kind, one and many', () => {
    for (const what of LACKS)
      for (const count of [1, 2000])
        expect(lackInWords({ what, count }, 'en')).toMatch(/^[a-z0-9].{12,}[^.]$/);
    expect(lackProblem({ what: 'beyond', count: 1 }, 'a.ics')).toMatchObject({
      level: 'kept-out',
      message: 'a.ics: 1 event before the year 1 or after 9999 cannot be in a calendar and was left out',
    });
    expect(lackProblem({ what: 'clock', count: 2 }, 'a.ics').level).toBe('note');
  });
});
