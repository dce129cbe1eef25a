/**
 * Text as newspapers have it, made out of a seed: paragraphs of two to five sentences, about every second with a date
 * of one of many kinds. The same seed gives the same text.
 * @param {number} size characters, at least.
 * @param {number} seed
 */
export function makeNews(size, seed) {
  let state = seed | 0;
  const random = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const pick = (list) => list[Math.floor(random() * list.length)];
  const number = (low, high) => low + Math.floor(random() * (high - low + 1));
  const date = () =>
    pick([
      () => `on ${pick(WEEKDAYS)}`,
      () => `on ${pick(MONTHS)} ${number(1, 28)}, ${number(1890, 2024)}`,
      () => `on ${number(1, 28)} ${pick(MONTHS)} ${number(1890, 2024)}`,
      () => `in ${pick(MONTHS)} ${number(1890, 2024)}`,
      () => `in ${number(1800, 2024)}`,
      () => `${pick(['last', 'next', 'this'])} ${pick(['week', 'month', 'year', 'spring'])}`,
      () => `${number(2, 30)} ${pick(['days', 'weeks', 'years'])} ${pick(['ago', 'later', 'earlier'])}`,
      () => `between ${number(1890, 1950)} and ${number(1951, 2020)}`,
      () => `in the ${pick(['early', 'late', 'mid'])} ${number(188, 201)}0s`,
      () => `${pick(['yesterday', 'today', 'tomorrow'])} at ${number(1, 12)} ${pick(['am', 'pm'])}`,
    ])();
  const sentence = () => {
    const told = `${pick(WHO)} ${pick(DID)} ${pick(WHAT)}`;
    const where = random() < 0.5 ? ` ${pick(WHERE)}` : '';
    const when = random() < 0.5 ? ` ${date()}` : '';
    const count =
      random() < 0.2 ? `, with ${number(2, 900)} ${pick(['guests', 'tonnes', 'boats'])} on the list` : '';
    return `${told}${where}${when}${count}.`;
  };
  const paragraphs = [];
  for (let length = 0; length < size; ) {
    const paragraph = Array.from({ length: number(2, 5) }, sentence).join(' ');
    paragraphs.push(paragraph);
    length += paragraph.length + 2;
  }
  return paragraphs.join('\n\n');
}

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
];
const WHO = [
  'The harbour board',
  'Two beekeepers',
  'A glass works',
  'The rowing club',
  'Voters',
  'The tram company',
];
const DID = ['approved', 'turned down', 'sold', 'repaired', 'argued about', 'paid for', 'may still close'];
const WHAT = [
  'the swing bridge',
  'nine new moorings',
  'a second kiln',
  'the night timetable',
  'the old granary',
];
const WHERE = ['in Port Alder', 'near the weir', 'outside the town hall', 'along the east quay'];
