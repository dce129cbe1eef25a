import type { Document } from '../model/document.ts';
import type { Route } from '../model/when.ts';
import { dateDocument, dateHeadings, type HeadingDate } from './anchors.ts';
import { findBlocks } from './blocks.ts';
import { type Found, findDates } from './dates/find.ts';
import { edtfOf, FINENESS, type Point, timexOf } from './dates/point.ts';
import { tieRanges } from './dates/ranges.ts';
import { evidence, regimesOf } from './dates/regime.ts';
import { pointFromEdtf, type Resolved } from './dates/resolve.ts';
import { tenseAround } from './dates/tense.ts';
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
  const { text } = document;
  const blocks = findBlocks(text, document.format);
  const utterance = options.date !== undefined && text.length < LONGEST_UTTERANCE && blocks.length <= 2;
  const found = blocks.map((block) => tieRanges(text, findDates(text, block, utterance)));
  const date = dateDocument(document, blocks, found, options);
  const speech = date ? pointFromEdtf(date.edtf) : null;
  const headings = new Map(
    utterance ? [] : dateHeadings(text, blocks, found, speech).map((each) => [each.block, each]),
  );
  const places = placeBlocks(text, blocks, headings, speech);
  const regimes = regimesOf(
    blocks.map((block, i) =>
      block.kind === 'heading'
        ? 0
        : evidence(found[i]!, places[i]!.speech, text.slice(block.start, block.end)),
    ),
  );
  blocks.forEach((_, i) => {
    // "the former minister" dates nothing; only a history means the time before by it.
    if (regimes[i]!.regime === 'report') found[i] = found[i]!.filter((each) => !isFormer(text, each));
  });
  const steps: Step[] = [];
  blocks.forEach((block, i) => {
    for (const [nth, each] of found[i]!.entries()) {
      steps.push(
        stepOf(text, blocks, found, headings, places[i]!, {
          block,
          i,
          nth,
          each,
          utterance,
          regime: regimes[i]!.regime,
        }),
      );
    }
  });
  const chosen = walk(steps);
  const mentions: DatedMention[] = [];
  let at = 0;
  blocks.forEach((block, i) => {
    const own = found[i]!;
    own.forEach((each, nth) => {
      const next = nth + 1 < own.length ? chosen[at + 1] : undefined;
      mentions.push(mentionOf(text, each, steps[at]!, chosen[at]!, next, block, i, headings.get(i)));
      at++;
    });
  });
  return {
    document: { ...document, date },
    blocks,
    regimes: regimes.map(({ regime }, i) => (inList(blocks[i]!, places[i]!) ? 'list' : regime)),
    anchors: places.map((place) => place.anchor),
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
  return reading.mentions.map(({ start, end, text: words, type, value }) => ({
    start,
    end,
    text: words,
    type,
    value,
  }));
}

const isFormer = (text: string, { start, end }: Found) =>
  end - start === 6 && /^former$/i.test(text.slice(start, end));

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

/** From which day each block speaks: that of the dated heading above, else the document's. */
function placeBlocks(
  text: string,
  blocks: readonly Block[],
  headings: ReadonlyMap<number, HeadingDate>,
  speech: Point | null,
): BlockPlace[] {
  const places: BlockPlace[] = [];
  blocks.forEach((block, i) => {
    const own = headings.get(i) ?? null;
    const above = block.heading >= 0 ? (places[block.heading]?.heading ?? null) : null;
    const heading = own ?? above;
    if (!heading) {
      places.push({ speech, speechName: "the document's date", anchor: null, heading: null });
      return;
    }
    const words = text.slice(heading.start, heading.end);
    const name = `heading ${words}${heading.yearFrom ? ` → ${heading.yearFrom}` : ''}`;
    // A heading that names a day is where its lines speak from; "1917" or "March" only says what they tell of.
    const daily = heading.last.unit === 'day';
    places.push({
      speech: daily ? heading.last : speech,
      speechName: daily ? name : "the document's date",
      anchor: {
        ...spanOf(heading),
        mention: { start: heading.start, end: heading.end, text: words },
        kind: 'heading',
        how: name,
      },
      heading,
    });
  });
  return places;
}

function spanOf(heading: HeadingDate): { edtf: string; precision: BlockAnchor['precision'] } {
  const first = edtfOf(heading.first);
  if (heading.first.start === heading.last.start) return first;
  return { edtf: `${first.edtf}/${edtfOf(heading.last).edtf}`, precision: edtfOf(heading.last).precision };
}

interface Standing {
  readonly block: Block;
  readonly i: number;
  readonly nth: number;
  readonly each: Found;
  readonly utterance: boolean;
  readonly regime: Step['regime'];
}

function stepOf(
  text: string,
  blocks: readonly Block[],
  found: readonly (readonly Found[])[],
  headings: ReadonlyMap<number, HeadingDate>,
  place: BlockPlace,
  { block, i, nth, each, utterance, regime }: Standing,
): Step {
  const sentence = block.sentences.find((s) => s.start <= each.start && each.start < s.end) ?? block;
  const own = headings.get(i);
  let said = each.said;
  // The heading's year was found with those of its neighbours.
  if (
    own &&
    own.yearFrom !== null &&
    each.start >= own.start &&
    each.start < own.end &&
    said.year === undefined
  ) {
    said = { ...said, year: yearIn(each.start === own.start ? own.first : own.last) };
  }
  const previous = i > 0 ? blocks[i - 1]! : null;
  const opens = nth === 0 && previous?.kind === 'heading' && block.kind !== 'heading';
  const restart = opens && place.heading && place.heading.block === block.heading ? place.heading : null;
  return {
    said,
    words: text.slice(each.start, each.end),
    regime,
    speech: place.speech,
    speechName: place.speechName,
    tense: utterance ? 'none' : tenseAround(text, sentence, each),
    utterance,
    aside: isAside(text, each, found[i]![nth - 1]),
    restart: restart
      ? {
          point: restart.first,
          name: place.speechName.startsWith('heading')
            ? place.speechName
            : `heading ${text.slice(restart.start, restart.end)}`,
        }
      : null,
  };
}

const yearIn = (point: Point) => Number(timexOf(point).slice(0, 4));

/** Dates in brackets, behind "since", "the 1905 …": told in passing. */
function isAside(text: string, each: Found, before: Found | undefined): boolean {
  const words = text.slice(Math.max(0, each.start - 14), each.start);
  if (/\((?:[^)]*)$/.test(words) || /\b(?:since|the|of the|his|her|their|its)\s+$/i.test(words)) return true;
  return before?.tie !== null && before?.tie !== undefined && before.tie.end === each.end;
}

const ROUTE_NAMES = {
  heading: 'heading',
  relative: 'relative',
  explicit: 'explicit',
} as const satisfies Record<string, Route>;

function mentionOf(
  text: string,
  found: Found,
  step: Step,
  { reading, others }: Chosen,
  next: Chosen | undefined,
  block: Block,
  index: number,
  own: HeadingDate | undefined,
): DatedMention {
  const words = text.slice(found.start, found.end);
  const inHeading = own && own.yearFrom !== null && found.start >= own.start && found.start < own.end;
  const steps = inHeading ? [own.yearFrom!] : reading.steps;
  const margin = others
    .filter((other) => other !== reading)
    .reduce((least, other) => Math.min(least, other.cost - reading.cost), 9);
  const confidence = confidenceOf(reading, margin, inHeading ? own.margin : 9);
  return {
    start: found.start,
    end: found.end,
    text: words,
    type:
      step.said.type === 'DATE' && (step.said.daypart || step.said.clock !== undefined)
        ? 'TIME'
        : step.said.type,
    value: reading.value,
    mod: reading.mod,
    edtf: reading.edtf,
    precision: reading.edtf ? reading.precision : null,
    route: steps.length === 0 ? ROUTE_NAMES.explicit : ROUTE_NAMES.relative,
    how: [words.replace(/\s+/g, ' '), ...steps].join(' → '),
    confidence,
    alternatives: others.flatMap((other) =>
      other !== reading && other.edtf && other.cost - reading.cost < 2 ? [other.edtf] : [],
    ),
    block: index,
    sentence: Math.max(
      0,
      block.sentences.findIndex((s) => s.start <= found.start && found.start < s.end),
    ),
    range: rangeOf(found, reading, next?.reading),
  };
}

/** Printed dates are nearly always right; of the others the nearest rival tells how far they can be trusted. */
function confidenceOf(reading: Resolved, margin: number, heading: number): number {
  const base = reading.steps.length === 0 ? 0.97 : 0.9;
  const doubt = 0.35 / (1 + Math.max(0, margin) * 2.5) + 0.25 / (1 + heading * 2);
  const cut = margin < 9 || heading < 9 ? doubt : 0;
  return Math.round(Math.max(0.3, base - cut) * 100) / 100;
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
