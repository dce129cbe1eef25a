import { categories, collection, drawn, told } from '../case.ts';

export default drawn(
  'A single event: its lane, its dot, its title.',
  collection('A single day', categories('Launches'), [
    told('1998-11-20', 'launches', 'First module reaches orbit'),
  ]),
);
