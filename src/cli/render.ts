import { readJson } from '../formats/json.ts';
import { layoutPicture, PICTURE_LAYOUTS } from '../layout/picture.ts';
import type { Collection } from '../model/collection.ts';
import type { Days } from '../model/days.ts';
import { readEdtf } from '../model/edtf.ts';
import type { Problem } from '../model/problem.ts';
import { paintSvg } from '../render/svg.ts';
import { DARK, LIGHT } from '../scene/theme.ts';
import { type Command, Refusal, report } from './command.ts';
import { readBytes } from './files.ts';
import { lanesOption } from './lanes.ts';
import { choiceOption, edtfOption, numberOption, readOptions, wrong } from './options.ts';
import { checkOutput, writeOutput } from './output.ts';

const WIDTH = 1280;
const HEIGHT = 800;
const LEAST = 200;
const MOST = 20_000;

/** Draws a collection as SVG. */
export const renderCommand: Command = {
  name: 'render',
  about: 'draw a collection as an SVG picture',
  help: `Usage: dateline render COLLECTION -o chart.svg [options]

Draws the timeline of a collection, the JSON that "extract" or the page wrote,
as an SVG file that needs nothing beside itself.

Options:
  -o, --output FILE write there instead of to stdout
  --from EDTF       first day, such as 2021 or 2021-06-15; else from the first
                    event on
  --to EDTF         last day, included; else to the last event
  --category KEY    only this category; can be given several times
  --group BY        a lane for each category (the default), actor, place or
                    source
  --order ORDER     of the lanes: given (the default), first (event) or size
                    (largest first); or the key of a lane that comes first, and
                    again for the next
  --collapse KEY    makes a lane a thin line; can be given several times
  --lane-height KEY=PX
                    of one lane; can be given several times
                    KEY of a lane is that of its category, the name of the actor
                    or place, the id of the document; * of all others, - of
                    events that name none
  --layout LAYOUT   lanes (the default), poster: on in further bands below until
                    every event is named, or vertical: from top to bottom
  --fold            fold long stretches of which nothing is told to a narrow
                    band with torn edges that says how long it is
  --theme THEME     light (the default) or dark
  --locale TAG      language of dates and numbers, such as de; en by default
  --width PX        of the picture, ${LEAST} to ${MOST}; ${WIDTH} by default
  --height PX       of the picture, ${LEAST} to ${MOST}; ${HEIGHT} by default, with the
                    layouts poster and vertical as high as they need
  --scale PERCENT   size of letters and marks, 50 to 400; 100 by default, 133
                    for a slide
  --help            this text

Exit code: 0, 1 when the collection cannot be read (why is on stderr),
2 when the arguments make no sense.
`,
  async run(words) {
    const { values, paths } = readOptions('render', words, {
      output: 'value',
      from: 'value',
      to: 'value',
      category: 'values',
      group: 'value',
      order: 'values',
      collapse: 'values',
      'lane-height': 'values',
      layout: 'value',
      fold: 'flag',
      theme: 'value',
      locale: 'value',
      width: 'value',
      height: 'value',
      scale: 'value',
    });
    const [path, ...others] = paths;
    if (path === undefined || others.length > 0) {
      throw wrong('render', `found ${paths.length} paths, expected one collection`);
    }
    const from = edgeOf('from', values.from);
    const to = edgeOf('to', values.to);
    const lanes = lanesOption(values);
    const layout = choiceOption('render', 'layout', values.layout, PICTURE_LAYOUTS) ?? 'lanes';
    const theme = choiceOption('render', 'theme', values.theme, ['light', 'dark'] as const) ?? 'light';
    const locale = localeOf(values.locale);
    const width = numberOption('render', 'width', values.width, LEAST, MOST) ?? WIDTH;
    const height =
      numberOption('render', 'height', values.height, LEAST, MOST) ??
      (layout === 'lanes' ? HEIGHT : undefined);
    const scale = numberOption('render', 'scale', values.scale, 50, 400);
    if (from !== undefined && to !== undefined && to <= from) {
      throw wrong(
        'render',
        `--to: found ${values.to}, expected a day that is not before --from ${values.from}`,
      );
    }
    checkOutput(values.output);

    const { collection, problems } = readCollection(path);
    const categories = values.category.length > 0 ? values.category : undefined;
    checkCategories(collection, values.category);
    const { scene, ...about } = layoutPicture(collection, {
      ...reach(collection, from, to),
      ...(categories ? { categories } : {}),
      theme: theme === 'dark' ? DARK : LIGHT,
      lanes,
      width,
      layout,
      ...(values.fold ? { fold: true } : {}),
      ...(height === undefined ? {} : { height }),
      ...(scale === undefined ? {} : { scale: scale / 100 }),
      ...(locale === undefined ? {} : { locale }),
    });
    await writeOutput(values.output, paintSvg(scene, about));
    return report(problems);
  },
};

/** @throws Refusal if it is no language tag. */
function localeOf(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  try {
    const [tag] = Intl.getCanonicalLocales(value);
    if (tag !== undefined) return tag;
  } catch {
    // Told below, in our words.
  }
  throw wrong('render', `--locale: found ${value}, expected a language tag such as de or en-GB`);
}

/** First day of `--from`, day after the last of `--to`. */
function edgeOf(name: 'from' | 'to', value: string | undefined): Days | undefined {
  const edtf = edtfOption('render', name, value);
  const span = edtf === undefined ? undefined : readEdtf(edtf);
  if (!span || 'problem' in span) return undefined;
  return name === 'from' ? span.start : span.end;
}

/**
 * One edge alone must leave something to look at: where all events lie on its other side, the picture is the year
 * beyond the edge, empty and honest about it.
 */
function reach(
  collection: Collection,
  from: Days | undefined,
  to: Days | undefined,
): { from?: Days; to?: Days } {
  const times = collection.events.map((event) => event.time);
  const last = times.reduce((latest, time) => Math.max(latest, time.end), Number.NEGATIVE_INFINITY);
  const first = times.reduce((earliest, time) => Math.min(earliest, time.start), Number.POSITIVE_INFINITY);
  if (from !== undefined && to === undefined) return last > from ? { from } : { from, to: from + 365 };
  if (to !== undefined && from === undefined) return first < to ? { to } : { from: to - 365, to };
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}

/** More than this of one kind tells a person no more. */
const MOST_PROBLEMS = 20;

function readCollection(path: string): { collection: Collection; problems: readonly Problem[] } {
  const content = readBytes(path);
  if ('problem' in content) throw new Refusal(content.problem.message, 1);
  const { collection, problems } = readJson(new TextDecoder().decode(content.bytes));
  const named = problems.map((problem) => ({ ...problem, at: '', message: `${path}: ${problem.message}` }));
  if (collection) return { collection, problems: named };
  report(named.slice(0, MOST_PROBLEMS));
  const more = named.length - MOST_PROBLEMS;
  throw new Refusal(`${path}: not drawn${more > 0 ? `, for these problems and ${more} more` : ''}`, 1);
}

function checkCategories({ categories }: Collection, keys: readonly string[]): void {
  const known = categories.map((category) => category.key);
  for (const key of keys) {
    if (!known.includes(key))
      throw wrong('render', `--category: found "${key}", expected ${known.join(', ')}`);
  }
}
