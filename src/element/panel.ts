import type { Figure, Source, TimelineEvent } from '../model/event.ts';
import { dateInWords } from '../model/words.ts';
import { inkOnTheme, onTheme } from '../scene/colour.ts';
import { markupIn } from '../state/markup.ts';
import { segmentsOf } from '../state/passages.ts';
import { make } from './dom.ts';
import type { Model } from './model.ts';
import { type Words, wordsOf } from './words.ts';

/** What is known of the chosen event: its date, who and where, figures, and every passage that reports it. */
export class Panel {
  readonly element = make('aside', { class: 'panel', part: 'panel', hidden: true });
  readonly #model: Model;
  readonly #close: () => void;
  readonly #step: (by: number) => void;
  #told: readonly unknown[] = [];

  /** @param step to the next of the story, or back. */
  constructor(model: Model, close: () => void, step: (by: number) => void) {
    this.#model = model;
    this.#close = close;
    this.#step = step;
  }

  /** Shows an event, or nothing. */
  show(event: TimelineEvent | null): void {
    const { manner, telling } = this.#model;
    const told = [event, manner, telling];
    if (told.every((part, i) => part === this.#told[i])) return;
    this.#told = told;
    this.element.hidden = event === null;
    this.element.replaceChildren(...(event ? this.#about(event) : []));
    this.element.scrollTop = 0;
  }

  /** Brings the keys to what is told. */
  focus(): void {
    this.element.querySelector('h2')?.focus();
  }

  #about(event: TimelineEvent): HTMLElement[] {
    const { manner } = this.#model;
    const { locale, theme } = manner;
    const words = wordsOf(locale);
    const category = this.#model.category(event.category);
    const colour = category ? onTheme(category.colour, theme) : theme.muted;
    const ink = category ? inkOnTheme(category.colour, { ...theme, paper: theme.panel }) : theme.muted;
    this.element.style.setProperty('--colour', colour);
    this.element.style.setProperty('--colour-ink', ink);
    this.element.setAttribute('aria-label', event.title);
    const status = event.status === 'happened' ? null : words.statuses[event.status];
    return [
      make(
        'div',
        { class: 'top' },
        make('span', { class: 'dot' }),
        make('span', { class: 'category' }, category?.name ?? event.category),
        status && make('span', { class: 'status' }, status),
        make(
          'button',
          { type: 'button', class: 'close', 'aria-label': words.close, onclick: this.#close },
          '×',
        ),
      ),
      ...this.#story(words),
      make('h2', { tabindex: -1, dir: 'auto' }, event.title),
      make(
        'p',
        { class: 'date' },
        `${event.time.how === 'inferred' ? '~ ' : ''}${dateInWords(event.time, locale)} `,
        make('code', {}, event.time.edtf),
      ),
      make('p', { class: 'how' }, words.routes[event.time.how]),
      ...(event.actors.length > 0 ? [fact(words.who, event.actors.join(', '))] : []),
      ...(event.place === null ? [] : [fact(words.where, event.place)]),
      ...event.figures.map((figure) => fact(figure.label, figureInWords(figure, locale))),
      ...(event.sources.length > 0 ? [make('h3', {}, words.sources(event.sources.length))] : []),
      ...event.sources.map((source) => this.#passage(source)),
    ];
  }

  /** Where in the story this is, and what is said of it there. */
  #story(words: Words): HTMLElement[] {
    const { story, told, telling } = this.#model;
    const now = telling ? story[told] : undefined;
    if (!now) return [];
    const to = (by: number, name: string, sign: string): HTMLElement =>
      make(
        'button',
        {
          type: 'button',
          class: 'to',
          title: name,
          'aria-label': name,
          disabled: !story[told + by],
          onclick: () => {
            this.#step(by);
            // The keys stay where they were, on a button that is another one now.
            const [back, on] = this.element.querySelectorAll<HTMLButtonElement>('.to');
            const same = by < 0 ? back : on;
            if (same?.disabled === false) same.focus();
            else this.focus();
          },
        },
        sign,
      );
    return [
      make(
        'p',
        { class: 'steps', role: 'status' },
        to(-1, words.previous, '←'),
        words.found(told + 1, story.length),
        to(1, words.next, '→'),
      ),
      make('p', { class: 'note', dir: 'auto', hidden: now.step.note === '' }, now.step.note),
    ];
  }

  #passage(source: Source): HTMLElement {
    const { mention, quote } = source;
    const document = this.#model.collection.documents.find(({ id }) => id === source.document);
    const within = mention !== null && mention.start >= source.start && mention.end <= source.end;
    const [from, to] = within ? [mention.start - source.start, mention.end - source.start] : [0, 0];
    const whole = { start: 0, end: quote.length };
    const claims = within ? [{ start: from, end: to, event: source.document, mention: true }] : [];
    const marks = document ? markupIn({ text: quote, format: document.format }, whole) : [];
    const text = make('p', { dir: 'auto' });
    for (const piece of segmentsOf(whole, claims, marks)) {
      const words = quote.slice(piece.start, piece.end);
      text.append(piece.mention ? make('mark', {}, words) : words);
    }
    const heading =
      mention && !within
        ? make('p', { class: 'heading', dir: 'auto' }, make('mark', {}, mention.text))
        : null;
    return make(
      'figure',
      {},
      make('blockquote', {}, heading, text),
      make(
        'figcaption',
        {},
        make('span', { dir: 'auto' }, document?.title || document?.name || source.document),
        mention && make('span', { class: 'how' }, mention.how),
      ),
    );
  }
}

const fact = (name: string, value: string): HTMLElement =>
  make('p', { class: 'fact' }, make('span', { class: 'name' }, name), make('span', { dir: 'auto' }, value));

/** A figure in few words: `US$ 5 billion`, `90%`, `11 ships`. */
function figureInWords({ value, unit, bound, approximate }: Figure, locale: string): string {
  const sign = bound === 'min' ? '≥ ' : bound === 'max' ? '≤ ' : approximate ? '≈ ' : '';
  const large = Math.abs(value) >= 1e6;
  const format = (options: Intl.NumberFormatOptions): string =>
    new Intl.NumberFormat(locale, {
      maximumSignificantDigits: large ? 5 : 6,
      ...(large ? { notation: 'compact', compactDisplay: 'long' } : {}),
      ...options,
    }).format(unit === '%' ? value / 100 : value);
  if (unit === '%') return `${sign}${format({ style: 'percent' })}`;
  if (/^[A-Z]{3}$/.test(unit)) return `${sign}${format({})} ${unit}`;
  return `${sign}${format({})} ${unit.replace(/^(k?m)([23])$/, (_, m, power) => m + (power === '2' ? '²' : '³'))}`;
}
