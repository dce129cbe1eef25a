import type { Figure } from '../../../src/model/event.ts';
import { categories, collection, drawn, told } from '../case.ts';

const figure = (label: string, value: number, unit: string, period: string | null): Figure => ({
  label,
  value,
  unit,
  period,
});
const says = (edtf: string, title: string, document: string, ...figures: Figure[]) =>
  told(edtf, 'reports', title, { figures, document, salience: 0.6 });

export default drawn(
  'Values in three units, each on its own axis; two offices disagree about one year.',
  collection('Exports of a small republic', categories('Reports', 'Treaties'), [
    says(
      '2019-02-11',
      'Customs office counts 2018',
      'customs office.txt',
      figure('total exports', 31.2e9, 'EUR', '2018'),
    ),
    says(
      '2020-02-12',
      'Customs office counts 2019',
      'customs office.txt',
      figure('total exports', 33.9e9, 'EUR', '2019'),
    ),
    says(
      '2021-02-10',
      'Customs office counts 2020',
      'customs office.txt',
      figure('total exports', 27.4e9, 'EUR', '2020'),
    ),
    says(
      '2022-02-10',
      'Customs office counts 2021',
      'customs office.txt',
      figure('total exports', 35.1e9, 'EUR', '2021'),
    ),
    says(
      '2022-03-28',
      'Central bank corrects the count',
      'central bank.md',
      figure('exports', 37.8e9, 'EUR', '2021'),
      figure('share of machinery', 41, '%', '2021'),
    ),
    says(
      '2023-01-30',
      'Ports report a record',
      'ports.txt',
      figure('containers handled', 1.9e6, 'containers', '2022'),
      figure('share of machinery', 44, '%', '2022'),
    ),
    says(
      '2021-01-29',
      'Ports report a weak year',
      'ports.txt',
      figure('containers handled', 1.2e6, 'containers', '2020'),
      figure('ships waiting', 62, 'ships', null),
    ),
    says('2022-06-15', 'A minister speaks of two thirds', 'ports.txt', figure('share by sea', 66, '%', null)),
    told('2019-07-01', 'treaties', 'Customs union begins', { salience: 0.9 }),
    told('2022-10-05', 'treaties', 'Port treaty signed', { salience: 0.8 }),
  ]),
);
