import type { Collection } from '../../src/model/collection.ts';
import { categories, chance, collection, told } from './case.ts';

const WORK = [
  'Quay is lengthened',
  'Ice closes the mouth',
  'Pilots go on strike',
  'New beacon',
  'Toll is halved',
];

const keyOf = (name: string): string => name.toLowerCase().replace(' ', '-');

/** As many quays as are asked for, a lane each, with two to nine events in a century. */
export function quays(count: number): Collection {
  const random = chance(count);
  const names = Array.from({ length: count }, (_, i) => `Quay ${i + 1}`);
  return collection(
    `${count} quays`,
    categories(...names).map((kind) => ({ ...kind, key: keyOf(kind.name) })),
    names.flatMap((quay, i) =>
      Array.from({ length: 2 + ((i * 5) % 8) }, (_, n) => {
        const year = 1900 + Math.floor(random() * 120);
        const month = 1 + Math.floor(random() * 12);
        return told(
          n % 4 === 0 ? `${year}` : `${year}-${String(month).padStart(2, '0')}`,
          keyOf(quay),
          `${WORK[Math.floor(random() * WORK.length)]}, quay ${i + 1}`,
          { salience: random() },
        );
      }),
    ),
  );
}
