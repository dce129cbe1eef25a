import { type Classifier, classifier } from '../extract/classify.ts';
import { type Extraction, gather, type Told, tell } from '../extract/pipeline.ts';
import type { Category } from '../model/category.ts';
import type { Document } from '../model/document.ts';

/** A document as it was given, and what it told. */
interface Known {
  readonly document: Document;
  readonly told: Told;
}

/**
 * Reads documents, and remembers what each told: one that is asked for again, in the same categories, is not read again
 * but only merged with the others.
 */
export class Reader {
  #categories = '';
  #classify: Classifier | null = null;
  #known = new Map<string, Known>();

  /**
   * The same as `extract` of the pipeline.
   * @param onProgress hears after each document how many are done, and the id of the one just done.
   */
  extract(
    documents: readonly Document[],
    categories: readonly Category[],
    onProgress: (done: number, id: string) => void = () => {},
  ): Extraction {
    const kinds = JSON.stringify(categories);
    if (kinds !== this.#categories || !this.#classify) {
      this.#categories = kinds;
      this.#classify = classifier(categories);
      this.#known.clear();
    }
    const classify = this.#classify;
    const told = documents.map((document, i) => {
      const one = this.#find(document) ?? tell(document, { categories }, classify);
      this.#known.set(document.id, { document, told: one });
      onProgress(i + 1, document.id);
      return one;
    });
    return gather(told);
  }

  /** Forgets what documents told that are open no longer. @param ids of those that are. */
  keep(ids: ReadonlySet<string>): void {
    for (const id of this.#known.keys()) if (!ids.has(id)) this.#known.delete(id);
  }

  /** What a document told, where it is the same as before: as it was given then, or with the day that was found in it. */
  #find(document: Document): Told | null {
    const known = this.#known.get(document.id);
    return known && (isSame(known.document, document) || isSame(known.told.document, document))
      ? known.told
      : null;
  }
}

/** Whether two documents are equal in all that is read of them. */
function isSame(a: Document, b: Document): boolean {
  const { text, ...rest } = a;
  const { text: other, ...others } = b;
  return text === other && JSON.stringify(entries(rest)) === JSON.stringify(entries(others));
}

/** In one order, whoever put the object together. */
const entries = (fields: object): [string, unknown][] =>
  Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1));
