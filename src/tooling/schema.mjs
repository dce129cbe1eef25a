/** Publishes the forms of the files that are read as JSON Schema, from the schemas that `model/parse.ts` checks with. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './project.mjs';

/**
 * The JSON Schemas by the name of their file. They say what one part can look like; that quotes equal the text and
 * that ids and keys are unique is beyond JSON Schema and checked when a file is opened.
 */
export async function jsonSchemas() {
  const [{ runnerImport }, { toJsonSchema }] = await Promise.all([
    import('vite'),
    import('@valibot/to-json-schema'),
  ]);
  const load = async (file) =>
    (await runnerImport(join(root, file), { configFile: false, logLevel: 'error' })).module;
  const { collectionSchema, categoriesSchema } = await load('src/model/schema.ts');
  const { TERM } = await load('src/model/category.ts');
  const convert = (schema, terms) =>
    toJsonSchema(schema, {
      errorMode: 'ignore',
      // The weights of a category's terms, the one place where keys are free.
      overrideSchema: ({ valibotSchema }) =>
        valibotSchema.type === 'custom'
          ? { type: 'object', ...terms, additionalProperties: { type: 'number' } }
          : undefined,
    });
  return {
    'collection.schema.json': {
      ...convert(collectionSchema, {}),
      title: 'Dateline collection',
      description: 'Documents, the dated events in them, and edits.',
    },
    'categories.schema.json': {
      ...convert(categoriesSchema, { propertyNames: { pattern: TERM.source } }),
      title: 'Dateline categories',
      description: 'Kinds of event, each with the weighted terms by which it is told.',
    },
  };
}

/** @param {string} folder */
export async function writeSchemas(folder) {
  mkdirSync(folder, { recursive: true });
  for (const [name, schema] of Object.entries(await jsonSchemas())) {
    writeFileSync(join(folder, name), `${JSON.stringify(schema, null, 2)}\n`);
  }
}
