import { ENGLISH, LANGUAGES, type Language, type Texts } from './texts.ts';

/** The language in which the page speaks; dates and numbers follow it. One for the whole page. */
class Speech {
  #spoken: { readonly tag: Language; readonly texts: Texts } = $state.raw({ tag: 'en', texts: ENGLISH });
  #wanted: Language = 'en';

  /** BCP 47. */
  get tag(): Language {
    return this.#spoken.tag;
  }

  get texts(): Texts {
    return this.#spoken.texts;
  }

  /** Speaks another language as soon as its texts are there. Rejects when they cannot be had; then nothing changes. */
  async choose(tag: Language): Promise<void> {
    this.#wanted = tag;
    const texts = await LANGUAGES[tag].texts();
    // Another one may have been chosen meanwhile.
    if (this.#wanted === tag) this.#spoken = { tag, texts };
  }
}

export const speech = new Speech();
