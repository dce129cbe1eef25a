import type { Figure } from '../../../src/model/event.ts';
import { categories, collection, drawn, told } from '../case.ts';

const figure = (label: string, value: number, unit: string, period: string | null): Figure => ({
  label,
  value,
  unit,
  period,
});
const YEARS = [1994, 1995, 1996, 1997, 1998, 1999, 2000, 2001, 2002, 2003];
const SHARES = ['voters', 'members with a car', 'rooms let', 'rain in winter', 'staff', 'milk', 'loans'];

export default drawn(
  'Five units, room for three: the weightiest are drawn, each on its own axis, and the others are counted. Money told often and as one thing stands before shares of seven things.',
  collection('A cooperative in figures', categories('Reports', 'Other'), [
    ...YEARS.map((year, i) =>
      told(`${year + 1}-03-1${i % 9}`, 'reports', `Annual report for ${year}`, {
        document: 'annual reports.txt',
        salience: 0.7,
        figures: [
          figure('turnover', 1e6 * (4 + 1.3 * i + (i % 3)), 'CHF', String(year)),
          ...(i % 2 ? [figure('members', 900 + 140 * i, 'members', String(year))] : []),
        ],
      }),
    ),
    ...SHARES.map((what, i) =>
      told(`${1995 + i}-08-0${i + 1}`, 'other', `A survey asks about ${what}`, {
        document: 'surveys.txt',
        salience: 0.3,
        figures: [figure(`share of ${what}`, 12 + 11 * i, '%', i % 2 ? null : String(1995 + i))],
      }),
    ),
    told('1999-06-01', 'other', 'Two lorries are bought', {
      figures: [figure('load of a lorry', 7.5, 't', null), figure('load of a lorry', 12, 't', '1999')],
    }),
    told('2001-06-01', 'other', 'The hall is measured', { figures: [figure('floor', 2200, 'm2', null)] }),
  ]),
);
