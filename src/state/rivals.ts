import { readFigures } from '../layout/figures/reading.ts';
import { samePeriod, type Value } from '../layout/figures/value.ts';
import { readEdtf } from '../model/edtf.ts';
import type { Figure, Source, TimelineEvent } from '../model/event.ts';

/** Another number for the same thing and period, and who says so. */
export interface Rival {
  readonly figure: Figure;
  /** The event that reports it; of one that was merged, it may be the same one. */
  readonly event: TimelineEvent;
  /** Its place among that event's figures. */
  readonly place: number;
  /** The passages of that event in which it stands; all of them where that cannot be told. */
  readonly sources: readonly Source[];
}

/** A figure that others contradict, or that stands alone. */
export interface Contested {
  /** The passages that say it and none of the others, as far as there is one. */
  readonly sources: readonly Source[];
  readonly rivals: readonly Rival[];
}

const ALONE: Contested = { sources: [], rivals: [] };

/**
 * For each figure of an event, in their order, what others say of the same: judged as the chart does, which draws both.
 * What one passage alone says twice, as where it corrects itself, is no disagreement of sources.
 * @param events all of them, filtered or not. O(events) for an event that has figures with a period.
 */
export function rivalsIn(event: TimelineEvent, events: readonly TimelineEvent[]): readonly Contested[] {
  const periods = event.figures.map(periodOf);
  if (periods.every((period) => period === null)) return event.figures.map(() => ALONE);
  const known = new Set(event.figures.map((figure) => figure.unit));
  const meets = (figure: Figure): boolean => {
    const own = known.has(figure.unit) ? periodOf(figure) : null;
    return own !== null && periods.some((period) => period !== null && samePeriod(period, own));
  };
  const peers = events.filter((other) => other.id === event.id || other.figures.some(meets));
  const { units } = readFigures({
    figured: peers.map((_, i) => i),
    at: (i) => peers[i] as TimelineEvent,
  });
  return event.figures.map((figure, place) => {
    const values = units.find((track) => track.unit === figure.unit)?.values ?? [];
    const own = values.find((value) => stands(value, event.id, place));
    const told = statedIn(figure, event.sources);
    const rivals = (own?.told ?? []).flatMap((value): Rival[] => {
      if (value === own) return [];
      const sources = statedIn(value.figure, value.event.sources);
      const alone = without(sources, told);
      const disagree = alone.length > 0 || without(told, sources).length > 0;
      return disagree
        ? [
            {
              figure: value.figure,
              event: value.event,
              place: value.place,
              sources: alone.length > 0 ? alone : sources,
            },
          ]
        : [];
    });
    const alone = without(
      told,
      rivals.flatMap((rival) => rival.sources),
    );
    return { sources: alone.length > 0 ? alone : told, rivals };
  });
}

/** Those that are not among others. */
function without(sources: readonly Source[], others: readonly Source[]): readonly Source[] {
  const known = new Set(others.map(keyOf));
  return sources.filter((source) => !known.has(keyOf(source)));
}

const stands = (value: Value, id: string, place: number): boolean =>
  [value, ...value.also].some((said) => said.event.id === id && said.place === place);

function periodOf({ period }: Figure): { readonly start: number; readonly end: number } | null {
  const span = period === null ? null : readEdtf(period);
  return span === null || 'problem' in span ? null : span;
}

const keyOf = ({ document, start, end }: Source): string => `${document} ${start} ${end}`;

/** Passages whose digits say a value: `84` for 84 million. All of them where none has its digits, but perhaps words. */
export function statedIn({ value }: Figure, sources: readonly Source[]): readonly Source[] {
  const those = sources.filter(({ quote }) =>
    numbersIn(quote).some((number) => isScaled(number, Math.abs(value))),
  );
  return those.length > 0 ? those : sources;
}

/** Numbers that stand in digits, a comma or point read both as a separator and as a decimal. */
function numbersIn(text: string): number[] {
  const digits = text.match(/\d+(?:[.,\u00a0\u202f' ]?\d+)*/g) ?? [];
  return digits.flatMap((each) => {
    const bare = each.replace(/[\u00a0\u202f' ]/g, '');
    return [
      Number(bare.replace(/[.,]/g, '')),
      Number(bare.replace(/,/g, '')),
      Number(bare.replace(/\./g, '').replace(',', '.')),
    ];
  });
}

/** `84` said of 84,000,000: with thousand, million, billion or trillion behind it. */
const isScaled = (said: number, value: number): boolean =>
  [1, 1e3, 1e6, 1e9, 1e12].some((scale) => Math.abs(said * scale - value) <= 1e-6 * Math.max(1, value));
