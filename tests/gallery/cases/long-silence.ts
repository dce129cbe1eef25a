import { categories, collection, drawn, told } from '../case.ts';

export default drawn(
  'Two busy weeks with four empty centuries between them.',
  collection('A shipwreck, lost and found', categories('Voyage', 'Search'), [
    told('1628-08-10', 'voyage', 'The ship sets sail', { salience: 1 }),
    told('1628-08-10', 'voyage', 'A gust lays her over', { salience: 0.9 }),
    told('1628-08-12', 'voyage', 'The captain is questioned', { salience: 0.7 }),
    told('1628-08-14', 'voyage', 'Divers reach the masts', { salience: 0.6 }),
    told('2021-06-01', 'search', 'Survey boat finds an echo', { salience: 0.7 }),
    told('2021-06-04', 'search', 'Oak in the drill core', { salience: 0.8 }),
    told('2021-06-09', 'search', 'First diver on the deck', { salience: 0.9 }),
    told('2021-06-13', 'search', 'The find is made public', { salience: 0.8 }),
  ]),
);
