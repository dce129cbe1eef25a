import { edtfDate } from '../../../src/model/edtf.ts';
import { categories, chance, collection, drawn, told } from '../case.ts';

const random = chance(3);

export default drawn(
  'One lane of 900 beside lanes of one and two: the small ones keep their rows and names.',
  collection('A newspaper and its owner', categories('Articles', 'Owner', 'Building'), [
    ...Array.from({ length: 900 }, (_, i) =>
      told(
        edtfDate(
          1920 + Math.floor(random() * 10),
          1 + Math.floor(random() * 12),
          1 + Math.floor(random() * 28),
        ),
        'articles',
        `Article no. ${i + 1} on the town`,
        { salience: random() ** 2 * 0.9 },
      ),
    ),
    told('1921-04-03', 'owner', 'The owner stands for mayor', { salience: 0.9 }),
    told('1926-10', 'owner', 'He sells his half', { salience: 0.7 }),
    told('1924', 'building', 'The presses move to the canal', { salience: 0.8 }),
  ]),
);
