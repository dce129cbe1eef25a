/**
 * What other programs use of Dateline: no Svelte, no DOM, nothing loaded before it is needed. The README's API reference
 * names every export; a test holds that.
 */

export { readCsv, writeCsv } from './formats/csv.ts';
export { type NamedBytes, nameDocuments } from './formats/document.ts';
export type { EventList } from './formats/events.ts';
export { readInteractive, writeInteractive } from './formats/interactive.ts';
export { readJson, writeJson } from './formats/json.ts';
export type { Lack, LackKind } from './formats/lacks.ts';
export { listCollection } from './formats/list.ts';
export { readNdjson, writeNdjson } from './formats/ndjson.ts';
export { type Opened, openFile } from './formats/open.ts';
export { kindOfEvents, type ReadyKind } from './formats/ready/kind.ts';
export type { Saved } from './formats/saved.ts';
export { readSvg } from './formats/svg.ts';
export { type DataKey, FORMATS, type Format, type FormatKey, lacksIn } from './formats/write.ts';
export { AS_GIVEN, arrange, type LaneArrangement, type Lanes } from './layout/arrangement.ts';
export {
  layoutPicture,
  PICTURE_LAYOUTS,
  type Picture,
  type PictureLayout,
  type PictureOptions,
} from './layout/picture.ts';
export { fitView } from './layout/scale.ts';
export {
  type HitTarget,
  type LaneSummary,
  layoutTimeline,
  type TimelineInput,
  type TimelineLayout,
  type View,
} from './layout/timeline.ts';
export { svgOf } from './library/chart.ts';
export { defaultCategories, type ExtractOptions, extract, type NamedText } from './library/extract.ts';
export { type ReadEventsOptions, readEvents, write } from './library/formats.ts';
export type { Category } from './model/category.ts';
export { COLLECTION_VERSION, type Collection, type Edit } from './model/collection.ts';
export { applyEdit, currentEvents } from './model/current.ts';
export { type Civil, type Days, toCivil, toDays } from './model/days.ts';
export type { Document, DocumentDate, DocumentFormat } from './model/document.ts';
export { type EdtfSpan, type Precision, readEdtf } from './model/edtf.ts';
export type { Figure, Source, SourceMention, Status, TimelineEvent } from './model/event.ts';
export { type Parsed, parseCategories, parseCollection, parseEvent } from './model/parse.ts';
export type { Problem } from './model/problem.ts';
export { type When, when } from './model/when.ts';
export { dateInWords } from './model/words.ts';
export { type CanvasLike, paintCanvas } from './render/canvas.ts';
export { type About, paintSvg } from './render/svg.ts';
export { textWidth } from './scene/advances.ts';
export { type HitIndex, indexHits } from './scene/hit.ts';
export type { Box, Circle, Fade, Group, Line, Mark, Polyline, Rect, Scene, Text } from './scene/scene.ts';
export { DARK, LIGHT, type Theme } from './scene/theme.ts';
export { type Fold, foldOver } from './store/fold.ts';
export { type LaneKeys, laneKeys } from './store/laneKeys.ts';
export { createStore } from './store/memory.ts';
export type { EventStore, Window } from './store/store.ts';
