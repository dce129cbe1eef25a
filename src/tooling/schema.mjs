/** Publishes the saved form of a collection as JSON Schema, from the schema that `model/parse.ts` checks with. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './project.mjs';

/**
 * The JSON Schema of a collection. It says what one part can look like; that quotes equal the text and ids are unique
 * is beyond JSON Schema and checked when a file is opened.
 */
export async function collectionJsonSchema() {
  const [{ runnerImport }, { toJsonSchema }] = await Promise.all([
    import('vite'),
    import('@valibot/to-json-schema'),
  ]);
  const { module } = await runnerImport(join(root, 'src/model/schema.ts'), {
    configFile: false,
    logLevel: 'error',
  });
  const schema = toJsonSchema(module.collectionSchema, {
    errorMode: 'ignore',
    // The weights of a category's terms, the one place where keys are free.
    overrideSchema: ({ valibotSchema }) =>
      valibotSchema.type === 'custom'
        ? { type: 'object', additionalProperties: { type: 'number' } }
        : undefined,
  });
  return {
    ...schema,
    title: 'Dateline collection',
    description: 'Documents, the dated events in them, and edits.',
  };
}

/** @param {string} file */
export async function writeSchema(file) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(await collectionJsonSchema(), null, 2)}\n`);
}
