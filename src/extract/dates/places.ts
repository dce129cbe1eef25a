import type { DocumentDate } from '../../model/document.ts';
import type { HeadingDate } from '../headingDates.ts';
import type { Block, BlockAnchor, DatedMention } from '../reading.ts';
import { datelineOf } from './dateline.ts';
import type { Found } from './find.ts';
import { edtfOf, type Point } from './point.ts';
import { pointFromEdtf } from './resolve.ts';

/** From which day a block speaks, and the heading or dateline that says so. */
export interface BlockPlace {
  readonly speech: Point | null;
  readonly speechName: string;
  readonly anchor: BlockAnchor | null;
  readonly heading: HeadingDate | null;
}

/** Stands in a chain where the document's own date had to be inferred. */
export const INFERRED_DATE = "the document's inferred date";

/** From which day each block speaks: that of the dateline or dated heading above, else the document's. */
export function placeBlocks(
  text: string,
  blocks: readonly Block[],
  found: readonly (readonly Found[])[],
  headings: ReadonlyMap<number, HeadingDate>,
  date: DocumentDate | null,
): BlockPlace[] {
  const speech = date ? pointFromEdtf(date.edtf) : null;
  const ownName = date?.origin === 'inferred' ? INFERRED_DATE : "the document's date";
  const places: BlockPlace[] = [];
  let dateline: { readonly under: number; readonly place: BlockPlace } | null = null;
  blocks.forEach((block, i) => {
    const own = headings.get(i) ?? null;
    const above = block.heading >= 0 ? (places[block.heading]?.heading ?? null) : null;
    const place = placeUnder(text, own ?? above, speech, ownName);
    const first = found[i]![0];
    const day = own ? null : datelineOf(text, block, first, place.speech);
    if (day && first && first.start !== date?.at?.start) {
      const words = text.slice(first.start, first.end);
      const name = `dateline ${words}${first.said.year === undefined ? ` → ${place.speechName}` : ''}`;
      const mention = { start: first.start, end: first.end, text: words };
      const anchor: BlockAnchor = { ...edtfOf(day), mention, kind: 'dateline', how: name };
      dateline = {
        under: block.heading,
        place: { speech: day, speechName: name, anchor, heading: place.heading },
      };
    }
    const goesOn = dateline !== null && dateline.under === block.heading && block.kind !== 'heading' && !own;
    places.push(goesOn ? dateline!.place : place);
  });
  return places;
}

function placeUnder(
  text: string,
  heading: HeadingDate | null,
  speech: Point | null,
  speechName: string,
): BlockPlace {
  if (!heading) return { speech, speechName, anchor: null, heading: null };
  const words = text.slice(heading.start, heading.end);
  const name = `heading ${words}${heading.yearFrom ? ` → ${heading.yearFrom}` : ''}`;
  const mention = { start: heading.start, end: heading.end, text: words };
  // A heading that names a day is where its lines speak from; "1917" or "March" only says what they tell of.
  const daily = heading.last.unit === 'day';
  return {
    speech: daily ? heading.last : speech,
    speechName: daily ? name : speechName,
    anchor: { ...spanOf(heading), mention, kind: 'heading', how: name },
    heading,
  };
}

/** A picture is of the day its own caption names. */
export function anchorsOf(
  blocks: readonly Block[],
  places: readonly BlockPlace[],
  mentions: readonly DatedMention[],
): (BlockAnchor | null)[] {
  const anchors = places.map((place) => place.anchor);
  for (const { block, edtf, precision, start, end, text, how, type } of mentions) {
    if (
      blocks[block]!.kind !== 'caption' ||
      anchors[block]?.kind === 'caption' ||
      !edtf ||
      !precision ||
      type === 'DURATION'
    )
      continue;
    anchors[block] = { edtf, precision, mention: { start, end, text }, kind: 'caption', how };
  }
  return anchors;
}

function spanOf(heading: HeadingDate): { edtf: string; precision: BlockAnchor['precision'] } {
  const first = edtfOf(heading.first);
  // A row of years may run backwards: then the first is the date.
  if (heading.first.start >= heading.last.start) return first;
  return { edtf: `${first.edtf}/${edtfOf(heading.last).edtf}`, precision: edtfOf(heading.last).precision };
}
