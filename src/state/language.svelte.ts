import { ENGLISH, LANGUAGES, type Language, type Texts } from '../texts/languages.ts';
import { type Wording, wording } from '../texts/wording.ts';

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

  /** What a part of the texts says in this language; those that the page itself says are `texts`. */
  say<Part extends object>(part: Part): Wording<Part> {
    return wording(part, this.tag);
  }

  /** Speaks another language as soon as its texts are there. Rejects when they cannot be had; then nothing changes. */
  async choose(tag: Language): Promise<void> {
    this.#wanted = tag;
    const texts = await LANGUAGES[tag]();
    // Another one may have been chosen meanwhile.
    if (this.#wanted === tag) this.#spoken = { tag, texts };
  }
}

export const speech = new Speech();
