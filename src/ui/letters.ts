import { paintCanvas } from '../render/canvas.ts';
import { Stamps } from '../render/stamps.ts';
import { textWidth } from '../scene/advances.ts';
import type { Mark, Scene, Text } from '../scene/scene.ts';
import type { Theme } from '../scene/theme.ts';
import { sheet } from './sheet.ts';

type Ink = 'ink' | 'muted';

/** Sizes, px, weights and inks of the letters of a picture, and whether they have a halo. */
const STYLES: readonly (readonly [size: number, weight: Text['weight'], ink: Ink, halo?: 'halo'])[] = [
  [12, 400, 'ink', 'halo'],
  [12, 400, 'muted', 'halo'],
  [12, 550, 'ink', 'halo'],
  [10, 400, 'muted'],
  [10, 550, 'ink'],
  [11, 400, 'muted'],
  [12, 650, 'ink'],
  [13, 650, 'ink'],
];

/** What titles are written with: mostly with small letters. */
const SMALL = 'abcdefghijklmnopqrstuvwxyz';
const OTHERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
/** Where letters begin within a pixel, as finely as browsers tell that apart; each is a shape of its own. */
const PHASES = [0, 0.25, 0.5, 0.75];

/**
 * Has the bundled font at hand in all that a picture is written in: each weight takes a browser some milliseconds when it
 * is first used, and so do the shapes of its letters, which would be in the middle of the first picture. Lets others
 * go first from style to style.
 * @param theme in which that will be.
 */
export async function readyLetters(theme: Theme): Promise<void> {
  await Promise.all(
    STYLES.map(([size, weight]) => document.fonts.load(`${weight} ${size}px "Inter Variable"`)),
  );
  const [width, height] = [640, 96];
  const ratio = window.devicePixelRatio || 1;
  for (const [size, weight, ink, halo] of STYLES) {
    textWidth(SMALL + OTHERS, size, weight);
    const lines: readonly (readonly [letters: string, phase: number])[] = [
      [SMALL + OTHERS, 0],
      ...(halo ? PHASES.slice(1).map((phase) => [SMALL, phase] as const) : []),
    ];
    const marks = lines.map(
      ([letters, phase], i): Mark => ({
        kind: 'text',
        x: 4 + phase,
        y: 20 * (i + 1),
        text: letters,
        size,
        weight,
        fill: theme[ink],
        anchor: 'start',
        ...(halo ? { halo: theme.paper } : {}),
      }),
    );
    const paper = sheet(Math.ceil(width * ratio), Math.ceil(height * ratio));
    if (!paper) return;
    paintCanvas(paper.context, { width, height, background: theme.paper, marks }, ratio);
    // Only when somebody asks for the picture it is painted.
    paper.finish();
    await new Promise((done) => setTimeout(done));
  }
}

/** Paints a picture that nobody sees: what is done for the first time takes a browser longest. */
export function rehearse(scene: Scene): void {
  if (typeof OffscreenCanvas === 'undefined') return;
  const ratio = window.devicePixelRatio || 1;
  const paper = new OffscreenCanvas(Math.ceil(scene.width * ratio), Math.ceil(scene.height * ratio));
  const context = paper.getContext('2d');
  if (context) paintCanvas(context, scene, ratio, new Stamps(sheet));
}
