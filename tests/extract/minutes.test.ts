import { describe, expect, test } from 'vitest';
import { extracted } from './extracted.ts';

const HEAD =
  'WICK HARBOUR BOARD\nMinutes of the meeting of the harbour board held in the hall on Tuesday 14 May 2024\n\nPresent: Mr Lund (chair), Mrs Vos.';
const events = (text: string) =>
  extracted(text).events.map(({ time, title }) => `${time.edtf} ${time.how} ${title}`);

describe('minutes', () => {
  test.each([
    [
      'The board considered three tenders and awarded the contract for dredging to Vos & Sons.',
      '2024-05-14 inferred Board awards the contract for dredging to Vos & Sons',
    ],
    ['A grant of £500 was agreed.', '2024-05-14 inferred Grant of £500 agreed'],
  ])('date what was decided: %s', (text, expected) => {
    expect(events(`${HEAD}\n\n1. Works. ${text}`)).toContain(expected);
  });
  test.each([
    'Apologies were accepted.',
    'The minutes were approved.',
    'The owners had rejected the plan.',
    'The board did not approve the plan.',
    'The pilots like the new buoys.',
  ])('but not: %s', (text) => {
    expect(events(`${HEAD}\n\n1. Works. ${text}`).filter((each) => each.includes('inferred'))).toEqual([]);
  });
  test('and so does the record of a sitting', () => {
    const sitting = 'Harbour Board question time, Wednesday 22 October 2008';
    expect(events(`${sitting}\n\nMr Lund: Nobody knows.\n\nThe motion was rejected.`)).toContain(
      '2008-10-22 inferred Motion rejected',
    );
  });
  test('are no other text, whatever it decides', () => {
    expect(
      events('Harbour news\n\n14 May 2024\n\nThe pilots like the buoys. The board approved a plan.'),
    ).toEqual([]);
  });
});
