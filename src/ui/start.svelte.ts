import { contrast, mix } from '../scene/colour.ts';
import type { Theme } from '../scene/theme.ts';
import { NARROW } from '../state/chart.svelte.ts';
import type { Desk } from '../state/desk.svelte.ts';
import type { Keeping } from '../state/keeping.svelte.ts';
import { lastOpen, mayHaveVault } from '../state/kept.ts';
import { speech } from '../state/language.svelte.ts';
import { type FileBytes, loadReaders } from '../state/session.svelte.ts';
import { isLanguage, languageOf } from '../texts/languages.ts';

const THEME_KEY = 'dateline-theme';
const LANGUAGE_KEY = 'dateline-language';

/** What the page opens on when nothing else is named. */
const SAMPLE = './sample.json';

/**
 * Sets up what a page has and a test has not: the system's wishes, the remembered theme, the collection to begin
 * with. `<meta name="dateline-collection">` names it; only the page's own host is asked. Without it, what was open when
 * the page was left is opened, else the sample.
 * @returns what the open collection was made from, when that came with the page and nobody has changed it; else null.
 */
export async function start(desk: Desk): Promise<string | null> {
  follow('(prefers-color-scheme: dark)', (dark) => desk.appearance.followSystem(dark));
  follow('(prefers-reduced-motion: reduce)', (reduce) => {
    desk.view.animated = !reduce;
  });
  follow('(forced-colors: active)', (forced) => desk.appearance.force(forced ? systemTheme() : null));
  rememberTheme(desk);

  desk.sample = () => bytesOf(new URL(SAMPLE, document.baseURI));
  const named = document.querySelector<HTMLMetaElement>('meta[name="dateline-collection"]')?.content;
  const url = new URL(named || SAMPLE, document.baseURI);
  const name = nameOf(url);
  if (url.origin !== location.origin) {
    const { notOpened, otherHost } = speech.texts.notices;
    desk.session.complain(notOpened(name), [otherHost]);
    return null;
  }
  const hash = location.hash;
  // On its way together with the file; when it cannot be had, the file cannot be opened, and that is said then.
  loadReaders().catch(() => {});
  // The same for the layout of a phone, so that time does not turn before one's eyes; the chart says when it is missing.
  const phone = window.innerWidth < NARROW && !hash.includes('time=right');
  const turned = phone || hash.includes('time=down') ? desk.chart.prepareDown().catch(() => {}) : null;
  const before = named ? null : lastOpen();
  // What was open may be gone, or was never written down: then the last of what there is.
  const open = async (keeping: Keeping): Promise<boolean> =>
    (before ? await keeping.open(before) : false) || keeping.openLast(before ?? undefined);
  const opened = desk.session.opened;
  // A browser that was killed puts its storage in order first; what was open comes as long as nobody has begun anything else.
  const late = async (): Promise<void> => {
    const keeping = await desk.loadKeeping();
    const begun = desk.session.opened > opened + 1 || desk.session.past.steps.length > 0;
    if (!begun && keeping.id === null) await openKept(desk, open, hash, turned);
  };
  const kept = before !== null && (before !== undefined || (await mayHaveVault(() => void late())));
  if (kept && (await openKept(desk, open, hash, turned))) return null;
  try {
    const { bytes } = await bytesOf(url);
    // What was dropped meanwhile is what the person wants.
    if (desk.session.opened > 0) return null;
    // What a person has made of it on an earlier visit goes on, for as long as the file is the same.
    const origin = named ? `${name} ${printOf(bytes)}` : 'sample';
    const known = named && (await mayHaveVault());
    if (known && (await openKept(desk, (keeping) => keeping.openFrom(origin), hash, turned))) return null;
    if (!(await desk.session.openFile({ name, bytes }, !named))) return origin;
    await turned;
    desk.begin();
    if (hash.length > 1) desk.restore(hash);
    return origin;
  } catch (error) {
    desk.session.complain(speech.texts.notices.couldNotOpen(name), [(error as Error).message]);
    return null;
  }
}

/** A file that a page carries in itself, or else the page's own host is asked for. */
async function bytesOf(url: URL): Promise<FileBytes> {
  const name = nameOf(url);
  const carried = document.getElementById(name);
  if (carried) return { name, bytes: new TextEncoder().encode(carried.textContent) };
  const response = await fetch(url);
  if (!response.ok) throw new Error(speech.texts.notices.answered(response.status));
  return { name, bytes: new Uint8Array(await response.arrayBuffer()) };
}

const nameOf = ({ pathname }: URL): string => pathname.split('/').at(-1) ?? pathname;

/** Opens something that is kept in the browser, as the link says. @returns whether it was there. */
async function openKept(
  desk: Desk,
  open: (keeping: Keeping) => Promise<boolean>,
  hash: string,
  turned: Promise<unknown> | null,
): Promise<boolean> {
  try {
    if (!(await open(await desk.loadKeeping()))) return false;
  } catch (error) {
    desk.session.complain(speech.texts.notices.partMissing, [(error as Error).message]);
    return false;
  }
  await turned;
  desk.begin();
  if (hash.length > 1) desk.restore(hash);
  return true;
}

/** Tells files of one name apart (FNV-1a, 32 bits, and the length). */
function printOf(bytes: Uint8Array): string {
  let hash = 0x811c9dc5;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
  return `${(hash >>> 0).toString(36)}-${bytes.length.toString(36)}`;
}

/** The theme that the system's forced colours make: the picture is no part of the page that the browser repaints. */
function systemTheme(): Theme {
  const probe = document.createElement('span');
  probe.style.forcedColorAdjust = 'none';
  document.body.append(probe);
  const colour = (name: string): string => {
    probe.style.color = name;
    const channels = getComputedStyle(probe).color.match(/\d+/g) ?? [];
    return `#${channels
      .slice(0, 3)
      .map((c) => Number(c).toString(16).padStart(2, '0'))
      .join('')}`;
  };
  const [paper, ink] = [colour('Canvas'), colour('CanvasText')];
  probe.remove();
  const name = contrast(paper, '#000000') < contrast(paper, '#ffffff') ? 'dark' : 'light';
  return { name, paper, panel: paper, ink, muted: ink, rule: mix(paper, ink, 0.3), chip: paper };
}

function follow(query: string, tell: (matches: boolean) => void): void {
  const list = window.matchMedia(query);
  tell(list.matches);
  list.addEventListener('change', (event) => tell(event.matches));
}

/** Keeps the choice of a theme from visit to visit, where the browser lets a page remember anything. */
function rememberTheme(desk: Desk): void {
  try {
    const known = localStorage.getItem(THEME_KEY);
    if (known === 'light' || known === 'dark') desk.appearance.prefer(known);
  } catch {
    // Storage is switched off: the system's theme will do.
  }
  $effect.root(() => {
    $effect(() => {
      const { preference } = desk.appearance;
      try {
        if (preference === 'auto') localStorage.removeItem(THEME_KEY);
        else localStorage.setItem(THEME_KEY, preference);
      } catch {
        // As above.
      }
    });
  });
}

/**
 * Speaks the language that was chosen on an earlier visit, else the first of the browser's that the page has. Waited for
 * before anything is drawn: a page must not change its language before one's eyes.
 */
export async function rememberLanguage(desk: Desk): Promise<void> {
  let known: string | null = null;
  try {
    known = localStorage.getItem(LANGUAGE_KEY);
  } catch {
    // As above.
  }
  const found = languageOf(navigator.languages);
  await speech.choose(known !== null && isLanguage(known) ? known : found).catch((error: Error) => {
    desk.session.complain(speech.texts.notices.partMissing, [error.message]);
  });
  $effect.root(() => {
    $effect(() => {
      try {
        if (speech.tag === found) localStorage.removeItem(LANGUAGE_KEY);
        else localStorage.setItem(LANGUAGE_KEY, speech.tag);
      } catch {
        // As above.
      }
    });
  });
}
