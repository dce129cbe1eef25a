import * as v from 'valibot';
import type { Category } from './category.ts';
import { COLLECTION_VERSION, type Collection } from './collection.ts';
import { BLOCK_KINDS, type DateOrigin, DOCUMENT_FORMATS, REGIMES } from './document.ts';
import { EDIT_KINDS, type Edit } from './edit.ts';
import { coarseness, PRECISIONS, readEdtf } from './edtf.ts';
import { STATUSES, type TimelineEvent } from './event.ts';
import { LONGEST_TERM, termPattern } from './rules.ts';
import { ROUTES } from './when.ts';

// The message of a schema is what was expected there; `parse.ts` puts path and what was found before it.

const ORIGINS = ['printed', 'given', 'metadata', 'inferred'] as const satisfies readonly DateOrigin[];

const text = v.string('a text');
const filled = v.pipe(text, v.nonEmpty('a text that is not empty'));
const flag = v.boolean('true or false');
const number = v.pipe(v.number('a number'), v.finite('a finite number'));
const share = v.pipe(number, v.minValue(0, 'a number from 0 to 1'), v.maxValue(1, 'a number from 0 to 1'));
const offset = v.pipe(
  v.number('a whole number from 0'),
  v.integer('a whole number from 0'),
  v.minValue(0, 'a whole number from 0'),
);
const day = v.pipe(v.number('a whole number of days'), v.safeInteger('a whole number of days'));
const oneOf = <const T extends readonly string[]>(options: T) =>
  v.picklist(options, `one of ${options.join(', ')}`);
const listOf = <const S extends v.GenericSchema>(item: S) => v.array(item, 'a list');
const OBJECT = 'an object';

const edtf = v.pipe(
  text,
  v.rawCheck<string>(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    const span = readEdtf(dataset.value);
    if ('problem' in span) addIssue({ message: span.problem });
  }),
  v.description('EDTF (ISO 8601-2), such as 2024-05-16, 198X, 1900~ or 2023-07/..'),
);

const spanEntries = { start: offset, end: offset };

const timeSchema = v.pipe(
  v.object(
    {
      edtf,
      start: v.pipe(day, v.description('First day, days since 1970-01-01.')),
      end: v.pipe(day, v.description('Day after the last.')),
      precision: oneOf(PRECISIONS),
      approximate: flag,
      how: oneOf(ROUTES),
      alternatives: v.exactOptional(listOf(v.object({ edtf, reason: filled }, OBJECT))),
    },
    OBJECT,
  ),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed || dataset.issues) return;
    const time = dataset.value;
    const span = readEdtf(time.edtf);
    if ('problem' in span) return;
    const refuse = (key: 'start' | 'end' | 'precision' | 'approximate', message: string) =>
      addIssue({
        message,
        path: [{ type: 'object', origin: 'value', input: { ...time }, key, value: time[key] }],
      });
    const meant = `as edtf "${time.edtf}" says`;
    if (time.start !== span.start) refuse('start', `${span.start}, ${meant}`);
    if (time.end !== span.end) refuse('end', `${span.end}, ${meant}`);
    if (time.approximate !== span.approximate) refuse('approximate', `${span.approximate}, ${meant}`);
    if (coarseness(time.precision) < coarseness(span.precision)) {
      refuse('precision', `${span.precision} or coarser, ${meant}`);
    }
  }),
);

const figureSchema = v.object(
  {
    label: text,
    value: number,
    unit: text,
    period: v.nullable(edtf),
    bound: v.exactOptional(oneOf(['min', 'max'] as const)),
    approximate: v.exactOptional(flag),
    scaleAssumed: v.exactOptional(flag),
  },
  OBJECT,
);

const sourceSchema = v.object(
  {
    document: filled,
    ...spanEntries,
    quote: text,
    mention: v.nullable(v.object({ ...spanEntries, text, how: text }, OBJECT)),
  },
  OBJECT,
);

const statusSchema = oneOf(STATUSES);

/** One event by itself; what it refers to (documents, categories) is checked by `parseCollection`. */
export const eventSchema: v.GenericSchema<unknown, TimelineEvent> = v.object(
  {
    id: filled,
    title: filled,
    category: filled,
    status: statusSchema,
    time: timeSchema,
    confidence: share,
    salience: share,
    actors: listOf(filled),
    place: v.nullable(filled),
    figures: listOf(figureSchema),
    sources: listOf(sourceSchema),
  },
  OBJECT,
);

const documentSchema = v.object(
  {
    id: filled,
    name: text,
    title: text,
    text,
    format: oneOf(DOCUMENT_FORMATS),
    parts: v.exactOptional(
      listOf(v.object({ ...spanEntries, kind: oneOf(BLOCK_KINDS), level: offset }, OBJECT)),
    ),
    date: v.nullable(
      v.object(
        {
          edtf,
          origin: oneOf(ORIGINS),
          reason: text,
          at: v.exactOptional(v.object(spanEntries, OBJECT)),
        },
        OBJECT,
      ),
    ),
    passages: v.exactOptional(
      listOf(v.object({ ...spanEntries, regime: oneOf(REGIMES), how: filled }, OBJECT)),
    ),
  },
  OBJECT,
);

/** Not `v.record`: it leaves out keys such as `prototype` and `constructor`, which are words like any other here. */
const weights = v.pipe(
  v.custom<Readonly<Record<string, number>>>(
    (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
    'an object of numbers by term',
  ),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    for (const [key, value] of Object.entries(dataset.value)) {
      if (key !== '__proto__' && Number.isFinite(value)) continue;
      const message = key === '__proto__' ? 'another term' : 'a number, how much the term counts';
      addIssue({
        message,
        path: [{ type: 'object', origin: 'value', input: { ...dataset.value }, key, value }],
      });
    }
  }),
);

/** One kind of event. */
export const categorySchema = v.object(
  {
    key: v.pipe(text, v.regex(/^[a-z][a-z0-9-]*$/, 'a key of lower-case letters, digits and hyphens')),
    name: filled,
    names: v.exactOptional(
      v.record(v.pipe(text, v.regex(/^[a-z]{2,3}$/, 'a language such as de')), filled, OBJECT),
    ),
    about: text,
    colour: v.pipe(text, v.regex(/^#[0-9a-f]{6}$/i, 'a colour such as #3b6ea5')),
    terms: weights,
    press: v.exactOptional(flag),
  },
  OBJECT,
);

/** A file of categories; the form of their terms and what holds between them is checked by `parseCategories`. */
export const categoriesSchema: v.GenericSchema<unknown, readonly Category[]> = v.pipe(
  v.array(categorySchema, 'a list of categories'),
  v.minLength(1, 'at least one category'),
);

const refEntries = {
  event: filled,
  about: v.exactOptional(
    v.object(
      {
        title: text,
        date: text,
        passages: listOf(v.object({ document: filled, quote: text, mention: text }, OBJECT)),
        beside: v.exactOptional(listOf(text)),
      },
      OBJECT,
    ),
  ),
};

const id = filled;
const order = number;

const editSchema = v.variant(
  'kind',
  [
    v.object(
      {
        kind: v.literal('event'),
        ...refEntries,
        dismissed: v.exactOptional(flag),
        confirmed: v.exactOptional(flag),
        pinned: v.exactOptional(flag),
        title: v.exactOptional(filled),
        category: v.exactOptional(filled),
        status: v.exactOptional(statusSchema),
        time: v.exactOptional(timeSchema),
        actors: v.exactOptional(listOf(filled)),
        place: v.exactOptional(v.nullable(filled)),
        figures: v.exactOptional(listOf(figureSchema)),
        note: v.exactOptional(text),
      },
      OBJECT,
    ),
    v.object(
      {
        kind: v.literal('merge'),
        id,
        events: v.pipe(listOf(v.object(refEntries, OBJECT)), v.minLength(1, 'at least one event')),
      },
      OBJECT,
    ),
    v.object(
      {
        kind: v.literal('split'),
        id,
        ...refEntries,
        parts: v.pipe(
          listOf(
            v.object(
              { id, passages: v.nullable(listOf(v.object({ document: filled, quote: text }, OBJECT))) },
              OBJECT,
            ),
          ),
          v.minLength(1, 'at least one part'),
        ),
      },
      OBJECT,
    ),
    v.object({ kind: v.literal('added'), event: eventSchema }, OBJECT),
    v.object(
      {
        kind: v.literal('rule'),
        id,
        order,
        term: v.pipe(
          filled,
          v.maxLength(LONGEST_TERM, `a term of at most ${LONGEST_TERM} characters`),
          v.check((term) => termPattern(term) !== null, 'a term with at least one word'),
        ),
        where: oneOf(['title', 'passage'] as const),
        category: v.exactOptional(filled),
        status: v.exactOptional(statusSchema),
        dismissed: v.exactOptional(v.literal(true, 'true')),
      },
      OBJECT,
    ),
    v.object({ kind: v.literal('date'), document: filled, edtf }, OBJECT),
    v.object({ kind: v.literal('story'), id, order, ...refEntries, note: text }, OBJECT),
  ],
  `an edit of the kind ${EDIT_KINDS.join(', ')}`,
);

/** One edit by itself, as in the journal of a collection. */
export const oneEditSchema: v.GenericSchema<unknown, Edit> = editSchema;

const problemSchema = v.object(
  { code: filled, message: filled, at: text, level: oneOf(['kept-out', 'note'] as const) },
  OBJECT,
);

/** The saved form, part by part; what holds between the parts is checked by `parseCollection`. */
export const collectionSchema: v.GenericSchema<unknown, Collection> = v.object(
  {
    dateline: v.literal(COLLECTION_VERSION, `${COLLECTION_VERSION}, the version of the format`),
    name: text,
    documents: listOf(documentSchema),
    events: listOf(eventSchema),
    categories: listOf(categorySchema),
    edits: listOf(editSchema),
    problems: listOf(problemSchema),
  },
  'a Dateline collection',
);
