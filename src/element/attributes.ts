import { AS_GIVEN, type LaneArrangement } from '../layout/arrangement.ts';
import { type EdtfSpan, readEdtf } from '../model/edtf.ts';
import { GROUPINGS, type Grouping } from '../store/laneKeys.ts';

/** What can be said of a timeline in a page's markup. */
export const ATTRIBUTES = [
  'src',
  'theme',
  'locale',
  'group',
  'fold',
  'view',
  'selected',
  'height',
  'controls',
] as const;

const CONTROLS = ['search', 'filter', 'panel'];

/** The language that the element says, else that of the page around it. */
export function localeOf(element: Element): string {
  const wanted = element.getAttribute('locale') || element.closest('[lang]')?.getAttribute('lang') || 'en';
  try {
    return Intl.getCanonicalLocales(wanted)[0] ?? 'en';
  } catch {
    // What is no language tag falls back to English, as dates do.
    return 'en';
  }
}

/** What is around the chart; all of it where the attribute has no value. */
export function controlsOf(element: Element): ReadonlySet<string> {
  const wanted = element.getAttribute('controls');
  if (wanted === null) return new Set();
  const named = wanted.split(/[\s,]+/).filter(Boolean);
  return new Set(named.length === 0 ? CONTROLS : named);
}

/** What lanes are made of. */
export function lanesOf(element: Element): LaneArrangement {
  const by = element.getAttribute('group');
  return GROUPINGS.includes(by as Grouping) ? { ...AS_GIVEN, by: by as Grouping } : AS_GIVEN;
}

/** Whether long silences are folded. */
export const isFolded = (element: Element): boolean =>
  element.hasAttribute('fold') && element.getAttribute('fold') !== 'false';

/** Its height as a length of CSS; empty where it says none. */
export function heightOf(element: Element): string {
  const height = element.getAttribute('height') ?? '';
  return /^\d+(?:\.\d+)?$/.test(height) ? `${height}px` : height;
}

/** What is seen first: everything, where most events are (null), a span, or what is wrong with the words for one. */
export function viewOf(element: Element): 'all' | EdtfSpan | { readonly problem: string } | null {
  const wanted = element.getAttribute('view');
  return wanted === null || wanted === 'all' ? wanted : readEdtf(wanted);
}

/** Whether it is dark. @param system the system is. */
export function isDark(element: Element, system: boolean): boolean {
  const theme = element.getAttribute('theme');
  return theme === 'dark' || (theme !== 'light' && system);
}
