import '@fontsource-variable/inter/index.css';
import './ui/theme.css';
import { mount } from 'svelte';
import { loadDrawing } from './state/chart.svelte.ts';
import { Desk } from './state/desk.svelte.ts';
import { speech } from './state/language.svelte.ts';
import App from './ui/App.svelte';
import { holdDrops } from './ui/early.ts';
import { loadTheRest, parts } from './ui/parts.ts';
import { rememberLanguage, start } from './ui/start.svelte.ts';

const desk = new Desk();
const target = document.getElementById('app');
if (!target) throw new Error('found no #app in the page, expected the one of index.html');
void begin(target);

async function begin(target: HTMLElement): Promise<void> {
  const takeDrops = holdDrops();
  // The page stands before there is anything to draw: what draws the chart is on its way meanwhile.
  const drawing = Promise.all([desk.chart.prepare(), parts.painting.load()]);
  // When it cannot be had, that is told where it is waited for.
  drawing.then(([, painting]) => ready(painting)).catch(() => {});
  await rememberLanguage(desk);
  mount(App, { target, props: { desk } });
  const origin = await start(desk);
  const keep = async (): Promise<void> => (await desk.loadKeeping()).begin(origin);
  await drawing
    .then(() => loadTheRest(() => Promise.all([desk.session.ready(), keep()]), takeDrops))
    .catch((error: Error) => desk.session.complain(speech.texts.notices.partMissing, [error.message]));
}

/** Has what draws at hand while what is to be drawn is still on its way. */
async function ready({ readyLetters, rehearse }: typeof import('./ui/painting.ts')): Promise<void> {
  const { theme } = desk.appearance;
  await readyLetters(theme);
  const { rehearsal } = await loadDrawing();
  if (desk.session.opened === 0) rehearse(rehearsal(theme, speech.tag));
}
