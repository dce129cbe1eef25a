import { isFiniteTense, isPlainParticiple, type Token, type VerbGroup } from '../language.ts';
import { isParticiple } from './participles.ts';
import { CONDITION, GROUND, INTRANSITIVE, isNominal, RELATIVE, SUBJECT_PRONOUN, TIME } from './words.ts';

/**
 * Mends what single words cannot show: a capital inside a sentence is no verb ("the Act"), and a past form that has no
 * place for a subject is a participle ("in an interview published on Monday, he said", "a statement issued in May").
 */
export function mendVerbs(tokens: readonly Token[], groups: readonly VerbGroup[]): VerbGroup[] {
  // "Should the talks fail": the helper that a condition begins with is no verb of its own.
  const inverted = tokens[0]?.lower === 'should' && groups[0]?.last === 0 && tokens.at(-1)?.text !== '?';
  if (inverted) return mendVerbs(tokens, groups.slice(1));
  const words = tokens.filter((t) => t.pos !== 'PUNCT' && t.pos !== 'NUM');
  const headline = words.filter((t) => t.capital).length > 0.6 * words.length;
  const plain = groups.filter(
    (g, i) =>
      (headline || opensLine(tokens, g.last) || !tokens[g.last]?.capital) &&
      !isBareNoun(tokens, g, groups.slice(0, i)) &&
      !isSide(tokens, g) &&
      !sharesTo(tokens, g, groups[i - 1]),
  );
  const main = plain.some(
    (g, i) =>
      isFiniteTense(g.tense) &&
      !isRelativeVerb(tokens, g, plain[i - 1]) &&
      (i === 0 || tokens[g.first - 1]?.pos !== 'CCONJ'),
  );
  const kept = main ? plain : withHiddenVerb(tokens, plain);
  return kept.map((g, i) => {
    // "With sales expected to grow, …": no clause of its own.
    if (g.tense === 'past' && g.first === g.last && tokens[0]?.lower === 'with' && !hasComma(tokens, g.first))
      return { ...g, tense: 'participle' };
    if (g.tense === 'participle' && isHiddenPast(tokens, kept, i)) return { ...g, tense: 'past' };
    if (
      g.tense !== 'past' ||
      g.first !== g.last ||
      !/(?:ed|en|made|held|built|sent|sold|won|told|left|written|known|found|lost|bought|brought|caught|paid|laid|led|shot)$/.test(
        tokens[g.last]?.lower ?? '',
      )
    )
      return g;
    // Nobody is died or arrived.
    if (INTRANSITIVE.has(g.lemma)) return g;
    const finiteBefore = kept.some(
      (k, j) => j < i && isFiniteTense(k.tense) && !isRelativeVerb(tokens, k, kept[j - 1]),
    );
    const finiteAfter = kept
      .slice(i + 1)
      .some((k, j) => isFiniteTense(k.tense) && !isRelativeVerb(tokens, k, kept[i + j]));
    // "a seed round led by two banks": who does it stands behind `by`, and nothing else in the line is a verb.
    if (!finiteBefore && !finiteAfter && isLedBy(tokens, g)) return { ...g, tense: 'participle' };
    return isParticiple(tokens, g.first, kept[i - 1], finiteBefore, finiteAfter)
      ? { ...g, tense: 'participle' }
      : g;
  });
}

/** Nothing but a year or a time stands before it: "1953 Reached the final". */
const opensLine = (tokens: readonly Token[], verb: number): boolean =>
  verb === 0 || (verb <= 3 && tokens.slice(0, verb).every((t) => /^(?:NUM|PUNCT|SYM)$/.test(t.pos)));

/** "From left, the king and the queen": a side, not a leaving. */
const isSide = (tokens: readonly Token[], g: VerbGroup): boolean =>
  tokens[g.first]?.lower === 'left' &&
  !/^(?:DET|PRON|PROPN)$/.test(tokens[g.first + 1]?.pos ?? '') &&
  /^(?:from|front|far|back|top|bottom|at|,|\()$/.test(tokens[g.first - 1]?.lower ?? '');

/** "told them to team up and deliver a report": the second verb shares the `to`. */
const sharesTo = (tokens: readonly Token[], g: VerbGroup, before: VerbGroup | undefined): boolean =>
  g.tense === 'present' &&
  g.first === g.last &&
  tokens[g.first]?.lower === g.lemma &&
  tokens[g.first - 1]?.pos === 'CCONJ' &&
  before?.tense === 'infinitive';

/** "…, whose maps persuaded the town,": the verb of a relative clause is not the sentence's. */
const isRelativeVerb = (tokens: readonly Token[], g: VerbGroup, before: VerbGroup | undefined): boolean =>
  tokens
    .slice(before ? before.last + 1 : 0, g.first)
    .some(
      (t, k) =>
        /^(?:who|whose|which|whom|that)$/.test(t.lower) &&
        !isUpper(t) &&
        t.pos !== 'DET' &&
        (k > 0 || before !== undefined),
    );

const isUpper = (t: Token): boolean => t.text.length > 1 && t.text === t.text.toUpperCase();

function isLedBy(tokens: readonly Token[], g: VerbGroup): boolean {
  const by = tokens[g.last + 1];
  const next = tokens[g.last + 2];
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

const DOES = new Set(
  'releases reports issues launches hosts faces plans names cuts posts lists orders tests signs visits shows marks'.split(
    ' ',
  ),
);

/** A sentence without a verb may have one that looks like a plural: "The company plans to open a mine". */
function withHiddenVerb(tokens: readonly Token[], groups: readonly VerbGroup[]): readonly VerbGroup[] {
  const at = tokens.findIndex((t, i) => {
    const before = tokens[i - 1];
    const next = tokens[i + 1];
    if (t.pos !== 'NOUN' || t.capital || t.lower !== `${t.lemma}s` || !before || !next) return false;
    const subject =
      before.pos === 'NOUN' ||
      before.pos === 'ADJ' ||
      before.pos === 'PROPN' ||
      (before.pos === 'PRON' && SUBJECT_PRONOUN.has(before.lower));
    return (
      subject &&
      (next.pos === 'DET' ||
        next.lower === 'to' ||
        // "The Reserve releases minutes of it later": nothing else is a verb.
        (next.pos === 'NOUN' && before.pos === 'PROPN' && groups.length === 0 && DOES.has(t.lower)) ||
        (next.pos === 'NUM' && groups.length > 0) ||
        (next.pos === 'ADP' && before.pos === 'PROPN' && groups.length > 0 && next.lower !== 'of') ||
        (next.pos === 'PRON' && !SUBJECT_PRONOUN.has(next.lower)))
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
