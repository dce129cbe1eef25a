import { beforeAll, describe, expect, test } from 'vitest';
import { jsonSchemas } from '../../src/tooling/schema.mjs';

let schemas: Record<string, unknown>;
beforeAll(async () => {
  schemas = await jsonSchemas();
});

/** As it is written. */
const written = (name: string) => JSON.parse(JSON.stringify(schemas[name]));

describe('the JSON Schema of a collection', () => {
  test('names every part and what it must have', () => {
    const schema = written('collection.schema.json');
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
    expect(schema.properties.dateline).toEqual({ const: 2 });
    const event = schema.properties.events.items;
    expect(event.required).toContain('time');
    expect(event.properties.status.enum).toEqual(['happened', 'planned', 'ongoing', 'hypothetical']);
    expect(event.properties.time.properties.edtf.description).toMatch(/EDTF/);
    const category = schema.properties.categories.items;
    expect(category.properties.terms).toEqual({ type: 'object', additionalProperties: { type: 'number' } });
    const kinds = schema.properties.edits.items.anyOf ?? schema.properties.edits.items.oneOf;
    expect(kinds.map((kind: { properties: { kind: unknown } }) => kind.properties.kind)).toEqual(
      ['event', 'merge', 'split', 'added', 'rule', 'date', 'story'].map((kind) => ({ const: kind })),
    );
    expect(kinds[0].required).toEqual(['kind', 'event']);
  });
});

describe('the JSON Schema of categories', () => {
  test('is a list, one of which has key, name, sentence, colour and terms of a form', () => {
    const schema = written('categories.schema.json');
    expect(schema.type).toBe('array');
    expect(schema.minItems).toBe(1);
    expect(schema.items.required).toEqual(['key', 'name', 'about', 'colour', 'terms']);
    const { additionalProperties, propertyNames } = schema.items.properties.terms;
    expect(additionalProperties).toEqual({ type: 'number' });
    const form = new RegExp(propertyNames.pattern, 'u');
    for (const term of ['war', 'invad*', 'take|takes office', 'sign* … treaty', 'self-rule', 'élu']) {
      expect(term).toMatch(form);
    }
    for (const term of ['War', ' war', 'two  spaces', '*', '…', 'sign …', 'a||b', '(war)', '']) {
      expect(term).not.toMatch(form);
    }
  });
});
