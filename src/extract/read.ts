import type { Document, DocumentDate, TextSpan } from '../model/document.ts';
import { dateDocument, dateHeadings, datelineOf, type HeadingDate } from './anchors.ts';
import { blankMarks } from './blankMarks.ts';
import { findBlocks } from './blocks.ts';
import { type Found, findDates } from './dates/find.ts';
import { edtfOf, FINENESS, type Point, yearOf } from './dates/point.ts';
import { tieRanges } from './dates/ranges.ts';
import { evidence, regimesOf } from './dates/regime.ts';
import { pointFromEdtf, type Resolved } from './dates/resolve.ts';
import { looksBack, tenseAround } from './dates/tense.ts';
import { type Chosen, type Step, walk } from './dates/walk.ts';
import type { Block, BlockAnchor, DatedMention, Reading, ReadOptions } from './reading.ts';

/** A date expression as the command `timex` prints it. */
export interface Timex {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly type: DatedMention['type'];
  readonly value: string;
}

/**
 * Reads a document: its blocks, its own date, and every date expression with what it means where it stands. Pure and
 * linear in the length of the text.
 */
export function readDocument(document: Document, options: ReadOptions = {}): Reading {
  const blocks = findBlocks(document.text, document.format);
  // Everything below reads words; only what is quoted is cut from the text itself.
  const text = blankMarks(document.text, document.format);
  const utterance = options.date !== undefined && isUtterance(text, blocks.length);
  const found = blocks.map((block) => tieRanges(text, findDates(text, block, utterance)));
  const date = dateDocument(document, blocks, found, options);
  const speech = date ? pointFromEdtf(date.edtf) : null;
  const headings = new Map(
    utterance ? [] : dateHeadings(text, blocks, found, speech).map((each) => [each.block, each]),
  );
  const places = placeBlocks(text, blocks, found, headings, date);
  const regimes = regimesOf(
    blocks.map((block, i) => {
      if (block.kind === 'heading') return 0;
      const { speech: day, heading } = places[i]!;
      // A chapter headed by its years tells, an entry headed by its day reports.
      const chapter = heading ? (heading.last.unit === 'day' ? 2 : -1.5) : 0;
      return chapter + evidence(found[i]!, day, text.slice(block.start, block.end));
    }),
  );
  blocks.forEach((_, i) => {
    // "the former minister" dates nothing; only a history means the time before by it.
    if (regimes[i]!.regime === 'report') found[i] = found[i]!.filter((each) => !isFormer(text, each));
  });
  const sentences = blocks.map((block, i) => sentencesOf(block, found[i]!));
  const steps: Step[] = [];
  blocks.forEach((block, i) => {
    for (const [nth, each] of found[i]!.entries()) {
      const sentence = block.sentences[sentences[i]![nth]!] ?? block;
      const standing = { i, nth, each, sentence, utterance, regime: regimes[i]!.regime };
      steps.push(stepOf(text, blocks, found, headings.get(i), places[i]!, standing));
    }
  });
  const chosen = walk(steps);
  const mentions: DatedMention[] = [];
  let at = 0;
  blocks.forEach((_, i) => {
    const own = found[i]!;
    own.forEach((each, nth) => {
      const next = nth + 1 < own.length ? chosen[at + 1] : undefined;
      const where = { block: i, sentence: sentences[i]![nth]!, heading: headings.get(i) };
      mentions.push(mentionOf(document.text, each, steps[at]!, chosen[at]!, next, where));
      at++;
    });
  });
  return {
    document: { ...document, date },
    words: text,
    blocks,
    regimes: regimes.map(({ regime }, i) => (inList(blocks[i]!, places[i]!) ? 'list' : regime)),
    anchors: anchorsOf(blocks, places, mentions),
    mentions,
  };
}

/**
 * Reads the date expressions of a text. The same reader for every kind of text: whether it speaks from `dct`, from
 * the date its story has reached, or is a short utterance, it finds out by itself.
 * @param dct the day on which it was written, EDTF.
 */
export function readTimexes(text: string, dct?: string): Timex[] {
  const document: Document = { id: 'text', name: 'text', title: '', text, format: 'text', date: null };
  const reading = readDocument(document, dct === undefined ? {} : { date: dct });
  const utterance = dct !== undefined && isUtterance(text, reading.blocks.length);
  return reading.mentions.flatMap((each, i): Timex[] => {
    const { start, end, text: words, type, value } = each;
    if (!utterance) return [{ start, end, text: words, type, value }];
    // Who asks for "Monday to Friday" means one stretch.
    if (i > 0 && reading.mentions[i - 1]!.range) return [];
    const last = each.range ? reading.mentions[i + 1] : undefined;
    if (!each.range || !last) return [{ start, end, text: words, type, value }];
    return [
      {
        ...each.range,
        text: text.slice(each.range.start, each.range.end),
        type,
        value: `${value}/${last.value}`,
      },
    ].map(({ start: from, end: to, text: whole, type: kind, value: both }) => ({
      start: from,
      end: to,
      text: whole,
      type: kind,
      value: both,
    }));
  });
}

const isFormer = (text: string, { start, end }: Found) =>
  end - start === 6 && /^former$/i.test(text.slice(start, end));

/** A request or a note to oneself: short, and nothing in it is told as past. */
const isUtterance = (text: string, blocks: number) =>
  text.length < LONGEST_UTTERANCE && blocks <= 2 && !looksBack(text);

/** Longer than this is no longer a request or a note to oneself. */
const LONGEST_UTTERANCE = 250;

/** A list's items stand under dated headings; the heading itself says where they belong. */
const inList = (block: Block, place: BlockPlace) => block.kind === 'list' && place.anchor !== null;

interface BlockPlace {
  readonly speech: Point | null;
  readonly speechName: string;
  readonly anchor: BlockAnchor | null;
  readonly heading: HeadingDate | null;
}

/** From which day each block speaks: that of the dateline or dated heading above, else the document's. */
function placeBlocks(
  text: string,
  blocks: readonly Block[],
  found: readonly (readonly Found[])[],
  headings: ReadonlyMap<number, HeadingDate>,
  date: DocumentDate | null,
): BlockPlace[] {
  const speech = date ? pointFromEdtf(date.edtf) : null;
  const places: BlockPlace[] = [];
  let dateline: { readonly under: number; readonly place: BlockPlace } | null = null;
  blocks.forEach((block, i) => {
    const own = headings.get(i) ?? null;
    const above = block.heading >= 0 ? (places[block.heading]?.heading ?? null) : null;
    const place = placeUnder(text, own ?? above, speech);
    const first = found[i]![0];
    const day = own ? null : datelineOf(text, block, first, place.speech);
    if (day && first && first.start !== date?.at?.start) {
      const words = text.slice(first.start, first.end);
      const name = `dateline ${words}`;
      const mention = { start: first.start, end: first.end, text: words };
      const anchor: BlockAnchor = { ...edtfOf(day), mention, kind: 'dateline', how: name };
      dateline = {
        under: block.heading,
        place: { speech: day, speechName: name, anchor, heading: place.heading },
      };
    }
    const goesOn = dateline !== null && dateline.under === block.heading && block.kind !== 'heading' && !own;
    places.push(goesOn ? dateline!.place : place);
  });
  return places;
}

function placeUnder(text: string, heading: HeadingDate | null, speech: Point | null): BlockPlace {
  if (!heading) return { speech, speechName: "the document's date", anchor: null, heading: null };
  const words = text.slice(heading.start, heading.end);
  const name = `heading ${words}${heading.yearFrom ? ` → ${heading.yearFrom}` : ''}`;
  const mention = { start: heading.start, end: heading.end, text: words };
  // A heading that names a day is where its lines speak from; "1917" or "March" only says what they tell of.
  const daily = heading.last.unit === 'day';
  return {
    speech: daily ? heading.last : speech,
    speechName: daily ? name : "the document's date",
    anchor: { ...spanOf(heading), mention, kind: 'heading', how: name },
    heading,
  };
}

/** A picture is of the day its own caption names. */
function anchorsOf(
  blocks: readonly Block[],
  places: readonly BlockPlace[],
  mentions: readonly DatedMention[],
): (BlockAnchor | null)[] {
  const anchors = places.map((place) => place.anchor);
  for (const { block, edtf, precision, start, end, text, how, type } of mentions) {
    if (
      blocks[block]!.kind !== 'caption' ||
      anchors[block]?.kind === 'caption' ||
      !edtf ||
      !precision ||
      type === 'DURATION'
    )
      continue;
    anchors[block] = { edtf, precision, mention: { start, end, text }, kind: 'caption', how };
  }
  return anchors;
}

function spanOf(heading: HeadingDate): { edtf: string; precision: BlockAnchor['precision'] } {
  const first = edtfOf(heading.first);
  if (heading.first.start === heading.last.start) return first;
  return { edtf: `${first.edtf}/${edtfOf(heading.last).edtf}`, precision: edtfOf(heading.last).precision };
}

/** Index of the sentence in which each expression of a block begins. Both run in order, so one pass is enough. */
function sentencesOf(block: Block, found: readonly Found[]): number[] {
  let at = 0;
  return found.map(({ start }) => {
    while (at + 1 < block.sentences.length && block.sentences[at + 1]!.start <= start) at++;
    return at;
  });
}

interface Standing {
  /** Index of the block, and of the expression in it. */
  readonly i: number;
  readonly nth: number;
  readonly each: Found;
  readonly sentence: TextSpan;
  readonly utterance: boolean;
  readonly regime: Step['regime'];
}

function stepOf(
  text: string,
  blocks: readonly Block[],
  found: readonly (readonly Found[])[],
  own: HeadingDate | undefined,
  place: BlockPlace,
  { i, nth, each, sentence, utterance, regime }: Standing,
): Step {
  const block = blocks[i]!;
  let said = each.said;
  // The heading's year was found with those of its neighbours.
  if (
    own &&
    own.yearFrom !== null &&
    each.start >= own.start &&
    each.start < own.end &&
    said.year === undefined
  ) {
    said = { ...said, year: yearOf(each.start === own.start ? own.first : own.last) };
  }
  const opens = nth === 0 && i > 0 && blocks[i - 1]!.kind === 'heading' && block.kind !== 'heading';
  const entry = nth === 0 && own !== undefined && block.kind !== 'heading';
  const restart = entry || (opens && place.heading?.block === block.heading) ? place.heading : null;
  return {
    said,
    words: text.slice(each.start, each.end),
    regime,
    speech: place.speech,
    speechName: place.speechName,
    tense: utterance ? 'none' : tenseAround(text, sentence, each),
    utterance,
    aside: isAside(text, each, found[i]![nth - 1]),
    restart: restart ? { point: restart.first, name: place.anchor!.how } : null,
  };
}

/** Dates in brackets, behind "since", "the 1905 …": told in passing. */
function isAside(text: string, each: Found, before: Found | undefined): boolean {
  const words = text.slice(Math.max(0, each.start - 14), each.start);
  if (/\((?:[^)]*)$/.test(words) || /\b(?:since|the|of the|his|her|their|its)\s+$/i.test(words)) return true;
  return before?.tie !== null && before?.tie !== undefined && before.tie.end === each.end;
}

interface Where {
  readonly block: number;
  readonly sentence: number;
  readonly heading: HeadingDate | undefined;
}

function mentionOf(
  text: string,
  found: Found,
  { said }: Step,
  { reading, others }: Chosen,
  next: Chosen | undefined,
  { block, sentence, heading }: Where,
): DatedMention {
  const words = text.slice(found.start, found.end);
  const inHeading =
    heading?.yearFrom && found.start >= heading.start && found.start < heading.end ? heading : null;
  const steps = inHeading ? [inHeading.yearFrom!] : reading.steps;
  const rivals = others.filter((other) => other !== reading);
  const margin = rivals.reduce((least, other) => Math.min(least, other.cost - reading.cost), SURE);
  return {
    start: found.start,
    end: found.end,
    text: words,
    type: said.type === 'DATE' && (said.daypart || said.clock !== undefined) ? 'TIME' : said.type,
    value: reading.value,
    mod: reading.mod,
    edtf: reading.edtf,
    precision: reading.edtf ? reading.precision : null,
    route: steps.length === 0 ? 'explicit' : 'relative',
    how: [words.replace(/\s+/g, ' '), ...steps].join(' → '),
    confidence: confidenceOf(steps, margin, inHeading?.margin ?? SURE),
    alternatives: rivals.flatMap(({ edtf, cost }) => (edtf && cost - reading.cost < CLOSE ? [edtf] : [])),
    block,
    sentence,
    range: rangeOf(found, reading, next?.reading),
  };
}

/** A margin without a rival. */
const SURE = 9;
/** A reading that costs this much more is no alternative. */
const CLOSE = 2;

/** Printed dates are nearly always right; of the others the nearest rival tells how far they can be trusted. */
function confidenceOf(steps: readonly string[], margin: number, heading: number): number {
  const base = steps.length === 0 ? 0.97 : 0.9;
  const rival = margin < SURE ? 0.35 / (1 + Math.max(0, margin) * 2.5) : 0;
  const order = heading < SURE ? 0.25 / (1 + heading * 2) : 0;
  return Math.round(Math.max(0.3, base - rival - order) * 100) / 100;
}

function rangeOf(found: Found, first: Resolved, second: Resolved | undefined): DatedMention['range'] {
  if (!found.tie || !first.point || !second?.point || !first.edtf || !second.edtf) return null;
  const from = first.edtf.split('/')[0]!;
  const to = second.edtf.split('/').at(-1)!;
  if (first.point.start > second.point.start) return null;
  const precision =
    FINENESS[first.point.unit] > FINENESS[second.point.unit] ? first.precision! : second.precision!;
  return { start: found.tie.start, end: found.tie.end, edtf: `${from}/${to}`, precision };
}
