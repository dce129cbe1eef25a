import { LACK_WORDS, type LackKind, type LackWords, lettersNamed } from '../formats/lacks.ts';
import type { Format, FormatKey } from '../formats/write.ts';
import type { SizeName } from '../layout/picture/sizes.ts';
import type { PictureLayout } from '../layout/picture.ts';
import type { ThemeName } from '../scene/theme.ts';
import { counter, type Language } from './texts.ts';

/** The texts of the export dialog in one language. */
export interface ExportTexts {
  readonly title: string;
  readonly format: string;
  readonly groups: Readonly<Record<Format['group'], string>>;
  /** Name and what it is good for. */
  readonly formats: Readonly<Record<FormatKey, readonly [name: string, about: string]>>;
  readonly preview: string;
  readonly shows: string;
  readonly seen: string;
  readonly everything: string;
  readonly layout: string;
  readonly layouts: Readonly<Record<PictureLayout, string>>;
  readonly fold: string;
  readonly large: string;
  readonly theme: string;
  readonly themes: Readonly<Record<ThemeName, string>>;
  readonly size: string;
  readonly sizes: Readonly<Record<SizeName | 'own', string>>;
  readonly width: string;
  readonly height: string;
  readonly density: string;
  readonly densityAbout: (width: string, height: string) => string;
  readonly page: (width: string, height: string) => string;
  readonly command: (file: string) => string;
  readonly print: string;
  readonly save: (file: string) => string;
  readonly working: string;
  readonly failed: (why: string) => string;
  readonly tooLarge: string;
  readonly holdsAll: string;
  readonly lacks: string;
  /** A sentence without its dot for each thing that a format cannot hold. */
  readonly lack: Readonly<Record<LackKind, LackWords>>;
}

const ENGLISH: ExportTexts = {
  title: 'Export',
  format: 'Format',
  groups: { pictures: 'Pictures', documents: 'Documents', data: 'Data', calendars: 'Calendars' },
  formats: {
    svg: ['SVG', 'A picture for articles, slides and drawing programs; it opens here again'],
    png: ['PNG', 'A picture of pixels, for everything that shows pictures'],
    pdf: ['PDF', 'A page with sharp lines and text to select, for printing and court bundles'],
    md: ['Markdown', 'A chronology as a table, with a footnote for each source'],
    'html-chronology': ['Page to print', 'A chronology as a web page with its sources (HTML)'],
    html: ['Interactive page', 'The timeline itself in one HTML file, for any browser, with no network'],
    tml: ['TimeML', 'The documents with their dates marked, for research'],
    json: ['Dateline', 'Everything, with documents and corrections (JSON); it opens here again'],
    ndjson: ['NDJSON', 'One event on each line, as JSON'],
    csv: ['CSV', 'One row for each event, for spreadsheets'],
    parquet: ['Parquet', 'Events in typed columns, for databases and data frames'],
    timelinejs: ['TimelineJS', 'JSON for the web timeline of that name'],
    ics: ['Calendar', 'Whole days for calendar programs (ICS)'],
  },
  preview: 'Preview of what will be saved',
  shows: 'Shows',
  seen: 'What I see',
  everything: 'Everything',
  layout: 'Layout',
  layouts: { lanes: 'Lanes', poster: 'Poster, in bands', vertical: 'Downwards' },
  fold: 'Fold long silences',
  large: 'Large letters, as for a slide',
  theme: 'Theme',
  themes: { light: 'Light', dark: 'Dark', print: 'Print' },
  size: 'Size',
  sizes: {
    own: 'Pixels',
    a4: 'A4',
    'a4-upright': 'A4 upright',
    a3: 'A3',
    'a3-upright': 'A3 upright',
    letter: 'Letter',
    'letter-upright': 'Letter upright',
    slide: 'Slide 16:9',
    'slide-4-3': 'Slide 4:3',
  },
  width: 'Width, px',
  height: 'Height, px',
  density: 'Sharpness',
  densityAbout: (width, height) => `${width} × ${height} pixels`,
  page: (width, height) => `One page of ${width} × ${height} mm`,
  command: (file) => `The same file from the command line, with the timeline saved as ${file}:`,
  print: 'Print …',
  save: (file) => `Save ${file}`,
  working: 'Writing …',
  failed: (why) => `The file could not be written: ${why}`,
  tooLarge: 'The picture would have more than 100 million pixels; choose a smaller size or sharpness.',
  holdsAll: 'It holds everything.',
  lacks: 'What it does not hold:',
  lack: LACK_WORDS,
};

const german = {
  event: counter('de')('Ereignis', 'Ereignisse'),
  ofEvents: counter('de')('Ereignis', 'Ereignissen'),
  document: counter('de')('Dokument', 'Dokumenten'),
};

const GERMAN: ExportTexts = {
  title: 'Exportieren',
  format: 'Format',
  groups: { pictures: 'Bilder', documents: 'Dokumente', data: 'Daten', calendars: 'Kalender' },
  formats: {
    svg: ['SVG', 'Ein Bild für Artikel, Folien und Zeichenprogramme; lässt sich hier wieder öffnen'],
    png: ['PNG', 'Ein Bild aus Pixeln, für alles, was Bilder zeigt'],
    pdf: ['PDF', 'Eine Seite mit scharfen Linien und wählbarem Text, für Druck und Akten'],
    md: ['Markdown', 'Eine Chronologie als Tabelle, mit einer Fußnote für jede Quelle'],
    'html-chronology': ['Seite zum Drucken', 'Eine Chronologie als Webseite mit ihren Quellen (HTML)'],
    html: ['Interaktive Seite', 'Die Zeitleiste selbst in einer HTML-Datei, für jeden Browser, ohne Netz'],
    tml: ['TimeML', 'Die Dokumente mit markierten Daten, für die Forschung'],
    json: ['Dateline', 'Alles, mit Dokumenten und Korrekturen (JSON); lässt sich hier wieder öffnen'],
    ndjson: ['NDJSON', 'Ein Ereignis je Zeile, als JSON'],
    csv: ['CSV', 'Eine Zeile für jedes Ereignis, für Tabellenprogramme'],
    parquet: ['Parquet', 'Ereignisse in Spalten mit Typen, für Datenbanken und Auswertungen'],
    timelinejs: ['TimelineJS', 'JSON für die Web-Zeitleiste dieses Namens'],
    ics: ['Kalender', 'Ganze Tage für Kalenderprogramme (ICS)'],
  },
  preview: 'Vorschau dessen, was gespeichert wird',
  shows: 'Zeigt',
  seen: 'Was ich sehe',
  everything: 'Alles',
  layout: 'Anordnung',
  layouts: { lanes: 'Spuren', poster: 'Plakat, in Bändern', vertical: 'Abwärts' },
  fold: 'Lange Stille falten',
  large: 'Große Schrift, wie für eine Folie',
  theme: 'Design',
  themes: { light: 'Hell', dark: 'Dunkel', print: 'Druck' },
  size: 'Größe',
  sizes: {
    own: 'Pixel',
    a4: 'A4',
    'a4-upright': 'A4 hochkant',
    a3: 'A3',
    'a3-upright': 'A3 hochkant',
    letter: 'Letter',
    'letter-upright': 'Letter hochkant',
    slide: 'Folie 16:9',
    'slide-4-3': 'Folie 4:3',
  },
  width: 'Breite, px',
  height: 'Höhe, px',
  density: 'Schärfe',
  densityAbout: (width, height) => `${width} × ${height} Pixel`,
  page: (width, height) => `Eine Seite von ${width} × ${height} mm`,
  command: (file) => `Dieselbe Datei von der Befehlszeile, wenn die Zeitleiste als ${file} gespeichert ist:`,
  print: 'Drucken …',
  save: (file) => `${file} speichern`,
  working: 'Wird geschrieben …',
  failed: (why) => `Die Datei konnte nicht geschrieben werden: ${why}`,
  tooLarge: 'Das Bild hätte mehr als 100 Millionen Pixel; wählen Sie eine kleinere Größe oder Schärfe.',
  holdsAll: 'Sie enthält alles.',
  lacks: 'Was sie nicht enthält:',
  lack: {
    beyond: (n) => `${german.event(n)} vor dem Jahr 1 oder nach 9999: Kalender kennen keine solchen Tage`,
    events: (n) => `${german.event(n)}: nur Dokumente mit ihren Daten stehen darin`,
    data: (n) => `sie ist zum Lesen da: ${german.event(n)} lassen sich daraus nicht ganz zurücklesen`,
    letters: (n, lacking) =>
      `${counter('de')('Zeichen', 'Zeichen')(n)}, die der mitgelieferten Schrift fehlen, werden Kästchen; SVG behält sie${lacking ? `: ${lettersNamed(lacking, ['„', '“'])}` : ''}`,
    texts: (n) => `der Text von ${german.document(n)}, außer den zitierten Stellen`,
    kinds: (n) => `Farben und Suchwörter von ${counter('de')('Kategorie', 'Kategorien')(n)}`,
    edits: (n) => `was ${counter('de')('Korrektur', 'Korrekturen')(n)} ersetzt haben; sie sind angewandt`,
    problems: (n) => `${counter('de')('Anmerkung', 'Anmerkungen')(n)} vom Lesen der Dokumente`,
    clock: (n) => `${counter('de')('Uhrzeit', 'Uhrzeiten')(n)}, außer in Worten`,
    open: (n) =>
      `${counter('de')('offenes Ende', 'offene Enden')(n)}, außer in Worten; nur der bekannte Tag ist markiert`,
    vague: (n) =>
      `bei ${german.ofEvents(n)}, dass der Tag nicht bekannt ist, außer in Worten; sie füllen die ganze Spanne`,
    others: (n) => `andere Daten, die der Text zulässt, von ${german.ofEvents(n)}`,
    figures: (n) => counter('de')('Zahl', 'Zahlen')(n),
    scores: () => 'wie sicher und wie wichtig ein Ereignis ist',
    details: (n) => `Beteiligte und Zahlen von ${german.ofEvents(n)}`,
    characters: (n) => `${counter('de')('Steuerzeichen', 'Steuerzeichen')(n)}, die XML nicht kennt`,
  },
};

/** Texts by language. Beside the others, so that they come with the dialog and not with the first picture. */
export const exportTexts: Readonly<Record<Language, ExportTexts>> = { en: ENGLISH, de: GERMAN };
