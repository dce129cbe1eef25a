import { describe, expect, test } from 'vitest';
import { collectionJsonSchema } from '../../src/tooling/schema.mjs';

describe('the JSON Schema of a collection', () => {
  test('names every part and what it must have', async () => {
    const schema = JSON.parse(JSON.stringify(await collectionJsonSchema()));
    expect(schema.$schema).toMatch(/json-schema\.org/);
    expect(schema.required).toEqual([
      'dateline',
      'name',
      'documents',
      'events',
      'categories',
      'edits',
      'problems',
    ]);
    expect(schema.properties.dateline).toEqual({ const: 1 });
    const event = schema.properties.events.items;
    expect(event.required).toContain('time');
    expect(event.properties.status.enum).toEqual(['happened', 'planned', 'ongoing', 'hypothetical']);
    expect(event.properties.time.properties.edtf.description).toMatch(/EDTF/);
    const category = schema.properties.categories.items;
    expect(category.properties.terms).toEqual({ type: 'object', additionalProperties: { type: 'number' } });
    expect(schema.properties.edits.items.required).toEqual(['event']);
  });
});
