const formats = new Map<string, Intl.NumberFormat>();

/**
 * A whole number as people of a locale write it: `1,234`. The format is made once for each locale, since making one
 * takes longer than laying out an event.
 * @throws RangeError if `locale` is no BCP 47 tag.
 */
export function wholeNumber(value: number, locale: string): string {
  let format = formats.get(locale);
  if (!format) {
    format = new Intl.NumberFormat(locale);
    formats.set(locale, format);
  }
  return format.format(value);
}
