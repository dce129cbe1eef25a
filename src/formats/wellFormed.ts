/** A text whose halves of surrogate pairs are whole: half a pair cannot be written in UTF-8 and becomes U+FFFD. */
export const wellFormed = (text: string): string =>
  text.replace(/[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff]/g, (unit) =>
    unit.length === 2 ? unit : '\ufffd',
  );

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that XML 1.0 has no place for
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** How many characters of a text XML 1.0 has no place for. */
export const notXmlIn = (text: string): number =>
  (text.match(NOT_XML)?.length ?? 0) + (text.length > 0 ? countLone(text) : 0);

const countLone = (text: string): number => {
  const whole = wellFormed(text);
  let lone = 0;
  for (let i = 0; i < text.length; i++) if (text[i] !== whole[i]) lone++;
  return lone;
};

/**
 * Text for XML and HTML, in an element or an attribute in double quotes. What XML 1.0 has no place for becomes U+FFFD,
 * one unit for one, so that offsets hold; line ends are written so that a parser leaves them as they are.
 */
export const escapeXml = (text: string): string =>
  wellFormed(text)
    .replace(NOT_XML, '\ufffd')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/\r/g, '&#13;');
