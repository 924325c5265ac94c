import { projected } from "#domain/access/access.ts";
import { facility } from "#domain/facility/facility.ts";
import { storedRecordTypes } from "#domain/record/record-types.ts";
import { audienceOfCookie } from "../../../server/plugins/audience.ts";
import { recordQuery, recordQuerySchema } from "../../../server/routes/record-query.ts";
import { openStore } from "../../../server/store/open-store.ts";
import { keepDemoCurrent, loadDemo } from "../../lib/load-demo.ts";
import { atMost, type BenchCase, comparedRow } from "../bench-case.ts";
import { demoFolder } from "../our-server.ts";
import { interleave } from "../rounds.ts";

const ROUNDS = 15;
/** Lists of one round: a single one is shorter than what the machine does on the side. */
const LISTS = 10;
const RECORDS = 1000;

/** What the rights cost: the list a planner gets, and the same rows read without asking who reads them. */
export const listWithRules: BenchCase = {
  id: "A1",
  what: "list of 1,000 records as PLANNER, with access rules / same query without",
  run: async () => {
    const store = await openStore({ dataDirectory: demoFolder(), recordTypes: storedRecordTypes });
    try {
      if ((await store.setting("city")) === undefined) await loadDemo(store);
      else await keepDemoCurrent(store);
      const planner = audienceOfCookie("PLANNER.51.");
      const asked = recordQuery(facility, planner, recordQuerySchema(facility).parse({ limit: RECORDS }));
      const withRules = async () => {
        const { items } = await store.records(asked);
        return items.map((record) => projected(planner, facility, record));
      };
      const without = async () =>
        (await store.records({ type: facility.type, scope: "everything", face: "internal", limit: RECORDS }))
          .items;
      for (const list of [withRules, without]) {
        const { length } = await list();
        if (length !== RECORDS) throw new Error(`${length} records instead of ${RECORDS}`);
      }
      const compared = await interleave(ROUNDS, {
        ours: () => millisecondsOf(withRules),
        peer: () => millisecondsOf(without),
      });
      return [comparedRow(listWithRules, compared, atMost(1.15), "ms")];
    } finally {
      await store.close();
    }
  },
};

/** Milliseconds of one list, made ready to be sent. */
async function millisecondsOf(list: () => Promise<object[]>): Promise<number> {
  const before = performance.now();
  for (let k = 0; k < LISTS; k++) JSON.stringify(await list());
  return (performance.now() - before) / LISTS;
}
