import { counter, type Language } from './texts.ts';

const english = counter('en');
const german = counter('de');

const ENGLISH = {
  undo: (what: string) => `Undo: ${what} (z)`,
  redo: (what: string) => `Redo: ${what} (shift-z)`,
  nothingToUndo: 'Nothing to undo',
  nothingToRedo: 'Nothing to redo',
  standing: {
    unchanged: '',
    saving: 'Saving …',
    saved: 'Saved',
    following: 'Shown only',
    memory: 'Not saved',
  },
  standingAbout: {
    unchanged: 'As it came with the page; it is kept as soon as you change something',
    saving: 'Being written into this browser',
    saved: 'Kept in this browser, with all that can be undone',
    following: 'Open in another tab, which writes to it',
    memory: 'In this tab alone',
  },

  trouble: {
    denied: 'This browser keeps nothing of this page',
    full: 'There is no room left to keep this timeline',
    cleared: 'What this browser kept of this timeline is gone',
    failed: 'This timeline could not be kept',
  },
  troubleAbout:
    'You can go on working: everything is here until this tab is closed. Save it to a file to keep it.',
  vanished: 'The browser has closed its storage.',
  saveFile: 'Save to a file',
  saveAgain: (name: string) => `Save to ${name}`,
  savedTo: (name: string) => `Saved to ${name}`,
  notSaved: 'The file could not be written',
  retry: 'Try again',
  recovered: 'It is kept again.',
  following: {
    title: 'This timeline is open in another tab',
    about:
      'What is done there is shown here. To change it here, take over: the other tab then follows this one.',
    refused: 'Nothing was changed here.',
    lost: 'The other tab has taken over; the last step here was not kept.',
  },
  takeOver: 'Take over',

  timelines: 'Timelines',
  timelinesHint: 'Your timelines in this browser; open, save',
  about: 'They are kept in this browser, on this machine alone. A file goes anywhere.',
  none: 'None yet. What you read or change is kept here by itself.',
  open: 'Open',
  isOpen: 'open now',
  rename: 'Rename',
  renamed: 'New name',
  copy: 'Copy',
  copyOf: (name: string) => `${name} (copy)`,
  delete: 'Delete',
  deleted: 'Deleted',
  restore: 'Bring back',
  clearAway: 'Delete for good',
  deletedAbout: 'Kept for a week.',
  openFile: 'Open a file',
  sample: 'The sample',
  unnamed: 'Without a name',
  counts: (documents: number, events: number) =>
    `${english('document', 'documents')(documents)}, ${english('event', 'events')(events)}`,
  changed: 'Changed',
  size: (bytes: number) => sizeIn('en', bytes),
  notOpened: 'The timeline could not be opened',
  notChanged: 'That could not be written',
  takeAlong: 'Take Dateline along',
  takeAlongAbout:
    'One file with the whole program. It opens by a double click, without a network, and keeps what you do in the browser that opens it.',
  takeAlongWith: 'With this timeline in it',
  takeAlongSave: 'Save a copy that works offline',
  takeAlongMaking: 'Being made …',
  takeAlongFailed: 'The copy could not be made',
};

/** What is said about keeping. */
export type KeepTexts = typeof ENGLISH;

const GERMAN: KeepTexts = {
  undo: (what) => `Rückgängig: ${what} (z)`,
  redo: (what) => `Wiederholen: ${what} (Umschalt-z)`,
  nothingToUndo: 'Nichts rückgängig zu machen',
  nothingToRedo: 'Nichts zu wiederholen',
  standing: {
    unchanged: '',
    saving: 'Sichert …',
    saved: 'Gesichert',
    following: 'Nur gezeigt',
    memory: 'Nicht gesichert',
  },
  standingAbout: {
    unchanged: 'Wie es mit der Seite kam; gesichert wird es, sobald Sie etwas ändern',
    saving: 'Wird in diesen Browser geschrieben',
    saved: 'In diesem Browser gesichert, mit allem, was rückgängig zu machen ist',
    following: 'In einem anderen Tab offen, der daran schreibt',
    memory: 'Nur in diesem Tab',
  },

  trouble: {
    denied: 'Dieser Browser behält nichts von dieser Seite',
    full: 'Für diese Zeitleiste ist kein Platz mehr',
    cleared: 'Was dieser Browser von dieser Zeitleiste behielt, ist weg',
    failed: 'Diese Zeitleiste konnte nicht gesichert werden',
  },
  troubleAbout:
    'Sie können weiterarbeiten: Alles ist da, bis dieser Tab geschlossen wird. Mit einer Datei bleibt es erhalten.',
  vanished: 'Der Browser hat seinen Speicher geschlossen.',
  saveFile: 'In eine Datei sichern',
  saveAgain: (name) => `In ${name} sichern`,
  savedTo: (name) => `In ${name} gesichert`,
  notSaved: 'Die Datei konnte nicht geschrieben werden',
  retry: 'Nochmals versuchen',
  recovered: 'Sie ist wieder gesichert.',
  following: {
    title: 'Diese Zeitleiste ist in einem anderen Tab offen',
    about:
      'Was dort geschieht, ist hier zu sehen. Um sie hier zu ändern, übernehmen Sie: Dann folgt der andere Tab diesem.',
    refused: 'Hier wurde nichts geändert.',
    lost: 'Der andere Tab hat übernommen; der letzte Schritt hier wurde nicht gesichert.',
  },
  takeOver: 'Übernehmen',

  timelines: 'Zeitleisten',
  timelinesHint: 'Ihre Zeitleisten in diesem Browser; öffnen, sichern',
  about: 'Sie liegen in diesem Browser, nur auf diesem Gerät. Eine Datei geht überall hin.',
  none: 'Noch keine. Was Sie lesen oder ändern, bleibt hier von selbst.',
  open: 'Öffnen',
  isOpen: 'jetzt offen',
  rename: 'Umbenennen',
  renamed: 'Neuer Name',
  copy: 'Kopieren',
  copyOf: (name) => `${name} (Kopie)`,
  delete: 'Löschen',
  deleted: 'Gelöscht',
  restore: 'Zurückholen',
  clearAway: 'Endgültig löschen',
  deletedAbout: 'Bleiben eine Woche.',
  openFile: 'Datei öffnen',
  sample: 'Das Beispiel',
  unnamed: 'Ohne Namen',
  counts: (documents, events) =>
    `${german('Dokument', 'Dokumente')(documents)}, ${german('Ereignis', 'Ereignisse')(events)}`,
  changed: 'Geändert',
  size: (bytes) => sizeIn('de', bytes),
  notOpened: 'Die Zeitleiste konnte nicht geöffnet werden',
  notChanged: 'Das konnte nicht geschrieben werden',
  takeAlong: 'Dateline mitnehmen',
  takeAlongAbout:
    'Eine Datei mit dem ganzen Programm. Sie öffnet sich mit einem Doppelklick, ohne Netz, und behält, was Sie tun, im Browser, der sie öffnet.',
  takeAlongWith: 'Mit dieser Zeitleiste darin',
  takeAlongSave: 'Kopie sichern, die ohne Netz läuft',
  takeAlongMaking: 'Wird gemacht …',
  takeAlongFailed: 'Die Kopie konnte nicht gemacht werden',
};

/** By language. Beside the others, so that they come with what keeps and not with the first picture. */
export const keepTexts: Readonly<Record<Language, KeepTexts>> = { en: ENGLISH, de: GERMAN };

function sizeIn(locale: string, bytes: number): string {
  const units = ['kB', 'MB', 'GB'] as const;
  let size = bytes / 1000;
  let unit = 0;
  while (size >= 1000 && unit < units.length - 1) {
    size /= 1000;
    unit++;
  }
  return `${new Intl.NumberFormat(locale, { maximumSignificantDigits: 2 }).format(size)} ${units[unit]}`;
}
