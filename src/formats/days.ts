import { edtfDate, readEdtf } from '../model/edtf.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * What metadata writes for a date, as EDTF: ISO with or without a time, `2024/05/16`, `20240516`, `16 May 2024`,
 * `May 16, 2024`, `Thu, 16 May 2024 09:30:00 +0200`. The day is the one that is written, whatever the zone. Else null.
 */
export function dayOf(value: string): string | null {
  const text = value.trim().slice(0, 100);
  const iso = /^(\d{4}(?:-\d\d(?:-\d\d)?)?)(?:[T ]\s?\d\d:?\d\d.*)?$/.exec(text)?.[1];
  const plain = /^(\d{4})(?:\/(\d\d?)(?:\/(\d\d?))?|(\d\d)(\d\d)(?:\d{6})?(?:[Z+-].*)?)(?:[T ].*)?$/.exec(
    text,
  );
  const said =
    /^(?:\p{L}{3,9}\.?,\s*)?(?:(\d{1,2})\.?[\s-]+)?(\p{L}{3})\p{L}*\.?[\s-]+(?:(\d{1,2})(?:st|nd|rd|th)?,?\s+)?(\d{4})(?:,?(?:\s+at)?\s+\d{1,2}:\d\d.*)?$/u.exec(
      text,
    );
  const month = MONTHS.indexOf(said?.[2]?.toLowerCase() ?? '') + 1;
  const day = said?.[1] ?? said?.[3];
  const edtf =
    iso ??
    (plain
      ? edtfDate(Number(plain[1]), numberOf(plain[2] ?? plain[4]) ?? 0, numberOf(plain[3] ?? plain[5]))
      : said && month > 0
        ? edtfDate(Number(said[4]), month, day ? Number(day) : undefined)
        : null);
  return edtf && !('problem' in readEdtf(edtf)) ? edtf : null;
}

const numberOf = (digits: string | undefined): number | undefined =>
  digits === undefined ? undefined : Number(digits);
