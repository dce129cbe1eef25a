import { dateInWords } from '../model/words.ts';
import { make } from './dom.ts';
import type { Model } from './model.ts';
import { wordsOf } from './words.ts';

/** Events before and after the chosen one that are in the document. */
const AROUND = 12;

/**
 * The chart for those who do not see it: its events in time order, of which the chosen one is the active item. Only
 * those around it are in the document, with their true place in the whole, so that many events cost as little as few.
 */
export class List {
  readonly element = make('div', { class: 'list', role: 'listbox', tabindex: 0 });
  readonly #hint = make('p', { id: 'hint', hidden: true });
  readonly #model: Model;

  constructor(model: Model) {
    this.#model = model;
  }

  /** What the list says of the keys. */
  get hint(): HTMLElement {
    return this.#hint;
  }

  update(): void {
    const { shown, selected, collection, manner } = this.#model;
    const words = wordsOf(manner.locale);
    const at = shown.findIndex(({ id }) => id === selected);
    const first = Math.max(0, at - AROUND);
    const items = shown.slice(first, Math.max(at, 0) + AROUND + 1).map((event, i) => {
      const place = first + i;
      const status = event.status === 'happened' ? '' : `. ${words.statuses[event.status]}`;
      const item = make(
        'div',
        {
          id: `item-${place}`,
          role: 'option',
          'aria-selected': String(place === at),
          'aria-setsize': shown.length,
          'aria-posinset': place + 1,
        },
        `${dateInWords(event.time, manner.locale)}: `,
        make('bdi', {}, event.title),
        status,
      );
      item.dataset.event = event.id;
      return item;
    });
    const name = collection.name || words.timeline;
    this.element.setAttribute('aria-label', `${name}: ${words.events(shown.length)}`);
    this.element.setAttribute('aria-describedby', 'hint');
    this.#hint.textContent = words.keys;
    if (at >= 0) this.element.setAttribute('aria-activedescendant', `item-${at}`);
    else this.element.removeAttribute('aria-activedescendant');
    this.element.replaceChildren(...items);
  }
}
