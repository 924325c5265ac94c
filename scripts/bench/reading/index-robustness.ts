import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { seededChance } from "#domain/chance/seeded-chance.ts";
import { demoStatusClassification } from "#domain/priority-index/index-classification.ts";
import type { IndexInput } from "#domain/priority-index/index-input.ts";
import { type IndexRobustness, indexRobustness } from "#domain/priority-index/index-robustness.ts";
import type { IndexRules } from "#domain/priority-index/priority-index.ts";
import { type BenchCase, fasterRow, missingRow } from "../bench-case.ts";
import { hasProgram } from "../processes.ts";
import { interleave, spread } from "../rounds.ts";

const ROUNDS = 7;
/** Both programs are asked so often in a round, in one process; a single answer would measure cold caches. */
const RUNS = 21;
const AREAS = 152;
const COMPONENTS = 7;
const VARIANTS = 1000;
const TIMES = 5;
const script = fileURLToPath(new URL("index-robustness.R", import.meta.url));

/** Seven related figures of 152 areas, every thirtieth missing: as many as Hamburg's index has. */
function city(): { rules: IndexRules; input: IndexInput } {
  const chance = seededChance(152);
  const latent = Array.from({ length: AREAS }, () => chance() + chance() + chance());
  const values = Array.from({ length: COMPONENTS }, () =>
    latent.map((level) => (chance() < 1 / 30 ? null : level * 10 + chance() * 12)),
  );
  return {
    rules: {
      components: values.map(() => ({ weight: 1, direction: "HIGH_IS_BURDEN", transform: "Z" })),
      minResidents: 0,
      winsorize: false,
      standardisation: "UNWEIGHTED",
      classification: demoStatusClassification,
    },
    input: {
      areaNumbers: latent.map((_, index) => String(index)),
      residents: latent.map(() => null),
      values,
    },
  };
}

/** Classes of an index under 1,000 variants, from the figures to every area's share, in one process each. */
export const indexBesideR: BenchCase = {
  id: "R3",
  what: `index with robustness, ${VARIANTS} variants, ${AREAS} areas: core / vectorised R`,
  run: async () => {
    if (!hasProgram("Rscript", "r-base-core"))
      return [missingRow(indexBesideR, "Rscript not available", `≥ ${TIMES} × faster`)];
    const { rules, input } = city();
    const folder = mkdtempSync(join(tmpdir(), "srk-bench-index-"));
    try {
      const file = join(folder, "figures.csv");
      const rows = input.areaNumbers.map((_, area) =>
        input.values.map((column) => column[area] ?? "NA").join(","),
      );
      writeFileSync(file, [input.values.map((_, k) => `c${k}`).join(","), ...rows].join("\n"));
      const ask = () => indexRobustness(rules, input, { variants: VARIANTS, seed: 1 });
      // As R's compiler, ours has seen everything before it is timed.
      for (let warm = 0; warm < 50; warm++) ask();
      compareShares(ask(), askR(file).shares);
      const compared = await interleave(ROUNDS, {
        ours: async () => {
          const took = Array.from({ length: RUNS }, () => {
            const started = performance.now();
            ask();
            return performance.now() - started;
          });
          return spread(took).median;
        },
        peer: async () => askR(file).milliseconds,
      });
      return [fasterRow(indexBesideR, compared, TIMES, "ms")];
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

function askR(file: string): { milliseconds: number; shares: number[] } {
  const { status, stdout, stderr } = spawnSync("Rscript", [script, file, String(VARIANTS), String(RUNS)], {
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`R failed: ${stderr}`);
  const [milliseconds = "", shares = ""] = stdout.trim().split("\n");
  return { milliseconds: Number(milliseconds), shares: shares.trim().split(" ").map(Number) };
}

/** Both draw weights of their own, so shares agree but for chance; anything else would be another index. */
function compareShares({ areas }: IndexRobustness, peer: readonly number[]): void {
  if (peer.length !== AREAS) throw new Error(`R told of ${peer.length} areas`);
  const off = Math.max(
    ...areas.map(({ areaNumber, sameShare }) => Math.abs(sameShare - peer[Number(areaNumber)]!)),
  );
  if (off > 0.08) throw new Error(`a share differs by ${off.toFixed(3)} from R's`);
}
