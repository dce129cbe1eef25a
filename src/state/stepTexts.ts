import type { StepName, StepVerb } from '../model/step.ts';
import { counter, type Language } from './texts.ts';

/** Names a step: how many things it changes, and which one where it is one. */
type StepText = (count: number, what: string | null) => string;

const english = counter('en');
const german = counter('de');
const events = english('event', 'events');
const ereignisse = german('Ereignis', 'Ereignisse');

const ENGLISH: Record<StepVerb, StepText> = {
  edit: (n, what) => `edit ${one(what, events(n))}`,
  confirm: (n, what) => `confirm ${one(what, events(n))}`,
  dismiss: (n, what) => `dismiss ${one(what, events(n))}`,
  restore: (n, what) => `bring back ${one(what, events(n))}`,
  merge: (n) => `merge ${events(n)}`,
  unmerge: (n, what) => `take ${one(what, events(n))} apart again`,
  split: (n, what) => `split ${one(what, 'an event')} into ${n}`,
  unsplit: (n) => `put ${english('part', 'parts')(n)} together again`,
  add: (n, what) => `add ${one(what, events(n))}`,
  delete: (n, what) => `delete ${one(what, events(n))}`,
  rule: (n, what) => `rule for ${one(what, events(n))}`,
  changeRule: (_, what) => `change the rule for ${one(what, 'some words')}`,
  removeRule: (_, what) => `remove the rule for ${one(what, 'some words')}`,
  date: (_, what) => `date of ${what ?? 'a document'}`,
  undate: (_, what) => `take back the date of ${what ?? 'a document'}`,
  addDocuments: (n, what) => `add ${one(what, english('document', 'documents')(n))}`,
  removeDocuments: (n, what) => `remove ${one(what, english('document', 'documents')(n))}`,
  replace: (n, what) => `other version of ${what ?? english('document', 'documents')(n)}`,
  import: (_, what) => `import ${one(what, 'events')}`,
  sort: (_, what) => `sort by ${one(what, 'other categories')}`,
  readAgain: (n) => `read ${english('document', 'documents')(n)} again`,
  tell: (n, what) => `put ${one(what, events(n))} into the story`,
  untell: (_, what) => `take ${one(what, 'an event')} out of the story`,
  retell: (_, what) => `change the story at ${one(what, 'an event')}`,
  rename: (_, what) => `rename to ${one(what, 'another name')}`,
  reattach: (_, what) => `put a correction to ${one(what, 'an event')}`,
  discard: (_, what) => `remove the correction of ${one(what, 'an event')}`,
};

const GERMAN: Record<StepVerb, StepText> = {
  edit: (n, what) => `${eins(what, ereignisse(n))} bearbeiten`,
  confirm: (n, what) => `${eins(what, ereignisse(n))} bestätigen`,
  dismiss: (n, what) => `${eins(what, ereignisse(n))} verwerfen`,
  restore: (n, what) => `${eins(what, ereignisse(n))} zurückholen`,
  merge: (n) => `${ereignisse(n)} vereinen`,
  unmerge: (n, what) => `${eins(what, ereignisse(n))} wieder trennen`,
  split: (n, what) => `${eins(what, 'ein Ereignis')} in ${n} teilen`,
  unsplit: (n) => `${german('Teil', 'Teile')(n)} wieder zusammenfügen`,
  add: (n, what) => `${eins(what, ereignisse(n))} hinzufügen`,
  delete: (n, what) => `${eins(what, ereignisse(n))} löschen`,
  rule: (n, what) => `Regel für ${eins(what, ereignisse(n))}`,
  changeRule: (_, what) => `Regel für ${eins(what, 'einige Wörter')} ändern`,
  removeRule: (_, what) => `Regel für ${eins(what, 'einige Wörter')} entfernen`,
  date: (_, what) => `Datum von ${what ?? 'einem Dokument'}`,
  undate: (_, what) => `Datum von ${what ?? 'einem Dokument'} zurücknehmen`,
  addDocuments: (n, what) => `${eins(what, german('Dokument', 'Dokumente')(n))} hinzufügen`,
  removeDocuments: (n, what) => `${eins(what, german('Dokument', 'Dokumente')(n))} entfernen`,
  replace: (n, what) => `andere Fassung von ${what ?? german('Dokument', 'Dokumenten')(n)}`,
  import: (_, what) => `${eins(what, 'Ereignisse')} importieren`,
  sort: (_, what) => `nach ${eins(what, 'anderen Kategorien')} ordnen`,
  readAgain: (n) => `${german('Dokument', 'Dokumente')(n)} neu lesen`,
  tell: (n, what) => `${eins(what, ereignisse(n))} in die Erzählung aufnehmen`,
  untell: (_, what) => `${eins(what, 'ein Ereignis')} aus der Erzählung nehmen`,
  retell: (_, what) => `Erzählung bei ${eins(what, 'einem Ereignis')} ändern`,
  rename: (_, what) => `umbenennen in ${eins(what, 'einen anderen Namen')}`,
  reattach: (_, what) => `Korrektur zu ${eins(what, 'einem Ereignis')} stellen`,
  discard: (_, what) => `Korrektur von ${eins(what, 'einem Ereignis')} entfernen`,
};

const STEPS: Readonly<Record<Language, Record<StepVerb, StepText>>> = { en: ENGLISH, de: GERMAN };

/** A step's name in words: `merge 3 events`. */
export const stepInWords = ({ verb, count, what }: StepName, language: Language): string =>
  STEPS[language][verb](count, what ?? null);

/** One thing by its name, several by their number. */
const one = (what: string | null, counted: string): string => (what === null ? counted : `“${what}”`);
const eins = (what: string | null, counted: string): string => (what === null ? counted : `„${what}“`);
