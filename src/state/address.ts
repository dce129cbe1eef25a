import { isAsGiven, type LaneArrangement } from '../layout/arrangement.ts';
import { readEdtf } from '../model/edtf.ts';
import { FACETS, type Facet } from './facet.ts';
import { readLanes, writeLanes } from './lanesAddress.ts';

/** What a link carries: the view, the filters, the selection. Never a document. */
export interface Address {
  /** Span of time in view, days since 1970-01-01; absent: everything. */
  readonly view?: { readonly start: number; readonly end: number };
  /** Whether time runs downwards, where that was chosen; absent: as the page's width suggests. */
  readonly down?: boolean;
  /** Whether long silences are folded. */
  readonly folding?: boolean;
  readonly hidden: readonly string[];
  readonly chosen: Readonly<Partial<Record<Facet, readonly string[]>>>;
  /** Dates between which events are shown, EDTF, `''` for an open end; absent: all time. */
  readonly between?: { readonly from: string; readonly to: string };
  /** How lanes are arranged; absent: as they come. */
  readonly lanes?: LaneArrangement;
  readonly query: string;
  readonly selected: string | null;
  /** Whether the chosen event is not open beside the chart; absent: it is. */
  readonly closed?: true;
}

/** Writes an address as the part of a URL after `#`; empty when there is nothing to say. */
export function writeAddress(address: Address): string {
  const out = new URLSearchParams();
  if (address.view) out.set('view', edgesOf(address.view));
  if (address.down !== undefined) out.set('time', address.down ? 'down' : 'right');
  if (address.folding) out.set('fold', '1');
  for (const key of [...address.hidden].sort()) out.append('hide', key);
  for (const facet of FACETS) {
    for (const value of [...(address.chosen[facet] ?? [])].sort()) out.append(facet, value);
  }
  if (address.between?.from) out.set('from', address.between.from);
  if (address.between?.to) out.set('to', address.between.to);
  if (address.lanes) writeLanes(address.lanes, out);
  if (address.query.trim() !== '') out.set('q', address.query);
  if (address.selected !== null) out.set('event', address.selected);
  if (address.selected !== null && address.closed) out.set('panel', '0');
  return out.toString();
}

/** Reads what {@link writeAddress} wrote. What it cannot read it leaves out: a link from elsewhere breaks nothing. */
export function readAddress(hash: string): Address {
  const all = new URLSearchParams(hash.replace(/^#/, ''));
  const [start, end] = (all.get('view') ?? '')
    .split(',')
    .map((part) => (part === '' ? Number.NaN : Number(part)));
  const chosen: Partial<Record<Facet, readonly string[]>> = {};
  for (const facet of FACETS) {
    const values = all.getAll(facet);
    if (facet !== 'category' && values.length > 0) chosen[facet] = values;
  }
  const lanes = readLanes(all);
  const [from, to] = [dateIn(all, 'from'), dateIn(all, 'to')];
  return {
    ...(Math.abs(start!) < FARTHEST && Math.abs(end!) < FARTHEST && start! < end!
      ? { view: { start: start!, end: end! } }
      : {}),
    ...(DIRECTIONS.includes(all.get('time') ?? '') ? { down: all.get('time') === 'down' } : {}),
    ...(all.get('fold') === '1' ? { folding: true } : {}),
    hidden: all.getAll('hide'),
    chosen,
    ...(from !== '' || to !== '' ? { between: { from, to } } : {}),
    ...(isAsGiven(lanes) ? {} : { lanes }),
    query: all.get('q') ?? '',
    selected: all.get('event'),
    ...(all.has('event') && all.get('panel') === '0' ? { closed: true as const } : {}),
  };
}

/** Days, more than there have been: beyond them numbers have no room for a day. */
const FARTHEST = 1e13;
const DIRECTIONS: readonly string[] = ['down', 'right'];

function dateIn(all: URLSearchParams, key: string): string {
  const text = all.get(key) ?? '';
  return 'problem' in readEdtf(text) ? '' : text;
}

/** The edges to a ten thousandth of what is between them: the same picture again, and short enough to paste. */
function edgesOf({ start, end }: { readonly start: number; readonly end: number }): string {
  const digits = Math.min(Math.max(4 - Math.floor(Math.log10(end - start)), 3), 9);
  const round = (days: number): number => Number(days.toFixed(digits));
  return `${round(start)},${round(end)}`;
}
