/** What is broken, too large or a trap, opened by the built command line with the memory that it costs. */
export async function badFiles() {}
