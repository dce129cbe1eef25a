import type { Case } from './case.ts';
import type { Quality } from './quality.ts';

interface Shown {
  readonly name: string;
  readonly one: Case;
  readonly quality: Quality;
}

/** The gallery as a page: every case side by side with what to look at in it, and a table of the figures. */
export function pageOf(cases: readonly Shown[]): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Gallery of Dateline</title>
<style>
  body { margin: 24px; font: 14px/1.5 Inter, system-ui, sans-serif; color: #1d1f24; background: #e7e3da; }
  main { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(620px, 100%), 1fr)); gap: 24px; align-items: start; }
  figure { margin: 0; }
  img { width: 100%; height: auto; display: block; background: #fff; }
  table { border-collapse: collapse; margin: 0 0 24px; font-variant-numeric: tabular-nums; }
  td, th { padding: 2px 12px 2px 0; text-align: right; }
  td:first-child, th:first-child { text-align: left; }
</style>
<h1>Gallery</h1>
<table>
<tr><th>case</th><th>overlapping</th><th>clipped</th><th>displacement, px</th><th>foremost third named</th><th>ink per row</th></tr>
${cases.map(rowOf).join('\n')}
</table>
<main>
${cases.map(figureOf).join('\n')}
</main>
</html>
`;
}

const rowOf = ({ name, quality }: Shown): string =>
  `<tr><td>${name}</td>${[
    quality.overlapping.length,
    quality.clipped.length,
    quality.displacement.toFixed(1),
    `${Math.round(quality.named * 100)} %`,
    `${Math.round(quality.ink * 100)} %`,
  ]
    .map((value) => `<td>${value}</td>`)
    .join('')}</tr>`;

function figureOf({ name, one }: Shown): string {
  const about = `${name}: ${one.about}`
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('"', '&quot;');
  const picture = one.hashed
    ? '<p>Kept as a hash, because the file is large.</p>'
    : `<a href="${name}.svg"><img src="${name}.svg" alt="${about}" loading="lazy"></a>`;
  return `<figure>${picture}<figcaption>${about}</figcaption></figure>`;
}
