import { lackProblem } from '../formats/lacks.ts';
import {
  type Content,
  type DataKey,
  FORMAT_KEYS,
  FORMATS,
  type FormatKey,
  formatOfName,
  isPicture,
  lacksIn,
  type PictureKey,
  suffixOf,
  writeData,
} from '../formats/write.ts';
import { layoutPicture } from '../layout/picture.ts';
import type { Collection } from '../model/collection.ts';
import type { Document } from '../model/document.ts';
import { THEME_NAMES, THEMES, type ThemeName } from '../scene/theme.ts';
import { collect } from './collect.ts';
import { type Command, Refusal, report } from './command.ts';
import { choiceOption, localeOption, readOptions, wrong } from './options.ts';
import { writeOutput } from './output.ts';
import { lettersMissing, painted } from './paint.ts';
import { READING, readingOptions } from './reading.ts';
import { COLUMNS_HELP } from './ready.ts';
import { densityOption, USUAL_SIZE } from './render.ts';
import { sizeOption } from './sizes.ts';

/** What an archive of several files ends in. */
const ARCHIVE = '.zip';

/** Reads anything and writes it as anything. */
export const convertCommand: Command = {
  name: 'convert',
  about: 'read documents or ready events of any form and write them in another',
  help: `Usage: dateline convert IN… -o OUT.{svg,png,pdf,csv,json,…} [options]

Reads what "extract" reads: documents, tables, lists, calendars, saved
timelines; files and folders of them. Writes all of it in one file, whose
ending says how:

  .svg .png .pdf    the whole timeline as a picture; "dateline render" has more
                    to say about pictures
  .html             the timeline itself in one file, for any browser; printed,
                    or without scripts, it is a chronology
  .md               a chronology with its sources; as a page to print it is
                    --format html-chronology
  .tml              the documents with their dates marked (TimeML); of several
                    documents a .zip, with --format tml
  .json             everything, for Dateline
  .ndjson .csv .parquet
                    the events, for other programs
  .ics              a calendar of whole days

What a format cannot hold is said on stderr.

Options:
  -o, --output FILE write there instead of to stdout
  --format FORMAT   ${FORMAT_KEYS.slice(0, 6).join(', ')},
                    ${FORMAT_KEYS.slice(6).join(', ')};
                    it wins over the ending
  --locale TAG      language of dates and words, such as de; en by default
  --theme THEME     of a picture: light (the default), dark or print
  --size SIZE       of a picture: see dateline render --help
  --density N       of a PNG, 1 to 4: pixels for each px; 2 by default
  --date EDTF       the day from which the documents speak; it wins over what
                    they print
  --name NAME       name of the timeline
${COLUMNS_HELP}  --categories FILE kinds of event to look for in documents
  --help            this text

Exit code: 0, 1 when something was kept out (what and why is on stderr),
2 when the arguments make no sense.
`,
  async run(words, around) {
    const { values, paths } = readOptions('convert', words, {
      ...READING,
      format: 'value',
      locale: 'value',
      theme: 'value',
      size: 'value',
      density: 'value',
    });
    const key = formatOf(values.format, values.output);
    const locale = localeOption('convert', values.locale) ?? 'en';
    const theme = choiceOption('convert', 'theme', values.theme, THEME_NAMES);
    const look = isPicture(key) ? lookOf(key, values, theme ?? 'light') : refuseLook(key, values);
    const { options, doubts } = readingOptions('convert', values, paths);
    const { collection, problems } = await collect(paths, options, around);
    const { content, letters } = look
      ? await drawn(collection, look, locale, around.program)
      : { content: await written(key as DataKey, collection, values.output, locale), letters: undefined };
    await writeOutput(values.output, content, around);
    const at = values.output ?? 'stdout';
    const lacks = lacksIn(key, collection, letters).map((lack) => lackProblem(lack, at));
    return report([...doubts, ...problems, ...lacks], around);
  },
};

/** `--format`, else what the ending says. @throws Refusal (2). */
function formatOf(format: string | undefined, output: string | undefined): FormatKey {
  const chosen = choiceOption('convert', 'format', format, FORMAT_KEYS);
  const named = chosen ?? formatOfName(output ?? '');
  const endings = FORMAT_KEYS.flatMap((key) => FORMATS[key].endings);
  if (named === null) {
    if (output === undefined || output === '-')
      throw wrong('convert', 'found neither --output nor --format, expected one that says what to write');
    throw wrong('convert', `--output: found ${output}, expected ${endings.join(', ')}, or --format`);
  }
  return named;
}

interface Look {
  readonly key: PictureKey;
  readonly size: ReturnType<typeof sizeOption>;
  readonly theme: ThemeName;
  readonly density: ReturnType<typeof densityOption>;
}

type LookWords = Readonly<Partial<Record<'theme' | 'size' | 'density', string | undefined>>>;

const lookOf = (key: PictureKey, { size, density }: LookWords, theme: ThemeName): Look => ({
  key,
  size: sizeOption('convert', { size, width: undefined, height: undefined }, USUAL_SIZE),
  theme,
  density: densityOption('convert', density, key),
});

/** @throws Refusal (2) where something is said of a picture and there is none. */
function refuseLook(key: FormatKey, words: LookWords): null {
  for (const option of ['theme', 'size', 'density'] as const) {
    if (words[option] !== undefined)
      throw wrong('convert', `--${option}: found it for ${key}, expected .svg, .png or .pdf`);
  }
  return null;
}

async function drawn(
  collection: Collection,
  { key, size, theme, density }: Look,
  locale: string,
  program: string,
) {
  const picture = layoutPicture(collection, {
    theme: THEMES[theme],
    width: size.width,
    ...(size.height === null ? {} : { height: size.height }),
    ...(size.letters === 100 ? {} : { scale: size.letters / 100 }),
    layout: 'lanes',
    locale,
  });
  const { documents } = collection;
  return {
    content: await painted(key, picture, { size, locale, density, documents, program }),
    letters: key === 'svg' ? undefined : lettersMissing(picture),
  };
}

async function written(
  key: DataKey,
  collection: Collection,
  output: string | undefined,
  locale: string,
): Promise<Content> {
  if (key === 'tml') checkArchive(collection, output);
  return writeData(key, collection, { locale, timexes });
}

/** One document is a file, several are an archive: whoever names the file must know. @throws Refusal (1). */
function checkArchive(collection: Collection, output: string | undefined): void {
  const archive = suffixOf('tml', collection).endsWith(ARCHIVE);
  const found = collection.documents.length;
  if (output === undefined || output === '-' || archive === output.toLowerCase().endsWith(ARCHIVE)) return;
  throw new Refusal(
    archive
      ? `${output}: found ${found} documents, and a .tml holds one; name a .zip and add --format tml`
      : `${output}: found one document, expected a name that ends in .tml`,
    1,
  );
}

async function timexes(document: Document) {
  const { timexesOf } = await import('../extract/timexes.ts');
  return timexesOf(document);
}
