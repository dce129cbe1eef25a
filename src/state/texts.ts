/**
 * Every text of the interface, here in English and with the same keys in `german.ts`: the compiler holds that. What
 * the picture itself says is in `layout/`, since the command line draws it, too; what the extractor says of how it
 * reached a date is part of the data and stays English.
 */

/** Writes a count with its word; one of them makes the difference in all languages here. */
export const counter =
  (locale: string) =>
  (one: string, more: string) =>
  (n: number): string =>
    `${new Intl.NumberFormat(locale).format(n)} ${n === 1 ? one : more}`;

const english = counter('en');

export const ENGLISH = {
  /** As the language calls itself. */
  name: 'English',

  events: english('event', 'events'),
  documents: english('document', 'documents'),
  lanes: english('lane', 'lanes'),
  passages: english('passage', 'passages'),
  matches: english('match', 'matches'),
  corrections: english('correction', 'corrections'),
  days: english('day', 'days'),
  months: english('month', 'months'),
  years: english('year', 'years'),
  atLeast: 'at least',
  atMost: 'at most',
  about: 'about',
  scaleAssumed: 'scale not printed',

  routes: {
    explicit: 'printed',
    relative: 'counted from another date',
    heading: 'from the heading',
    inherited: 'from the sentence before',
    inferred: 'inferred',
    edited: 'set by hand',
  },
  statuses: {
    happened: 'Happened',
    planned: 'Planned',
    ongoing: 'Ongoing',
    hypothetical: 'Hypothetical',
  },
  bands: { high: 'Sure', medium: 'Likely', low: 'Doubtful' },
  precisions: {
    time: 'Time of day',
    day: 'Day',
    week: 'Week',
    month: 'Month',
    season: 'Season',
    quarter: 'Quarter',
    half: 'Half-year',
    year: 'Year',
    decade: 'Decade',
    century: 'Century',
    millennium: 'Millennium',
  },
  facets: {
    category: 'Categories',
    source: 'Sources',
    actor: 'Actors',
    place: 'Places',
    status: 'Status',
    confidence: 'Confidence',
    precision: 'Precision',
  },

  close: 'Close',
  closeEsc: 'Close (Esc)',
  cancel: 'Cancel',
  save: 'Save',
  undo: 'Undo',
  undoZ: 'Undo (z)',
  redo: 'Redo',
  redoZ: 'Redo (shift-z)',

  header: {
    untitled: 'Timeline',
    toReview: (n: number) => `${n} to review`,
    add: 'Add documents',
    documents: 'Documents',
    review: 'Review',
    nextToReview: 'Next event of low confidence',
    nothingToReview: 'Nothing to review',
    export: 'Export',
    light: 'Light theme',
    dark: 'Dark theme',
    keys: 'All keys',
    keysHint: 'All keys (?)',
  },
  search: {
    placeholder: 'Search events, actors, places',
    label: 'Search events, actors, places and quotes',
    next: 'Enter goes to the next match.',
    fit: 'Show all matches',
    result: (matches: string, query: string) => `${matches} for “${query}”.`,
  },
  filter: {
    bar: 'Filters',
    name: 'Filter',
    about: 'Dates, sources, actors, places, status, confidence, precision',
    dates: 'Dates',
    from: 'From',
    to: 'To',
    dateHint: 'A year, a month, a day, 44 BC, summer 1954 …',
    noDate: 'That is no date that can be read here.',
    inView: 'Only what is in view',
    alone: 'Alt-click shows it alone.',
    showAll: 'Show all',
    shown: (events: string, all: string) => `${events} shown of ${all}.`,
    find: 'Find',
    findIn: (facet: string) => `Find in ${facet}`,
    more: (n: string) => `${n} more; write a few letters to find them.`,
    any: 'Any',
  },
  laneView: {
    name: 'Lanes',
    about: 'How the lanes are grouped and sorted',
    group: 'A lane for each',
    groups: { category: 'Category', actor: 'Actor', place: 'Place', source: 'Source' },
    foremost: (n: number) => `The ${n} foremost have a lane of their own, all others share one.`,
    order: 'Order',
    orders: { given: 'As they come', first: 'By first event', size: 'Largest first', own: 'As I moved them' },
    collapseAll: 'Make all thin',
    openAll: 'Open all',
    reset: 'Reset lanes',
    help: 'Drag a lane by its name, and its lower border to make it taller.',
    names: 'Lanes of the timeline',
    keys: 'Alt with the up and down arrows moves it, with shift it gets lower or taller; left makes it thin, right opens it.',
    described: (name: string, events: string, place: number, all: number) =>
      `${name}, ${events}, lane ${place} of ${all}`,
    thin: 'thin',
    elsewhere: (n: number, name: string) =>
      n === 1
        ? `Another event names ${name} too and stands in the lane of whom it names first.`
        : `${n} more events name ${name} too and stand in the lanes of those whom they name first.`,
    collapse: 'Make thin',
    open: 'Open',
    openShared: (name: string) => `Open ${name}`,
    up: 'Move up',
    down: 'Move down',
    taller: 'Taller',
    lower: 'Lower',
    automatic: 'Height as needed',
    zoom: 'Show all of it',
    border: (name: string) => `Lower border of ${name}; double click: height as needed`,
    stands: (name: string) => `In the lane of ${name}`,
    standsFirst: (name: string) => `In the lane of ${name}, named before the others`,
    shared: (name: string) => `In the lane “${name}”`,
  },
  chart: {
    name: 'Timeline',
    list: (lanes: string, events: string) => `Timeline as a list: ${lanes}, ${events} in order of time`,
    fold: (length: string) => `Fold ${length} of which nothing is told`,
    unfold: (length: string) => `Unfold ${length} of which nothing is told`,
  },
  empty: {
    title: 'Nothing on the timeline yet',
    about:
      'Drop documents anywhere on this page – text, web pages, PDF, Word, mail – or paste text. They are read on this machine.',
  },
  drop: 'Drop to read',
  beside: { document: 'Document', event: 'Event' },
  add: {
    title: 'Add documents',
    about:
      'Text, Markdown, web pages (.html), PDF, Word (.docx), mail (.eml), a .zip of them, or a saved timeline (.json, .csv, .ndjson). They are read here, on this machine; nothing is sent anywhere.',
    where: 'Where they go',
    anew: 'Start a new timeline',
    here: (name: string) => `Add to “${name}”`,
    choose: 'Choose files',
    paste: 'or paste text',
    read: 'Read the text',
    hint: 'Dropping files anywhere on the page works too.',
    pasted: 'Pasted text.txt',
  },
  categoriesView: {
    title: 'Categories',
    tip: 'Categories: what counts as what, and other kinds of event',
    about:
      'Each event goes to the kind whose words fit it best. Choose the kinds of your field, or bring a list of your own. What is open is read again; corrections stay.',
    sets: 'Kinds of event',
    general: 'General',
    generalAbout: 'For news, history, lives, companies',
    health: 'Public health',
    healthAbout: 'For outbreaks, vaccines, measures',
    own: 'Own',
    ownAbout: 'Those of this timeline',
    choose: 'Choose a file…',
    save: 'Save these',
    saveTip: 'As a file to change and to choose again',
    use: (name: string) => `Use “${name}”`,
    quoted: (name: string) => `“${name}”`,
    sorted: (name: string) => `Sorted by ${name}`,
    waiting: (name: string) => `Documents will be sorted by ${name}`,
    refused: (name: string) => `${name} cannot be used. The categories are as they were.`,
    cancelled: 'Cancelled. The categories are as they were.',
    stopped: 'Reading stopped. The categories are as they were.',
  },
  documentsView: {
    earlier: 'Earlier text',
    more: 'More text',
    back: 'Back to the event',
    choose: 'Document',
    undated: 'undated',
    readAs: 'Read as',
    barren: 'no dated event was found in it',
    text: (name: string) => `Text of ${name}`,
    without: 'This list of events came without its documents.',
    nothing: 'Nothing is open. Drop text files here, or paste text.',
    openAt: 'Open the document at this passage',
  },
  origins: { given: 'given', metadata: 'front matter', printed: 'printed', inferred: 'inferred' },
  panel: {
    concluded: 'Not printed, but concluded from the text',
    or: 'or',
    wantsLook: 'wants a look',
    confirmed: 'confirmed',
    edited: 'edited',
    who: 'Actors and place',
    passagesIn: (passages: string, documents: string) => `${passages} in ${documents}`,
    around: 'Around this event',
    sameDay: 'same day',
    before: (distance: string) => `${distance} before`,
    after: (distance: string) => `${distance} after`,
    confirm: 'Confirm',
    isConfirmed: 'Confirmed',
    edit: 'Edit',
    dismiss: 'Dismiss',
    next: 'Next to review',
  },
  edit: {
    title: 'Edit the event',
    name: 'Title',
    date: 'Date, as EDTF',
    category: 'Category',
    status: 'Status',
  },
  export: {
    title: 'Export',
    format: 'Format',
    picture: 'Picture',
    pictureAbout: 'SVG, for articles, slides and drawing programs',
    timeline: 'Timeline',
    timelineAbout: 'JSON, with documents and corrections; opens here again',
    list: 'Events',
    listAbout: 'CSV, one line for each event, for tables',
    preview: 'Preview of what will be saved',
    shows: 'Shows',
    seen: 'What I see',
    everything: 'Everything',
    layout: 'Layout',
    layouts: { lanes: 'Lanes', poster: 'Poster, all named', vertical: 'Downwards' },
    fold: 'Fold long silences',
    large: 'Large letters, as for a slide',
    theme: 'Theme',
    light: 'Light',
    dark: 'Dark',
    size: 'Size, px',
    width: 'Width, px',
    height: 'Height, px',
    command: (file: string) => `The same file from the command line, with the timeline saved as ${file}:`,
    asCorrected: (events: string) => `All ${events}, as corrected.`,
    whole: (documents: string, events: string, corrections: string) =>
      `${documents} with their text, ${events} and ${corrections}.`,
    save: (file: string) => `Save ${file}`,
  },
  keys: {
    title: 'All keys',
    language: 'Language',
    earlier: 'Earlier',
    later: 'Later',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    everything: 'Show everything',
    fit: 'Fit the chosen event, or what was found',
    fold: 'Fold long silences, unfold them',
    next: 'Next event',
    previous: 'Previous event',
    open: 'Open the chosen event',
    back: 'Close, then let go',
    search: 'Search',
    undo: 'Undo the last correction',
    redo: 'Redo it',
    hands: [
      ['Wheel, pinch', 'Zoom at the pointer'],
      ['Shift-wheel, sideways wheel, drag', 'Pan'],
      ['Double click', 'Zoom in'],
      ['Shift-drag', 'Zoom to a stretch of time'],
      ['Double click on the name of a lane', 'Show all of the lane'],
      ['Drag the name of a lane, or alt-↑ ↓', 'Move the lane'],
      ['← → on the name of a lane', 'Make it thin, open it'],
      ['Alt-click a category', 'Show it alone'],
    ] as readonly (readonly [hand: string, does: string])[],
  },
  status: {
    more: (n: string) => `${n} more`,
    closeNotice: 'Close notice',
    reading: (done: string, total: string) => `Reading ${done} of ${total}`,
    read: 'Documents read',
  },
  notices: {
    notOpened: (name: string) => `${name} was not opened`,
    otherHost: 'It lies on another host, and this page asks its own only.',
    answered: (status: number) => `the server answered ${status}`,
    partMissing: 'A part of the page could not be loaded. Loading the page again may help.',
    couldNotOpen: (name: string) => `${name} could not be opened`,
    unreadable: 'Could not be read from the disk',
    folder: 'a folder',
    openedBut: (name: string) => `${name} was opened, but`,
    opened: (name: string) => `Opened ${name}`,
    noEvent: 'It holds no event.',
    filesKeptOut: (n: number) => `${n === 1 ? 'A file was' : `${n} files were`} kept out`,
    linesKeptOut: (n: number, name: string) => `${n === 1 ? 'A line' : `${n} lines`} of ${name} kept out`,
    cancelled: 'Cancelled. What was open is unchanged.',
    stopped: 'Reading stopped. What was open is unchanged.',
    barren: (name: string) => `No event was found in ${name}`,
    barrenMany: (n: number) => `No event was found in ${n} documents`,
    from: (events: string, documents: string) => `${events} from ${documents}`,
    myTimeline: 'My timeline',
    dismissed: (title: string) => `Dismissed “${title}”`,
    takeBack: 'The key z takes it back.',
  },
};

/** The texts of the interface in one language. */
export type Texts = typeof ENGLISH;

/** The languages by their own names. English is there at once, others are loaded when they are spoken. */
export const LANGUAGES = {
  en: { name: ENGLISH.name, texts: async (): Promise<Texts> => ENGLISH },
  de: { name: 'Deutsch', texts: async (): Promise<Texts> => (await import('./german.ts')).GERMAN },
} as const;

/** BCP 47 tag of a language that the interface has. */
export type Language = keyof typeof LANGUAGES;

/** The first of a person's languages, as browsers list them, that the interface has; English when it has none. */
export function languageOf(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const base = tag.toLowerCase().split('-')[0] ?? '';
    if (isLanguage(base)) return base;
  }
  return 'en';
}

export const isLanguage = (tag: string): tag is Language => Object.hasOwn(LANGUAGES, tag);
