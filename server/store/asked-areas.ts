import { createHash } from "node:crypto";
import type { Transaction } from "kysely";
import type { AnsweredArea, AreaDecision } from "#domain/disclosure/asked-area.ts";
import type { Engine } from "./engine.ts";
import { toJson } from "./json.ts";
import { appendActs } from "./note-acts.ts";
import type { AreaQuestion, Store } from "./store.ts";
import type { Tables } from "./tables.ts";

/** Answered areas of one grid release, as far as they were read. */
interface ReadAnswers {
  releaseId: string;
  last: number;
  areas: AnsweredArea[];
}

/**
 * Areas somebody asked figures for. Decision, row and audit row are one transaction that holds the chain lock: of two
 * people who ask at once, in whatever process, the second is compared with the first. Answers are only ever added, so
 * those of the newest release asked for are kept in memory and read on from there.
 */
export function askedAreaStore(engine: Engine): Pick<Store, "askArea"> {
  let kept: ReadAnswers | undefined;

  async function answersOf(transaction: Transaction<Tables>, releaseId: string): Promise<AnsweredArea[]> {
    const before = kept?.releaseId === releaseId ? kept : { releaseId, last: 0, areas: [] };
    const rows = await transaction
      .selectFrom("asked_area")
      .select(["number", "cells", "hidden_groups"])
      .where("release_id", "=", releaseId)
      .where("is_answered", "=", 1)
      .where("number", ">", before.last)
      .orderBy("number")
      .execute();
    const areas = rows.flatMap(({ cells, hidden_groups }) =>
      cells ? [{ cells, hiddenGroups: JSON.parse(hidden_groups) as number[] }] : [],
    );
    // All of it was committed: own rows are written after this look.
    kept = { releaseId, last: rows.at(-1)?.number ?? before.last, areas: [...before.areas, ...areas] };
    return kept.areas;
  }

  return {
    async askArea(question, decide) {
      const { releaseId, cells, account, at, limit } = question;
      const hash = createHash("sha256").update(cells).digest("hex");
      return engine.writes.transaction().execute(async (transaction) => {
        await engine.lockChain(transaction);
        const same = await transaction
          .selectFrom("asked_area")
          .select(["account", "is_answered", "hidden_groups"])
          .where("release_id", "=", releaseId)
          .where("cells_hash", "=", hash)
          .execute();
        const first = same[0];
        const told: AreaDecision | undefined =
          first &&
          (first.is_answered
            ? { kind: "answered", hiddenGroups: JSON.parse(first.hidden_groups) as number[] }
            : { kind: "withheld" });
        if (told && same.some((row) => row.account === account)) return told;
        const { count } = await transaction
          .selectFrom("asked_area")
          .select((e) => e.fn.countAll().as("count"))
          .where("account", "=", account)
          .where("at", ">", limit.since)
          .executeTakeFirstOrThrow();
        if (Number(count) >= limit.areas) return { kind: "too-many" };
        const decision = told ?? decide(await answersOf(transaction, releaseId));
        await transaction
          .insertInto("asked_area")
          .values({
            release_id: releaseId,
            cells_hash: hash,
            // Written once, however many people ask.
            cells: told ? null : cells,
            account,
            role: question.role,
            at,
            is_answered: decision.kind === "answered" ? 1 : 0,
            hidden_groups: toJson(decision.kind === "answered" ? decision.hiddenGroups : []),
          })
          .execute();
        await appendActs(transaction, [
          {
            at,
            actor: account,
            action: decision.kind === "answered" ? "area-answered" : "area-withheld",
            type: "drawn-area",
            id: areaName(question, hash),
            reason: null,
          },
        ]);
        return decision;
      });
    },
  };
}

/** What the audit calls an area: the same cells of the same release have the same name. */
function areaName({ releaseId }: AreaQuestion, hash: string): string {
  return `${releaseId}/${hash.slice(0, 16)}`;
}
