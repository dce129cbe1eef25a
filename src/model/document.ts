/** Where a document's own date comes from. */
export type DateOrigin = 'printed' | 'given' | 'metadata' | 'inferred';

/** The day, or the interval, from which a document speaks. */
export interface DocumentDate {
  readonly edtf: string;
  readonly origin: DateOrigin;
  /** A sentence for a person: which words decided. */
  readonly reason: string;
  /** Span of the words that print it, UTF-16 units of the document's text; only with origin `printed`. */
  readonly at?: { readonly start: number; readonly end: number };
}

/**
 * How a passage speaks, and so what its partial dates are read against. `report`: from its own day. `narrative`: from
 * the date that its story has reached. `list`: entry by entry, dates sorted up or down.
 */
export const REGIMES = ['report', 'narrative', 'list'] as const;
export type Regime = (typeof REGIMES)[number];

/** A stretch of a document that speaks in one way. */
export interface Passage extends TextSpan {
  readonly regime: Regime;
  /** For a person: `a report, read from heading 14 May 2024`, `a list, newest first`. */
  readonly how: string;
}

/**
 * What a block of text is. `list` is one item, or a row of a table; `caption` describes a picture; `note` a foot- or
 * endnote or an entry of a bibliography; `byline` names author, agency or post date; `navigation` belongs to the page,
 * not to the text.
 */
export const BLOCK_KINDS = [
  'heading',
  'paragraph',
  'list',
  'quote',
  'caption',
  'note',
  'byline',
  'navigation',
] as const;
export type BlockKind = (typeof BLOCK_KINDS)[number];

/** A block that the file itself marks as such. */
export interface Part extends TextSpan {
  readonly kind: BlockKind;
  /** Of a heading as the file has it, 1 … 6 and the smaller the higher; else 0. */
  readonly level: number;
}

/** What a document was before it was text. In all but `text` and `markdown` the text was made by reading it. */
export const DOCUMENT_FORMATS = [
  'text',
  'markdown',
  'html',
  'wiki',
  'docx',
  'odt',
  'epub',
  'rtf',
  'pdf',
  'mail',
] as const;
/** One of {@link DOCUMENT_FORMATS}. */
export type DocumentFormat = (typeof DOCUMENT_FORMATS)[number];

/** One text that was read. Plain and read-only. */
export interface Document {
  /** The file name, with a suffix ` (2)` … only where two documents share it. Unique in a collection. */
  readonly id: string;
  /** The file name as found. */
  readonly name: string;
  /** First heading or line; empty when the text has none. */
  readonly title: string;
  /** The decoded text. All offsets in a collection are UTF-16 units into it. */
  readonly text: string;
  readonly format: DocumentFormat;
  /**
   * The blocks that the file marks, in order, not overlapping; what lies between them is white space. Absent where
   * they are to be told from the text alone.
   */
  readonly parts?: readonly Part[];
  /** null: nothing printed, given or to be inferred. */
  readonly date: DocumentDate | null;
  /** How its passages speak, in order, not overlapping. Absent until it has been read. */
  readonly passages?: readonly Passage[];
}

/** A stretch of a document's text: UTF-16 units, half-open. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
}
