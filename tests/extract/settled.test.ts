import { describe, expect, test } from 'vitest';
import { extracted } from './extracted.ts';

const statuses = (text: string): string[] => extracted(text).events.map((e) => `${e.time.edtf} ${e.status}`);

describe('what lies behind a document’s own day', () => {
  const head = 'LEITH, 17 February 1931 (Wire) — The mill burned on Tuesday.\n\n';
  test('has happened where much of it is told as done', () => {
    const told = `${head}The inquest opened on 9 March 1931. The mill was rebuilt in August 1932. It closed in 1959. A museum will open in 1971.`;
    expect(statuses(told)).toEqual([
      '1931-02-17 happened',
      '1931-03-09 happened',
      '1932-08 happened',
      '1959 happened',
      '1971 planned',
    ]);
  });
  test('is planned where it is one of a report’s few', () => {
    expect(statuses(`${head}An inquest was called for 9 March 1931.`)).toContain('1931-03-09 planned');
  });
});
