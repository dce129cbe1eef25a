import type { Collection } from '../../src/model/collection.ts';
import { byTime } from '../../src/model/current.ts';
import type { TimelineEvent } from '../../src/model/event.ts';
import { when } from '../../src/model/when.ts';

/** `date | words that date it | category | confidence | title | sentence`; the words stand in the sentence or above. */
const LOG = [
  '2019-03-04 | 4 March 2019 | work | 0.9 | Dredging of the north basin begins | Dredging of the north basin began on 4 March 2019.',
  '2019-07 | July 2019 | trade | 0.8 | First grain ships from Varna | In July 2019 the first grain ships from Varna were unloaded.',
  '2020 | 2020 | trade | 0.4 | Cruise calls fall to three | During 2020 only three cruise ships called.',
  '2020-11-12/2020-11-15 | 12 to 15 November 2020 | storm | 0.9 | Storm Ida closes the mole | From 12 to 15 November 2020 a gale kept the mole closed.',
  '2021-02-01 | Monday | work | 0.8 | Crane four is lifted in | Crane four was lifted in on Monday.',
  '2021-05/.. | May 2021 | work | 0.85 | Night shifts | Since May 2021 the yard has worked nights.',
  '2022-09-30 | 30 September 2022 | storm | 0.5 | A barge breaks loose | A barge broke loose on 30 September 2022.',
  '2023-06-21 | 21 June 2023 | trade | 0.95 | Ferry line to Aarhus opens | The ferry line to Aarhus opened on 21 June 2023.',
];

const NAMES = ['log-2019.txt', 'log-2021.txt'];

/** A small collection: eight events in two documents, two of them of low confidence. */
export function harbour(): Collection {
  const texts = NAMES.map((name) => `Harbour ${name.slice(0, 8)}\n\nWeek of 1 February 2021\n\n`);
  const events = LOG.map((line, i): TimelineEvent => {
    const [edtf = '', words = '', category = '', confidence = '', title = '', quote = ''] = line.split(' | ');
    const n = i < 4 ? 0 : 1;
    const start = texts[n]!.length;
    texts[n] += `${quote}\n\n`;
    const at = texts[n]!.indexOf(words, start);
    const relative = words === 'Monday';
    return {
      id: `harbour-${i + 1}`,
      title,
      category,
      status: 'happened',
      time: when(edtf, relative ? 'relative' : 'explicit'),
      confidence: Number(confidence),
      salience: (i + 1) / 10,
      actors: i % 2 === 0 ? ['Port authority'] : [],
      place: i === 7 ? 'Aarhus' : null,
      figures: i === 2 ? [{ label: 'cruise calls', value: 3, unit: 'ships', period: '2020' }] : [],
      sources: [
        {
          document: NAMES[n]!,
          start,
          end: start + quote.length,
          quote,
          mention: {
            start: at,
            end: at + words.length,
            text: words,
            how: relative ? 'Monday → heading Week of 1 February 2021' : 'printed',
          },
        },
      ],
    };
  });
  return {
    dateline: 2,
    name: 'Harbour log',
    documents: NAMES.map((name, n) => ({
      id: name,
      name,
      title: `Harbour ${name.slice(0, 8)}`,
      text: texts[n]!,
      format: 'text',
      date: null,
    })),
    events: events.sort(byTime),
    categories: [
      { key: 'work', name: 'Works', about: 'What is built and repaired.', colour: '#3e6fb5', terms: {} },
      { key: 'trade', name: 'Trade', about: 'Ships and cargo.', colour: '#2f8a63', terms: {} },
      { key: 'storm', name: 'Storms', about: 'Weather and mishaps.', colour: '#b3324c', terms: {} },
    ],
    edits: [],
    problems: [],
  };
}
