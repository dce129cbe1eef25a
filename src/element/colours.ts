import { DARK, LIGHT, type Theme } from '../scene/theme.ts';

const NAMES = ['paper', 'panel', 'ink', 'muted', 'rule', 'chip'] as const;

/**
 * The colours that a page has given the element as CSS custom properties, `--dateline-paper` and so on, over those of
 * a theme. Whatever way of writing a colour the browser knows is read, since it is the browser that reads it.
 * @param probe an element within, whose own colour is of no matter.
 */
export function themeOf(probe: HTMLElement, dark: boolean): Theme {
  const base = dark ? DARK : LIGHT;
  const colours = NAMES.map((name) => [name, colourOf(probe, `--dateline-${name}`) ?? base[name]] as const);
  return { ...base, ...Object.fromEntries(colours) };
}

/** Colours of categories that the page wants others, `--dateline-category-KEY`. */
export function categoryColours(probe: HTMLElement, keys: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    keys.flatMap((key) => {
      const colour = colourOf(probe, `--dateline-category-${key}`);
      return colour === null ? [] : [[key, colour]];
    }),
  );
}

/** Gives an element the colours of a theme, for itself and as custom properties for what is in it. */
export function dress({ style }: HTMLElement, theme: Theme, dark: boolean): void {
  for (const [name, colour] of Object.entries(theme)) {
    if (name !== 'name') style.setProperty(`--${name}`, colour);
  }
  style.setProperty('color-scheme', theme.name);
  style.setProperty('background', theme.paper);
  style.setProperty('color', theme.ink);
  if (dark) style.setProperty('--focus', 'var(--dateline-accent, #7fb0ff)');
  else style.removeProperty('--focus');
}

/** A custom property as `#rrggbb`; null where it is not set or no colour. */
function colourOf(probe: HTMLElement, name: string): string | null {
  if (getComputedStyle(probe).getPropertyValue(name).trim() === '') return null;
  const { style } = probe;
  canvas ??= document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  style.color = `var(${name})`;
  const colour = getComputedStyle(probe).color;
  style.color = '';
  const context = canvas;
  if (!context) return null;
  // A canvas turns any colour, oklch() and mixtures too, into bytes.
  context.clearRect(0, 0, 1, 1);
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
  return `#${[red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

let canvas: CanvasRenderingContext2D | null | undefined;
