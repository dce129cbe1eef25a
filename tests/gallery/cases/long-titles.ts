import { categories, collection, drawn, told } from '../case.ts';

const TITLES = [
  'Commission of inquiry into the collapse of the northern pier publishes its fourth interim report',
  'Council adopts the revised regulations on the keeping of poultry in densely populated quarters',
  'Minister without portfolio resigns over the handling of the unfinished waterworks extension',
  'Supreme court overturns the ruling of the provincial tribunal in the matter of the two estates',
  'Engineers propose a second tunnel below the strait, longer and deeper than anything built before',
  'Delegates of eleven chambers of commerce meet to settle the question of the common tariff',
];

export default drawn(
  'Titles as long as they come: whole or not at all.',
  collection(
    'Long titles',
    categories('Reports', 'Rulings'),
    TITLES.flatMap((title, i) => [
      told(`190${i}-0${i + 2}-11`, i % 2 ? 'rulings' : 'reports', title, { salience: 1 - i / 10 }),
      told(`190${i}-0${i + 3}-02`, i % 2 ? 'reports' : 'rulings', title.split(' ').slice(0, 4).join(' '), {
        salience: 0.5,
      }),
    ]),
  ),
);
