import { setTimeout as pause } from "node:timers/promises";
import { countSketches, sketchSite, tilePath } from "./drill-city.ts";
import { type Answer, type DrillServer, plannerHeaders } from "./server-process.ts";

/** One thing somebody asks, and how often among a hundred questions. */
interface Share {
  name: string;
  share: number;
  ask: (server: DrillServer) => Promise<Answer>;
}

export interface LoadResult {
  /** Answers by status; 0 for a broken connection. */
  statuses: Map<number, number>;
  /** Every answer by its question, with the moment it was asked on the clock of `performance.now()`. */
  answers: { name: string; askedAt: number; milliseconds: number }[];
  /** Names and statuses of unexpected answers, the first of them. */
  failures: string[];
}

/** What an office asks on a busy day: mostly looking, some searching and exporting, now and then a sketch. */
async function shares(server: DrillServer): Promise<Share[]> {
  const tile = await tilePath(server);
  const looked: [name: string, share: number][] = [
    [tile, 30],
    ["/api/areas?level=district", 8],
    ["/api/layers", 6],
    ["/api/overlay/facilities", 2],
    ["/api/records/facilities?limit=20", 14],
    ["/api/records/candidate-sites?limit=20", 6],
    ["/api/search?q=Kita", 10],
    ["/api/indicators", 6],
    ["/api/scenarios", 5],
    ["/ogc/collections/facilities/items?f=json&limit=20", 6],
    ["/api/export/facilities.csv", 1],
    ["/ready", 2],
  ];
  return [
    ...looked.map(([name, share]): Share => ({ name, share, ask: ({ ask }) => ask(name) })),
    { name: "sketch and remove a site", share: 4, ask: sketchAndRemove },
  ];
}

/** Leaves as many sketches as there were, so that a long run does not measure a growing city. */
async function sketchAndRemove(server: DrillServer): Promise<Answer> {
  const created = await sketchSite(server, "Skizze der Übung", "Notiz ".repeat(50));
  if (created.status !== 201) return created;
  const { id } = JSON.parse(created.body.toString()) as { id: string };
  const etag = created.headers.get("etag") ?? "";
  const path = `/api/records/candidate-sites/${id}`;
  return server.ask(path, { method: "DELETE", headers: { ...plannerHeaders, "if-match": etag } });
}

/**
 * Asks so many questions per second, whether or not the former ones were answered, until `until` is over.
 * @param isExpected tells statuses that are no failure
 */
export async function mixedLoad(
  server: DrillServer,
  {
    perSecond,
    until,
    isExpected,
  }: {
    perSecond: number;
    until: Promise<unknown>;
    isExpected: (answer: Answer) => boolean;
  },
): Promise<LoadResult> {
  const questions = (await shares(server)).flatMap((one) => Array.from({ length: one.share }, () => one));
  await countSketches(server);
  const result: LoadResult = {
    statuses: new Map(),
    answers: [],
    failures: [],
  };
  const waiting = new Set<Promise<void>>();
  const askOne = async ({ name, ask }: Share) => {
    const askedAt = performance.now();
    const answer = await ask(server);
    const { status } = answer;
    result.answers.push({ name, askedAt, milliseconds: performance.now() - askedAt });
    result.statuses.set(status, (result.statuses.get(status) ?? 0) + 1);
    if (!isExpected(answer) && result.failures.length < 20) result.failures.push(`${name}: ${status}`);
  };
  let isOver = false;
  void until.then(() => {
    isOver = true;
  });
  const began = performance.now();
  // 37 shares no factor with 100: every hundred questions in a row are all of them, well mixed.
  for (let count = 0; !isOver; count += 1) {
    const early = began + (count * 1000) / perSecond - performance.now();
    if (early > 0) await pause(early);
    const one = askOne(questions[(count * 37) % questions.length] as Share);
    waiting.add(one);
    void one.finally(() => waiting.delete(one));
  }
  await Promise.all(waiting);
  return result;
}

/** The slowest answer to what was asked from one moment to another. */
export function slowestBetween(
  { answers }: LoadResult,
  [from, to]: readonly [number, number],
): { name: string; milliseconds: number } {
  return answers
    .filter(({ askedAt }) => askedAt >= from && askedAt < to)
    .reduce((one, other) => (other.milliseconds > one.milliseconds ? other : one), {
      name: "",
      milliseconds: 0,
    });
}

/** "200: 5100, 503: 12". */
export function asText(statuses: ReadonlyMap<number, number>): string {
  return [...statuses]
    .sort(([one], [other]) => one - other)
    .map(([status, count]) => `${status}: ${count}`)
    .join(", ");
}
