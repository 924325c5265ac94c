import { inScope, readScope } from "#domain/access/access.ts";
import type { Audience } from "#domain/access/audience.ts";
import type { StoredRecord } from "#domain/record/record.ts";
import { recordTypeOf } from "#domain/record/record-types.ts";
import { type Scenario, scenario as scenarioType } from "#domain/scenario/scenario.ts";
import { partsOf, type ScenarioPart } from "#domain/scenario/scenario-parts.ts";
import type { Revision, Store } from "../store/store.ts";

/** A scenario somebody may read, with the parts of it that were deleted since. */
export interface ReadableScenario {
  record: StoredRecord;
  scenario: Scenario;
  missing: ScenarioPart[];
}

/** What became of a part, as far as this audience may know: for it, "closed" and "unknown" are the same. */
type PartState = "readable" | "deleted" | "closed";

/**
 * Reads scenarios as DESIGN §3.5 wants it: one is as restricted as its most restricted part, so besides its own
 * scope every record it names must be readable, today. Anything else is as if it did not exist.
 */
export class ScenarioReader {
  readonly #store: Store;
  constructor(store: Store) {
    this.#store = store;
  }

  async find(audience: Audience, id: string): Promise<ReadableScenario | undefined> {
    const record = await this.#store.record(scenarioType.type, id, readScope(audience, scenarioType));
    return record && this.readable(audience, record);
  }

  /** All scenarios this audience reads wholly, by name. */
  async list(audience: Audience): Promise<ReadableScenario[]> {
    const inOwnScope: StoredRecord[] = [];
    let after: string | undefined;
    do {
      const page = await this.#store.records({
        type: scenarioType.type,
        scope: readScope(audience, scenarioType),
        sort: { field: "title", descending: false },
        limit: pageSize,
        ...(after ? { after } : {}),
      });
      inOwnScope.push(...page.items);
      after = page.next ?? undefined;
    } while (after);
    const known = new Map<string, Promise<PartState>>();
    const read = await Promise.all(inOwnScope.map((record) => this.readable(audience, record, known)));
    return read.filter((one) => one !== undefined);
  }

  /** Former versions, as far as they and all their parts may be read today. */
  async revisions(audience: Audience, id: string): Promise<(Revision & { read: ReadableScenario })[]> {
    const scope = readScope(audience, scenarioType);
    const known = new Map<string, Promise<PartState>>();
    const revisions = await this.#store.revisions(scenarioType.type, id);
    const read = await Promise.all(
      revisions
        .filter(({ record }) => inScope(scope, record))
        .map(async (revision) => {
          const readable = await this.readable(audience, revision.record, known);
          return readable && { ...revision, read: readable };
        }),
    );
    return read.filter((one) => one !== undefined);
  }

  /**
   * The stored scenario as this audience may read it; undefined where a part is closed to it. A deleted part
   * keeps nobody out who could read it at the end, and never the owner, who has to take it out.
   */
  async readable(
    audience: Audience,
    record: StoredRecord,
    known = new Map<string, Promise<PartState>>(),
  ): Promise<ReadableScenario | undefined> {
    const scenario = record.properties as Scenario;
    const parts = partsOf(scenario);
    const states = await Promise.all(parts.map((part) => this.#stateOf(audience, part, known)));
    const isOwner = audience.account !== null && audience.account === record.owner;
    const missing: ScenarioPart[] = [];
    for (const [index, part] of parts.entries()) {
      if (states[index] === "readable") continue;
      if (states[index] === "deleted" || (isOwner && (await this.#wasDeleted(part)))) missing.push(part);
      else return undefined;
    }
    return { record, scenario, missing };
  }

  /** Parts this audience may not build on: closed to it, deleted or never there, which it cannot tell apart. */
  async unusable(audience: Audience, scenario: Scenario): Promise<ScenarioPart[]> {
    const known = new Map<string, Promise<PartState>>();
    const parts = partsOf(scenario);
    const states = await Promise.all(parts.map((part) => this.#stateOf(audience, part, known)));
    return parts.filter((_part, index) => states[index] !== "readable");
  }

  #stateOf(
    audience: Audience,
    part: ScenarioPart,
    known: Map<string, Promise<PartState>>,
  ): Promise<PartState> {
    const key = partKey(part);
    const asked = known.get(key) ?? this.#askFor(audience, part);
    known.set(key, asked);
    return asked;
  }

  async #askFor(audience: Audience, { recordType, recordId }: ScenarioPart): Promise<PartState> {
    const type = recordTypeOf(recordType);
    if (!type) return "closed";
    const scope = readScope(audience, type);
    if (await this.#store.record(recordType, recordId, scope)) return "readable";
    const last = (await this.#store.revisions(recordType, recordId)).at(-1);
    return last?.action === "delete" && inScope(scope, last.record) ? "deleted" : "closed";
  }

  async #wasDeleted({ recordType, recordId }: ScenarioPart): Promise<boolean> {
    return (await this.#store.revisions(recordType, recordId)).at(-1)?.action === "delete";
  }
}

/** Scenarios read from the store at once. */
const pageSize = 500;

export function partKey({ recordType, recordId }: ScenarioPart): string {
  return `${recordType} ${recordId}`;
}
