import { tick } from 'svelte';
import { Later } from './later.svelte.ts';

/**
 * What the first paint does without: what paints the chart; and what the first picture does without: hands on the chart
 * and its list, then what is beside and above it.
 */
export const parts = {
  painting: new Later(() => import('./painting.ts')),
  gestures: new Later(() => import('./gestures/chart.ts')),
  drop: new Later(() => import('./gestures/drop.ts')),
  laneNames: new Later(() => import('./LaneNames.svelte')),
  columnNames: new Later(() => import('./ColumnNames.svelte')),
  folds: new Later(() => import('./Folds.svelte')),
  list: new Later(() => import('./EventList.svelte')),
  strip: new Later(() => import('./keep/Strip.svelte')),
  banner: new Later(() => import('./keep/Banner.svelte')),
  laneMenu: new Later(() => import('./LaneMenu.svelte')),
  tooltip: new Later(() => import('./Tooltip.svelte')),
  panel: new Later(() => import('./Panel.svelte')),
  laneChoices: new Later(() => import('./LaneChoices.svelte')),
  choices: new Later(() => import('./FilterChoices.svelte')),
  documents: new Later(() => import('./Documents.svelte')),
  add: new Later(() => import('./AddDialog.svelte')),
  import: new Later(() => import('./ImportDialog.svelte')),
  export: new Later(() => import('./ExportDialog.svelte')),
  print: new Later(() => import('./print/paper.ts')),
  categories: new Later(() => import('./CategoriesDialog.svelte')),
  handles: new Later(() => import('./curate/Handles.svelte')),
  curateMenu: new Later(() => import('./curate/CurateMenu.svelte')),
  curate: new Later(() => import('./curate/CurateDialogs.svelte')),
  story: new Later(() => import('./curate/Story.svelte')),
  timelines: new Later(() => import('./keep/Timelines.svelte')),
  keys: new Later(() => import('./KeysDialog.svelte')),
} as const;

/** How long the page may be busy before the parts are loaded all the same, ms. */
const PATIENCE = 3000;

/**
 * Loads every part after the first picture: those that nobody asks for, since they are simply there, at once; the others
 * one by one when the page has nothing else to do, so that none is waited for and the page goes on without its server.
 * Rejects when one of the first cannot be had. Of the others, what cannot be had now is asked for again, and missed
 * aloud, when it is needed.
 * @param also what else is needed before anybody can do anything. @param begun is called when they can.
 */
export async function loadTheRest(also: () => Promise<unknown>, begun: () => void): Promise<void> {
  await painted();
  // What is loaded before this is what the first picture takes: `npm run bench -- bundle` adds it up.
  performance.mark('dateline: first picture');
  const { painting: _, gestures, drop, laneNames, folds, list, strip, banner, ...others } = parts;
  await Promise.all([
    also(),
    ...[gestures, drop, laneNames, folds, list, strip, banner].map((part) => part.load()),
  ]);
  // What was loaded is on the page with the next change of it.
  await tick();
  begun();
  // From here on everything can be done: corrected, kept, undone.
  performance.mark('dateline: ready');
  for (const part of Object.values(others)) {
    await rest();
    await part.load().catch(() => {});
  }
  // From here on the page needs its server for nothing but the sample.
  performance.mark('dateline: all parts');
}

/** The frame after the next one begins when that is on the screen. */
const painted = (): Promise<unknown> =>
  new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));

const rest = (): Promise<unknown> =>
  new Promise((done) => {
    if (typeof requestIdleCallback === 'function') requestIdleCallback(done, { timeout: PATIENCE });
    else setTimeout(done, 200);
  });
