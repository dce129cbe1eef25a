import { categories, collection, drawn, told } from '../case.ts';

const HOURS = [
  'Alarm at the north tower',
  'First engine arrives',
  'Roof falls in',
  'Street is cleared',
  'Second alarm',
  'Water runs out',
  'Army sends pumps',
  'Wind turns',
  'Fire under control',
  'Mayor speaks at the gate',
];

export default drawn(
  'Ten events of one day stand in the order in which they were told.',
  collection('The night the granary burned', categories('Fire', 'After'), [
    ...HOURS.map((title, i) => told('1911-08-29', 'fire', title, { salience: 0.9 - (i % 3) * 0.2 })),
    told('1911-09-02', 'after', 'Inquiry opens', { salience: 0.6 }),
    told('1911-10', 'after', 'Insurers pay', { salience: 0.5 }),
  ]),
);
