import { categories, chance, collection, drawn, told } from '../case.ts';

const random = chance(40);
const PORTS = Array.from({ length: 40 }, (_, i) => `Port ${i + 1}`);
const WORK = ['Pier opens', 'Dredging', 'Fire', 'New crane', 'Strike', 'Visit of the fleet'];

export default drawn(
  'Forty lanes, each with its name, on one sheet.',
  collection(
    'Forty ports',
    categories(...PORTS),
    PORTS.flatMap((port, i) =>
      Array.from({ length: 2 + (i % 5) }, () =>
        told(
          `${1900 + Math.floor(random() * 120)}`,
          port.toLowerCase(),
          `${WORK[Math.floor(random() * WORK.length)]}, ${port.toLowerCase()}`,
          { salience: random() },
        ),
      ),
    ),
  ),
);
