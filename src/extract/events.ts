import type { Figure, Source, Status, TimelineEvent } from '../model/event.ts';
import type { Alternative, When } from '../model/when.ts';
import { combine } from './confidence.ts';
import { makeUnique } from './identity.ts';
import { bestTime, type Cluster, merge, otherTimes, type Telling } from './merge.ts';
import { salienceOf } from './salience.ts';

/**
 * Merges tellings into events. Independent of their order.
 * @returns sorted by time.start, then time.end, then id.
 */
export function eventsOf(tellings: readonly Telling[]): TimelineEvent[] {
  const clusters = merge(tellings);
  const central = centrality(tellings);
  const unique = makeUnique();
  return clusters
    .map((cluster) => eventOf(cluster, central))
    .sort((a, b) => a.time.start - b.time.start || a.time.end - b.time.end || (a.id < b.id ? -1 : 1))
    .map((event) => ({ ...event, id: unique(event.id) }));
}

function eventOf(cluster: Cluster, central: (actors: readonly string[]) => number): TimelineEvent {
  const lead = cluster[0]!;
  const time = withDoubts(bestTime(cluster), cluster);
  const sources = sourcesOf(cluster);
  const actors = [...new Set(cluster.flatMap((t) => t.actors))];
  const figures = distinct(cluster.flatMap((t) => t.figures));
  const confidence = combine(cluster.map((t) => t.confidence));
  const status = statusOf(cluster);
  const most = (of: (t: Telling) => number) => cluster.reduce((best, t) => Math.max(best, of(t)), 0);
  return {
    id: lead.key,
    title: lead.title,
    category: lead.category,
    status,
    time,
    confidence,
    salience: salienceOf({
      tellings: cluster.length,
      passages: sources.length,
      documents: new Set(sources.map((s) => s.document)).size,
      precision: time.precision,
      confidence,
      status,
      headline: lead.headline,
      manner: lead.manner ?? 'told',
      figures: figures.length,
      centrality: central(actors),
      named: actors.length > 0 || cluster.some((t) => t.place !== null),
      lead: most((t) => t.lead ?? 0),
      share: most((t) => t.share ?? 0),
      carried: time.how === 'inherited' || time.how === 'inferred',
    }),
    actors,
    place: cluster.find((t) => t.place !== null)?.place ?? null,
    figures,
    sources,
  };
}

/** A date with what other tellings say instead, before what else its own words may mean. */
function withDoubts(time: When, cluster: Cluster): When {
  const others: Alternative[] = otherTimes(cluster, time).map((telling) => {
    const said = telling.sources[0]?.mention?.text.replace(/\s+/g, ' ');
    return { edtf: telling.time.edtf, reason: `another document says ${said || telling.time.edtf}` };
  });
  if (others.length === 0) return time;
  const known = new Set(others.map(({ edtf }) => edtf));
  const own = (time.alternatives ?? []).filter(({ edtf }) => !known.has(edtf));
  return { ...time, alternatives: [...others, ...own] };
}

/** What happened has happened, whoever planned it before; else what the best telling says. */
const statusOf = (cluster: Cluster): Status =>
  cluster.some((t) => t.status === 'happened') ? 'happened' : (cluster[0]?.status ?? 'happened');

/** Every passage once, by document and then by place. */
function sourcesOf(cluster: Cluster): Source[] {
  if (cluster.length === 1 && cluster[0]!.sources.length === 1) return [...cluster[0]!.sources];
  const byPlace = new Map<string, Source>();
  for (const source of cluster.flatMap((t) => t.sources)) {
    const key = `${source.document}\u0001${source.start}\u0001${source.end}`;
    if (!byPlace.has(key)) byPlace.set(key, source);
  }
  return [...byPlace.values()].sort(
    (a, b) =>
      (a.document < b.document ? -1 : a.document > b.document ? 1 : 0) || a.start - b.start || a.end - b.end,
  );
}

function distinct(figures: readonly Figure[]): Figure[] {
  const seen = new Map<string, Figure>();
  for (const f of figures) {
    const key = `${f.value} ${f.unit} ${f.period} ${f.bound ?? ''}`;
    if (!seen.has(key)) seen.set(key, f);
  }
  return [...seen.values()];
}

/** How central actors are: the share of tellings that name the most frequent of them, against the most named of all. */
function centrality(tellings: readonly Telling[]): (actors: readonly string[]) => number {
  const counts = new Map<string, number>();
  for (const t of tellings) for (const actor of t.actors) counts.set(actor, (counts.get(actor) ?? 0) + 1);
  const most = Math.max(1, ...counts.values());
  return (actors) => Math.max(0, ...actors.map((a) => (counts.get(a) ?? 0) / most));
}
