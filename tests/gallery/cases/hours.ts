import { categories, collection, drawn, told } from '../case.ts';

export default drawn(
  'one night by the clock: each event at its hour, what has no hour a soft bar over the day it could be in, what lasts from hour to hour a bar',
  collection('The night of the flood', categories('Water', 'Town'), [
    told('1987-02-10T16:20', 'water', 'The river passes the first mark', { salience: 0.6 }),
    told('1987-02-10T19:05', 'water', 'Second mark', { salience: 0.5 }),
    told('1987-02-10T21:40', 'water', 'The dike at the mill gives way', { salience: 1 }),
    told('1987-02-11T03:30', 'water', 'Highest water since the bridge was built', { salience: 0.9 }),
    told('1987-02-10T18:00/1987-02-11T01:30', 'town', 'Sandbags are filled in the market hall', {
      salience: 0.7,
    }),
    told('1987-02-10T21:40/1987-02-11T06:15', 'town', 'No light east of the river', { salience: 0.8 }),
    told('1987-02-10T22:10', 'town', 'Bells', { salience: 0.6 }),
    told('1987-02-10T22:10', 'town', 'First boats out', { salience: 0.6 }),
    told('1987-02-11', 'town', 'Schools stay closed', { salience: 0.4 }),
  ]),
);
