import { AS_GIVEN } from '../../../src/layout/arrangement.ts';
import { DARK } from '../../../src/scene/theme.ts';
import { categories, collection, drawn, told } from '../case.ts';

const at = (edtf: string, category: string, title: string, place: string | null) => ({
  ...told(edtf, category, title),
  place,
});

export default drawn(
  'A phone by night: a lane for each place, that of events without one collapsed.',
  collection('A theatre on the road', categories('Shows', 'Mishaps'), [
    at('1931-04-02', 'shows', 'First night', 'Turku'),
    at('1931-04-19', 'mishaps', 'Curtain burns', 'Turku'),
    at('1931-05-08', 'shows', 'Opens to a full house', 'Tampere'),
    at('1931-05-30', 'mishaps', 'Lead falls ill', 'Tampere'),
    at('1931-06', 'shows', 'Plays in the open', 'Vaasa'),
    at('1931-07-11', 'shows', 'Midsummer comedy', 'Vaasa'),
    at('1931-05-20', 'mishaps', 'Van breaks down', null),
    at('1931-06-24', 'mishaps', 'Trunks go astray', null),
    at('1931-07-28', 'shows', 'Farewell', 'Turku'),
  ]),
  { lanes: { ...AS_GIVEN, by: 'place', collapsed: ['-'] }, theme: DARK, width: 390, height: 560 },
);
