import { onTheme } from '../scene/colour.ts';
import { make } from './dom.ts';
import type { Model } from './model.ts';
import { wordsOf } from './words.ts';

/** What the bar asks for. */
export interface Asked {
  search(query: string): void;
  /** Keys of the categories that are not shown. */
  hide(hidden: ReadonlySet<string>): void;
  showAll(): void;
  /** Begins to tell the story, or ends it. */
  tell(): void;
  /** To the next event that was found. */
  next(by: number): void;
}

/** Name, search and a chip for each category, above the chart. */
export class Bar {
  readonly element = make('div', { class: 'bar', part: 'bar' });
  readonly #model: Model;
  readonly #asked: Asked;
  readonly #name = make('h1', { class: 'name', dir: 'auto' });
  readonly #count = make('span', { class: 'count', role: 'status' });
  readonly #input: HTMLInputElement;
  readonly #all: HTMLButtonElement;
  readonly #story: HTMLButtonElement;
  readonly #chips = make('div', { class: 'chips', role: 'group' });
  /** What the chips were made for. */
  #made: readonly unknown[] = [];

  constructor(model: Model, asked: Asked) {
    this.#model = model;
    this.#asked = asked;
    this.#input = make('input', {
      type: 'search',
      id: 'search',
      autocomplete: 'off',
      spellcheck: 'false',
      oninput: () => asked.search(this.#input.value),
      onkeydown: (event) => {
        const { key, shiftKey } = event as KeyboardEvent;
        if (key === 'Enter') asked.next(shiftKey ? -1 : 1);
        if (key === 'Escape' && this.#input.value !== '') {
          event.stopPropagation();
          this.#input.value = '';
          asked.search('');
        }
      },
    });
    this.#all = make('button', { type: 'button', class: 'all', onclick: () => asked.showAll() });
    this.#story = make('button', { type: 'button', class: 'all', title: 's', onclick: () => asked.tell() });
    this.element.append(
      make('div', { class: 'head' }, this.#name, this.#count, this.#input, this.#story, this.#all),
      this.#chips,
    );
  }

  focus(): void {
    this.#input.focus();
    this.#input.select();
  }

  /** @param controls what is wanted of it. */
  update(controls: ReadonlySet<string>): void {
    const { collection, found, shown, events, hidden, manner, story, telling } = this.#model;
    const words = wordsOf(manner.locale);
    this.element.hidden = !controls.has('search') && !controls.has('filter');
    this.#input.hidden = !controls.has('search');
    this.#chips.hidden = !controls.has('filter');
    this.#name.textContent = collection.name;
    this.#name.hidden = collection.name === '';
    const of = shown.length;
    const matches = found ? shown.filter(({ id }) => found.has(id)).length : null;
    this.#count.textContent =
      matches !== null
        ? words.found(matches, of)
        : of < events.length
          ? words.found(of, events.length)
          : words.events(of);
    this.#input.placeholder = words.search;
    this.#input.setAttribute('aria-label', words.search);
    this.#all.textContent = words.all;
    this.#story.textContent = words.story;
    this.#story.hidden = story.length === 0 || !controls.has('panel');
    this.#story.setAttribute('aria-pressed', String(telling));
    this.#chips.setAttribute('aria-label', words.kinds);
    const made = [collection, manner, hidden];
    if (made.every((part, i) => part === this.#made[i])) return;
    const focused = this.#focusedKey();
    this.#made = made;
    this.#chips.replaceChildren(
      ...this.#model.kinds.map(({ category, count }) => {
        const { key, name } = category;
        const dot = make('span', { class: 'dot' });
        dot.style.background = onTheme(category.colour, manner.theme);
        const chip = make(
          'button',
          {
            type: 'button',
            class: 'chip',
            'aria-pressed': String(!hidden.has(key)),
            onclick: (event) => this.#toggle(key, (event as MouseEvent).altKey),
          },
          dot,
          make('span', { dir: 'auto' }, name),
          make('span', { class: 'number' }, String(count)),
        );
        chip.dataset.key = key;
        return chip;
      }),
    );
    if (focused !== null) {
      const chips = [...this.#chips.querySelectorAll<HTMLElement>('.chip')];
      chips.find((chip) => chip.dataset.key === focused)?.focus();
    }
  }

  #focusedKey(): string | null {
    const { activeElement } = this.element.getRootNode() as ShadowRoot;
    return (activeElement instanceof HTMLElement && activeElement.dataset.key) || null;
  }

  /** Shows or hides a kind; with alt it is shown alone, and again all of them. */
  #toggle(key: string, alone: boolean): void {
    const { hidden, kinds } = this.#model;
    const keys = kinds.map(({ category }) => category.key);
    if (alone) {
      const others = keys.filter((other) => other !== key);
      const is = others.every((other) => hidden.has(other)) && !hidden.has(key);
      this.#asked.hide(new Set(is ? [] : others));
      return;
    }
    const next = new Set(hidden);
    if (!next.delete(key)) next.add(key);
    this.#asked.hide(next);
  }
}
