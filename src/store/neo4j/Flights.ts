/**
 * Reads in progress. Requests that need the same ids at the same time share one read. This matters most after a flip, when nothing is
 * in memory and all requests need the same nodes.
 */
export class Flights<T> {
  readonly #underWay = new Map<string, Promise<ReadonlyMap<string, T>>>();

  /**
   * The values of ids. Waits for the reads in progress that cover some of them, and reads the rest.
   * @param kind distinguishes reads of the same ids, for example by revision and relation
   * @param read reads ids that no read in progress covers; an id that it omits is absent from the answer
   */
  async read(
    kind: string,
    ids: Iterable<string>,
    read: (ids: readonly string[]) => Promise<ReadonlyMap<string, T>>,
  ): Promise<ReadonlyMap<string, T>> {
    const flightOf = new Map<string, Promise<ReadonlyMap<string, T>>>();
    const fresh: string[] = [];
    for (const id of ids) {
      const flight = this.#underWay.get(`${kind} ${id}`);
      if (flight === undefined) fresh.push(id);
      else flightOf.set(id, flight);
    }
    if (fresh.length > 0) {
      const flight = read(fresh).finally(() => {
        for (const id of fresh) this.#underWay.delete(`${kind} ${id}`);
      });
      for (const id of fresh) {
        this.#underWay.set(`${kind} ${id}`, flight);
        flightOf.set(id, flight);
      }
    }
    await Promise.all(new Set(flightOf.values()));
    const found = new Map<string, T>();
    for (const [id, flight] of flightOf) {
      const value = (await flight).get(id);
      if (value !== undefined) found.set(id, value);
    }
    return found;
  }
}
