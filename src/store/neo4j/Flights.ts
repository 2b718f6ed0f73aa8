/**
 * Reads under way, so that many requests that ask for the same at the same time cost one read: after a flip nothing is in
 * memory, and every request asks for what the one beside it asks for.
 */
export class Flights<T> {
  readonly #underWay = new Map<string, Promise<ReadonlyMap<string, T>>>();

  /**
   * What stands behind ids: waits for the reads under way that hold some of them, and reads the rest.
   * @param kind tells apart reads of the same ids, such as revision and relation
   * @param read reads ids of which none is under way; what it leaves out is absent from the answer too
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
