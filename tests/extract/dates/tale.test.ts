import { describe, expect, it } from 'vitest';
import { timexes } from './notation.ts';

const TALE = [
  'The lamp in the boathouse had gone out, and Ada would not move from the step.',
  '“We leave tomorrow,” said her brother, and he threw the rope into the boat.',
  '“You said that on Sunday.” She did not look at him.',
  '“It is almost Christmas,” he said. “Nobody will be at the lock.”',
  'She took the oars and laid them across the thwarts, one after the other.',
  '“Then today is as good as any day,” she said, and pushed off.',
].join('\n\n');

describe('a tale', () => {
  it('has no days of our calendar', () => {
    expect(timexes(TALE, '2024-05-16').filter((each) => /= \d{4}-/.test(each))).toEqual([]);
  });
  it('is none when it prints a year', () => {
    expect(timexes(`${TALE}\n\nAll this was in 1931, on the lower river.`, '2024-05-16')).toContain(
      'tomorrow = 2024-05-17',
    );
  });
  it('is none when people are only quoted now and then', () => {
    const report = [
      'The board closed the lower lock on Sunday after two pilots had complained.',
      '“We open it tomorrow,” the clerk said.',
      'Three ships are waiting, and a fourth is due at the outer pier.',
      'The pilots had asked for new lamps and were told to wait for them.',
      'The lamps have been paid for, and the yard is to fit them.',
      'The yard did not answer a letter that the clerk had sent.',
    ].join('\n\n');
    expect(timexes(report, '2024-05-16')).toEqual(['Sunday = 2024-05-12', 'tomorrow = 2024-05-17']);
  });
});
