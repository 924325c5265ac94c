import type { PostgresCluster } from "./postgres-cluster.ts";

/** A part of the reliability catalogue that takes a server, a database and minutes: `npm run drill -- NAME`. */
export interface Drill {
  name: string;
  /** Begins with the ids of its cases. */
  title: string;
  /** True where the case is about PostgreSQL alone. */
  onPostgresOnly?: boolean;
  run(setting: DrillSetting): Promise<DrillResult>;
}

export interface DrillSetting {
  engine: "sqlite" | "postgres";
  /** An empty directory that goes away afterwards. */
  directory: string;
  /** Starts a PostgreSQL that is stopped afterwards; `place` as `startCluster` takes it. */
  cluster(options?: { place?: string }): Promise<PostgresCluster>;
  options: DrillOptions;
  /** Says how far a long drill is. */
  say(line: string): void;
}

export interface DrillOptions {
  kills: number;
  minutes: number;
  /** Questions per second. */
  rate: number;
}

export interface DrillResult {
  /** What was measured, in one line. */
  figures: string;
  /** Sentences about what did not hold; empty when the drill was passed. */
  broken: string[];
}

/** Collects what does not hold, so that a drill goes on and tells everything at once. */
export class Findings {
  readonly broken: string[] = [];

  /** Notes the sentence unless it is so. */
  expect(isSo: boolean, sentence: string): void {
    if (!isSo) this.broken.push(sentence);
  }

  /** Notes a value other than the expected one; both are told. */
  expectEqual(found: unknown, expected: unknown, what: string): void {
    const [one, other] = [JSON.stringify(found), JSON.stringify(expected)];
    this.expect(one === other, `${what}: ${one} instead of ${other}`);
  }
}
