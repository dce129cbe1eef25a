import type { Document } from '../model/document.ts';
import type { Route } from '../model/when.ts';
import { dateDocument } from './anchors.ts';
import { findBlocks } from './blocks.ts';
import { type Found, findDates } from './dates/find.ts';
import { holding, type Point } from './dates/point.ts';
import { tieRanges } from './dates/ranges.ts';
import { type Place, pointFromEdtf, type Resolved, resolve } from './dates/resolve.ts';
import type { Block, BlockAnchor, DatedMention, Reading, ReadOptions, Regime } from './reading.ts';

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
  const found = blocks.map((block) => tieRanges(text, findDates(text, block)));
  const date = dateDocument(document, blocks, found, options);
  const speech = date ? pointFromEdtf(date.edtf) : null;
  const anchors: (BlockAnchor | null)[] = [];
  const regimes: Regime[] = [];
  const mentions: DatedMention[] = [];
  const place: Place = {
    regime: 'report',
    speech,
    speechName: "the document's date",
    story: null,
    tense: 'none',
  };
  const regime = regimeOf(found.flat(), speech);
  blocks.forEach((block, index) => {
    const above = block.heading >= 0 ? (anchors[block.heading] ?? null) : null;
    let anchor = above;
    place.regime = regime;
    const anchorPoint = above ? pointFromEdtf(above.edtf) : null;
    place.speech = anchorPoint ?? speech;
    place.speechName = above ? `heading ${above.mention.text}` : "the document's date";
    const own = found[index]!;
    const resolved = own.map(({ said, start }) => {
      place.tense = tenseAround(text, block, start);
      const answer = resolve(said, place);
      if (answer.point && FINE_ENOUGH.has(answer.point.unit)) place.story = answer.point;
      return answer;
    });
    own.forEach((each, i) => {
      const mention = mentionOf(text, each, resolved[i]!, resolved[i + 1], block, index);
      mentions.push(mention);
      if (
        block.kind === 'heading' &&
        i === 0 &&
        mention.edtf &&
        mention.end - mention.start >= (block.end - block.start) * 0.5
      ) {
        const whole = mention.range ?? mention;
        anchor = {
          edtf: whole.edtf!,
          precision: whole.precision!,
          mention: { start: whole.start, end: whole.end, text: text.slice(whole.start, whole.end) },
          kind: 'heading',
          how: mention.how,
        };
      }
    });
    anchors.push(anchor);
    regimes.push(regime);
  });
  return { document: { ...document, date }, blocks, regimes, anchors, mentions };
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

const FINE_ENOUGH = new Set<Point['unit']>(['day', 'week', 'month', 'season', 'quarter', 'half', 'year']);

/** Report when most years said are near the day of speaking; narrative when they lie far from it. */
function regimeOf(found: readonly Found[], speech: Point | null): Regime {
  const near = speech ? holding(speech.start, 'year').start : null;
  let far = 0;
  let close = 0;
  for (const { said } of found) {
    if (said.year !== undefined) {
      const gap =
        near === null ? 9999 : Math.abs(near - holding((said.year - 1970) * 365.2425, 'year').start);
      if (gap > 800) far++;
      else close++;
    } else if (said.from === 'speech' || said.weekday !== undefined) close++;
  }
  return far > close * 2 ? 'narrative' : 'report';
}

const FUTURE =
  /\b(?:will|shall|would|going to|next|plans?|planned|scheduled|expected|due|set to|upcoming|to be held|tomorrow)\b/i;

function tenseAround(text: string, block: Block, at: number): Place['tense'] {
  const sentence = block.sentences.find((s) => s.start <= at && at < s.end);
  const words = sentence
    ? text.slice(Math.max(sentence.start, at - 120), Math.min(sentence.end, at + 80))
    : '';
  return FUTURE.test(words) ? 'future' : 'past';
}

function mentionOf(
  text: string,
  found: Found,
  resolved: Resolved,
  next: Resolved | undefined,
  block: Block,
  index: number,
): DatedMention {
  const words = text.slice(found.start, found.end);
  const route: Route = resolved.explicit ? 'explicit' : 'relative';
  const tie = found.tie;
  const range =
    tie &&
    resolved.edtf &&
    next?.edtf &&
    !resolved.edtf.includes('/') &&
    !next.edtf.includes('/') &&
    resolved.point &&
    next.point &&
    resolved.point.start <= next.point.start
      ? { start: tie.start, end: tie.end, edtf: `${resolved.edtf}/${next.edtf}`, precision: next.precision! }
      : null;
  return {
    start: found.start,
    end: found.end,
    text: words,
    type: found.said.daypart || found.said.clock !== undefined ? 'TIME' : found.said.type,
    value: resolved.value,
    mod: resolved.mod,
    edtf: resolved.edtf,
    precision: resolved.edtf ? resolved.precision : null,
    route,
    how: [words, ...resolved.steps].join(' → '),
    confidence: resolved.confidence,
    alternatives: resolved.alternatives,
    block: index,
    sentence: Math.max(
      0,
      block.sentences.findIndex((s) => s.start <= found.start && found.start < s.end),
    ),
    range,
  };
}
