import { describe, expect, it } from 'vitest';
import { read, readUndated } from './notation.ts';

const speaks = (text: string, date?: string) =>
  (date === undefined ? readUndated(text) : read(text, date)).document.passages!.map(
    ({ regime, how }) => `${regime}: ${how}`,
  );

describe('how passages speak', () => {
  it('a list is one, sorted up or down, with or without years', () => {
    const chronology =
      'The Elm Valley flood\n\nJanuary 2016: The river board warns of high water.\n\nNovember: Heavy rain begins.\n\nFebruary: The valley floods.\n\nMay: An inquiry opens.';
    expect(speaks(chronology)).toEqual(['list: a list, oldest first']);
    expect(readUndated(chronology).mentions.at(-1)!.edtf).toBe('2017-05');
    const releases =
      'November: Version nine is out.\n\nAugust: The sync bug is gone.\n\nDecember: Version eight is out.';
    expect(speaks(releases, '2020-11-20')).toEqual(['list: a list, newest first']);
    expect(read(releases, '2020-11-20').mentions.map((m) => m.edtf)).toEqual([
      '2020-11',
      '2020-08',
      '2019-12',
    ]);
  });
  it('one dated line is no list', () => {
    expect(speaks('March 1911: The ferry sank, and nobody was blamed in the years that followed.')).toEqual([
      'narrative: a story, each date read from the one it has reached',
    ]);
  });
  it('a report says from which day', () => {
    const report =
      'The minister said on Tuesday that the ferry stays. It lost money last year, she said on Monday, and again this year. ';
    expect(speaks(report.repeat(3), '2019-02-01')).toEqual([
      "report: a report, read from the document's date",
    ]);
    expect(speaks(report.repeat(3))).toEqual(['report: a report that does not tell its day']);
    const diary =
      '## 14 May 2021\n\nThe bank opened today, they said.\n\n## 15 May 2021\n\nYesterday they said it closed.';
    expect(speaks(diary, '2021-06-01')).toEqual(['report: a report, read from its headings']);
  });
  it('both in one document, in order', () => {
    const report =
      'The minister said on Tuesday that the ferry stays. It lost money last year, she said on Monday, and again this year.';
    const history =
      'In 1848 a ferry was built. In March 1911 it sank. The following year, in May 1912, a bridge was begun by order of 1910. In 1913 it was done.';
    const text = [report, report, report, report, history, history, history, history].join('\n\n');
    const { passages } = read(text).document;
    expect(passages!.map(({ regime }) => regime)).toEqual(['report', 'narrative']);
    expect(text.slice(passages![1]!.start, passages![1]!.end)).toBe(
      [history, history, history, history].join('\n\n'),
    );
  });
});
