import { categories, collection, drawn, told } from '../case.ts';

export default drawn(
  'a ship lost in one century and found in another: the silence between is a torn band, the axis is right on both sides of it, and what lasts over it goes through',
  collection('The Pelican, lost and found', categories('Voyage', 'Wreck', 'Search'), [
    told('1624-11', 'voyage', 'Keel laid at Harlingen', { salience: 0.6 }),
    told('1626-04-12', 'voyage', 'Launched before half the town', { salience: 0.7 }),
    told('1626-05/1627-09', 'voyage', 'Three voyages for salt'),
    told('1627-10-02', 'voyage', 'Sold to a captain from Emden', { salience: 0.4 }),
    told('1628-08-10', 'wreck', 'Strikes a sandbank and sinks', { salience: 0.95 }),
    told('1628-08-11', 'wreck', 'Fishermen save nineteen of the crew', { salience: 0.8 }),
    told('1628-10', 'wreck', 'Divers bring up four of the guns'),
    told('1628-08-10/2021-06-03', 'wreck', 'Lies on the bottom', { salience: 0.5 }),
    told('2019-05', 'search', 'Sonar shows a hull where no chart has one', { salience: 0.8 }),
    told('2021-03-02', 'search', 'Survey ship sails', { salience: 0.5 }),
    told('2021-06-03', 'search', 'A diver reads the name on the bell', { salience: 0.95 }),
    told('2022-09', 'search', 'The bell is shown in the harbour museum', { salience: 0.6 }),
    told('2024', 'search', 'Timbers to be raised', { salience: 0.5, status: 'planned' }),
  ]),
  { fold: true },
);
