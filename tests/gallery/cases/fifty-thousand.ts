import { edtfDate } from '../../../src/model/edtf.ts';
import { categories, chance, collection, drawn, told } from '../case.ts';

const random = chance(50_000);
const KINDS = ['arrivals', 'departures', 'inspections', 'incidents'];

export default drawn(
  '50,000 events: what is counted and what is named add up.',
  collection(
    'Log of a busy harbour',
    categories('Arrivals', 'Departures', 'Inspections', 'Incidents'),
    Array.from({ length: 50_000 }, (_, i) => {
      const kind = KINDS[Math.floor(random() ** 1.3 * KINDS.length)] ?? '';
      const year = 1950 + Math.floor(random() ** 0.6 * 70);
      return told(
        edtfDate(year, 1 + Math.floor(random() * 12), 1 + Math.floor(random() * 28)),
        kind,
        `Ship ${(i * 7919) % 9973}, ${kind.slice(0, -1)}`,
        { salience: random() ** 4 },
      );
    }),
  ),
  { width: 1440, height: 900 },
  true,
);
