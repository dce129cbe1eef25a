import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decode } from '../../src/formats/encoding.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const bytes = (...parts: (number[] | Uint8Array)[]) => Uint8Array.from(parts.flatMap((part) => [...part]));
const utf16 = (text: string, little: boolean) =>
  Uint8Array.from(
    [...text]
      .flatMap((c) => c.split(''))
      .flatMap((unit) => {
        const code = unit.charCodeAt(0);
        return little ? [code & 255, code >> 8] : [code >> 8, code & 255];
      }),
  );

test('UTF-8, with and without a mark', () => {
  expect(decode(utf8('Łódź, 1998 — 中国'))).toEqual({
    text: 'Łódź, 1998 — 中国',
    encoding: 'utf-8',
    sure: true,
    damaged: 0,
  });
  expect(decode(bytes([0xef, 0xbb, 0xbf], utf8('Łódź')))).toMatchObject({
    text: 'Łódź',
    encoding: 'utf-8',
    sure: true,
  });
});

test.each([true, false])('UTF-16 with a mark, little end first: %s', (little) => {
  const mark = little ? [0xff, 0xfe] : [0xfe, 0xff];
  expect(decode(bytes(mark, utf16('In 1998 the mill closed. 工厂 😀', little)))).toMatchObject({
    text: 'In 1998 the mill closed. 工厂 😀',
    encoding: little ? 'utf-16le' : 'utf-16be',
    sure: true,
  });
});

test.each([true, false])('UTF-16 without a mark, Latin and Cyrillic, little end first: %s', (little) => {
  for (const text of [
    'In 1998 the mill closed its gates.',
    'В 1998 году завод закрылся навсегда, и город опустел.',
  ]) {
    expect(decode(utf16(text, little))).toMatchObject({ text, encoding: little ? 'utf-16le' : 'utf-16be' });
  }
});

test('windows-1252: the marks at 0x80 to 0x9F are quotation marks, dashes and the euro', () => {
  const found = decode(
    bytes(
      [0x93],
      utf8('It cost '),
      [0x80],
      utf8('5'),
      [0x94, 0x20, 0x97, 0x20],
      utf8('caf'),
      [0xe9],
      utf8(', he said in 1998.'),
    ),
  );
  expect(found).toEqual({
    text: '“It cost €5” — café, he said in 1998.',
    encoding: 'windows-1252',
    sure: false,
    damaged: 0,
  });
});

test('windows-1252 agrees with the published table', () => {
  const table = '€�‚ƒ„…†‡ˆ‰Š‹Œ�Ž��‘’“”•–—˜™š›œ�žŸ';
  [...table].forEach((expected, i) => {
    if (expected === '�') return;
    const found = decode(
      bytes(
        utf8('a long enough line of plain words before it, and '),
        [0x80 + i],
        utf8(' after, so that it is rare'),
      ),
    );
    expect(found?.text).toContain(` ${expected} `);
  });
});

test('older encodings are told by their letters', () => {
  // "Завод закрылся в тысяча девятьсот девяносто восьмом году" in windows-1251.
  const cyrillic =
    'Завод закрылся в 1998 году. Рабочие вышли на улицу, и город остановился. Директор уехал за границу.';
  const cp1251 = Uint8Array.from([...cyrillic], (c) => {
    const code = c.charCodeAt(0);
    return code < 128 ? code : code - 0x410 + 0xc0;
  });
  expect(decode(cp1251)).toMatchObject({ text: cyrillic, encoding: 'windows-1251', sure: false });
});

test('UTF-8 with a broken place stays UTF-8 and says so', () => {
  const found = decode(bytes(utf8('Łódź zażółć gęślą jaźń '), [0xff], utf8(' żółw')));
  expect(found).toMatchObject({ encoding: 'utf-8', sure: false, damaged: 1 });
  expect(found?.text).toBe('Łódź zażółć gęślą jaźń \ufffd żółw');
});

test('what is no text', () => {
  expect(decode(bytes(utf8('text'), [0], utf8('text')))).toBeNull();
  expect(decode(Uint8Array.from({ length: 2000 }, (_, i) => (i * 7919) % 251 || 1))).toBeNull();
  expect(decode(bytes([0, 0, 0xfe, 0xff], [0, 0, 0, 65]))).toBeNull();
  expect(decode(bytes(utf8('a'.repeat(50)), [1, 2, 3, 4]))).toBeNull();
});

test('any text comes back as it was written', () => {
  const text = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 200 })
    .filter((s) => !/\p{Cc}|\ufeff/u.test(s));
  fc.assert(
    fc.property(text, (written) => {
      expect(decode(utf8(written))?.text).toBe(written);
      expect(decode(bytes([0xff, 0xfe], utf16(written, true)))?.text ?? written).toBe(written);
    }),
    { seed: 3, numRuns: 300 },
  );
});
