import { AS_GIVEN } from '../../../src/layout/arrangement.ts';
import { edtfDate } from '../../../src/model/edtf.ts';
import { categories, chance, collection, drawn, told } from '../case.ts';

const random = chance(77);
const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
const DEEDS = [
  ['deals', 'buys a paper mill'],
  ['deals', 'sells its ropeworks'],
  ['courts', 'is sued over a weir'],
  ['courts', 'wins an appeal'],
  ['people', 'loses its founder'],
  ['people', 'hires forty weavers'],
  ['works', 'lights a second furnace'],
  ['works', 'floods a gravel pit'],
] as const;
const HOUSES = [
  'Brandt & Sons',
  'Lund Brothers',
  'Widow Aalto',
  'Northern Tar',
  'Salmi Sawmills',
  'The Harbour Bank',
  'Kolmi Glass',
  'Old Ferry Guild',
  'Hagen',
  'Moss',
  'Rask',
];

export default drawn(
  'A lane for each of the eight foremost houses, one for the others and one for what names nobody; marks keep the colours of their kinds.',
  collection(
    'Trading houses of a coast',
    categories('Deals', 'Courts', 'People', 'Works'),
    Array.from({ length: 120 }, () => {
      const [kind, does] = pick(DEEDS);
      const house = HOUSES[Math.floor(random() ** 1.6 * HOUSES.length)]!;
      const partner = random() < 0.25 ? [pick(HOUSES)] : [];
      const nobody = random() < 0.12;
      const date = edtfDate(
        1840 + Math.floor(random() * 30),
        1 + Math.floor(random() * 12),
        1 + Math.floor(random() * 28),
      );
      return {
        ...told(date, kind, nobody ? 'A harvest fails' : `${house} ${does}`, { salience: random() ** 2 }),
        actors: nobody ? [] : [house, ...partner],
      };
    }),
  ),
  { lanes: { ...AS_GIVEN, by: 'actor', order: 'first' }, height: 1000 },
);
