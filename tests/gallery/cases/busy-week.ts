import { edtfDate } from '../../../src/model/edtf.ts';
import { categories, chance, collection, drawn, told } from '../case.ts';

const random = chance(7);
const NAMES = ['Alarm', 'Repair', 'Inspection', 'Visit', 'Delivery', 'Meeting', 'Outage', 'Report'];
const KINDS = ['alarms', 'repairs', 'visits', 'meetings'];

export default drawn(
  '200 events within a week.',
  collection(
    'Control room, one week',
    categories('Alarms', 'Repairs', 'Visits', 'Meetings'),
    Array.from({ length: 200 }, (_, i) => {
      const name = NAMES[Math.floor(random() * NAMES.length)] ?? '';
      return told(
        edtfDate(2021, 6, 7 + Math.floor(random() * 7)),
        KINDS[i % 4] ?? '',
        `${name} no. ${i + 1}`,
        {
          salience: random(),
        },
      );
    }),
  ),
);
