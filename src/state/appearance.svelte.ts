import { DARK, LIGHT, type Theme } from '../scene/theme.ts';

export type Preference = 'auto' | 'light' | 'dark';

/** Light or dark: as the system says, until a person says otherwise. */
export class Appearance {
  #preference: Preference = $state('auto');
  #systemDark = $state(false);

  #forced: Theme | null = $state.raw(null);

  readonly #theme = $derived.by(() => this.#forced ?? this.#chosen);
  readonly #chosen = $derived(
    this.#preference === 'dark' || (this.#preference === 'auto' && this.#systemDark) ? DARK : LIGHT,
  );

  get preference(): Preference {
    return this.#preference;
  }

  get theme(): Theme {
    return this.#theme;
  }

  followSystem(dark: boolean): void {
    this.#systemDark = dark;
  }

  /** Takes the colours that the system forces on every page; null: it forces none. */
  force(theme: Theme | null): void {
    this.#forced = theme;
  }

  prefer(preference: Preference): void {
    this.#preference = preference;
  }

  /** To the other theme; back to the system's when that is what it says. */
  toggle(): void {
    const wanted = this.#theme.name === 'dark' ? 'light' : 'dark';
    this.#preference = (wanted === 'dark') === this.#systemDark ? 'auto' : wanted;
  }
}
