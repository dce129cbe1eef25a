import { describe, expect, it } from 'vitest';
import { mention, read, readUndated } from './notation.ts';

const whole = (text: string, words: string) => mention(read(text, '2024-05-02'), words).range?.edtf ?? null;

describe('what lasts', () => {
  it('from the day on which it begins', () => {
    expect(whole('The premier began a two-day visit to Oslo starting Monday.', 'Monday')).toBe(
      '2024-04-29/2024-04-30',
    );
    expect(whole('Dockers called off a three-week strike that began on 4 April.', '4 April')).toBe(
      '2024-04-04/2024-04-24',
    );
    expect(whole('The four-day congress, which opens on 14 May, was sold out at once.', '14 May')).toBe(
      '2024-05-14/2024-05-17',
    );
    expect(whole('A quarantine of ten days was ordered from 1 May 2024.', '1 May 2024')).toBe(
      '2024-05-01/2024-05-10',
    );
    expect(whole('A ban of six months starting on 15 January 2024 was imposed.', '15 January 2024')).toBe(
      '2024-01-15/2024-07-14',
    );
  });
  it('until the day on which it ends', () => {
    expect(whole('Nobody came to a week-long festival ending on 12 April.', '12 April')).toBe(
      '2024-04-06/2024-04-12',
    );
    expect(whole('Nobody came to the three-week fair that closed on 30 April.', '30 April')).toBe(
      '2024-04-10/2024-04-30',
    );
    // What is told here is its end.
    expect(whole('A week-long festival ended on 12 April.', '12 April')).toBeNull();
  });
  it('for so long', () => {
    expect(whole('On 4 April the ministers met in Bern for three days.', '4 April')).toBe(
      '2024-04-04/2024-04-06',
    );
    expect(mention(read('On 4 April the ministers met in Bern for three days.'), '4 April').how).toContain(
      'three days → 4 April',
    );
  });
  it('is not what was over, vague or of another sentence', () => {
    expect(whole('They had waited three days when he came on 3 April.', '3 April')).toBeNull();
    expect(whole('After a 20-minute delay the match began on 5 April.', '5 April')).toBeNull();
    expect(whole('The talks took about two weeks and began on 4 March.', '4 March')).toBeNull();
    expect(whole('The strike took two weeks. It began on 4 March.', '4 March')).toBeNull();
    expect(whole('The siege, which lasted two weeks, ended what began on 4 March.', '4 March')).toBeNull();
  });
});

describe('a day that something else came after', () => {
  it.each([
    'After the coup of 6 September 1930 the general ruled for four months.',
    'Since 4 May 2009 the ward was closed for three weeks.',
  ])('takes no length: %s', (text) => {
    expect(readUndated(text).mentions.every(({ range }) => range === null)).toBe(true);
  });
});
