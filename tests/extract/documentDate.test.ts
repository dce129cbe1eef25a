import { describe, expect, it } from 'vitest';
import { readDocument } from '../../src/extract/read.ts';
import { mention, read, readUndated } from './dates/notation.ts';

const body =
  'The council opened the new bridge and several hundred people crossed it on foot before noon, the mayor said.';
const dateOf = (text: string) => readUndated(text).document.date;

describe("the document's own date", () => {
  it.each([
    ['by its author', `Bridges\n\nWritten by A. Clark // May 16, 2024 // Towns\n\n${body}`],
    ['as a line of its own', `Bridges\n\n16 May 2024\n\n${body}`],
    ['with a weekday', `Bridges\n\nThursday, 16 May 2024\n\n${body}`],
    ['as published', `Bridges\n\nPublished: 2024-05-16\n\n${body}`],
    ['as posted on', `Bridges\n\nPosted on May 16th, 2024 by admin\n\n${body}`],
    ['as a day of figures', `Bridges\n\nPublished 16.05.2024\n\n${body}`],
    ['at the foot', `Bridges\n\n${body}\n\n${body}\n\n${body}\n\nPublished 16 May 2024`],
    [
      'behind a sentence',
      `Bridges\n\nA summary for the council, by its clerk. Printed 16 May 2024.\n\n${body}`,
    ],
    ['with a time', `Bridges\n\nPublished: 14:05, 16 May 2024\n\n${body}`],
    ['before a time', `Bridges\n\nThu 16 May 2024 10.30 BST\n\n${body}`],
    ['below an author', `Bridges\n\nBy Ola Lund\nMay 16, 2024 at 3:04 p.m. EDT\n\n${body}`],
    ['beside the length', `Bridges\n\nMay 16, 2024 | 4 min read\n\n${body}`],
    ['behind the paper', `Bridges\n\nHarbour Post, Bergen · 16 May 2024\n\n${body}`],
    [
      'before the day of a change',
      `Bridges\n\nPosted: May 16, 2024 4:00 AM ET | Last Updated: May 19, 2024\n\n${body}`,
    ],
    ['in figures', `Bridges\n\nPublished 05/16/2024\n\n${body}`],
    ['in a dateline', `Bridges\n\nOSLO, May 16, 2024 (Agency) – ${body}`],
  ])('is read where it is printed %s', (_, text) => {
    const date = dateOf(text);
    expect(date?.edtf).toBe('2024-05-16');
    expect(date?.origin).toBe('printed');
    expect(date?.reason).not.toBe('');
    expect(text.slice(date!.at!.start, date!.at!.end)).toMatch(/2024/);
  });

  it('front matter beats what is printed', () => {
    const text = `---\ntitle: Bridges\ndate: 2024-05-16\n---\n\n# Bridges\n\nPublished 3 March 2023\n\n${body}`;
    const reading = readDocument({
      id: 'a.md',
      name: 'a.md',
      title: '',
      text,
      format: 'markdown',
      date: null,
    });
    expect(reading.document.date).toMatchObject({ edtf: '2024-05-16', origin: 'metadata' });
  });

  it('a month alone below the title is a date too', () => {
    expect(dateOf(`Bridges\n\nMay 2024\n\n${body}`)).toMatchObject({ edtf: '2024-05', origin: 'printed' });
  });

  it('given from outside beats what is printed', () => {
    const date = read(`Bridges\n\n16 May 2024\n\n${body}`, '2023-01-02').document.date;
    expect(date).toMatchObject({ edtf: '2023-01-02', origin: 'given' });
  });

  it('the day of publication beats the day of a change', () => {
    const text = `Bridges\n\nUpdated 20 June 2024\nPublished 16 May 2024\n\n${body}`;
    expect(dateOf(text)?.edtf).toBe('2024-05-16');
  });

  it('a date told in the text is not its own', () => {
    const text = `Bridges\n\n${body} The old one had stood since 3 March 1911, when it replaced a ferry that had been there for many years before.`;
    expect(dateOf(text)?.origin).not.toBe('printed');
  });

  it('a birthday in the first lines is not its own', () => {
    const text = `A. Clark\n\nborn 16 May 1924\n\n${body}`;
    expect(dateOf(text)?.edtf).not.toBe('1924-05-16');
  });

  it('is inferred from the newest day it tells of, when it speaks of today', () => {
    const text = `Bridges\n\nLast year the council voted on the bridge. It was opened in March 2023 after ten years. This year it will be painted. ${body}`;
    const date = dateOf(text);
    expect(date).toMatchObject({ edtf: '2023-03~', origin: 'inferred' });
    expect(date?.reason).toContain('March 2023');
  });

  it('is inferred from what it says will be', () => {
    const text = `Bridges\n\nLast month the council voted. This week the mayor said that the bridge will be opened in 2031. The old one fell in 2022. ${body}`;
    expect(dateOf(text)).toMatchObject({ edtf: '2030/2031', origin: 'inferred' });
  });

  it('is what the text says of its own making, whatever it looks ahead to', () => {
    const text =
      'The bell was cast in 1711. This guide was last revised for the parish feast in 2015.\n\nLast year the tower was mended, and this June we shall hear both bells. A third is to be hung in the autumn of 2018.\n';
    expect(dateOf(text)).toMatchObject({ edtf: '2015', origin: 'inferred' });
  });

  it('is inferred from an anniversary of what it dates', () => {
    const text = `Bridges\n\nThis year marks the 75th anniversary of the guild. The guild was founded in 1949. It was last heard of in 2023. Last year it met twice. ${body}`;
    expect(dateOf(text)).toMatchObject({ edtf: '2024', origin: 'inferred' });
  });

  it('a history that never speaks of its own day has none', () => {
    expect(dateOf(`The ferry\n\nIn 1848 a ferry was built. It sank in 1911 and was forgotten.`)).toBeNull();
  });

  it('what is given is read before anything else is said of it', () => {
    const reading = read(`${body} He came back on Tuesday.`, '2024-05-16');
    expect(mention(reading, 'Tuesday')).toMatchObject({
      edtf: '2024-05-14',
      route: 'relative',
      how: "Tuesday → the document's date",
    });
  });
});

describe('lines that print a date, and sentences that tell of one', () => {
  it.each([
    ['a letter’s head', `Bremen, 16 May 2024\n\nDear colleagues,\n\n${body}`],
    ['a letter’s foot', `Dear colleagues,\n\n${body}\n\n${body}\n\nYours, H. Brandt\n\nBremen, 16 May 2024`],
    ['a report’s second line', `Norvik reports results\nStockholm, May 16, 2024\n\n${body}`],
    ['a release', `Plant to be built\nTulsa, Okla. (May 16, 2024) – ${body}`],
    ['minutes', `Minutes of the meeting of Thursday, 16 May 2024\n\nPresent: Ms Vance\n\n${body}`],
    [
      'minutes that name the meeting before',
      `WICK COUNCIL\nMinutes of the meeting of the harbour board held in the hall on Thursday 16 May 2024\n\nThe minutes of the meeting held on 16 April 2024 were approved.\n\n${body}`,
    ],
    ['a judgment', `JUDGMENT\n\nHeard: 3 May 2024\nDelivered: 16 May 2024\n\n${body}`],
    ['a speech', `Address to the assembly, 16 May 2024\n\n${body}`],
  ])('reads %s', (_, text) => {
    expect(dateOf(text)?.edtf).toBe('2024-05-16');
  });
  it.each([
    'Her first novel was published on 3 May 1998. It sold badly.',
    'By a letter dated 11 August 1998 the council refused.',
    'He released it on 3 May 1998, and nobody listened.',
    'Born in Lund, on 3 May 1998, she grew up on a farm.',
    'The minutes of the meeting held on 3 May 1998 were approved and signed.',
    'The carrier issued proceedings on 3 May 1998, and nobody answered.',
    'On Monday the union posted a long letter of protest on 3 May 1998.',
    '- 1998-05-03 First dive\n- 1998-07-09 Second dive\n\n',
  ])('takes no date from: %s', (text) => {
    expect(dateOf(`Title of it\n\n${text} ${body}`)?.origin).not.toBe('printed');
  });
});
