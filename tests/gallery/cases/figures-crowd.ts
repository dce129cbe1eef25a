import { categories, chance, collection, drawn, told } from '../case.ts';

const random = chance(7);
const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
const MATTERS = [
  ['exports', 'USD', 1e9],
  ['imports', 'USD', 1e9],
  ['loans', 'USD', 1e8],
  ['harvest', 't', 1e6],
  ['coal raised', 't', 1e6],
  ['budget on schools', '%', 100],
  ['visitors', 'visitors', 1e5],
] as const;

export default drawn(
  'Two thousand figures in 5,000 events: the foremost are bars and rings, the others dots, and no label touches another.',
  collection(
    'Eighty years of figures',
    categories('Reports', 'Treaties', 'Ships'),
    Array.from({ length: 5000 }, (_, i) => {
      const year = String(1940 + Math.floor(random() * 80));
      const day = `${year}-0${1 + Math.floor(random() * 9)}-1${Math.floor(random() * 9)}`;
      const [label, unit, most] = pick(MATTERS);
      const value = Math.round(random() * most);
      return told(day, pick(['reports', 'treaties', 'ships']), `Event ${i}`, {
        figures: i % 5 < 3 ? [] : [{ label, unit, value, period: pick([year, day, null]) }],
        document: `${i % 7}.txt`,
        salience: random(),
      });
    }),
  ),
  {},
  true,
);
