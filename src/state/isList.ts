/** Whether a file is a list of events by its name: CSV, or JSON line by line. */
export const isList = (name: string): boolean => /\.(?:csv|ndjson|jsonl)$/i.test(name);
