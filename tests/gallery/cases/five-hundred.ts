import { edtfDate } from '../../../src/model/edtf.ts';
import { categories, chance, collection, drawn, told } from '../case.ts';

const random = chance(500);
const KINDS = ['arrests', 'hearings', 'rulings', 'appeals', 'letters'];
const NAMES = ['Harbour board', 'The mill', 'Widow Ames', 'The brewery', 'County', 'Two carters', 'The bank'];
const ENDS = [
  'against the county',
  'on the tolls',
  'about a wall',
  'over water rights',
  'on wages',
  'put off',
];
const pick = (from: readonly string[]) => from[Math.floor(random() * from.length)] ?? '';

export default drawn(
  '500 events over twelve years.',
  collection(
    'Court of a small county',
    categories('Arrests', 'Hearings', 'Rulings', 'Appeals', 'Letters'),
    Array.from({ length: 500 }, () =>
      told(
        edtfDate(
          1870 + Math.floor(random() * 12),
          1 + Math.floor(random() * 12),
          1 + Math.floor(random() * 28),
        ),
        pick(KINDS),
        `${pick(NAMES)} ${pick(ENDS)}`,
        { salience: random() ** 2 },
      ),
    ),
  ),
);
