import { categories, collection, drawn, told } from '../case.ts';

export default drawn(
  'Dates as vague as they were told: decades, centuries, seasons, halves, "about", "before", "after".',
  collection('A farm, as remembered', categories('House', 'Land', 'People'), [
    told('17XX', 'house', 'The oldest barn', { salience: 0.6 }),
    told('182X', 'house', 'A second storey', { salience: 0.7 }),
    told('1871-21', 'house', 'New roof', { salience: 0.5 }),
    told('1904~', 'house', 'The well runs dry', { salience: 0.6 }),
    told('../1790', 'land', 'Common pasture', { salience: 0.5 }),
    told('1846-24/1848-21', 'land', 'Years of blight', { salience: 0.9 }),
    told('1855/..', 'land', 'Railway through the lower field', { salience: 0.8 }),
    told('189X~', 'people', 'Two sons leave for the city', { salience: 0.7 }),
    told('1918-41', 'people', 'Influenza in the valley', { salience: 0.8, how: 'inferred' }),
    told('1931-03-08', 'people', 'The farm is sold', { salience: 1 }),
  ]),
);
