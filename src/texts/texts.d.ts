/** The texts of one language: `src/tooling/texts.mjs` leaves out the others where the page is built. */
declare module '*/texts.json?en' {
  export const page: typeof import('./texts.json')['page'];
}
declare module '*/texts.json?de' {
  export const page: typeof import('./texts.json')['page'];
}
