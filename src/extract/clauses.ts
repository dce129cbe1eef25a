import { isFiniteTense, isPlainParticiple, type Token, type VerbGroup } from './language.ts';

/**
 * What a clause is to the sentence. `main`: it stands for itself. `content`: what someone says, thinks or shows.
 * `time`: after, before, when … `condition`: if, unless, whether. `ground`: because, although, so that. `relative`:
 * who, which, where. `reduced`: a participle for a relative clause ("the line opened in 1901"). `gerund`: "after
 * leaving Bonn", "becoming the first".
 */
export type ClauseKind =
  | 'main'
  | 'content'
  | 'time'
  | 'condition'
  | 'ground'
  | 'relative'
  | 'reduced'
  | 'gerund';

/** A verb with what belongs to it. Token indices into the sentence's tokens. */
export interface Clause {
  readonly kind: ClauseKind;
  /** First and last token of the stretch around the verb; fronted words before an embedded clause are not in it. */
  readonly first: number;
  readonly last: number;
  readonly verb: VerbGroup;
  /** Index of the first token behind the word that opens the clause (`after`, `which`, `and`). */
  readonly opening: number;
  /** The words that do it or to whom it is done, [first, last]; null where there are none. */
  readonly subject: readonly [number, number] | null;
  /** The subject stands elsewhere: in the clause before ("came and went") or before a `which`. */
  readonly borrowed: boolean;
  /** Index of the clause whose verb takes this one, or -1. */
  readonly parent: number;
}

/** The clauses of a sentence, and to which each token belongs. */
export interface Parse {
  readonly clauses: readonly Clause[];
  /** Index of a clause for each token, or -1 where the sentence has none. Parallel to the tokens. */
  readonly owner: readonly number[];
}

const TIME = new Set([
  'after',
  'before',
  'when',
  'while',
  'since',
  'until',
  'till',
  'once',
  'as',
  'whenever',
]);
const CONDITION = new Set(['if', 'unless', 'whether', 'provided', 'lest']);
const GROUND = new Set(['because', 'although', 'though', 'whereas', 'so', 'albeit', 'except']);
const RELATIVE = new Set(['who', 'which', 'whom', 'whose', 'where', 'that', 'what', 'how', 'why']);
const COORDINATORS = new Set(['and', 'but', 'or', 'yet', 'nor']);
const HARD_STOPS = new Set([';', ':', '—', '–', '(', ')', '[', ']', '--', '…', '...']);
const QUOTES = new Set(['“', '”', '"', '„', '«', '»']);

/** Verbs (in base form) whose object is often a clause: what it says is said, not done. */
export const SAYING = new Set(
  (
    'say tell state claim argue assert maintain insist believe think note add announce report warn declare reiterate emphasize emphasise ' +
    'stress explain predict suggest contend affirm recall admit acknowledge deny hope expect fear estimate reckon write observe remark ' +
    'promise vow reply respond comment boast profess show reveal find indicate learn know hear see agree conclude assess relate confirm ' +
    'describe opine speculate allege testify complain caution mention recommend feel doubt ask wonder'
  ).split(' '),
);

/**
 * Cuts a sentence into clauses, one for each finite verb and for each participle or gerund that carries a clause. Needs
 * no grammar: a clause begins at a word that opens one, at a hard stop, at a comma that has a verb before it, or at its
 * subject. Linear in the number of tokens times the length of a noun phrase.
 * @param dates tokens that say a date: they are nobody's subject.
 */
export function parseClauses(
  tokens: readonly Token[],
  groups: readonly VerbGroup[],
  dates: ReadonlySet<number> = NO_DATES,
): Parse {
  const mended = mendVerbs(tokens, groups);
  const heads = mended.filter((g, i) => carriesClause(tokens, g, mended[i - 1]));
  const starts: number[] = [];
  heads.forEach((g, i) => {
    starts.push(startOf(tokens, g, heads[i - 1], heads));
  });
  const clauses: Clause[] = [];
  heads.forEach((head, i) => {
    const verb = sharesHelper(tokens, head, heads[i - 1]) ? { ...head, passive: true } : head;
    const first = starts[i] ?? verb.first;
    const last = (starts[i + 1] ?? tokens.length) - 1;
    const kind = kindOf(tokens, first, verb, clauses[i - 1]);
    const opening = skipOpening(tokens, first, verb.first);
    const own = subjectIn(tokens, opening, verb, dates);
    const [subject, borrowed] = own ? [own, false] : [borrow(tokens, clauses, kind, first), true];
    clauses.push({
      kind,
      first,
      last,
      verb,
      opening,
      subject,
      borrowed,
      parent: kind === 'main' ? -1 : i - 1,
    });
  });
  return { clauses, owner: owners(tokens, clauses) };
}

/** "was appointed lecturer and elected to the academy": the second verb is passive, too. */
function sharesHelper(tokens: readonly Token[], verb: VerbGroup, before: VerbGroup | undefined): boolean {
  if (!before?.passive || verb.passive || verb.tense !== 'past' || verb.first !== verb.last) return false;
  if (INTRANSITIVE.has(verb.lemma)) return false;
  const coordinator = tokens[verb.first - 1];
  if (!coordinator || !COORDINATORS.has(coordinator.lower)) return false;
  return (
    /(?:ed|en|nt|ld|ht|de)$/.test(tokens[verb.last]?.lower ?? '') &&
    !/^(?:DET|PROPN|PRON|NUM)$/.test(tokens[verb.last + 1]?.pos ?? '')
  );
}

const NO_DATES: ReadonlySet<number> = new Set();

/**
 * Mends what single words cannot show: a capital inside a sentence is no verb ("the Act"), and a past form that has no
 * place for a subject is a participle ("in an interview published on Monday, he said", "a statement issued in May").
 */
function mendVerbs(tokens: readonly Token[], groups: readonly VerbGroup[]): VerbGroup[] {
  // "Should the talks fail": the helper that a condition begins with is no verb of its own.
  const inverted = tokens[0]?.lower === 'should' && groups[0]?.last === 0 && tokens.at(-1)?.text !== '?';
  if (inverted) return mendVerbs(tokens, groups.slice(1));
  const words = tokens.filter((t) => t.pos !== 'PUNCT' && t.pos !== 'NUM');
  const headline = words.filter((t) => t.capital).length > 0.6 * words.length;
  const plain = groups.filter(
    (g, i) =>
      (headline || g.last === 0 || !tokens[g.last]?.capital) &&
      !isBareNoun(tokens, g, groups.slice(0, i)) &&
      !isSide(tokens, g) &&
      !sharesTo(tokens, g, groups[i - 1]),
  );
  const kept = plain.some((g) => isFiniteTense(g.tense)) ? plain : withHiddenVerb(tokens, plain);
  return kept.map((g, i) => {
    // "With sales expected to grow, …": no clause of its own.
    if (g.tense === 'past' && g.first === g.last && tokens[0]?.lower === 'with' && !hasComma(tokens, g.first))
      return { ...g, tense: 'participle' };
    if (g.tense === 'participle' && isHiddenPast(tokens, kept, i)) return { ...g, tense: 'past' };
    if (
      g.tense !== 'past' ||
      g.first !== g.last ||
      !/(?:ed|en|made|held|built|sent|sold|won|told|left|written|known)$/.test(tokens[g.last]?.lower ?? '')
    )
      return g;
    // Nobody is died or arrived.
    if (INTRANSITIVE.has(g.lemma)) return g;
    const finiteBefore = kept.some(
      (k, j) => j < i && isFiniteTense(k.tense) && !isRelativeVerb(tokens, k, kept[j - 1]),
    );
    const finiteAfter = kept.slice(i + 1).some((k) => isFiniteTense(k.tense));
    // "a seed round led by two banks": who does it stands behind `by`, and nothing else in the line is a verb.
    if (!finiteBefore && !finiteAfter && isLedBy(tokens, g)) return { ...g, tense: 'participle' };
    return isParticiple(tokens, g.first, kept[i - 1], finiteBefore, finiteAfter)
      ? { ...g, tense: 'participle' }
      : g;
  });
}

/** "From left, the king and the queen": a side, not a leaving. */
const isSide = (tokens: readonly Token[], g: VerbGroup): boolean =>
  tokens[g.first]?.lower === 'left' &&
  /^(?:from|front|far|back|top|bottom|at|,|\()$/.test(tokens[g.first - 1]?.lower ?? '');

/** "told them to team up and deliver a report": the second verb shares the `to`. */
const sharesTo = (tokens: readonly Token[], g: VerbGroup, before: VerbGroup | undefined): boolean =>
  g.tense === 'present' &&
  g.first === g.last &&
  tokens[g.first]?.lower === g.lemma &&
  tokens[g.first - 1]?.pos === 'CCONJ' &&
  before?.tense === 'infinitive';

/** Verbs without a passive: their past form is never a participle behind a noun. */
const INTRANSITIVE = new Set(
  'die arrive come go fall rise happen occur appear disappear emerge retire resign vanish collapse depart expire erupt live sit stand lie stay remain sleep'.split(
    ' ',
  ),
);

/** "…, whose maps persuaded the town,": the verb of a relative clause is not the sentence's. */
const isRelativeVerb = (tokens: readonly Token[], g: VerbGroup, before: VerbGroup | undefined): boolean =>
  tokens
    .slice(before ? before.last + 1 : 0, g.first)
    .some(
      (t, k) => /^(?:who|whose|which|whom)$/.test(t.lower) && !isUpper(t) && (k > 0 || before !== undefined),
    );

const isUpper = (t: Token): boolean => t.text.length > 1 && t.text === t.text.toUpperCase();

function isLedBy(tokens: readonly Token[], g: VerbGroup): boolean {
  const [by, next] = [tokens[g.last + 1], tokens[g.last + 2]];
  if (by?.lower !== 'by' || !next || g.first === 0 || !isNominal(tokens[g.first - 1]!)) return false;
  // "fell by 3 percent", "passed by the house" and "grew by a third" are what their subject does.
  return next.pos === 'PROPN' && !/^(?:pass|go|come|stand|grow|fall|rise|increase|decrease)$/.test(g.lemma);
}

/** "a 3 percent raise": a base form behind a singular is no verb where there is one already. */
function isBareNoun(tokens: readonly Token[], g: VerbGroup, before: readonly VerbGroup[]): boolean {
  const t = tokens[g.first];
  const previous = tokens[g.first - 1];
  if (
    !t ||
    !previous ||
    g.first !== g.last ||
    g.tense !== 'present' ||
    t.lower !== t.lemma ||
    t.pos === 'AUX'
  )
    return false;
  if (
    previous.pos === 'ADJ' ||
    previous.pos === 'DET' ||
    /^(?:closer|further|better|deeper)$/.test(previous.lower)
  )
    return true;
  const singular =
    (previous.pos === 'NOUN' &&
      previous.lower === previous.lemma &&
      !/^(?:people|police)$/.test(previous.lower)) ||
    /^(?:percent|%)$/.test(previous.lower);
  return singular && before.some((k) => isFiniteTense(k.tense));
}

/** A sentence without a verb may have one that looks like a plural: "The company plans to open a mine". */
function withHiddenVerb(tokens: readonly Token[], groups: readonly VerbGroup[]): readonly VerbGroup[] {
  const at = tokens.findIndex((t, i) => {
    const [before, next] = [tokens[i - 1], tokens[i + 1]];
    if (t.pos !== 'NOUN' || t.capital || t.lower !== `${t.lemma}s` || !before || !next) return false;
    const subject =
      before.pos === 'NOUN' ||
      before.pos === 'ADJ' ||
      before.pos === 'PROPN' ||
      (before.pos === 'PRON' && SUBJECT_PRONOUN.has(before.lower));
    return (
      subject &&
      (next.pos === 'DET' || next.lower === 'to' || (next.pos === 'PRON' && !SUBJECT_PRONOUN.has(next.lower)))
    );
  });
  if (at < 0) return groups;
  const verb: VerbGroup = {
    first: at,
    last: at,
    lemma: tokens[at]?.lemma ?? '',
    tense: 'present',
    passive: false,
    negated: false,
    perfect: false,
    progressive: false,
  };
  return [...groups, verb].sort((a, b) => a.first - b.first);
}

/** "Drivers in Verona walked off after talks collapsed": the only finite verb left stands in an embedded clause. */
function isHiddenPast(tokens: readonly Token[], groups: readonly VerbGroup[], i: number): boolean {
  const g = groups[i];
  if (
    !g ||
    g.first === 0 ||
    isPlainParticiple(tokens[g.last]?.lower ?? '') ||
    tokens[0]?.lower === 'with' ||
    groups.slice(0, i).some((k) => isFiniteTense(k.tense))
  )
    return false;
  if (!isNominal(tokens[g.first - 1] ?? tokens[0]!) || tokens[g.last + 1]?.lower === 'by') return false;
  const next = groups.slice(i + 1).find((k) => isFiniteTense(k.tense));
  if (!next) return true;
  const between = tokens.slice(g.last + 1, next.first);
  return between.some(
    (t) =>
      TIME.has(t.lower) ||
      GROUND.has(t.lower) ||
      CONDITION.has(t.lower) ||
      RELATIVE.has(t.lower) ||
      t.pos === 'CCONJ',
  );
}

const hasComma = (tokens: readonly Token[], before: number): boolean =>
  tokens.slice(0, before).some((t) => t.text === ',');

function isParticiple(
  tokens: readonly Token[],
  at: number,
  before: VerbGroup | undefined,
  finiteBefore: boolean,
  finiteAfter: boolean,
): boolean {
  const next = tokens[at + 1];
  const agent = next?.lower === 'by' || (next?.pos === 'ADJ' && tokens[at + 2]?.lower === 'by');
  const previous = tokens[at - 1] && QUOTES.has(tokens[at - 1]!.text) ? tokens[at - 2] : tokens[at - 1];
  if (!previous) return false;
  if (agent && finiteAfter && isNominal(previous)) return true;
  // ", appointed on 1 July": no subject, no conjunction, and the sentence has its verb.
  if (previous.text === ',' && finiteBefore && next?.pos === 'ADP' && !conjunctionAhead(tokens, at))
    return true;
  const phrase = nounPhraseBefore(tokens, at, before ? before.last + 1 : 0);
  if (phrase === null) return false;
  const led =
    tokens[phrase - 1]?.pos === 'ADP' &&
    /^(?:in|on|at|of|for|to|with|by|from|about|over|under|into)$/.test(tokens[phrase - 1]?.lower ?? '');
  if (led && finiteAfter && noSubjectBehindComma(tokens, phrase - 1, before ? before.last + 1 : 0))
    return true;
  // "In an interview published on Monday, he said".
  const opens =
    phrase === 1 && (tokens[1]?.pos === 'DET' || tokens[1]?.pos === 'PRON') && next?.pos === 'ADP';
  if (led && opens && finiteAfter) return true;
  // "defend the statement on the war issued in May": the noun already is an object.
  if (!before || !isFiniteTense(before.tense) || SAYING.has(before.lemma)) return false;
  for (let k = before.last + 1; k < at; k++) {
    const t = tokens[k];
    if (!t || !(isNominal(t) || t.pos === 'ADP' || t.pos === 'ADV' || QUOTES.has(t.text) || t.text === '-'))
      return false;
    if (t.pos === 'PRON' && SUBJECT_PRONOUN.has(t.lower)) return false;
  }
  return next?.pos === 'ADP';
}

const conjunctionAhead = (tokens: readonly Token[], at: number): boolean =>
  tokens
    .slice(at + 1)
    .some((t, k, rest) => t.pos === 'CCONJ' && (rest[k + 1]?.pos === 'VERB' || rest[k + 1]?.pos === 'AUX'));

/** ", in an interview published …": between the comma and the preposition stands nothing that could be a subject. */
function noSubjectBehindComma(tokens: readonly Token[], from: number, floor: number): boolean {
  for (let k = from - 1; k >= floor; k--) {
    const t = tokens[k];
    if (t?.text === ',' || t?.text === '—' || t?.text === '–') return true;
    if (t && (t.pos === 'NOUN' || t.pos === 'PROPN' || t.pos === 'PRON')) return false;
  }
  return false;
}

/** They look like gerunds and lead a noun. */
const PREPOSITIONS_IN_ING = new Set([
  'accord',
  'include',
  'follow',
  'regard',
  'concern',
  'depend',
  'exclude',
  'bar',
]);

/** Infinitives belong to the verb that takes them; so do gerunds and participles inside a noun phrase. */
function carriesClause(tokens: readonly Token[], g: VerbGroup, before: VerbGroup | undefined): boolean {
  if (isFiniteTense(g.tense)) return true;
  const previous = tokens[g.first - 1];
  const next = tokens[g.last + 1];
  if (g.tense === 'participle') {
    if (!next || !previous) return previous === undefined;
    return next.pos !== 'NOUN' && next.pos !== 'PROPN' && previous.pos !== 'DET' && previous.pos !== 'ADP';
  }
  if (g.tense !== 'gerund' || PREPOSITIONS_IN_ING.has(g.lemma)) return false;
  // "Starting in the 1980s": a preposition in all but form.
  if (/^(?:start|begin)$/.test(g.lemma) && next?.pos === 'ADP') return false;
  if (!previous) return true;
  if (previous.text === ',' || TIME.has(previous.lower)) return true;
  return previous.lower === 'by' && before !== undefined && next !== undefined;
}

/** Where the clause of `g` begins. */
function startOf(
  tokens: readonly Token[],
  g: VerbGroup,
  before: VerbGroup | undefined,
  heads: readonly VerbGroup[],
): number {
  const floor = before ? before.last + 1 : 0;
  if (g.tense === 'participle') return g.first;
  const bracket = openingBefore(tokens, g.first, floor);
  if (bracket >= 0) return startOf(tokens, g, heads.filter((h) => h.last < bracket).at(-1), heads);
  if (g.tense === 'gerund') return gerundStart(tokens, g.first, floor);
  // A verb before this comma or conjunction, on the same side of every harder stop, makes it a border.
  let depth = 0;
  for (let i = g.first - 1; i >= floor; i--) {
    const t = tokens[i];
    if (!t) break;
    if (t.text === ')' || t.text === ']') depth++;
    if (depth > 0) {
      if (t.text === '(' || t.text === '[') depth--;
      continue;
    }
    if (HARD_STOPS.has(t.text) || isDash(tokens, i)) return i + 1;
    if (isOpener(tokens, i, g.first)) return withAdverb(tokens, i, floor);
    if (!before) continue;
    if (t.pos === 'CCONJ' && COORDINATORS.has(t.lower)) {
      const comma = subjectComma(tokens, i, g.first, floor, SAYING.has(before.lemma));
      if (comma < 0) return i;
      i = comma + 1;
    }
    if (t.text !== ',') continue;
    const apposition = isAdverbs(tokens, i + 1, g.first) ? appositionStart(tokens, i, floor) : -1;
    if (apposition < 0) return i + 1;
    i = apposition;
  }
  if (!before) return 0;
  const phrase = nounPhraseBefore(tokens, g.first, floor);
  if (phrase === null) return g.first;
  if (SAYING.has(before.lemma)) return floor;
  return tokens[phrase - 1]?.pos === 'ADP' ? g.first : phrase;
}

/** "a Dash 8-300": a hyphen without spaces belongs to the word. */
const isGlued = (tokens: readonly Token[], i: number): boolean =>
  tokens[i]?.text === '-' &&
  tokens[i - 1]?.end === tokens[i]?.start &&
  tokens[i]?.end === tokens[i + 1]?.start;

/** A hyphen with a space on both sides is a dash. */
const isDash = (tokens: readonly Token[], i: number): boolean =>
  tokens[i]?.text === '-' &&
  (tokens[i - 1]?.end ?? 0) < (tokens[i]?.start ?? 0) &&
  (tokens[i]?.end ?? 0) < (tokens[i + 1]?.start ?? 0);

/** "the college (as it was called) operated": where the bracket opens that closes between `floor` and the verb, or -1. */
function openingBefore(tokens: readonly Token[], verb: number, floor: number): number {
  let depth = 0;
  let closed = false;
  for (let i = verb - 1; i >= 0; i--) {
    const t = tokens[i]?.text;
    if (t === ')') {
      if (i >= floor) closed = true;
      depth++;
    }
    if (t === '(') {
      depth--;
      if (depth < 0) return -1;
      if (depth === 0 && closed) return i < floor ? i : -1;
    }
    if (i < floor && !closed) return -1;
  }
  return -1;
}

/** `after`, `which`, `if` … before a verb; prepositions and demonstratives look alike. */
function isOpener(tokens: readonly Token[], i: number, verb: number): boolean {
  const t = tokens[i];
  if (!t) return false;
  const next = tokens[i + 1];
  if (CONDITION.has(t.lower) || GROUND.has(t.lower)) return t.pos !== 'ADV' || t.lower !== 'so';
  if (t.lower === 'that') return t.pos === 'SCONJ' || t.pos === 'PRON' || i + 1 === verb || t.pos === 'ADP';
  // The WHO is nobody's relative clause.
  if (RELATIVE.has(t.lower)) return t.text.length < 2 || t.text !== t.text.toUpperCase();
  if (!TIME.has(t.lower)) return false;
  if (t.lower === 'when' || t.lower === 'while' || t.lower === 'once') return true;
  // "after the war ended" against "after the war, peace came": only the first has no comma before its verb.
  if (t.lower === 'as' && next?.pos === 'DET') return false;
  // "until her retirement she edited": a phrase, then the clause.
  const own = tokens[verb - 1];
  if (own && i + 1 < verb - 1 && own.pos === 'PRON' && SUBJECT_PRONOUN.has(own.lower)) return false;
  let commas = 0;
  for (let k = i + 1; k < verb; k++) if (tokens[k]?.text === ',') commas++;
  // Two commas set off an apposition: "after Vos, the owner, resigned".
  if (commas === 1) return false;
  return t.pos !== 'ADV';
}

/** "Immediately after replacing": with the words that lead the gerund. */
function gerundStart(tokens: readonly Token[], verb: number, floor: number): number {
  let i = verb;
  while (i - 1 >= floor && (TIME.has(tokens[i - 1]?.lower ?? '') || tokens[i - 1]?.lower === 'by')) i--;
  return i < verb ? withAdverb(tokens, i, floor) : i;
}

/** "shortly after", "days before": the measure belongs to the word that opens the clause. */
function withAdverb(tokens: readonly Token[], opener: number, floor: number): number {
  let i = opener;
  if (tokens[i - 1]?.pos === 'ADP' && RELATIVE.has(tokens[i]?.lower ?? '')) i--;
  while (i - 1 >= floor && tokens[i - 1]?.pos === 'ADV' && tokens[i - 1]?.lower !== 'not') i--;
  return i;
}

/**
 * Whether `and` joins two subjects, as in "…, Ruiz and Vos met", and not two clauses: then the index of the comma
 * before the first of them, else -1. So for "that Ruiz and Vos met", and behind a verb of saying, "said Ruiz and Vos met":
 * then the index of `that`, or of the verb.
 */
function subjectComma(
  tokens: readonly Token[],
  and: number,
  verb: number,
  floor: number,
  said: boolean,
): number {
  const next = tokens[and + 1];
  if (!next || and + 1 >= verb || next.pos === 'ADV' || next.pos === 'PRON') return -1;
  for (let k = and - 1; k >= floor; k--) {
    const t = tokens[k];
    if (t?.text === ',' || (t && isOpener(tokens, k, verb))) return k === and - 1 ? -1 : k;
    if (!t || !isNominal(t)) return -1;
  }
  return said ? floor - 1 : -1;
}

/** ", Ana Ruiz," before its verb: the index of the first comma, or -1 where more than a noun phrase stands there. */
function appositionStart(tokens: readonly Token[], comma: number, floor: number): number {
  for (let k = comma - 1; k >= floor; k--) {
    const t = tokens[k];
    if (t?.text === ',') return k < comma - 1 ? k : -1;
    if (!t || !(isNominal(t) || t.pos === 'ADP' || t.pos === 'CCONJ')) return -1;
  }
  return -1;
}

function isAdverbs(tokens: readonly Token[], from: number, to: number): boolean {
  for (let k = from; k < to; k++) if (tokens[k]?.pos !== 'ADV') return false;
  return true;
}

/** First token of the noun phrase that ends right before `verb`, or null. */
function nounPhraseBefore(tokens: readonly Token[], verb: number, floor: number): number | null {
  let i = verb - 1;
  while (i >= floor && tokens[i]?.pos === 'ADV') i--;
  let first: number | null = null;
  for (; i >= floor; i--) {
    const t = tokens[i];
    if (!t || !isNominal(t)) break;
    first = i;
    if (t.pos === 'DET' || (t.pos === 'PRON' && t.lemma !== t.lower)) break;
  }
  return first;
}

const isNominal = (t: Token): boolean =>
  t.pos === 'NOUN' ||
  t.pos === 'PROPN' ||
  t.pos === 'PRON' ||
  t.pos === 'DET' ||
  t.pos === 'ADJ' ||
  t.pos === 'NUM' ||
  t.lower === "'s" ||
  t.lower === "'";

function kindOf(
  tokens: readonly Token[],
  first: number,
  verb: VerbGroup,
  before: Clause | undefined,
): ClauseKind {
  let i = first;
  while (i < verb.first && (tokens[i]?.pos === 'ADV' || tokens[i]?.text === ',')) {
    if (TIME.has(tokens[i]?.lower ?? '') || CONDITION.has(tokens[i]?.lower ?? '')) break;
    i++;
  }
  const opener = tokens[i];
  const previous = tokens[i - 1];
  if (verb.tense === 'participle') return 'reduced';
  if (verb.tense === 'gerund') return 'gerund';
  if (!opener || i >= verb.first) return before && takesContent(before, first) ? 'content' : 'main';
  const word = opener.pos === 'ADP' && tokens[i + 1] ? (tokens[i + 1]?.lower ?? '') : opener.lower;
  if (CONDITION.has(opener.lower) || isInverted(tokens, i, verb)) return 'condition';
  if (TIME.has(opener.lower) && isOpener(tokens, i, verb.first)) return 'time';
  if (GROUND.has(opener.lower)) return 'ground';
  if (opener.lower === 'that') {
    if (!previous) return 'main';
    if (before && hasOwnObject(tokens, before, i)) return 'relative';
    return previous.pos === 'VERB' || (before && takesContent(before, first)) ? 'content' : isThat(tokens, i);
  }
  const named = opener.text.length > 1 && opener.text === opener.text.toUpperCase();
  if (!named && (RELATIVE.has(opener.lower) || (opener.pos === 'ADP' && RELATIVE.has(word)))) {
    return !previous || previous.pos === 'VERB' ? 'content' : 'relative';
  }
  if (before && takesContent(before, first) && !COORDINATORS.has(opener.lower) && previous?.text !== ',')
    return 'content';
  if (before?.kind === 'content' && COORDINATORS.has(opener.lower) && previous?.text !== ',') {
    const goesOn = i + 1 === verb.first && before.verb.tense !== verb.tense;
    return goesOn ? 'main' : 'content';
  }
  return 'main';
}

/** Verbs that tell someone something: whom stands between them and `that`. */
const TELLING = new Set(
  'tell inform assure warn remind notify show convince persuade advise promise'.split(' '),
);

/** "observed a comet that": the verb has its object, which the clause describes. */
function hasOwnObject(tokens: readonly Token[], { verb, last }: Clause, that: number): boolean {
  const noun = tokens[that - 1];
  if (TELLING.has(verb.lemma) || last !== that - 1 || noun?.pos !== 'NOUN') return false;
  if (CONTENT_NOUNS.has(noun.lemma)) return false;
  return tokens
    .slice(verb.last + 1, that)
    .every(
      (t, k) => /^(?:DET|ADJ|NOUN|NUM|PROPN)$/.test(t.pos) && (k > 0 || t.pos === 'DET' || t.pos === 'NUM'),
    );
}

/** "Should the talks fail, …", "Had he stayed, …": a helper before its subject sets a condition. */
const isInverted = (tokens: readonly Token[], i: number, verb: VerbGroup): boolean =>
  /^(?:should|had|were)$/.test(tokens[i]?.lower ?? '') &&
  i + 1 < verb.last &&
  /^(?:DET|PROPN|PRON)$/.test(tokens[i + 1]?.pos ?? '') &&
  tokens.at(-1)?.text !== '?';

/** "the claim that trade fell" is content, "the firm that fell", "the land that it took" are relative. */
const isThat = (tokens: readonly Token[], that: number): ClauseKind =>
  CONTENT_NOUNS.has(tokens[that - 1]?.lemma ?? '') ? 'content' : 'relative';
const CONTENT_NOUNS = new Set(
  (
    'fact claim belief idea view news hope proof sign evidence announcement report conclusion warning statement fear assumption allegation ' +
    'suggestion possibility danger risk doubt promise argument notion assertion condition question'
  ).split(' '),
);

const takesContent = (clause: Clause, at: number): boolean =>
  SAYING.has(clause.verb.lemma) &&
  isFiniteTense(clause.verb.tense) &&
  at - clause.verb.last <= REACH_OF_SAYING;
/** Tokens between a verb of saying and the clause it takes: "told the Russian state media on Wednesday that". */
const REACH_OF_SAYING = 14;

function skipOpening(tokens: readonly Token[], first: number, verb: number): number {
  let i = first;
  while (i < verb) {
    const t = tokens[i];
    if (!t) break;
    const opens =
      (TIME.has(t.lower) && isOpener(tokens, i, verb)) ||
      CONDITION.has(t.lower) ||
      GROUND.has(t.lower) ||
      (RELATIVE.has(t.lower) && t.pos !== 'DET' && t.text !== t.text.toUpperCase()) ||
      t.pos === 'CCONJ' ||
      t.text === ',' ||
      QUOTES.has(t.text);
    if (!opens && !(t.pos === 'ADV' && TIME.has(tokens[i + 1]?.lower ?? ''))) break;
    i++;
  }
  return i;
}

/**
 * The noun phrase that is the subject: the last one before the verb that no preposition leads, with what hangs on it
 * ("the outbreak of war", "Ruiz and Vos"); fronted phrases before it ("In 1910", "At a meeting in Bonn,") are left out.
 */
function subjectIn(
  tokens: readonly Token[],
  from: number,
  { first: verb, lemma }: VerbGroup,
  dates: ReadonlySet<number>,
): readonly [number, number] | null {
  let end = verb - 1;
  while (end >= from && (tokens[end]?.pos === 'ADV' || tokens[end]?.text === ',')) end--;
  // "the 60 pence it expected": he, she, it, they right before a verb are its subject alone.
  const own = tokens[end];
  if (own && end > from && own.pos === 'PRON' && SUBJECT_PRONOUN.has(own.lower) && own.lower !== 'there') {
    const joined = tokens[end - 1]?.pos === 'CCONJ';
    if (!joined) return [end, end];
  }
  // Fronted phrases end at a comma, or at a determiner, name or pronoun that no preposition leads.
  let start = -1;
  let led = false;
  let open = true;
  let determined = false;
  let depth = 0;
  for (let i = from; i <= end; i++) {
    const t = tokens[i];
    if (!t) break;
    if (t.text === '(' || t.text === '[') depth++;
    if (t.text === ')' || t.text === ']') {
      depth--;
      continue;
    }
    if (depth > 0) continue;
    if (dates.has(i)) {
      // A date ends the phrase that it stands in, "In 1910 the site", unless its noun is to come, "At the 1910 fair".
      if (start < 0 && !(led && determined)) {
        led = false;
        open = true;
      }
      continue;
    }
    if (t.lower === 'there' && lemma !== 'be' && lemma !== 'exist' && lemma !== 'remain') continue;
    if (t.text === ',') {
      // An apposition keeps the subject: ", the minister," between commas and no preposition before.
      // "Overall, …": a word in front that is no noun was no subject.
      if (
        start >= 0 &&
        !tokens
          .slice(start, i)
          .some((w) => w.pos === 'NOUN' || w.pos === 'PROPN' || w.pos === 'PRON' || w.pos === 'NUM')
      )
        start = -1;
      if (start < 0) led = false;
      open = true;
      continue;
    }
    if (QUOTES.has(t.text) || t.pos === 'ADV' || t.pos === 'PUNCT') continue;
    if (t.pos === 'ADP' || t.pos === 'SCONJ' || LEADING.has(t.lower)) {
      if (start < 0) {
        led = true;
        open = false;
        // "the 1950s" is a date as a whole.
        determined = /^(?:DET|PRON)$/.test(tokens[i + 1]?.pos ?? '') && !dates.has(i + 1);
      }
      continue;
    }
    if (start >= 0) continue;
    if (measuresTime(tokens, i)) {
      led = true;
      open = false;
      continue;
    }
    const starts =
      t.pos === 'DET' ||
      t.pos === 'PRON' ||
      t.pos === 'PROPN' ||
      t.pos === 'NOUN' ||
      t.pos === 'ADJ' ||
      t.pos === 'NUM';
    if (!starts) continue;
    if (!led) {
      start = i;
      continue;
    }
    // Behind "In 1910" or "On Thursday" a new phrase begins without a comma.
    if (!open && endsFronted(tokens, from, i, determined)) start = i;
  }
  return start >= 0 && start <= end ? [start, end] : null;
}

/** "three days before the fire, a guard …": how long before or after is no subject. */
const measuresTime = (tokens: readonly Token[], i: number): boolean =>
  /^(?:NUM|DET)$/.test(tokens[i]?.pos ?? '') &&
  /^(?:second|minute|hour|day|week|month|year|decade)s?$/.test(tokens[i + 1]?.lower ?? '') &&
  /^(?:before|after|later|earlier|into|from)$/.test(tokens[i + 2]?.lower ?? '');

/** Whether the phrase that a preposition leads is over before token `i`. */
function endsFronted(tokens: readonly Token[], from: number, i: number, determined: boolean): boolean {
  const t = tokens[i];
  const previous = tokens[i - 1];
  if (!t || !previous || i - 1 < from) return false;
  if (previous.pos === 'ADP' || previous.pos === 'DET' || previous.pos === 'CCONJ') return false;
  // "During the war ninety men": a number in words begins a phrase of its own.
  if (t.pos === 'NUM' && !/^\d/.test(t.text) && (previous.pos === 'NOUN' || previous.pos === 'PROPN'))
    return true;
  const dated = /^\d/.test(previous.text) || /day$|^(?:month|year|week|decade|century)$/.test(previous.lower);
  const pronoun = SUBJECT_PRONOUN.has(t.lower) || /(?:thing|one|body)$/.test(t.lower);
  if (t.pos === 'DET' || (t.pos === 'PRON' && pronoun))
    return isNominal(previous) || /^[)\]]$/.test(previous.text);
  return dated && !determined && !MONTHS.has(previous.lower) && t.pos !== 'NUM' && !MONTHS.has(t.lower);
}

const MONTHS = new Set(
  'january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec'.split(
    ' ',
  ),
);
/** "Following the war, …": participles that lead a phrase as prepositions do. */
const LEADING = new Set([
  'following',
  'including',
  'regarding',
  'concerning',
  'according',
  'starting',
  'beginning',
  'despite',
]);
const SUBJECT_PRONOUN = new Set(['he', 'she', 'it', 'they', 'we', 'i', 'there']);

/** The subject of a clause that has none of its own. */
function borrow(
  tokens: readonly Token[],
  clauses: readonly Clause[],
  kind: ClauseKind,
  first: number,
): readonly [number, number] | null {
  const before = clauses.at(-1);
  if (kind === 'relative' || kind === 'reduced') {
    // What it describes stands right before it.
    if (kind === 'reduced' && tokens[first - 1]?.text === ',') {
      const whole = phraseBeforeComma(tokens, first - 2);
      if (whole) return whole;
    }
    let i = first - 1;
    while (i >= 0 && (/^[,(—–-]$/.test(tokens[i]?.text ?? '') || tokens[i]?.pos === 'ADP')) i--;
    const end = i;
    for (; i >= 0; i--) {
      const t = tokens[i];
      if (!t || !(isNominal(t) || QUOTES.has(t.text) || isGlued(tokens, i) || links(tokens, i, kind))) break;
      if (t.pos === 'DET' && !(i > 0 && links(tokens, i - 1, kind))) {
        i--;
        break;
      }
    }
    return i + 1 <= end ? [i + 1, end] : null;
  }
  if (!before) return null;
  // "Anna Berg, a nurse whose book made her famous, died": what the clause between commas describes is the subject.
  if (kind === 'main' && tokens[first - 1]?.text === ',' && clauses.every((c) => c.kind === 'relative')) {
    const start = clauses[0]?.first ?? 0;
    const described = subjectIn(tokens, 0, { ...before.verb, first: start, last: start }, NO_DATES);
    if (described) return described;
  }
  const resumes = clauses.at(-2);
  // "She, who said it was cold and left": the tense tells whose verb goes on after what was said.
  if (before.kind === 'content' && kind === 'main' && resumes) return resumes.subject;
  // "Ruiz, in an interview published on Wednesday, said": the subject stands before the phrase in commas.
  const led = (before.subject?.[0] ?? 0) - 1;
  if (before.kind === 'reduced' && tokens[led]?.pos === 'ADP' && tokens[led - 1]?.text === ',') {
    const far = phraseBeforeComma(tokens, led - 2);
    if (far) return far;
  }
  return before.subject;
}

/** "The treaty of friendship and trade, renewed in 2021,": all back to the verb, comma or bracket before it. */
function phraseBeforeComma(tokens: readonly Token[], last: number): readonly [number, number] | null {
  let i = last;
  while (i >= 0) {
    const t = tokens[i];
    if (
      !t ||
      !(isNominal(t) || t.pos === 'CCONJ' || (t.lower === 'of' && i > 0) || (t.lower === 'for' && i > 0))
    )
      break;
    i--;
  }
  const first = tokens[i + 1]?.pos === 'CCONJ' ? i + 2 : i + 1;
  return first <= last &&
    (i < 0 ||
      /^[,([“"–—]$/.test(tokens[i]?.text ?? '') ||
      tokens[i]?.pos === 'VERB' ||
      tokens[i]?.pos === 'AUX')
    ? [first, last]
    : null;
}

/** "the statement on the war issued in May": prepositions that tie two nouns into one phrase. */
function links(tokens: readonly Token[], i: number, kind: ClauseKind): boolean {
  const before = tokens[i - 1];
  if (!before || (before.pos !== 'NOUN' && before.pos !== 'PROPN')) return false;
  const word = tokens[i]?.lower ?? '';
  return word === 'of' || (kind === 'reduced' && /^(?:on|for|between|against|with)$/.test(word));
}

/** Fronted words before an embedded clause belong to the first clause behind it that stands for itself. */
function owners(tokens: readonly Token[], clauses: readonly Clause[]): number[] {
  const owner = tokens.map(() => -1);
  // A clause in brackets lies within another; the shorter one owns its words.
  const order = clauses.map((_, c) => c).sort((a, b) => lengthOf(clauses[b]) - lengthOf(clauses[a]) || a - b);
  for (const c of order) {
    const clause = clauses[c];
    if (clause) for (let i = clause.first; i <= clause.last; i++) owner[i] = c;
  }
  const lead = clauses[0];
  if (lead && lead.first > 0) {
    const main = clauses.findIndex((c) => c.kind === 'main');
    // Before a relative clause stands a main clause whose verb was not seen.
    const unseen = lead.kind === 'relative' || lead.kind === 'content';
    const own = unseen ? -1 : Math.max(main, 0);
    for (let i = 0; i < lead.first; i++) owner[i] = own;
  }
  return owner;
}

const lengthOf = (clause: Clause | undefined): number => (clause ? clause.last - clause.first : 0);
