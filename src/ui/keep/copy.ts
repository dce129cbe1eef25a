import { writeJson } from '../../formats/json.ts';
import type { Collection } from '../../model/collection.ts';
import { speech } from '../../state/language.svelte.ts';

/** The page in one file, beside the page; see src/tooling/copy.mjs. */
const COPY = './dateline.html';
/** Under which name a copy carries a timeline. */
const CARRIED = 'timeline.json';
/** Where a copy has its code; a page that is none has it not. */
const CODE = 'dateline-code';

/**
 * The page as one file that works from a disk.
 * @param collection that it is to open with; null: the sample. Rejects when the page's own host has no such file.
 */
export async function copyOfPage(collection: Collection | null): Promise<string> {
  const page = document.getElementById(CODE) ? ownText() : await servedText();
  return collection ? withCollection(page, collection) : page;
}

/** A copy with a timeline in it, which it opens with. */
export function withCollection(page: string, collection: Collection): string {
  // As text within a script element, nothing in it can end that.
  const json = writeJson(collection).replace(/</g, '\\u003c');
  const carried = `<script type="application/json" id="${CARRIED}">${json}</script>\n`;
  return page
    .replace('</title>', (end) => `${end}\n<meta name="dateline-collection" content="./${CARRIED}">`)
    .replace('<div id="app">', (start) => carried + start);
}

async function servedText(): Promise<string> {
  const answer = await fetch(new URL(COPY, document.baseURI));
  if (!answer.ok) throw new Error(speech.texts.notices.answered(answer.status));
  return answer.text();
}

/** What this copy was opened as: its parts are still there, and a page on a disk may not read its own file. */
function ownText(): string {
  const those = (selector: string): string =>
    [...document.querySelectorAll(selector)].map((part) => part.outerHTML).join('\n');
  const head = those('head > meta:not([name="dateline-collection"]), head > link, head > style');
  const body = those(`noscript, body > script:not(#${CSS.escape(CARRIED)})`);
  return `<!doctype html>
<html lang="en">
<head>
${head}
<title>Dateline</title>
</head>
<body>
<div id="app"></div>
${body}
</body>
</html>
`;
}
