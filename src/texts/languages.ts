import { page } from './texts.json?en';
import { type Wording, wording } from './wording.ts';

/** The texts of the page itself, without those of dialogs, in one language. */
export type Texts = Wording<typeof page>;

/** BCP 47 tag of a language that the interface has: a column of `texts.json`. */
export type Language = keyof (typeof page)['close'];

/** What gets the texts in each language: English is there at once, others are loaded when they are spoken. */
export const LANGUAGES: Readonly<Record<Language, () => Promise<Texts>>> = {
  en: async () => ENGLISH,
  de: async () => wording((await import('./texts.json?de')).page, 'de'),
};

export const ENGLISH: Texts = wording(page, 'en');

/** The first of a person's languages, as browsers list them, that the interface has; English when it has none. */
export function languageOf(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const base = tag.toLowerCase().split('-')[0] ?? '';
    if (isLanguage(base)) return base;
  }
  return 'en';
}

export const isLanguage = (tag: string): tag is Language => Object.hasOwn(LANGUAGES, tag);
