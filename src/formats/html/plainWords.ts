import { tidy } from '../parts.ts';

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
};

/** The words of a short piece of HTML in a field of data, without its tags and with its entities read. Linear. */
export const plainWords = (html: string): string =>
  /[<&]/.test(html)
    ? tidy(
        html
          .replace(/<(?:script|style)\b[^>]{0,500}>[^<]*<\/(?:script|style)>/gi, ' ')
          .replace(/<\/?[a-z][^<>]{0,2000}>/gi, (tag) =>
            /^<\/?(?:b|i|em|strong|a|span|u|sup|sub)\b/i.test(tag) ? '' : ' ',
          )
          .replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/gi, (whole, decimal, hex, name) => {
            if (name) return NAMED[name.toLowerCase()] ?? whole;
            const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
            return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
          }),
      )
    : tidy(html);
