import { describe, expect, test } from "@jest/globals";
import { EmbeddedStore } from "../../../src/store/embedded/EmbeddedStore.js";
import { careerStoreContract } from "../contract.js";
import { smallGraph } from "../smallGraph.js";

describe("EmbeddedStore", () => {
  careerStoreContract(async (dataset) => new EmbeddedStore(dataset, new Date(0)));

  test("has the time of loading, and peeks at everything that it can read", async () => {
    const dataset = await smallGraph();
    const store = new EmbeddedStore(dataset, new Date(1_000));
    const reader = store.reader(dataset.revision);
    expect((await reader.dataset()).loadedAt).toEqual(new Date(1_000));
    expect(reader.peekNode("skill:python")).toEqual((await reader.nodes(["skill:python"]))[0]);
    expect(reader.peekRelated("payOfRole", "role:senior")).toEqual(
      (await reader.related("payOfRole", ["role:senior"]))[0],
    );
    expect(reader.peekRelated("payOfRole", "role:nobody")).toEqual([]);
  });
});
