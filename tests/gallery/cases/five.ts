import { categories, collection, drawn, told } from '../case.ts';

export default drawn(
  'Five events: everything is named and has air.',
  collection('A bridge', categories('Decisions', 'Works'), [
    told('1931-05-04', 'decisions', 'Council votes for a bridge', { salience: 0.8 }),
    told('1932-02', 'decisions', 'Tender goes to a firm from the coast', { salience: 0.5 }),
    told('1932-09-12/1934-06-30', 'works', 'Piers and deck are built', { salience: 0.9 }),
    told('1933-11-21', 'works', 'Ice carries off the scaffold', { salience: 0.7 }),
    told('1934-07-08', 'works', 'The first cart crosses', { salience: 1 }),
  ]),
);
