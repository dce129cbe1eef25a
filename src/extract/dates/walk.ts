import { toCivil, toDays } from '../../model/days.ts';
import type { Alternative } from '../../model/when.ts';
import type { Regime } from '../reading.ts';
import type { Said } from './pattern.ts';
import { edtfOf, endOf, FINENESS, type Point, yearOf } from './point.ts';
import { type Candidate, readingsOf, settled } from './resolve.ts';
import type { Resolved } from './resolved.ts';
import type { Place, Tense, Timed } from './standpoint.ts';
import type { Topic } from './topic.ts';
import { distance } from './yearless.ts';

/** One expression on the reader's way, with all of its place but the story, which the walk itself finds. */
export interface Step {
  readonly said: Said;
  readonly words: string;
  readonly regime: Regime;
  readonly speech: Point | null;
  readonly speechName: string;
  readonly tense: Tense;
  readonly utterance: boolean;
  /** Spoken of in passing, as far as the words around tell: "since 1882", "(1905)". */
  readonly aside: boolean;
  /** Which block it stands in, and which sentence of it. */
  readonly block: number;
  readonly sentence: number;
  /** It opens its sentence: "In November a note came". */
  readonly fronted: boolean;
  /** It is told from further back: "had begun on 24 January". */
  readonly further: boolean;
  /** It dates who spoke, not what was said: “…,” she recalled last month. */
  readonly attribution: boolean;
  /** It is the date of a heading: the story begins anew here, wherever it stood. */
  readonly heads?: boolean;
  /** The year that heads the passage, a chapter's: what has no year lies in it. */
  readonly chapter?: number | null;
  /** Someone else tells it, from a day of their own: it moves no story but theirs. */
  readonly quoted?: boolean;
  /** The twelve months that this year and the one before it name together: 2018–19. */
  readonly turn?: { readonly point: Point; readonly name: string } | null;
  /**
   * What the document is about, where a section opens with a time of day and names no day: a story that has meanwhile told
   * of what came before is back there.
   */
  readonly topic?: Topic | null;
  /** The story begins anew here, from this date: a dated heading. */
  readonly restart: { readonly point: Point; readonly name: string } | null;
}

/** The reading that was chosen, with the ones that were not. */
export interface Chosen {
  readonly reading: Resolved;
  readonly others: readonly Resolved[];
  /** Evidence that speaks for another date than the one chosen. */
  readonly doubts?: readonly Alternative[];
  /** 0 … 1, where something else than the rival readings tells how sure it is. */
  readonly sure?: number;
}

interface State {
  readonly story: Point | null;
  /** Of a state that the story has just moved to, given when it is kept: see {@link nameMoved}. */
  storyName: string;
  /** The day of which times were told last: "At 06:42 on 9 February". Given as the name of the story is. */
  timed: Timed | null;
  cost: number;
  /** What it costs to count from the story although a printed date stood between. */
  readonly passed: number;
  /** Where a report last told of another year, and whether that opened its sentence; null when it has not. */
  readonly told: { readonly block: number; readonly sentence: number; readonly fronted: boolean } | null;
  /** The sentence of a printed date that the story passed by: what is counted in it is counted from there. */
  readonly skipped: { readonly block: number; readonly sentence: number } | null;
  /** The state before; null for the first, and where all that came before is decided. */
  back: State | null;
  /** The reading that led here, and all that it was one of; null for the first. */
  reading: Candidate | null;
  readings: readonly Candidate[];
  /** The story has moved here with this step. */
  readonly moved: boolean;
}

const FIRST: State = {
  story: null,
  storyName: '',
  timed: null,
  cost: 0,
  passed: 0,
  told: null,
  skipped: null,
  back: null,
  reading: null,
  readings: [],
  moved: false,
};

/** States that are kept: enough that a wrong turn is mended some dates later. */
const BEAM = 5;

/**
 * Walks the date expressions of a document in order and chooses one reading for each, so that the whole path is the
 * likeliest and not each step by itself: a story moves on, mostly forward, and comes back from what it mentions in
 * passing. Dynamic programming over at most {@link BEAM} places; linear in the number of steps.
 */
export function walk(steps: readonly Step[]): Chosen[] {
  let states: State[] = [{ ...FIRST }];
  const chosen: Chosen[] = [];
  let open = 0;
  let next = SETTLE_AFTER;
  for (const step of steps) {
    const into: State[] = [];
    const known: Known = { report: null, narrative: null, list: null };
    for (const state of states) advance(state, step, into, known);
    states = best(into);
    for (const state of states) if (state.moved) nameMoved(state, step);
    open++;
    if (open < next) continue;
    open = settle(states, open, chosen);
    // Where much stays open, looking again soon would make a long text slow.
    next = SETTLE_AFTER + 2 * open;
  }
  takeOver(states[0] ?? null, chosen);
  return chosen;
}

/** Steps after which the part of the way that all places share is written down, so that no more of it is kept. */
const SETTLE_AFTER = 64;

/**
 * Writes down what all states have in common: nothing that is still to come can change it.
 * @param open steps since what is written down already. @returns how many of them stay open.
 */
function settle(states: readonly State[], open: number, chosen: Chosen[]): number {
  let row = states;
  let left = 0;
  while (row.some((state) => state !== row[0])) {
    row = row.map((state) => state.back!);
    left++;
  }
  takeOver(row[0] ?? null, chosen);
  return Math.min(open, left);
}

/** Appends the choices that lead to a state, and makes it the first of what follows. */
function takeOver(last: State | null, chosen: Chosen[]): void {
  const from = chosen.length;
  for (let state = last; state?.reading; state = state.back)
    chosen.push({ reading: settled(state.reading), others: state.readings.map(settled) });
  for (let i = from, j = chosen.length - 1; i < j; i++, j--) {
    [chosen[i], chosen[j]] = [chosen[j]!, chosen[i]!];
  }
  if (!last) return;
  last.back = null;
  last.reading = null;
  last.readings = [];
}

/** Readings of a step that do not depend on where the story stands, by how the passage speaks. */
type Known = Record<Regime, Candidate[] | null>;

/** A printed year: what is meant is the same wherever the story stands. */
const standsAlone = ({ year, eraless, within, type }: Said): boolean =>
  year !== undefined && !eraless && !within && type !== 'DURATION';

function advance(from: State, step: Step, into: State[], known: Known): void {
  const restart = step.restart ?? backToTopic(from, step);
  const state = restart ? { ...from, story: restart.point, storyName: restart.name } : from;
  const place: Place = {
    regime: goesOn(state, step) ? 'narrative' : step.regime,
    speech: step.speech,
    speechName: step.speechName,
    // "In late 1931 it failed. By February …" goes on; elsewhere in a sentence the whole year may be meant.
    ...storyAt(state, step),
    timed: state.timed,
    further: step.further,
    fronted: step.fronted,
    tense: step.tense,
    utterance: step.utterance,
  };
  const readings = known[place.regime] ?? readingsOf(step.said, place);
  if (standsAlone(step.said)) known[place.regime] = readings;
  for (const reading of readings) {
    const cost =
      state.cost +
      reading.cost +
      (dependsOnStory(step) ? state.passed : 0) +
      (countsHere(state, step) ? PASSED_HERE : 0) +
      outOfChapter(step, reading);
    const { point } = reading;
    const stay = (price: number, passed: number, skipped = state.skipped) => {
      into.push({
        story: state.story,
        storyName: state.storyName,
        timed: state.timed,
        cost: price,
        passed,
        told: state.told,
        skipped,
        back: from,
        reading,
        readings,
        moved: false,
      });
    };
    if (!point || step.said.type === 'DURATION' || FINENESS[point.unit] > FINENESS.year) {
      stay(cost, state.passed);
      continue;
    }
    const attributed = step.attribution && step.regime === 'report';
    if ((step.quoted || attributed) && state.story !== null) {
      stay(cost, state.passed);
      continue;
    }
    const move = (price: number) => {
      into.push({
        story: step.turn?.point ?? partOf(point, step.said),
        storyName: '',
        timed: state.timed,
        cost: price,
        passed: 0,
        told: toldOf(step, place, reading),
        skipped: null,
        back: from,
        reading,
        readings,
        moved: true,
      });
    };
    if (step.regime === 'report' || state.story === null) {
      move(cost);
      // In passing, a report's other years leave no trace.
      if (step.aside && (state.story !== null || step.speech !== null))
        stay(state.story === null || step.speech === null ? cost - 0.1 : cost, state.passed);
      continue;
    }
    const earlier = step.said.step === -1 && step.said.from === 'story';
    const [go, pass] = earlier
      ? [0.5, 0.2]
      : step.heads
        ? [0, 9]
        : reading.explicit || step.said.eraless
          ? explicitCosts(point, state.story, step)
          : [0, 9];
    move(cost + go);
    if (pass < 9)
      stay(cost + pass, step.aside || earlier ? 0.15 : 0.8, reading.explicit ? step : state.skipped);
  }
}

const backToTopic = ({ story }: State, { topic }: Step): Step['restart'] =>
  topic && story && story.start < topic.point.start ? topic : null;

/** What it costs to count from the story across a printed date of the same sentence: "Her quartet (1974) won the year after". */
const PASSED_HERE = 2;
const countsHere = ({ skipped }: State, { said, block, sentence }: Step): boolean =>
  skipped !== null &&
  skipped.block === block &&
  skipped.sentence === sentence &&
  said.from === 'story' &&
  said.unit !== undefined;

/** Says by which words the story came to where it is: only of what is kept, which is a fraction of what is weighed. */
function nameMoved(state: State, step: Step): void {
  const reading = state.reading!;
  const point = reading.point!;
  const { clock } = step.said;
  state.storyName = step.turn?.name ?? nameOf(step, reading);
  if (clock !== undefined && point.unit === 'day')
    state.timed = { point, name: `${step.words} of ${edtfOf(point).edtf}`, clock };
}

/** Where the story is for a step. "Had been handed in the previous week": not in the week before what is planned. */
function storyAt(
  { story, storyName }: State,
  { said, speech, speechName, tense, fronted, regime }: Step,
): Pick<Place, 'story' | 'storyName'> {
  const ahead =
    story !== null &&
    speech !== null &&
    FINENESS[story.unit] <= FINENESS.month &&
    story.start >= endOf(speech);
  if (ahead && regime === 'report' && tense === 'past' && said.from === 'story' && (said.step ?? 0) < 0)
    return { story: speech, storyName: speechName };
  return { story: story && !fronted ? { unit: story.unit, start: story.start } : story, storyName };
}

/**
 * A report that has just told of another year goes on in it when the next sentence opens with a month, or tells from
 * further back: "The picture was stolen in 2011. In November a note came."
 */
function goesOn(
  { told, story }: State,
  { said, regime, block, sentence, fronted, further, speech, tense, utterance }: Step,
) {
  if (regime !== 'report' || utterance || !told || !story || !speech || told.block !== block) return false;
  if (said.month === undefined || said.year !== undefined || said.step !== undefined || said.within)
    return false;
  if (said.weekday !== undefined || tense === 'plan') return false;
  if (told.sentence === sentence ? told.fronted : (fronted || further) && sentence <= told.sentence + 2)
    return true;
  const near = story.unit === 'day' && said.day !== undefined ? 1 : SOON;
  return (
    (tense === 'past' || (tense === 'none' && near === 1)) &&
    sentence <= told.sentence + 2 &&
    isSoonAfter(said, story, tense === 'past' ? SOON : near)
  );
}

/** Months within which a date that names no year is taken for what came next: "… in May 2020, and … on 16 July". */
const SOON = 5;

/** Whether a month comes soon after the month that a story has reached. */
function isSoonAfter({ month }: Said, story: Point, soon: number): boolean {
  if (month === undefined || FINENESS[story.unit] > FINENESS.quarter) return false;
  const gap = month - toCivil(story.start).month;
  return gap >= 0 && gap <= soon;
}

/** Where a report tells of a year that is not the one it speaks from. */
function toldOf(
  { said, block, sentence, fronted, speech, aside, regime }: Step,
  place: Place,
  { point }: Candidate,
) {
  if (regime !== 'report' || !speech || !point || aside || FINENESS[point.unit] > FINENESS.year) return null;
  // Most are, and that shows without the calendar.
  if (point.start + 60 >= speech.start || endOf(point) + 60 > speech.start) return null;
  const printed = said.year !== undefined && (said.month !== undefined || fronted);
  const named = said.unit === 'year' && fronted;
  const timed = said.clock !== undefined && point.unit === 'day';
  return printed ||
    named ||
    timed ||
    said.from === 'story' ||
    said.within?.from === 'story' ||
    place.regime === 'narrative'
    ? { block, sentence, fronted }
    : null;
}

/** What it costs that a date without its year lies in another than the one that heads the chapter. */
const OUT_OF_CHAPTER = 0.6;
const outOfChapter = ({ chapter, said }: Step, { point, explicit }: Candidate): number =>
  chapter === undefined || chapter === null || explicit || !point || said.step !== undefined
    ? 0
    : yearOf(point) === chapter
      ? 0
      : OUT_OF_CHAPTER;

/** Late 1931 is no place from which to go back to its February. */
function partOf(point: Point, { phase }: Said): Point {
  if (point.unit !== 'year' || (phase !== 'late' && phase !== 'end' && phase !== 'mid')) return point;
  return { ...point, from: toDays(yearOf(point), phase === 'mid' ? 5 : 9) };
}

/** The words that brought the story here and, where they do not say it all, what they were read against. */
const nameOf = ({ words }: Step, { steps }: Candidate): string => {
  const ground = steps.at(-1)?.split(' → ').at(-1);
  return ground === undefined ? words : `${words} → ${ground}`;
};

/** What it costs that a story moves to a printed date, and that it only mentions it. */
function explicitCosts(point: Point, story: Point, { aside, speech }: Step): [go: number, pass: number] {
  // A plan for after the day of speaking is no place for a story to be.
  if (speech && point.start >= endOf(speech)) return [1, 0.1];
  const years = distance(point, story) / 365.25;
  const near = years > 0 && yearOf(point) - yearOf(story) <= 1;
  // Stories go forward; a leap of centuries costs no more than one of decades.
  const log = Math.log2(1 + Math.abs(years));
  const leap = years < 0 ? Math.min(1.7, 0.4 * log) : Math.min(0.8, 0.2 * log);
  // Told to the day, it is where the story is.
  const pass = aside ? 0.3 : point.unit === 'day' ? 1.8 : 1.1;
  return [leap + (aside ? 0.5 : 0), pass + (near ? 0.6 : 0)];
}

/** "eleven years later", and in a narrative every date without its year. */
const dependsOnStory = ({ said, regime }: Step): boolean =>
  said.from === 'story' ||
  (regime === 'narrative' && said.year === undefined && said.from === undefined && said.month !== undefined);

/** The cheapest states, one for each place the story can be at; of equals the first. */
function best(states: State[]): State[] {
  // A handful that nearly are in order: sorted in place, without a call for each comparison.
  for (let i = 1; i < states.length; i++) {
    const state = states[i]!;
    let k = i;
    for (; k > 0 && states[k - 1]!.cost > state.cost; k--) states[k] = states[k - 1]!;
    states[k] = state;
  }
  const kept: State[] = [];
  for (const state of states) {
    if (isAmong(kept, state.story)) continue;
    kept.push(state);
    if (kept.length === BEAM) break;
  }
  // Costs are compared, never read: keep them small.
  const base = kept[0]?.cost ?? 0;
  if (base > 1e6) for (const state of kept) state.cost -= base;
  return kept;
}

function isAmong(kept: readonly State[], place: Point | null): boolean {
  for (const { story } of kept) if (story?.start === place?.start && story?.unit === place?.unit) return true;
  return false;
}
