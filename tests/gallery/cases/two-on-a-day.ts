import { categories, collection, drawn, told } from '../case.ts';

export default drawn(
  'Two events on one day in one lane take two rows; a third lies a week later.',
  collection('Harbour works', categories('Openings', 'Accidents'), [
    told('1932-03-19', 'openings', 'Bridge opened to traffic', { salience: 0.9 }),
    told('1932-03-19', 'openings', 'First ferry makes its last crossing', { salience: 0.4 }),
    told('1932-03-26', 'accidents', 'Tug runs aground in fog', { salience: 0.6 }),
  ]),
);
