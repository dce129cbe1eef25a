import { createHash } from 'node:crypto';
import { inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isInteractive, readInteractive, writeInteractive } from '../../src/formats/interactive.ts';
import { kindOfEvents, readReady } from '../../src/formats/ready.ts';
import { sha256 } from '../../src/formats/sha256.ts';
import { smallCollection } from '../model/events.ts';

const SCRIPT = 'customElements.define("dateline-timeline", class extends HTMLElement {});\n';

/** The policy of a page, by its directives. */
const policyOf = (page: string): ReadonlyMap<string, string> =>
  new Map(
    (/Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1] ?? '').split('; ').map((directive) => {
      const [name = '', ...values] = directive.split(' ');
      return [name, values.join(' ')];
    }),
  );

/** The code of a page, unpacked by somebody else. */
const codeIn = (page: string): string => {
  const packed = /<script type="text\/plain" id="dateline-code">(.*?)<\/script>/s.exec(page)?.[1] ?? '';
  return inflateRawSync(Buffer.from(packed, 'base64')).toString('utf8');
};

describe('writeInteractive', () => {
  test('keeps a collection whole, whatever its texts hold', () => {
    const small = smallCollection();
    const nasty = fc.string({
      unit: fc.oneof(
        fc.constantFrom(
          '</script>',
          '<!--',
          '<script>',
          ']]>',
          '&lt;',
          '\u2028',
          '\\',
          '"',
          '\0',
          '\r\n',
          '$&',
        ),
        fc.string({ minLength: 1, maxLength: 4 }),
      ),
      maxLength: 6,
    });
    fc.assert(
      fc.property(nasty, nasty, (name, how) => {
        const events = small.events.map((event) => ({
          ...event,
          place: name || null,
          actors: how ? [how] : [],
        }));
        const collection = { ...small, name, events };
        const page = writeInteractive(collection, 'en', SCRIPT);
        expect(readInteractive(page)).toEqual({ collection, problems: [], leftOut: [] });
        // Of three scripts, the data, the code and what unpacks it, none is ended by what is in it.
        expect(page.match(/<script\b/g)).toHaveLength(3);
        expect(page.match(/<\/script>/g)).toHaveLength(3);
      }),
      { seed: 12, numRuns: 60 },
    );
  });

  test('allows the script and the styles that are in it, and nothing else', () => {
    const page = writeInteractive(smallCollection(), 'en', SCRIPT);
    const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
    const loader = /<script type="module">(.*?)<\/script>/s.exec(page)?.[1] ?? '';
    const styles = [...page.matchAll(/<style>(.*?)<\/style>/gs)].map(([, style]) => hashOf(style ?? ''));
    expect(codeIn(page)).toBe(SCRIPT);
    expect(Object.fromEntries(policyOf(page))).toEqual({
      'default-src': "'none'",
      'script-src': `${hashOf(loader)} ${hashOf(SCRIPT)}`,
      'style-src': styles.join(' '),
      'base-uri': "'none'",
      'form-action': "'none'",
    });
    expect(page).not.toMatch(/\son\w+=|\ssrc=|https?:|\sstyle=/);
  });

  test('is opened as what it holds', async () => {
    const bytes = new TextEncoder().encode(writeInteractive(smallCollection(), 'en', SCRIPT));
    expect(kindOfEvents('mill.html', bytes)).toBe('page');
    const options = { dates: () => null, known: [], sorter: null };
    const { collection, problems } = await readReady({ name: 'mill.html', bytes }, options);
    expect({ collection, problems }).toEqual({ collection: smallCollection(), problems: [] });
    const article = '<!doctype html><title>dateline-data</title><p>On 3 March 1921 it burned.';
    expect(kindOfEvents('mill.html', new TextEncoder().encode(article))).toBeNull();
  });

  test('is a chronology where there is no script', () => {
    const page = writeInteractive(smallCollection(), 'de', SCRIPT);
    expect(page).toContain('<html lang="de">');
    expect(page).toContain('Mill at Aldern burns down');
    expect(page).toContain('<dateline-timeline controls locale="de">');
  });

  test('holds any code, packed', () => {
    const codes = ['a("</script>")', 'a < !--b, a <!--b', '"<SCRIPT"', '`\r\n ☃ 😀`', ''];
    for (const code of codes) expect(codeIn(writeInteractive(smallCollection(), 'en', code))).toBe(code);
    const long = SCRIPT.repeat(1000);
    expect(writeInteractive(smallCollection(), 'en', long).length).toBeLessThan(long.length / 4);
  });

  test('other pages hold no collection', () => {
    expect(isInteractive('<!doctype html><script type="application/json" id="data">{}</script>')).toBe(false);
    expect(readInteractive('<!doctype html><p>dateline-data</p>')).toBeNull();
    const page = writeInteractive(smallCollection(), 'en', SCRIPT);
    expect(isInteractive(page)).toBe(true);
    const { collection, problems } = readInteractive(page.replace('1921-03-03', '1921-33-03')) ?? {};
    expect(collection).toBeNull();
    expect(problems?.[0]?.message).toContain('events[0].time.edtf');
  });
});

test('sha256 is what everybody else computes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
      expect(sha256(text)).toBe(createHash('sha256').update(text).digest('base64'));
    }),
    { seed: 13, numRuns: 200 },
  );
  for (const length of [55, 56, 63, 64, 65, 119, 120])
    expect(sha256('a'.repeat(length))).toBe(createHash('sha256').update('a'.repeat(length)).digest('base64'));
});
