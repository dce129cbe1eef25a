import { LANGUAGES, type Language, type Texts } from './texts.ts';

/** The language in which the page speaks; dates and numbers follow it. One for the whole page. */
class Speech {
  #tag: Language = $state('en');

  /** BCP 47. */
  get tag(): Language {
    return this.#tag;
  }

  get texts(): Texts {
    return LANGUAGES[this.#tag];
  }

  choose(tag: Language): void {
    this.#tag = tag;
  }
}

export const speech = new Speech();
