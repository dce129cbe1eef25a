import { lackProblem } from '../formats/lacks.ts';
import { kindOfEvents } from '../formats/ready/kind.ts';
import {
  FORMATS,
  formatOfName,
  isPicture,
  lacksIn,
  PICTURE_KEYS,
  type PictureKey,
} from '../formats/write.ts';
import { SLIDE_LETTERS } from '../layout/picture/sizes.ts';
import { layoutPicture, PICTURE_LAYOUTS, type Picture, type PictureLayout } from '../layout/picture.ts';
import type { Collection } from '../model/collection.ts';
import type { Days } from '../model/days.ts';
import { readEdtf } from '../model/edtf.ts';
import type { Problem } from '../model/problem.ts';
import { PNG_SCALES, type PngScale } from '../render/scales.ts';
import { THEME_NAMES, THEMES } from '../scene/theme.ts';
import { defaultCategories } from './categories.ts';
import { type Command, Refusal, report } from './command.ts';
import { readBytes } from './files.ts';
import { lanesOption } from './lanes.ts';
import { choiceOption, edtfOption, localeOption, numberOption, readOptions, wrong } from './options.ts';
import { checkOutput, writeOutput } from './output.ts';
import { lettersMissing, pageSaid, painted } from './paint.ts';
import { COLUMNS_HELP, columnsOption, type OpenOptions, readEvents } from './ready.ts';
import { LEAST, MOST, sizeOption } from './sizes.ts';

/** Size of a picture where nothing else is said, px. */
export const USUAL_SIZE = { width: 1280, height: 800 } as const;
/** Pixels of a PNG for each px of the picture, where nothing else is said. */
export const USUAL_DENSITY = 2;

/** Draws a timeline as a picture. */
export const renderCommand: Command = {
  name: 'render',
  about: 'draw a timeline as a picture: SVG, PNG or PDF',
  help: `Usage: dateline render TIMELINE -o chart.svg [options]

Draws a timeline as an SVG, PNG or PDF file that needs nothing beside itself:
the JSON that "extract" or the page wrote, or ready events in any form that
"extract" takes. "dateline convert" reads documents as well.

Options:
  -o, --output FILE write there instead of to stdout
  --format FORMAT   svg (the default), png or pdf; without it the ending of
                    FILE decides
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
  --layout LAYOUT   lanes (the default), poster: on in further bands below, as
                    many as name the most events (where the --size has no room
                    for two it has lanes, and says so), or vertical: from top
                    to bottom
  --fold            fold long stretches of which nothing is told to a narrow
                    band with torn edges that says how long it is
  --theme THEME     light (the default), dark or print: black on white
  --locale TAG      language of dates and numbers, such as de; en by default
  --size SIZE       of the picture: slide, slide-4-3, a4, a4-upright, a3,
                    a3-upright, letter, letter-upright, or 1280x800, 180x120mm
  --width LENGTH    of the picture, ${LEAST} to ${MOST} px, or 180mm, 18cm, 7in;
                    ${USUAL_SIZE.width} px by default
  --height LENGTH   of the picture, the same; ${USUAL_SIZE.height} px by default; on paper and
                    with layouts poster and vertical as high as it needs
  --scale PERCENT   size of letters and marks, 50 to 400; 100 by default, ${SLIDE_LETTERS}
                    on a slide
  --density N       of a PNG, 1 to 4: pixels for each px; ${USUAL_DENSITY} by default
${COLUMNS_HELP}  --help            this text

Exit code: 0, 1 when the collection cannot be read (why is on stderr),
2 when the arguments make no sense.
`,
  async run(words, around) {
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
      format: 'value',
      size: 'value',
      width: 'value',
      height: 'value',
      scale: 'value',
      density: 'value',
      columns: 'values',
    });
    const [path, ...others] = paths;
    if (path === undefined || others.length > 0) {
      throw wrong('render', `found ${paths.length} paths, expected one timeline`);
    }
    const from = edgeOf('from', values.from);
    const to = edgeOf('to', values.to);
    const lanes = lanesOption(values);
    const layout = choiceOption('render', 'layout', values.layout, PICTURE_LAYOUTS) ?? 'lanes';
    const theme = choiceOption('render', 'theme', values.theme, THEME_NAMES) ?? 'light';
    const locale = localeOption('render', values.locale) ?? 'en';
    const format = formatOf(values.format, values.output);
    const size = sizeOption(
      'render',
      values,
      layout === 'lanes' ? USUAL_SIZE : { ...USUAL_SIZE, height: null },
    );
    const scale = numberOption('render', 'scale', values.scale, 50, 400) ?? size.letters;
    const density = densityOption('render', values.density, format);
    const choice = columnsOption('render', values.columns);
    if (from !== undefined && to !== undefined && to <= from) {
      throw wrong(
        'render',
        `--to: found ${values.to}, expected a day that is not before --from ${values.from}`,
      );
    }
    checkOutput(values.output);

    const { collection, problems } = await readCollection(path, { categories: defaultCategories, choice });
    const categories = values.category.length > 0 ? values.category : undefined;
    checkCategories(collection, values.category);
    const picture = layoutPicture(collection, {
      ...reach(collection, from, to),
      ...(categories ? { categories } : {}),
      theme: THEMES[theme],
      lanes,
      width: size.width,
      layout,
      ...(values.fold ? { fold: true } : {}),
      ...(size.height === null ? {} : { height: size.height }),
      ...(scale === 100 ? {} : { scale: scale / 100 }),
      locale,
    });
    const { documents } = collection;
    const { program } = around;
    const content = await painted(format, picture, { size, locale, density, documents, program });
    await writeOutput(values.output, content, around);
    const letters = format === 'svg' ? undefined : lettersMissing(picture);
    // Whoever asks for a picture knows that it is one; letters that are missing in it nobody can know.
    const lacks = lacksIn(format, collection, letters).filter(({ what }) => what === 'letters');
    const at = values.output ?? 'stdout';
    const page = [...pageSaid(format, picture, size, at), ...layoutSaid(layout, picture, at)];
    return report([...problems, ...page, ...lacks.map((lack) => lackProblem(lack, at))], around);
  },
};

/** That a poster is none, where its height has room for one band only. */
function layoutSaid(wanted: PictureLayout, { layout, scene }: Picture, at: string): Problem[] {
  if (layout === wanted) return [];
  const size = `${scene.width} × ${scene.height} px`;
  const message = `${at}: two bands of a poster have no room in ${size}, so it has lanes; a higher --size has room for them`;
  return [{ code: 'export/layout', message, at, level: 'note' }];
}

/** @throws Refusal (2) for an ending that is no picture's. */
function formatOf(format: string | undefined, output: string | undefined): PictureKey {
  const chosen = choiceOption('render', 'format', format, PICTURE_KEYS);
  if (chosen) return chosen;
  const named = formatOfName(output ?? '') ?? 'svg';
  if (isPicture(named)) return named;
  const expected = PICTURE_KEYS.map((key) => FORMATS[key].suffix).join(', ');
  throw wrong(
    'render',
    `--output: found ${output}, expected ${expected}; dateline convert writes the others`,
  );
}

/** What `--density` asks for. @throws Refusal (2) where there are no pixels. */
export function densityOption(command: string, value: string | undefined, format: string): PngScale {
  if (value !== undefined && format !== 'png')
    throw wrong(command, `--density: found it for a ${format}, expected a PNG; the others have no pixels`);
  const wanted = numberOption(command, 'density', value, 1, 4);
  return PNG_SCALES.find((scale) => scale === wanted) ?? USUAL_DENSITY;
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

async function readCollection(
  path: string,
  options: OpenOptions,
): Promise<{ collection: Collection; problems: readonly Problem[] }> {
  const content = readBytes(path);
  if ('problem' in content) throw new Refusal(content.problem.message, 1);
  // What nobody knows is read as our own JSON, which says what is missing in it.
  const kind = kindOfEvents(path, content.bytes) ?? 'saved';
  const { collection, problems, leftOut } = await readEvents(path, content.bytes, options, kind);
  const named = [...problems, ...leftOut].map((problem) =>
    problem.message.startsWith(path)
      ? problem
      : { ...problem, at: '', message: `${path}: ${problem.message}` },
  );
  if (collection) return { collection, problems: named };
  const more = named.length - MOST_PROBLEMS;
  const sentence = `${path}: not drawn${more > 0 ? `, for these problems and ${more} more` : ''}`;
  throw new Refusal(sentence, 1, named.slice(0, MOST_PROBLEMS));
}

function checkCategories({ categories }: Collection, keys: readonly string[]): void {
  const known = categories.map((category) => category.key);
  for (const key of keys) {
    if (!known.includes(key))
      throw wrong('render', `--category: found "${key}", expected ${known.join(', ')}`);
  }
}
