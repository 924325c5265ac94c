import { setTimeout as pause } from "node:timers/promises";
import { type Drill, Findings } from "./drill.ts";
import { fillWithDemo, newDatabase } from "./drill-city.ts";
import { asText, mixedLoad } from "./mixed-load.ts";
import { startServer } from "./server-process.ts";

/**
 * The short form of the catalogue: ten minutes at a hundred questions per second instead of a day at twenty. Questions
 * come whether or not the former ones were answered, so the machine must have a core for the server alone.
 */
export const soakDrill: Drill = {
  name: "soak",
  title:
    "O-08 a soak of mixed questions at 100/s: no 5xx, and memory after it at most a tenth above that at 10 %",
  async run(setting) {
    const { minutes, rate: perSecond } = setting.options;
    const found = new Findings();
    const database = await newDatabase(setting, { name: "soak" });
    await fillWithDemo(database);
    const server = await startServer(database);
    try {
      const samples: number[] = [];
      const until = (async () => {
        const seconds = Math.max(20, Math.round(minutes * 60));
        for (let second = 0; second < seconds && !server.hasEnded(); second += 1) {
          await pause(1000);
          samples.push(server.memory());
          if (second % 60 === 59)
            setting.say(`${(second + 1) / 60} min, ${asMegabytes(samples.at(-1) ?? 0)}`);
        }
      })();
      const began = performance.now();
      const { statuses, failures, answers } = await mixedLoad(server, {
        perSecond,
        until,
        isExpected: ({ status }) => status >= 200 && status < 300,
      });
      const seconds = (performance.now() - began) / 1000;
      const early = median(share(samples, 0.1, 0.15));
      const late = median(share(samples, 0.95, 1));
      found.expectEqual(failures.slice(0, 5), [], "unexpected answers");
      found.expect(late <= early * 1.1, `memory grew from ${asMegabytes(early)} to ${asMegabytes(late)}`);
      found.expect(!server.hasEnded(), `the server has ended: ${server.output()}`);
      found.expectEqual(await server.stop(), 0, "exit code");
      const times = answers.map(({ milliseconds }) => milliseconds).sort((one, other) => one - other);
      return {
        figures:
          `${minutes} min at ${perSecond}/s, ${answers.length} questions (${Math.round(answers.length / seconds)}/s): ${asText(statuses)}; ` +
          `median ${Math.round(median(times))} ms, p99 ${Math.round(times[Math.floor(times.length * 0.99)] ?? 0)} ms; ` +
          `memory at 10 % ${asMegabytes(early)}, after ${asMegabytes(late)} ` +
          `(${late >= early ? "+" : ""}${((late / early - 1) * 100).toFixed(1)} %)`,
        broken: found.broken,
      };
    } finally {
      await server.kill();
    }
  },
};

function share(samples: readonly number[], from: number, to: number): number[] {
  return samples.slice(Math.floor(samples.length * from), Math.ceil(samples.length * to));
}

function median(samples: readonly number[]): number {
  return [...samples].sort((one, other) => one - other)[samples.length >> 1] ?? Number.NaN;
}

function asMegabytes(bytes: number): string {
  return `${Math.round(bytes / 1_000_000)} MB`;
}
