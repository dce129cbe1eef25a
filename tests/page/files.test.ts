import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeCsv } from '../../src/formats/csv.ts';
import { writeNdjson } from '../../src/formats/ndjson.ts';
import { root } from '../../src/tooling/project.mjs';
import { serve } from '../../src/tooling/serve.mjs';
import { dateline } from '../cli/dateline.ts';
import { docx, pdf, utf8 } from '../formats/made.ts';
import { Browse, chip, shownEvents } from './browse.ts';
import { harbour } from './harbour.ts';

let browse: Browse;
let folder: string;
beforeAll(async () => {
  browse = await Browse.start();
  folder = mkdtempSync(join(tmpdir(), 'dateline-page-'));
}, 120_000);
afterAll(async () => {
  await browse.stop();
  rmSync(folder, { recursive: true, force: true });
});

const MINUTES = `Minutes of the parish council

The council approved the new library on 3 May 2011. Work on the site began in August 2012.
The library opened on 14 June 2014. In 2016 a storm damaged the roof.
`;

/** Drops files on the page as a person would. */
async function drop(page: Page, files: readonly { name: string; bytes: readonly number[] }[]): Promise<void> {
  await page.evaluate((list) => {
    const data = new DataTransfer();
    for (const { name, bytes } of list) data.items.add(new File([new Uint8Array(bytes)], name));
    for (const type of ['dragenter', 'dragover', 'drop']) {
      document.body.dispatchEvent(
        new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: data }),
      );
    }
  }, files);
}

const bytes = (text: string) => [...new TextEncoder().encode(text)];

async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((words) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', words);
    document.body.dispatchEvent(
      new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData }),
    );
  }, text);
}

test('reads web pages, Word files, PDFs, mails and archives, each with the parser that is loaded for it', async () => {
  const { page, complaints, abroad } = await browse.visit();
  const story = 'On 4 May 1922 the council opened the new bridge over the river.';
  const files = {
    'page.html': utf8(`<html><body><h1>Bridge</h1><p>${story}</p></body></html>`),
    'mill.docx': docx(),
    'paper.pdf': pdf([[[50, 700, 11, 'The parliament passed the harbour act on 7 June 1931.']]]),
    'letter.eml': utf8(`From: a@b.c\nDate: Thu, 16 May 2024 09:30:00 +0200\nSubject: News\n\n${story}\n`),
    'papers.zip': zipSync({ 'notes.txt': utf8('The army entered the town on 8 July 1919.') }),
  };
  await drop(
    page,
    Object.entries(files).map(([name, content]) => ({ name, bytes: [...content] })),
  );
  await page.getByText(/events? from 5 documents/).waitFor();
  expect(complaints).toEqual([]);
  expect(abroad).toEqual([]);
}, 60_000);

test('takes what is dropped while the page is still on its way', async () => {
  const { page, complaints } = await browse.visit('', { own: true });
  await page.addInitScript((words) => {
    // The script of the page has run by then, but none of the parts that it loads.
    addEventListener('DOMContentLoaded', () => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([words], 'minutes.txt'));
      const kept = !document.body.dispatchEvent(
        new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer }),
      );
      Object.assign(globalThis, { kept });
    });
  }, MINUTES);
  await page.reload();
  // Otherwise the browser would open the file in the place of the page.
  expect(await page.evaluate('kept')).toBe(true);
  await page.getByText(/events? from 1 document/).waitFor();
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('reads a dropped file in the worker and adds what happened in it', async () => {
  const { page, complaints, abroad } = await browse.visit();
  await drop(page, [{ name: 'minutes.txt', bytes: bytes(MINUTES) }]);
  await page.getByText(/events? from 1 document/).waitFor();
  expect(await shownEvents(page)).toBeGreaterThan(8);
  await page.getByText('3 documents · ').waitFor();
  await page.keyboard.press('/');
  await page.keyboard.type('library opened');
  await page.keyboard.press('Enter');
  expect(await page.locator('aside').innerText()).toContain('14 June 2014');
  await page.getByText('14 June 2014', { exact: true }).first().waitFor();
  // Dropped again with other words, it may be a better version; what that changes is shown, and can be taken back.
  await drop(page, [{ name: 'minutes.txt', bytes: bytes(MINUTES.replace('14 June', '15 June')) }]);
  const dialog = page.getByRole('dialog', { name: 'A better version?' });
  await dialog.getByLabel('In its place').waitFor();
  await dialog.getByRole('button', { name: 'Read', exact: true }).click();
  await page.locator('.changes').getByText('14 June 2014 → 15 June 2014').waitFor();
  await page.getByText('3 documents · ').waitFor();
  await page.keyboard.press('z');
  await page.locator('.strip button[title="Redo: other version of minutes.txt (shift-z)"]').waitFor();
  expect(abroad).toEqual([]);
  expect(complaints).toEqual([]);
});

test('reads pasted text, and text pasted into a field stays there', async () => {
  const { page } = await browse.visit();
  await paste(page, MINUTES);
  await page.getByText(/events? from 1 document/).waitFor();
  await page.getByText('3 documents · ').waitFor();
});

test('reads pasted rich text with its headings and tables', async () => {
  const { page, complaints } = await browse.visit();
  await page.evaluate(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', 'The bridge 1922 It was rebuilt.');
    clipboardData.setData(
      'text/html',
      '<h2>The bridge</h2><table><tr><td>4 May 1922</td><td>The council opened the new bridge.</td></tr></table>',
    );
    document.body.dispatchEvent(
      new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData }),
    );
  });
  await page.getByText(/1 event from 1 document/).waitFor();
  await page.getByRole('button', { name: 'Documents', exact: true }).click();
  await page.getByRole('combobox', { name: 'Document' }).selectOption('Pasted text.html');
  await page.getByText('4 May 1922 | The council opened the new bridge.').waitFor();
  expect(complaints).toEqual([]);
});

test('shows what the columns of a table were taken for, and imports it as a person wants it', async () => {
  const { page, complaints } = await browse.visit();
  const table = 'Was;Wann;Wo\nFest am Fluss;4. Mai 1950;Ulm\nMarkt;3/4/1951;Bern\nNichts;bald;Bern\n';
  await drop(page, [{ name: 'liste.csv', bytes: bytes(table) }]);
  const dialog = page.getByRole('dialog', { name: 'Import liste.csv' });
  await dialog.getByText('2 events', { exact: true }).waitFor();
  await dialog.getByText('1 row is left out').waitFor();
  await dialog.getByText('What is left out, and why').click();
  await dialog.getByText('Row 4: found "bald", expected a date').waitFor();
  expect(await dialog.getByLabel('Wann').inputValue()).toBe('start');
  await dialog.getByText('3 April 1951').waitFor();
  await dialog.getByLabel('In 3/4/2021 comes first').selectOption('mdy');
  await dialog.getByText('4 March 1951').waitFor();
  await dialog.getByLabel('Wo', { exact: true }).selectOption('category');
  await dialog.getByLabel('Start a new timeline').check();
  await dialog.getByRole('button', { name: 'Import', exact: true }).click();
  await page.getByText('1 document · 2 events').waitFor();
  await chip(page, 'Ulm, 1 event').waitFor();
  await page.getByText('A line of liste.csv kept out').waitFor();
  expect(await page.textContent('h1')).toBe('liste');
  // A second file waits for the first; Esc leaves what is open as it is.
  await drop(page, [
    { name: 'a.csv', bytes: bytes('Title,Date\nx,2001-02-03\n') },
    {
      name: 'club.ics',
      bytes: bytes(
        'BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:19500101\nSUMMARY:Fair\nEND:VEVENT\nEND:VCALENDAR\n',
      ),
    },
  ]);
  await page.getByRole('dialog', { name: 'Import a.csv' }).getByText('1 more to come').waitFor();
  await page.keyboard.press('Escape');
  const second = page.getByRole('dialog', { name: 'Import club.ics' });
  await second.getByText('Fair', { exact: true }).waitFor();
  await second.getByRole('button', { name: 'Import', exact: true }).click();
  await page.getByText('2 documents · 3 events').waitFor();
  expect(complaints).toEqual([]);
});

test('reads a folder: its documents by their paths, and says what else is in it', async () => {
  const { page } = await browse.visit();
  const papers = join(folder, 'papers');
  mkdirSync(join(papers, 'deep'), { recursive: true });
  writeFileSync(join(papers, 'deep/minutes.txt'), MINUTES);
  writeFileSync(join(papers, 'photo.jpg'), 'x');
  await page.getByRole('button', { name: 'Add documents' }).click();
  await page.getByLabel('Choose a folder').setInputFiles(papers);
  await page.getByText('1 files of the folder are of other kinds: .jpg').waitFor();
  await page.getByText(/events? from 1 document/).waitFor();
});

test('keeps out what is no text with a sentence, and reads the others', async () => {
  const { page } = await browse.visit();
  await drop(page, [
    { name: 'photo.txt', bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d] },
    { name: 'minutes.txt', bytes: bytes(MINUTES) },
    { name: 'nothing.txt', bytes: [] },
  ]);
  const alert = page.getByRole('alert');
  await alert.waitFor();
  expect(await alert.innerText()).toMatch(/2 files were kept out[\s\S]*photo\.txt[\s\S]*nothing\.txt/);
  await page.getByText('3 documents · ').waitFor();
});

test('says of a document without events that it has none, and keeps it', async () => {
  const { page } = await browse.visit();
  await drop(page, [{ name: 'poem.txt', bytes: bytes('The sea is grey and wide.\nNo ship has come.\n') }]);
  await page.getByText('No event was found in poem.txt').waitFor();
  await page.getByText('3 documents · 8 events').waitFor();
});

test('cancels at once, and what was open stays open', async () => {
  const { page } = await browse.visit();
  // Large enough to keep the worker busy; made in the page, since sending it there would take longer.
  await page.evaluate((words) => {
    const data = new DataTransfer();
    for (let i = 0; i < 40; i++) data.items.add(new File([words.repeat(400)], `minutes-${i}.txt`));
    document.body.dispatchEvent(
      new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data }),
    );
  }, MINUTES);
  await page.getByRole('progressbar').waitFor();
  const asked = Date.now();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.getByText('Cancelled. What was open is unchanged.').waitFor();
  expect(Date.now() - asked).toBeLessThan(2000);
  expect(await shownEvents(page)).toBe(8);
  expect(await page.getByRole('progressbar').count()).toBe(0);
});

test('names the faults of a broken timeline and leaves open what is open', async () => {
  const { page } = await browse.visit();
  await drop(page, [{ name: 'mine.json', bytes: bytes('{"dateline": 1, "name": 3}') }]);
  const alert = page.getByRole('alert');
  await alert.waitFor();
  expect(await alert.innerText()).toMatch(/mine\.json could not be opened[\s\S]*name/);
  expect(await page.textContent('h1')).toBe('Harbour log');
});

test('opens a list of events that was saved, with its passages', async () => {
  const { page } = await browse.visit();
  const { events } = harbour();
  await drop(page, [{ name: 'calls.csv', bytes: bytes(writeCsv(events.slice(0, 3))) }]);
  await page.getByText('2 documents · 3 events').or(page.getByText('1 document · 3 events')).waitFor();
  expect(await page.textContent('h1')).toBe('calls');
  expect(await shownEvents(page)).toBe(3);
  // The names of the open timeline's categories are kept for the same keys.
  await page.getByRole('button', { name: /^Works, \d events?$/ }).waitFor();
  await drop(page, [{ name: 'calls.ndjson', bytes: bytes(writeNdjson(events)) }]);
  await page.getByText('2 documents · 8 events').waitFor();
});

test('sorts what is open by a dropped list of categories, and back by the general one', async () => {
  const { page, complaints } = await browse.visit();
  const chips = page.getByRole('group', { name: 'Filters' });
  const events = await shownEvents(page);
  const kinds = [
    { key: 'water', name: 'Water', about: '', colour: '#3e6fb5', terms: { 'harbour*|ship*|storm*': 3 } },
    { key: 'rest', name: 'The rest', about: '', colour: '#6b6f76', terms: {} },
  ];
  await drop(page, [{ name: 'kinds.json', bytes: bytes(JSON.stringify(kinds).replace('#3e6fb5', 'sea')) }]);
  await page.getByText('categories[0].colour: found "sea", expected a colour').waitFor();
  expect(await chips.getByText('Water').count()).toBe(0);
  await drop(page, [{ name: 'kinds.json', bytes: bytes(JSON.stringify(kinds)) }]);
  await page.getByText('Sorted by kinds.json').waitFor();
  await chips.getByText('The rest').waitFor();
  expect(await shownEvents(page)).toBe(events);

  await page.getByRole('button', { name: 'Categories', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Categories' });
  expect(await dialog.getByLabel('Own').isChecked()).toBe(true);
  await dialog.getByLabel('General').check();
  await dialog.getByRole('button', { name: 'Use “General”' }).click();
  await page.getByText('Sorted by “General”').waitFor();
  expect(await chips.getByText('The rest').count()).toBe(0);
  expect(await shownEvents(page)).toBe(events);
  expect(complaints).toEqual([]);
});

test('works from any path of a host, with the sample built in', async () => {
  symlinkSync(join(root, 'dist/app'), join(folder, 'any where'), 'dir');
  const server = await serve({ folder, port: 0 });
  try {
    const { page, complaints, abroad } = await browse.visit(
      '',
      {},
      `http://127.0.0.1:${server.port}/any%20where/`,
    );
    expect(await shownEvents(page)).toBeGreaterThan(20);
    await drop(page, [{ name: 'minutes.txt', bytes: bytes(MINUTES) }]);
    await page.getByText(/events? from 1 document/).waitFor();
    // Documents of one's own do not belong into the sample.
    await page.getByText('1 document · ').waitFor();
    expect(complaints).toEqual([]);
    expect(abroad).toEqual([]);
  } finally {
    await server.close();
  }
});

test('exports the same bytes as the command that it names', async () => {
  const { page, complaints } = await browse.visit();
  await chip(page, 'Storms, 2 events').click();
  await page.keyboard.press('+');
  const save = async (): Promise<string> => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: /^Save / }).click(),
    ]);
    const path = join(folder, download.suggestedFilename());
    await download.saveAs(path);
    return path;
  };
  const exported = page.getByRole('button', { name: 'Export' });
  await exported.click();
  await page.getByRole('radio', { name: 'Dateline', exact: true }).check();
  const json = await save();
  expect(JSON.parse(readFileSync(json, 'utf8')).events).toHaveLength(8);
  const choose = (name: string) => page.getByRole('radio', { name, exact: true }).check();
  for (const choices of [['SVG', 'What I see', 'Dark'], ['PNG', 'Everything', 'Print', '1×'], ['Calendar']]) {
    await exported.click();
    for (const name of choices) await choose(name);
    if (choices.includes('PNG')) await page.getByLabel('Size', { exact: true }).selectOption('slide');
    const command = await page.locator('dialog code').innerText();
    const saved = readFileSync(await save());
    // The page and the command would write to the same name.
    const words = command.split(' ').slice(1);
    words[words.indexOf('-o') + 1] = `command-${words[words.indexOf('-o') + 1]}`;
    const { code } = await dateline(folder, words);
    expect([code, command]).toEqual([0, expect.stringMatching(/^dateline (?:render|convert) /)]);
    const written = readFileSync(join(folder, words[words.indexOf('-o') + 1] ?? ''));
    expect([choices, written.equals(saved)]).toEqual([choices, true]);
    if (choices.includes('SVG')) expect(saved.includes('A barge breaks loose')).toBe(false);
    else expect(saved.length).toBeGreaterThan(1000);
  }
  expect(complaints).toEqual([]);
});
