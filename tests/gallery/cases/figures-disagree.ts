import type { Figure } from '../../../src/model/event.ts';
import { categories, collection, drawn, told } from '../case.ts';

const catches = (value: number, year: string, more: Partial<Figure> = {}): Figure => ({
  label: 'herring landed',
  value,
  unit: 't',
  period: year,
  ...more,
});
const price = (value: number, period: string | null, more: Partial<Figure> = {}): Figure => ({
  label: 'price of a barrel of herring',
  value,
  unit: 'NOK',
  period,
  ...more,
});
const says = (edtf: string, title: string, document: string, ...figures: Figure[]) =>
  told(edtf, 'reports', title, { figures, document, salience: 0.6 });

export default drawn(
  'Two and three sources disagree about a year: a bracket holds them together. Ranges, a value that is about so much, and one whose scale was not printed.',
  collection('Herring of the northern coast', categories('Reports'), [
    says('1951-02-03', 'Harbour office counts 1950', 'harbour office.txt', catches(82_000, '1950')),
    says('1951-05-20', 'Fishermen’s union doubts the count', 'union.txt', catches(61_000, '1950')),
    says('1952-02-01', 'Harbour office counts 1951', 'harbour office.txt', catches(74_500, '1951')),
    says('1952-03-11', 'Ministry publishes its yearbook', 'ministry.md', catches(79_000, '1951')),
    says('1952-06-02', 'A newspaper adds up the landings', 'newspaper.txt', catches(58_000, '1951')),
    says(
      '1953-02-02',
      'Harbour office gives two ends for 1952',
      'harbour office.txt',
      catches(40_000, '1952', { bound: 'min' }),
      catches(55_000, '1952', { bound: 'max' }),
    ),
    says(
      '1954-02-04',
      'About so much in 1953',
      'harbour office.txt',
      catches(48_000, '1953', { approximate: true }),
    ),
    says(
      '1955-02-03',
      'Harbour office leaves out the thousands',
      'harbour office.txt',
      catches(52_000, '1954', { scaleAssumed: true }),
      price(31, '1954'),
    ),
    says('1953-09-15', 'Merchants quote prices', 'merchants.txt', price(24, '1953'), price(26, '1952')),
    says(
      '1954-07-01',
      'An agent names two prices',
      'merchants.txt',
      price(20, null, { bound: 'min' }),
      price(28, null, { bound: 'max' }),
    ),
  ]),
);
