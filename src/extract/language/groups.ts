import { HAVE, isBe, isHelper, MODAL } from './forms.ts';
import { type Tense, tenseOf, tenseOfOne } from './tense.ts';
import { isVerb, type Token } from './token.ts';

/** A verb with its auxiliaries: `has not yet been signed`. */
export interface VerbGroup {
  /** Index of its first token: the auxiliary, `to`, or the verb itself. */
  readonly first: number;
  /** Index of its last token, the verb that carries the meaning. */
  readonly last: number;
  /** Lemma of the last token; `be` or `have` for a copula alone. */
  readonly lemma: string;
  /**
   * `past`, `present`, `future`, `modal` are finite: such a group has a subject. `was due to open` is `modal`, `is due
   * to open` is `future`. `participle`: a past participle without auxiliary ("the bridge opened by the mayor").
   */
  readonly tense: Tense;
  readonly passive: boolean;
  readonly negated: boolean;
  /** `has opened`, `had opened`, `will have opened`. Then `past` is the tense of the first two. */
  readonly perfect: boolean;
  /** `is opening`. */
  readonly progressive: boolean;
}

/** Finds the groups of verbs in the tokens of one sentence: sorted, without overlap. Linear in practice. */
export function verbGroups(tokens: readonly Token[]): VerbGroup[] {
  const groups: VerbGroup[] = [];
  let i = 0;
  while (i < tokens.length) {
    const group = groupAt(tokens, i, groups);
    if (group) groups.push(group);
    i = group ? group.last + 1 : i + 1;
  }
  return groups;
}

/** `is due to open` is a plan. */
const PROSPECTIVE = new Set(
  'set due scheduled expected going planned likely poised slated about supposed projected forecast bound meant hoping planning preparing aiming'.split(
    ' ',
  ),
);

function groupAt(tokens: readonly Token[], first: number, before: readonly VerbGroup[]): VerbGroup | null {
  const head = tokens[first]!;
  if (head.pos === 'PART' && head.lower === 'to') return infinitiveAt(tokens, first);
  if (!isVerb(head)) return null;

  let last = first;
  let negated = false;
  let k = first + 1;
  while (k < tokens.length) {
    const t = tokens[k]!;
    const chain = tokens[last]!.pos === 'AUX' || isHelper(tokens[last]!);
    if (!chain) break;
    if (t.lemma === 'not' || t.lower === 'never') {
      negated = true;
      k++;
    } else if (t.pos === 'ADV' || /^(?:since|last|first)$/.test(t.lower)) k++;
    else if (isVerb(t)) {
      last = k;
      k++;
    } else break;
  }
  const before1 = tokens[first - 1];
  if (before1?.lower === 'never' || before1?.lemma === 'not') negated = true;
  // "is due to open", "has to go": the plan's verb carries the meaning.
  const planned = prospectiveEnd(tokens, first, last);
  const words = tokens.slice(first, last + 1).filter(isVerb);
  const finite = words[0]!;
  const verb = words[words.length - 1]!;
  if (planned > last) {
    const was =
      finite.lower === 'was' || finite.lower === 'were' || finite.lower === 'had' || MODAL.has(finite.lower);
    const inner = infinitiveAt(tokens, planned - 1) ?? null;
    const end = inner ? inner.last : planned;
    return {
      first,
      last: end,
      lemma: tokens[end]!.lemma,
      tense: was ? 'modal' : 'future',
      passive: inner?.passive ?? false,
      negated,
      perfect: false,
      progressive: false,
    };
  }
  const auxiliaries = words.slice(0, -1);
  const previous = auxiliaries[auxiliaries.length - 1];
  const ing = /ing$/.test(verb.lower) && verb.lemma !== verb.lower;
  const passive = previous !== undefined && isBe(previous) && !ing && !isBe(verb);
  return {
    first,
    last,
    lemma: verb.lemma,
    tense: auxiliaries.length === 0 ? tenseOfOne(tokens, first, before) : tenseOf(finite),
    passive,
    negated,
    perfect: auxiliaries.some((t) => HAVE.has(t.lower)),
    progressive: previous !== undefined && isBe(previous) && ing,
  };
}

function infinitiveAt(tokens: readonly Token[], first: number): VerbGroup | null {
  let k = first + 1;
  while (k < tokens.length && tokens[k]!.pos === 'ADV') k++;
  if (k >= tokens.length || !isVerb(tokens[k]!)) return null;
  const words: Token[] = [tokens[k]!];
  let last = k;
  while (k + 1 < tokens.length && (isHelper(tokens[last]!) || tokens[last]!.pos === 'AUX')) {
    const t = tokens[k + 1]!;
    if (isVerb(t)) {
      words.push(t);
      last = k + 1;
    } else if (t.pos !== 'ADV') break;
    k++;
  }
  const verb = words[words.length - 1]!;
  const previous = words[words.length - 2];
  const ing = /ing$/.test(verb.lower);
  return {
    first,
    last,
    lemma: verb.lemma,
    tense: 'infinitive',
    passive: previous !== undefined && isBe(previous) && !ing,
    negated: tokens[first - 1]?.lemma === 'not',
    perfect: words.slice(0, -1).some((t) => HAVE.has(t.lower)),
    progressive: previous !== undefined && isBe(previous) && ing,
  };
}

/** Index of the verb in `is due to VERB`, `has to VERB`; else -1. */
function prospectiveEnd(tokens: readonly Token[], first: number, last: number): number {
  const head = tokens[first]!;
  let k = last;
  if (isBe(head) || tokens[last]!.pos === 'AUX') {
    if (last === first) {
      k = last + 1;
      while (tokens[k]?.pos === 'ADV' && !PROSPECTIVE.has(tokens[k]!.lower)) k++;
      // "is to open"
      if (isBe(head) && k === last + 1 && tokens[k]?.lower === 'to' && tokens[k + 1]?.pos === 'VERB')
        return k + 1;
    }
    if (!PROSPECTIVE.has(tokens[k]?.lower ?? '')) return -1;
    return tokens[k + 1]?.lower === 'to' && tokens[k + 2] && isVerb(tokens[k + 2]!) ? k + 2 : -1;
  }
  return -1;
}
