/** Signs and words that programs have stumbled over: orders of writing, half letters, keys of every object, much depth. */
export const HOSTILE: readonly string[] = [
  '\u0000',
  '\u0001\u001b[31m',
  '\u007f\u0085\u00a0',
  '\u00ad',
  '\u061c\u200e\u200f',
  '\u202a\u202b\u202d\u202e',
  '\u2066\u2067\u2068\u2069',
  '\u200b\u200c\u200d\u2060\ufeff',
  '\ud800',
  '\udfff',
  '\udc00\ud800',
  '\ufffe\uffff',
  '\u{1f9d1}\u200d\u{1f680}',
  '\u{e0041}\u{e007f}',
  'e\u0301\u0327\u0308'.repeat(30),
  'Z\u0351\u036b\u0343\u036a\u0302\u036b\u033d\u034f\u0334\u0319\u0324\u031e\u0349\u035a\u032f\u031e\u0320\u034dA',
  'ﷺ﷽',
  'ǅ ß İ ı ſ',
  'अनुच्छेद',
  '漢字かな交じり文',
  'مرحبا بالعالم',
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  '{"__proto__":{"polluted":true}}',
  '<!--',
  ']]>',
  '<![CDATA[',
  '&#0;&#xD800;&amp;amp;&lt;',
  '<svg onload=alert(1)>',
  '"><script>alert(1)</script>',
  'javascript:alert(1)',
  "=cmd|' /C calc'!A0",
  '@SUM(1+1)*cmd',
  '%00%0a%0d',
  '../../../../etc/passwd',
  '\r\n\r\n',
  '\u2028\u2029',
  '\t\v\f',
  '9'.repeat(400),
  '-'.repeat(300),
  '('.repeat(200),
  '['.repeat(200),
  '{'.repeat(200),
  '"'.repeat(101),
  '<div>'.repeat(150),
  '> '.repeat(120),
  '#'.repeat(90),
  '* '.repeat(90),
  '|'.repeat(200),
  '1e309',
  '-0',
  'NaN',
  'Infinity',
  '0x10',
  '31 February 2024',
  '99 Thursday 0000',
  '2024-13-45T99:99:99Z',
  'Y-99999999999',
  '10000000000 BC',
  'in 99999999999999999999 years',
  'the 99999999th century',
  'last last last last last Monday',
  'between between 1900 and and 1800',
  '1900-1800-1700-1600',
  '1/2/3/4/5/6/7/8',
];

/** Numbers from a seed (a linear congruential generator, Numerical Recipes): the same on every machine. */
export class Chance {
  #state: number;

  constructor(seed: number) {
    // Neighbouring seeds must not begin alike.
    this.#state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) >>> 0;
    this.next();
  }

  /** 0 … 1, without 1. */
  next(): number {
    this.#state = (Math.imul(this.#state, 1664525) + 1013904223) >>> 0;
    return this.#state / 2 ** 32;
  }

  /** 0 … below n. */
  below(n: number): number {
    return Math.floor(this.next() * n);
  }

  of<T>(items: readonly T[]): T {
    return items[this.below(items.length)] as T;
  }
}

/** A text with something done to it, one to four times: cut, doubled, moved, spoilt, or something hostile put in. */
export function mutate(text: string, chance: Chance, longest = 4000): string {
  let now = text;
  for (let times = 1 + chance.below(4); times > 0; times--) {
    const at = chance.below(now.length + 1);
    const length = chance.below(Math.min(80, now.length - at + 1));
    switch (chance.below(7)) {
      case 0:
        now = now.slice(0, at) + now.slice(at + length);
        break;
      case 1:
        now = now.slice(0, at + length) + now.slice(at);
        break;
      case 2:
        now = now.slice(at) + now.slice(0, at);
        break;
      case 3:
        now = `${now.slice(0, at)}${String.fromCharCode(chance.below(0x10000))}${now.slice(at + 1)}`;
        break;
      default:
        now = now.slice(0, at) + chance.of(HOSTILE) + now.slice(at);
    }
  }
  return now.slice(0, longest);
}
