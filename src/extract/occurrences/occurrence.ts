import type { TextSpan } from '../../model/document.ts';
import type { Precision } from '../../model/edtf.ts';
import type { SourceMention, Status } from '../../model/event.ts';
import { type Route, type When, when } from '../../model/when.ts';
import { type Clause, type Parse, parseClauses } from '../clauses.ts';
import { isEventNoun } from '../eventWords.ts';
import { type Token, tokensOf, verbGroups } from '../language.ts';
import type { DatedMention, Reading } from '../reading.ts';
import type { Judged } from '../status.ts';

/** A passage that tells of something that happens at a date. */
export interface Occurrence {
  /** `clause`: a verb tells it. `noun`: a noun does ("the 1906 earthquake"). `named`: a thing made ("ORLA (Vos, 1966)"). `headline`: a press item. */
  readonly kind: 'clause' | 'noun' | 'named' | 'figure' | 'headline';
  /** Index of the block and of the sentence in it. */
  readonly block: number;
  readonly sentence: number;
  /** What is quoted: the sentence. */
  readonly passage: TextSpan;
  /** Tokens of the passage, and which of them tell it: [first, last]. */
  readonly tokens: readonly Token[];
  readonly core: readonly [number, number];
  readonly parse: Parse;
  /** Set where a verb tells it. */
  readonly clause: Clause | null;
  /** The verb or noun in its base form. */
  readonly head: string;
  /** What to call it where no verb or noun does: a figure's label and number. */
  readonly label?: string;
  readonly time: When;
  readonly mention: SourceMention;
  /** Token stretches that say the date, to be left out of a title. */
  readonly dated: readonly (readonly [number, number])[];
  /** Other words of time in the passage, "last week", "on Monday": no title shows them either. */
  readonly timed: readonly (readonly [number, number])[];
  readonly status: Status;
  /** 0 … 1, how sure the signs are that this is an occurrence with this date; not calibrated. */
  readonly evidence: number;
  /** The occurrence of a sentence before that this one only goes on about, or null. */
  readonly elaborates: Occurrence | null;
}

export interface Sentence {
  readonly reading: Reading;
  readonly block: number;
  readonly index: number;
  readonly span: TextSpan;
  readonly tokens: readonly Token[];
  readonly parse: Parse;
  readonly mentions: readonly DatedMention[];
  readonly question: boolean;
}

export function readSentence(
  reading: Reading,
  block: number,
  index: number,
  span: TextSpan,
  mentions: readonly DatedMention[],
): Sentence {
  const text = reading.words;
  const tokens = tokensOf(text, span.start, span.end);
  const dates = new Set<number>();
  tokens.forEach((t, i) => {
    if (mentions.some((m) => m.edtf !== null && t.start < m.end && t.end > m.start)) dates.add(i);
  });
  return {
    reading,
    block,
    index,
    span,
    tokens,
    parse: parseClauses(tokens, verbGroups(tokens), dates),
    mentions,
    question: /\?["”’)]*$/.test(text.slice(Math.max(span.start, span.end - 4), span.end).trim()),
  };
}

type Parts = Omit<Occurrence, 'block' | 'sentence' | 'passage' | 'tokens' | 'parse' | 'elaborates' | 'timed'>;

/**
 * An occurrence of a sentence. In a long text its tokens are asked for anew each time: it has too many to hold them all.
 * @param elaborates the occurrence that it only goes on about.
 */
export function make(sentence: Sentence, parts: Parts, elaborates: Occurrence | null = null): Occurrence {
  const { block, index, span, parse, reading } = sentence;
  const held: Held = {
    ...parts,
    elaborates,
    block,
    sentence: index,
    passage: { start: span.start, end: span.end },
    parse,
    timed: timedIn(sentence),
    words: reading.words,
  };
  if (reading.words.length <= LONGEST_HELD) return { ...held, tokens: sentence.tokens };
  return Object.defineProperty(held, 'tokens', TOKENS) as Held & Pick<Occurrence, 'tokens'>;
}

/** Characters of a text whose occurrences hold their tokens. */
const LONGEST_HELD = 200_000;

interface Held extends Omit<Occurrence, 'tokens'> {
  /** What the passage is cut from. */
  readonly words: string;
}

/** One for all: an object with a getter of its own takes several times as much. */
const TOKENS: PropertyDescriptor & ThisType<Held> = {
  enumerable: true,
  get() {
    return tokensOf(this.words, this.passage.start, this.passage.end);
  },
};

export function carry(
  sentence: Sentence,
  judged: Judged,
  time: When,
  mention: TextSpan & { readonly text: string },
  how: string,
  evidence: number,
  elaborates: Occurrence | null = null,
): Occurrence {
  const parts: Parts = {
    kind: 'clause',
    core: [judged.clause.first, judged.clause.last],
    clause: judged.clause,
    head: judged.clause.verb.lemma,
    time,
    mention: { start: mention.start, end: mention.end, text: mention.text, how },
    dated: [],
    status: judged.status,
    evidence,
  };
  return make(sentence, parts, elaborates);
}

export const sourceMention = (m: DatedMention): SourceMention => {
  const span = m.range ?? m;
  return { start: span.start, end: span.end, text: '', how: m.how };
};

/** The date that a mention gives: "since 2014" with a perfect goes on, "until 1925" ends. */
export function timeOf(m: DatedMention, lead: string, clause: Clause | null): When {
  const edtf = m.range?.edtf ?? m.edtf ?? '';
  const precision = m.range?.precision ?? m.precision ?? undefined;
  if (!edtf.includes('/')) {
    if (lead === 'since' && clause?.verb.perfect && clause.verb.tense === 'past')
      return timeFrom(`${edtf}/..`, m.route);
    if (lead === 'until' || lead === 'till') return timeFrom(`../${edtf}`, m.route);
  }
  return when(edtf, m.route, precision ?? undefined, m.range ? [] : m.alternatives);
}

export function timeFrom(edtf: string, how: Route, precision?: Precision): When {
  return when(edtf, how, precision);
}

export const headNoun = (tokens: readonly Token[], from: number): string => {
  const eventful = tokens.find(
    (t, i) => i >= from && (isEventNoun(t.lower) || (t.pos === 'NOUN' && isEventNoun(t.lemma))),
  );
  if (eventful) return eventful.pos === 'NOUN' ? eventful.lemma : eventful.lower;
  for (let i = from; i < tokens.length; i++) {
    const t = tokens[i];
    if (t && t.pos === 'NOUN' && tokens[i + 1]?.pos !== 'NOUN') return t.lemma;
  }
  return tokens[from]?.lemma ?? '';
};

/** Dates and times that stand for themselves: behind a preposition, or "last week", "yesterday". */
function timedIn({ mentions, tokens }: Sentence): (readonly [number, number])[] {
  return mentions.flatMap((m) => {
    if (m.type !== 'DATE' && m.type !== 'TIME') return [];
    const first = tokens.findIndex((t) => t.end > m.start);
    if (first < 0) return [];
    let last = first;
    while (last + 1 < tokens.length && (tokens[last + 1]?.start ?? 0) < m.end) last++;
    const before = tokens[first - 1];
    const after = tokens[last + 1];
    const alone =
      /^(?:last|next|this|yesterday|today|tomorrow|earlier|later|now|recently|currently|\w+day)$/.test(
        tokens[first]?.lower ?? '',
      );
    const names = after?.pos === 'NOUN' || after?.pos === 'PROPN' || after?.lower === "'s";
    return !names && (alone || before?.pos === 'ADP') ? [[first, last] as const] : [];
  });
}
