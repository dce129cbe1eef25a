import { canonicalJson } from '../model/canonicalJson.ts';
import { type Category, namedIn } from '../model/category.ts';
import type { Collection } from '../model/collection.ts';
import { currentEvents } from '../model/current.ts';
import type { Days } from '../model/days.ts';
import type { TimelineEvent } from '../model/event.ts';
import { enlarge } from '../scene/enlarge.ts';
import type { Mark, Scene } from '../scene/scene.ts';
import { shift } from '../scene/shift.ts';
import type { Theme } from '../scene/theme.ts';
import { columnsOf, type Fold, foldOver } from '../store/fold.ts';
import { type LaneKeys, laneKeys } from '../store/laneKeys.ts';
import { createStore } from '../store/memory.ts';
import type { EventStore, Window } from '../store/store.ts';
import { AS_GIVEN, arrange, isAsGiven, type LaneArrangement, type Lanes } from './arrangement.ts';
import type { Arranged, Arrangement } from './picture/arranged.ts';

import { countsInWords, legendOf, sourceNote } from './picture/counts.ts';
import { layoutFooter } from './picture/footer.ts';
import { layoutHeader } from './picture/header.ts';
import { arrangeLanes, LEAST_CHART } from './picture/lanes.ts';
import { arrangePoster } from './picture/poster.ts';
import { citedBy, countSeen, listSeen } from './picture/seen.ts';
import { arrangeVertical } from './picture/vertical.ts';
import { wordsOf } from './picture/words.ts';
import { fitView } from './scale.ts';

/** What a picture shows and how it looks. */
export interface PictureOptions {
  /** Time at the left edge; the first event with a little air where absent. */
  readonly from?: Days;
  /** Time at the right edge, > `from`; the last event's end with a little air where absent. */
  readonly to?: Days;
  /** Keys of the categories to show; all where absent. */
  readonly categories?: readonly string[];
  /** Ids of the events to show, as filters have left them; all where absent. */
  readonly events?: ReadonlySet<string>;
  readonly theme: Theme;
  /** Of the whole picture, px, whole. */
  readonly width: number;
  /** px, whole; as high as the lanes need, {@link MOST_HEIGHT} at most, where absent. */
  readonly height?: number;
  /**
   * How many times as large letters, marks and lines are, 1 where absent: 4/3 makes titles of 16 px, for a slide. Less time
   * and fewer lanes have room, by the same rules.
   */
  readonly scale?: number;
  /** BCP 47, `en` where absent. */
  readonly locale?: string;
  /** How lanes are arranged; a lane for each category, as they come, where absent. Heights are for layouts whose time runs to the right. */
  readonly lanes?: LaneArrangement;
  /** How time runs; `lanes` where absent. */
  readonly layout?: PictureLayout;
  /** Whether long stretches of which no event of the collection tells are folded. */
  readonly fold?: boolean;
  /**
   * The events to show where they are indexed already: `categories` and `events` have been applied, no event is missing,
   * and time is folded where `fold` asks for it.
   */
  readonly store?: EventStore;
  /** The same events told apart by the lanes, and in whose lane each stands, where that has been worked out already. */
  readonly laned?: { readonly store: EventStore; readonly keys: LaneKeys };
}

/**
 * `lanes`: from left to right, a lane for each category. `poster`: the same, on in further bands below, as
 * many as name the most events. `vertical`: from top to bottom, a column for each lane, with date and title of
 * each event at their side.
 */
export const PICTURE_LAYOUTS = ['lanes', 'poster', 'vertical'] as const;
/** How time runs in a picture; see {@link PICTURE_LAYOUTS}. */
export type PictureLayout = (typeof PICTURE_LAYOUTS)[number];

const ARRANGE: Readonly<Record<PictureLayout, (wanted: Arrangement) => Arranged>> = {
  lanes: arrangeLanes,
  poster: arrangePoster,
  vertical: arrangeVertical,
};

/** A picture as a scene, with what its file says about itself. */
export interface Picture {
  readonly scene: Scene;
  readonly title: string;
  /** What is to be seen, in a few sentences. */
  readonly description: string;
  /** How time runs in it: `lanes` where a poster was asked for and its height has no room for its bands. */
  readonly layout: PictureLayout;
  /** JSON: the events of the picture, their categories and the documents they are from, without the documents' text. */
  readonly metadata: string;
}

/** Height beyond which a picture grows only when it is told to, px. */
export const MOST_HEIGHT = 1600;
/** The same for pictures that grow downwards with their events. */
const MOST_LONG = 12_000;

/** With more events in view, the metadata lists those that are drawn singly and says how many there are. */
const MOST_LISTED = 2000;
/** Events of a category whose marks are looked at for the explanation below the chart. */
const MOST_EXPLAINED = 500;

/**
 * The timeline as a picture for paper, slides and articles: name, counts and legend above, the chart, and below it
 * what the marks mean and which documents it was read from. The page's export and the command line both use this,
 * so for the same arguments they write the same bytes. Edits are applied; dismissed events are left out.
 * @throws RangeError if `to` is not after `from` or the size is not positive: callers check what a person typed.
 */
export function layoutPicture(collection: Collection, options: PictureOptions): Picture {
  const { theme, locale = 'en', scale = 1 } = options;
  if (!(scale > 0)) throw new RangeError(`found the scale ${scale}, expected more than 0`);
  // Everything is laid out on smaller paper, and enlarged at last.
  const width = options.width / scale;
  const given = options.height === undefined ? undefined : options.height / scale;
  const most =
    given ?? (options.layout === 'lanes' || options.layout === undefined ? MOST_HEIGHT : MOST_LONG);
  if (!(width > 0 && most > 0))
    throw new RangeError(`found the size ${width} × ${most}, expected more than 0`);
  const store = options.store ?? indexed(collection, options);
  const { toFolded = same, toReal = same } = store.fold ?? {};
  const fit = fitView(store, width, most);
  const window: Window = {
    start: options.from === undefined ? fit.start : toFolded(options.from),
    end: options.to === undefined ? fit.end : toFolded(options.to),
  };
  if (!(window.end > window.start)) {
    throw new RangeError(
      `found a picture from day ${toReal(window.start)} to ${toReal(window.end)}, expected a later end`,
    );
  }
  const listing = withStrays(collection.categories, store, theme);
  const categories = namedIn(listing, locale);
  const lanes = lanesOf(collection, categories, store, options);
  const inView = countSeen(store, categories, window);
  // Of very many only the most salient are drawn as marks of their own.
  const foremost = categories.flatMap((category) =>
    store.top(category.key, window, MOST_EXPLAINED).map((i) => store.at(i)),
  );
  const documents = citedBy(store, categories, window, collection.documents);
  const words = wordsOf(locale);
  const margin = width < 560 ? 12 : 24;
  const inner = width - 2 * margin;

  const title = collection.name || words.untitled;
  const framed = options.from !== undefined || options.to !== undefined;
  const counts = countsInWords(inView, store.size, documents.length, store, window, framed, locale);
  const header = layoutHeader(
    title,
    counts,
    legendOf(categories, store, window, locale),
    margin,
    inner,
    theme,
  );
  const footer = layoutFooter(foremost, sourceNote(documents, words, locale), margin, inner, theme, words);
  const spare = most - header.height - footer.height;
  const withFooter = spare >= LEAST_CHART;
  const room = Math.max(LEAST_CHART, withFooter ? spare : most - header.height);
  const chart = ARRANGE[options.layout ?? 'lanes']({
    store,
    categories,
    ...(lanes ? { lanes } : {}),
    window,
    width,
    room,
    fill: given !== undefined,
    theme,
    locale,
  });
  const chartHeight = chart.height;
  const height = given ?? header.height + chartHeight + (withFooter ? footer.height : 0);
  const marks: Mark[] = [
    { kind: 'group', key: 'header', marks: header.marks },
    { kind: 'group', key: 'chart', marks: chart.marks.map((mark) => shift(mark, 0, header.height)) },
  ];
  if (withFooter) {
    const top = header.height + chartHeight;
    marks.push({ kind: 'group', key: 'footer', marks: footer.marks.map((mark) => shift(mark, 0, top)) });
  }
  const listed = listSeen(store, categories, window, MOST_LISTED, chart.drawn);
  return {
    scene: {
      width: options.width,
      height: options.height ?? (scale === 1 ? height : Math.ceil(height * scale)),
      background: theme.paper,
      marks: scale === 1 ? marks : marks.map((mark) => enlarge(mark, scale)),
    },
    title,
    layout: options.layout === 'poster' && chart.bands === undefined ? 'lanes' : (options.layout ?? 'lanes'),
    description: [
      `${words.timeline}: ${counts}.`,
      `${legendOf(categories, store, window, locale)
        .map((entry) => `${entry.name} ${entry.count}`)
        .join(', ')}.`,
      sourceNote(documents, words, locale).join('; '),
    ].join(' '),
    metadata: canonicalJson({
      dateline: collection.dateline,
      name: collection.name,
      window: { start: toReal(window.start), end: toReal(window.end) },
      eventsInView: inView,
      categories: listing
        .filter((category) => listed.some((event) => event.category === category.key))
        .map(({ key, name, about, colour }) => ({ key, name, about, colour })),
      documents: documents.map(({ id, name, title: heading, format, date }) => ({
        id,
        name,
        title: heading,
        format,
        date,
      })),
      events: listed,
    }),
  };
}

/** The lanes as they are arranged; undefined where they are the categories as they come. */
function lanesOf(
  collection: Collection,
  categories: readonly Category[],
  store: EventStore,
  { lanes: wanted = AS_GIVEN, laned, locale = 'en' }: PictureOptions,
): Lanes | undefined {
  if (isAsGiven(wanted)) return undefined;
  // Who has a lane is decided over all events: what is left out moves nothing.
  const keys = laned?.keys ?? laneKeys(currentEvents(collection), wanted.by);
  const grouped =
    laned?.store ?? (wanted.by === 'category' ? store : createStore(eventsOf(store), keys.keyOf, store.fold));
  return arrange(wanted, keys, grouped, categories, collection.documents, locale);
}

const eventsOf = (store: EventStore): TimelineEvent[] =>
  Array.from({ length: store.size }, (_, position) => store.at(position));

const same = (days: Days): Days => days;

function indexed(collection: Collection, options: PictureOptions): EventStore {
  const all = currentEvents(collection);
  // What is left out of the picture folds nothing: the same silences as in the picture of everything.
  const fold: Fold | null = options.fold ? foldOver(columnsOf(all)) : null;
  return createStore(chosen(all, options), undefined, fold);
}

function chosen(
  all: readonly TimelineEvent[],
  { categories, events }: PictureOptions,
): readonly TimelineEvent[] {
  const keys = categories && new Set(categories);
  return all.filter((event) => (!keys || keys.has(event.category)) && (!events || events.has(event.id)));
}

/** Events whose category the collection does not list have a lane under its key, so that none is missing. */
function withStrays(categories: readonly Category[], store: EventStore, theme: Theme): readonly Category[] {
  const known = new Set(categories.map((category) => category.key));
  return [
    ...categories,
    ...store.categories
      .filter((key) => !known.has(key))
      .map((key) => ({ key, name: key, about: '', colour: theme.muted, terms: {} })),
  ];
}
