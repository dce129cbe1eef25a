/**
 * A list of events to open in the page, as many as one likes: out of a seed, so that it is the same every time, and line
 * by line, so that a million need no memory. Eight categories, hundreds of actors and places, sixty documents, dates of
 * every precision from the hour to the year.
 */

import { once } from 'node:events';
import { createWriteStream, existsSync, renameSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Another number where other events are made: files of earlier ones are left alone. */
const VERSION = 1;
const DAY = 86_400_000;
const [FIRST, LAST] = [Date.UTC(1850, 0, 1), Date.UTC(2026, 0, 1)];

const CATEGORIES = ['harbour', 'craft', 'music', 'weather', 'orchard', 'road', 'school', 'law'];
const WHO = [
  'ferry crews',
  'lighthouse keepers',
  'brewers',
  'choirs',
  'surveyors',
  'weavers',
  'bakers',
  'pilots',
];
const DOES = ['open', 'sell', 'rebuild', 'lose', 'map', 'paint', 'close', 'win', 'inherit', 'lend'];
const WHAT = [
  'the old mill',
  'a harbour crane',
  'the spring race',
  'a bell',
  'nine islands',
  'a toll road',
  'two barns',
];
const WHERE = [
  'Northport',
  'Elmsted',
  'Karrow',
  'Lindholm',
  'Vessby',
  'Ostrand',
  'Tarn',
  'Quell',
  'Mirefield',
];
const STATUSES = [
  'happened',
  'happened',
  'happened',
  'happened',
  'happened',
  'ongoing',
  'planned',
  'hypothetical',
];

/**
 * Writes the list where it is not there yet.
 * @param {number} size how many events.
 * @returns {Promise<string>} path of the file.
 */
export async function eventsFile(size) {
  const file = join(tmpdir(), `dateline-bench-${VERSION}-${size}.ndjson`);
  if (existsSync(file)) return file;
  const part = `${file}.${process.pid}`;
  const out = createWriteStream(part);
  let text = '';
  for (const event of events(size)) {
    text += `${JSON.stringify(event)}\n`;
    if (text.length < 1 << 20) continue;
    if (!out.write(text)) await once(out, 'drain');
    text = '';
  }
  out.end(text);
  await once(out, 'close');
  renameSync(part, file);
  return file;
}

/** The events themselves, by start. */
export function* events(size) {
  const random = randomOf(7);
  const pick = (list) => list[Math.floor(random() * list.length)];
  /** Often the first of so many, seldom the last. */
  const often = (count) => Math.floor(count * random() ** 2.2);
  const ends = new Int32Array(60);
  for (let i = 0; i < size; i++) {
    // Rising by itself, denser towards the end: nothing is to be sorted.
    const share = ((i + random() * 0.9) / size) ** 0.7;
    const start = Math.floor((FIRST + share * (LAST - FIRST)) / DAY);
    const who = pick(WHO);
    const where = often(9 * 40);
    const place = `${WHERE[where % 9]} ${1 + Math.floor(where / 9)}`;
    const title = `${who[0].toUpperCase()}${who.slice(1)} ${pick(DOES)} ${pick(WHAT)} near ${place}`;
    const time = timeAt(start, random);
    const document = often(60);
    const from = ends[document];
    const quote = `${title}, as was told on the quay.`;
    ends[document] += quote.length + 2;
    const actors = Array.from({ length: random() < 0.12 ? 0 : random() < 0.6 ? 1 : 2 }, (_, k) => {
      const number = often(400);
      return `${k === 0 ? 'Guild' : 'House'} of ${WHO[number % 8]} ${1 + Math.floor(number / 8)}`;
    });
    yield {
      id: `e${i.toString(36).padStart(5, '0')}`,
      title,
      category: CATEGORIES[Math.floor(random() * 8)],
      status: pick(STATUSES),
      time,
      confidence: Math.round((0.3 + 0.7 * Math.sqrt(random())) * 100) / 100,
      salience: Math.round(random() * 1000) / 1000,
      actors,
      place: random() < 0.2 ? null : place,
      figures: [],
      sources: [
        {
          document: `chronicle-${document + 1}.txt`,
          start: from,
          end: from + quote.length,
          quote,
          mention: null,
        },
      ],
    };
  }
}

/** A date that begins on a day, or around it, as precise as chance will have it. */
function timeAt(day, random) {
  const { year, month, date } = civil(day);
  const given = { approximate: false, how: 'explicit' };
  const share = random();
  const of = (edtf, start, end, precision) => ({ edtf, start, end, precision, ...given });
  if (share < 0.5) return of(`${year}-${two(month)}-${two(date)}`, day, day + 1, 'day');
  if (share < 0.55) {
    const hour = Math.floor(random() * 24);
    return of(`${year}-${two(month)}-${two(date)}T${two(hour)}:00`, day, day + 1, 'time');
  }
  if (share < 0.75) {
    const first = Date.UTC(year, month - 1, 1) / DAY;
    const next = Date.UTC(year, month, 1) / DAY;
    return of(`${year}-${two(month)}`, first, next, 'month');
  }
  if (share < 0.85) return of(`${year}`, Date.UTC(year, 0, 1) / DAY, Date.UTC(year + 1, 0, 1) / DAY, 'year');
  const last = day + 1 + Math.floor(Math.exp(random() * 7));
  const end = civil(last);
  return of(
    `${year}-${two(month)}-${two(date)}/${end.year}-${two(end.month)}-${two(end.date)}`,
    day,
    last + 1,
    'day',
  );
}

function civil(day) {
  const at = new Date(day * DAY);
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, date: at.getUTCDate() };
}

const two = (number) => String(number).padStart(2, '0');

/** Mulberry32. */
function randomOf(seed) {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
