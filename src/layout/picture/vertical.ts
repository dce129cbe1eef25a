import type { TimelineEvent } from '../../model/event.ts';
import type { Box } from '../../scene/scene.ts';
import { calendarOf } from '../down/axis.ts';
import { placed } from '../down/blocks.ts';
import { drawDown } from '../down/chart.ts';
import { EDGE, type Frame, frameOf, lookOf } from '../down/frame.ts';
import { isOpenIn } from '../down/lanes.ts';
import { LINE } from '../down/titleMarks.ts';
import { anchorOf, BETWEEN, type PlacedTitle, written } from '../down/titles.ts';
import { NARROW } from '../narrow.ts';
import { levelOf } from '../scale.ts';
import type { TimelineInput } from '../timeline.ts';
import { emphasisOf } from '../titles.ts';
import type { Arranged, Arrangement } from './arranged.ts';

/** A picture that may be as high as it likes gives its titles so much more than they need, so that they stay near their marks. */
const AIR = 1.6;
/** Height of the plot of such a picture at least, px. */
const LEAST_PLOT = 290;

/** On paper every event has its mark, as long as a column has no more than so many: beyond, a ridge counts them. */
const MOST_MARKED = 600;

/** A title before it has a place, and the event whose it is. */
type Entry = Omit<PlacedTitle, 'top'>;

/**
 * Time from top to bottom, as on the screen: the calendar, a column of tracks for each lane under its name, date and title of
 * each event as near to its mark as the others allow, figures at the right. Lines that lead to titles never cross. Where there
 * is no room for all titles, the least salient have a mark only, and the last line counts them.
 */
export function arrangeVertical(wanted: Arrangement): Arranged {
  const { store, categories, lanes, window, width, room, fill, theme, locale } = wanted;
  const narrow = width < NARROW;
  const length = window.end - window.start;
  /** What is above and below the plot, px. */
  const around = ({ top }: Frame): number => top + EDGE.top + EDGE.bottom;
  const framed = { store, categories, ...(lanes ? { lanes } : {}), locale };
  const frameFor = (plot: number): Frame =>
    frameOf(framed, width, fill ? room : MOST_NAMES, narrow, () =>
      calendarOf(store, window, plot / length, locale),
    );
  // How high the picture gets follows from its titles, and how wide these are from the calendar, which may have months where
  // it is high: it is asked for twice.
  let frame = frameFor(fill ? room : LEAST_PLOT);
  let entries = entriesOf(wanted, frame);
  const heightFor = (): number => {
    if (fill) return Math.max(room - around(frame), 1);
    const sum = entries.reduce((total, entry) => total + entry.height, 0);
    return Math.max(Math.min(Math.max(Math.ceil(sum * AIR), LEAST_PLOT), room - around(frame)), 1);
  };
  frame = frameFor(heightFor());
  entries = entriesOf(wanted, frame);
  const height = heightFor();

  const plot: Box = { x: 0, y: frame.top + EDGE.top, width, height };
  const scale = height / length;
  const named = fitting(entries, height);
  const tops = placed(
    named.map(({ at, height: own }) => ({ wish: (at - window.start) * scale - own / 2, height: own })),
    0,
    height,
  );
  const input: TimelineInput = {
    store,
    categories,
    ...(lanes ? { lanes } : {}),
    view: { ...window, width, height: height + around(frame) },
    theme,
    selected: null,
    found: null,
    locale,
  };
  const chart = drawDown(
    input,
    frame,
    plot,
    scale,
    levelOf(scale),
    named.map((entry, i) => ({ ...entry, top: tops[i]! })),
    MOST_MARKED,
  );
  return { marks: chart.marks, height: Math.ceil(height + around(frame)), drawn: chart.drawn };
}

/** Height of a picture for which names are planned where nobody has given it one, px. */
const MOST_NAMES = 900;

/** Date and title of what is seen and not put away, in order of time: of very many the most salient. */
function entriesOf(
  { store, categories, lanes, window, room, locale }: Arrangement,
  frame: Frame,
): readonly Entry[] {
  const isOpen = isOpenIn(frame.lanes, lanes);
  const emphasis = emphasisOf(store);
  const look = lookOf(frame, locale);
  // No more have room than stand below each other in a line each, whatever lasts longer.
  const most = Math.ceil(room / (LINE + BETWEEN)) * 2;
  return categories
    .flatMap(({ key }) =>
      store.count(key, window) > most ? store.top(key, window, most) : store.meeting(key, window),
    )
    .sort((a, b) => a - b)
    .flatMap((position) => {
      const event: TimelineEvent = store.at(position);
      if (!isOpen(event)) return [];
      const at = Math.min(Math.max(anchorOf(store, event), window.start), window.end);
      return [written(event, position, at, emphasis(event.salience), look)];
    });
}

/** Those whose titles have room together, in order of time: the most salient first, of equals the earlier. */
function fitting(entries: readonly Entry[], room: number): readonly Entry[] {
  let used = 0;
  const chosen = new Set<Entry>();
  for (const entry of entries.toSorted((a, b) => b.event.salience - a.event.salience)) {
    if (used + entry.height > room) continue;
    used += entry.height;
    chosen.add(entry);
  }
  return entries.filter((entry) => chosen.has(entry)).toSorted((a, b) => a.at - b.at);
}
