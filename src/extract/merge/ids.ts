/** The number of a name, from 0 in the order in which names are first asked for. @param ids gets what is new. */
export function idIn(ids: Map<string, number>, name: string): number {
  let id = ids.get(name);
  if (id === undefined) {
    id = ids.size;
    ids.set(name, id);
  }
  return id;
}
