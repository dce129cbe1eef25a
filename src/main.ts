import '@fontsource-variable/inter/index.css';
import './ui/theme.css';
import { mount } from 'svelte';
import { Desk } from './state/desk.svelte.ts';
import { speech } from './state/language.svelte.ts';
import App from './ui/App.svelte';
import { loadTheRest } from './ui/parts.ts';
import { rememberLanguage, start } from './ui/start.svelte.ts';

const desk = new Desk();
const target = document.getElementById('app');
if (!target) throw new Error('found no #app in the page, expected the one of index.html');
void begin(target);

async function begin(target: HTMLElement): Promise<void> {
  await rememberLanguage(desk);
  mount(App, { target, props: { desk } });
  await start(desk);
  await loadTheRest(() => desk.session.ready()).catch((error: Error) => {
    desk.session.complain(speech.texts.notices.partMissing, [error.message]);
  });
}
