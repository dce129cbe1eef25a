import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { currentEvents } from '../../src/model/current.ts';
import { parseCollection } from '../../src/model/parse.ts';
import { SAMPLE_WORDS } from '../../src/tooling/sample.mjs';
import { builtCommandLine, dateline, ROOT } from '../cli/dateline.ts';

beforeAll(builtCommandLine, 60_000);

describe('the sample that the page opens with', () => {
  const text = readFileSync(join(ROOT, 'public/sample.json'), 'utf8');

  test('is what the command line reads in data/samples: if not, npm run sample', async () => {
    const { code, stdout, stderr } = await dateline(ROOT, SAMPLE_WORDS);
    expect(stderr).toBe('');
    expect(code).toBe(0);
    expect(stdout === text, 'public/sample.json is stale: npm run sample').toBe(true);
  });

  test('is whole: at least six documents and sixty events', () => {
    const { collection, problems } = parseCollection(text);
    expect(problems).toEqual([]);
    expect(collection?.documents.length).toBeGreaterThanOrEqual(6);
    expect(collection && currentEvents(collection).length).toBeGreaterThanOrEqual(60);
  });
});
