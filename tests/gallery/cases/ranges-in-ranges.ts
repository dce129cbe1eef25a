import { categories, collection, drawn, told } from '../case.ts';

export default drawn(
  'Ranges inside ranges, open at either end, and longer than the view.',
  collection('A long reign', categories('Reigns', 'Wars', 'Works'), [
    told('1661/1715', 'reigns', 'Personal rule of the king', { salience: 1 }),
    told('1643/1661', 'reigns', 'Regency', { salience: 0.8 }),
    told('1715/..', 'reigns', 'The grandson’s line', { salience: 0.5 }),
    told('1667/1668', 'wars', 'A war over an inheritance', { salience: 0.6 }),
    told('1672/1678', 'wars', 'War against the republic', { salience: 0.7 }),
    told('1674/1675', 'wars', 'Winter campaign', { salience: 0.5 }),
    told('1688/1697', 'wars', 'Nine years of war', { salience: 0.8 }),
    told('1701/1714', 'wars', 'War of succession', { salience: 0.9 }),
    told('1709-09-11', 'wars', 'The bloodiest day', { salience: 0.7 }),
    told('../1669', 'works', 'Old hunting lodge', { salience: 0.4 }),
    told('1669/1710', 'works', 'The palace is built', { salience: 0.9 }),
    told('1678/1684', 'works', 'Hall of mirrors', { salience: 0.8 }),
  ]),
  { from: -116_000, to: -93_500 },
);
