/**
 * The code of `<dateline-timeline>` as it was built, for files that carry it: one text for the page, the command line and
 * the library. `src/tooling/viewer.mjs` puts it there.
 */
declare module 'virtual:dateline-viewer' {
  const script: string;
  export default script;
}

/** A file beside, as the text that it is. */
declare module '*.js?raw' {
  const text: string;
  export default text;
}
