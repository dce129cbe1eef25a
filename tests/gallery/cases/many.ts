import { edtfDate } from '../../../src/model/edtf.ts';
import { categories, chance, collection, drawn, told } from '../case.ts';

const random = chance(5000);
const KINDS = ['elections', 'strikes', 'floods', 'concerts', 'trials', 'fairs'];
const WORDS = ['northern', 'great', 'second', 'quiet', 'long', 'last', 'river', 'harbour', 'mountain', 'old'];
const word = () => WORDS[Math.floor(random() * WORDS.length)] ?? '';

export default drawn(
  '5,000 events over eight decades: ridges with the titles that matter.',
  collection(
    'Eight decades of a province',
    categories('Elections', 'Strikes', 'Floods', 'Concerts', 'Trials', 'Fairs'),
    Array.from({ length: 5000 }, () => {
      const kind = KINDS[Math.floor(random() ** 1.5 * KINDS.length)] ?? '';
      const year = 2025 - Math.floor(random() ** 1.7 * 80);
      return told(
        edtfDate(year, 1 + Math.floor(random() * 12), 1 + Math.floor(random() * 28)),
        kind,
        `The ${word()} ${word()} ${kind.slice(0, -1)}`,
        { salience: random() ** 3 },
      );
    }),
  ),
  { width: 1440, height: 1024 },
  true,
);
