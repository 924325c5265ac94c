import { cookieOf, demoCookie } from "../../server/plugins/audience.ts";
import { atMost, type BenchCase, type BenchRow, range } from "./bench-case.ts";
import { startOurServer } from "./our-server.ts";
import { spread } from "./rounds.ts";

const ROUNDS = 5;
const PAGES = 46;
const bookGoal = atMost(60);
const answerGoal = atMost(500);
/** Milliseconds between two of the small questions asked while the book is made. */
const pause = 100;

/** All profiles as one PDF, on one core with the server, and the slowest answer it gave somebody else meanwhile. */
export const districtBook: BenchCase = {
  id: "R2",
  what: "23 district profiles as one PDF, wall time",
  run: async (): Promise<BenchRow[]> => {
    const server = await startOurServer();
    try {
      const rounds: { seconds: number; slowest: number }[] = [];
      for (let round = 0; round < ROUNDS; round++) rounds.push(await timedBook(server.origin));
      const book = spread(rounds.map(({ seconds }) => seconds));
      const answer = spread(rounds.map(({ slowest }) => slowest));
      return [
        {
          ...{ case: "R2", what: districtBook.what, ours: `${range(book)} s`, peer: "–", ratio: "–" },
          ...{ goal: `${bookGoal.text} s`, holds: bookGoal.holds(book.median) },
        },
        {
          ...{ case: "R2", what: "slowest answer to somebody else meanwhile", ours: `${range(answer)} ms` },
          ...{ peer: "–", ratio: "–", goal: `${answerGoal.text} ms`, holds: answerGoal.holds(answer.median) },
        },
      ];
    } finally {
      await server.stop();
    }
  },
};

async function timedBook(origin: string): Promise<{ seconds: number; slowest: number }> {
  const headers = { cookie: `${demoCookie}=${cookieOf("SECRETARIAT", "10", undefined)}` };
  const began = performance.now();
  let isDone = false;
  const made = fetch(`${origin}/print/districts.pdf`, { headers })
    .then(async (answer) => ({ status: answer.status, pdf: Buffer.from(await answer.arrayBuffer()) }))
    .finally(() => {
      isDone = true;
    });
  let slowest = 0;
  while (!isDone) {
    const asked = performance.now();
    await (await fetch(`${origin}/api/me`)).text();
    slowest = Math.max(slowest, performance.now() - asked);
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  const { status, pdf } = await made;
  const pages = pdf.toString("latin1").match(/\/Type \/Page\b(?!s)/g)?.length ?? 0;
  if (status !== 200 || pages !== PAGES) throw new Error(`answer ${status} with ${pages} pages`);
  return { seconds: (performance.now() - began) / 1000, slowest };
}
