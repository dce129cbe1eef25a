import { readEdtf } from '../../model/edtf.ts';
import { dateInWords } from '../../model/words.ts';
import { fitText, textWidth } from '../../scene/advances.ts';
import { amountInWords, isMeasured, rangeInWords } from '../amounts.ts';
import { alike, wordsOf } from './series.ts';
import { isContested, type Track, topOf, type Value } from './value.ts';

/** Size of the labels at values, px. */
export const LABEL_SIZE = 11;

/** What is said about a value, px wide. */
export interface ValueWords {
  readonly locale: string;
  /** Everything, for a tooltip: what, how much, when, who says so, and what others say. */
  readonly title: string;
  /** The longest first. */
  readonly labels: readonly { readonly words: string; readonly width: number }[];
}

const said = new WeakMap<Value, ValueWords>();

/** The words about a value, made once: they are the same in every frame. */
export function wordsAbout(value: Value, track: Track, locale: string): ValueWords {
  const known = said.get(value);
  if (known?.locale === locale) return known;
  const plain = amount(value, locale);
  const long = longName(value, plain, track);
  const made = {
    locale,
    title: inWords(value, locale),
    labels: [...new Set([long, plain])].map((words) => ({ words, width: textWidth(words, LABEL_SIZE, 400) })),
  };
  said.set(value, made);
  return made;
}

/** `bilateral trade: US$ 240 bn, 2023 (customs). Others say US$ 227.7 bn (bank).` */
function inWords(value: Value, locale: string): string {
  const { figure, event } = value;
  const say = /^de\b/i.test(locale) ? GERMAN : ENGLISH;
  const period = figure.period === null ? null : readEdtf(figure.period);
  const when =
    period && !('problem' in period)
      ? dateInWords({ edtf: figure.period ?? '', precision: period.precision }, locale)
      : dateInWords(event.time, locale);
  const words = `${figure.label}: ${amount(value, locale)}, ${when} (${value.sources.join(', ')})`;
  const others = value.told.filter((other) => other !== value).slice(0, MOST_OTHERS);
  const notes = [
    figure.scaleAssumed ? say.assumed : '',
    others.length > 0
      ? `${say.others} ${others.map((other) => `${amount(other, locale)} (${other.sources.join(', ')})`).join('; ')}`
      : '',
  ].filter(Boolean);
  return notes.length > 0 ? `${words}. ${notes.join('. ')}.` : words;
}

/** Rivals that a tooltip names. */
const MOST_OTHERS = 4;

const ENGLISH = { others: 'Others say', assumed: 'The scale is not printed there' };
const GERMAN = { others: 'Andere sagen', assumed: 'Die Größenordnung steht dort nicht' };

/** `≥ 30 ships`, `≈ 50%`, `US$ 15–25 bn`; `US$ 190 bn?` where the text prints no scale. */
export function amount({ figure, upTo }: Value, locale: string): string {
  const words =
    upTo === null
      ? amountInWords(figure.value, figure.unit, locale)
      : rangeInWords(figure.value, upTo, figure.unit, locale);
  const bound = upTo !== null ? '' : figure.bound === 'min' ? '≥ ' : figure.bound === 'max' ? '≤ ' : '';
  return `${bound || (figure.approximate ? '≈ ' : '')}${words}${figure.scaleAssumed ? '?' : ''}`;
}

/**
 * All that is told about one thing and period, the highest first: `79,000 t ministry · 58,000 t newspaper`, and the same
 * without who says so, for less room.
 * @param told of one track, all contested.
 */
export function disagreementInWords(told: readonly Value[], locale: string): readonly string[] {
  const sorted = [...told].sort((a, b) => topOf(b) - topOf(a));
  const who = (value: Value) => (value.bySource ? value.sources.join(', ') : value.figure.label);
  return [
    sorted.map((value) => `${amount(value, locale)} ${who(value)}`).join(' · '),
    sorted.map((value) => amount(value, locale)).join(' · '),
  ];
}

/** The amount with what tells it from others: its source where they disagree, else what it measures. */
function longName(value: Value, plain: string, track: Track): string {
  const { label, unit } = value.figure;
  const add = (words: string) => `${plain} ${shortened(words)}`;
  // Within one document its name tells nothing apart.
  if (value.bySource) return add(value.sources.join(', '));
  const known = value.timed && track.name !== null && alike(wordsOf(track.name), wordsOf(label));
  if (known && !isContested(value)) return plain;
  // `40% of gas`, not `40% share of gas`.
  if (unit === '%' && label.startsWith('share of ')) return add(label.slice('share '.length));
  // `4 patrol ships`, not `4 ships patrol ships`.
  if (!isMeasured(unit) && label.toLowerCase().includes(unit.toLowerCase()) && plain.endsWith(` ${unit}`)) {
    return plain.slice(0, -unit.length) + shortened(label);
  }
  return add(label);
}

/** Words in the room that a label has beside its amount; no word that only leads on stands last. */
const shortened = (words: string): string =>
  fitText(words, 130, LABEL_SIZE, 400).replace(
    /(?: (?:of|the|an?|in|on|at|for|from|to|by|with|and|or|between|against))+ ?…$/i,
    '…',
  );
