import { describe, expect, it } from "vitest";
import { type Audience, publicAudience } from "#domain/access/audience.ts";
import type { StoredRecord } from "#domain/record/record.ts";
import { recordTypes } from "#domain/record/record-types.ts";
import { renewalArea } from "#domain/renewal/renewal-area.ts";
import { taskSources } from "#domain/task/task-sources.ts";

const planner = (department: string): Audience => ({
  role: "PLANNER",
  account: "a",
  department,
  districts: [],
  ceiling: "RESTRICTED",
});

describe("sources of tasks", () => {
  it("ask nothing for the public", () => {
    const asked = taskSources.flatMap((source) =>
      recordTypes.map((type) => source.asks(publicAudience, type)),
    );
    expect(asked.filter((question) => question !== null)).toEqual([]);
  });

  it("hand the next step of a type that one department writes to that department, whoever filed the record", () => {
    const step = taskSources.find(({ kind }) => kind === "next-step")!;
    const record: StoredRecord = {
      id: "r",
      type: renewalArea.type,
      revision: 1,
      state: "VU_BEANTRAGT",
      visibility: "INTERNAL",
      owner: "b",
      participants: [],
      department: null,
      districts: [],
      geometry: null,
      properties: {},
      createdAt: "2026-01-01T00:00:00.000Z",
      updatedAt: "2026-01-01T00:00:00.000Z",
    };
    const holds = (department: string) => step.holds(planner(department), renewalArea, record);
    expect([holds("61"), holds("51")]).toEqual([true, false]);
  });

  it("wait in every lifecycle only where somebody can take a step", () => {
    const stuck = recordTypes.flatMap(({ type, lifecycle }) =>
      Object.entries(lifecycle.states).flatMap(([key, { waitsFor, next }]) =>
        waitsFor && next.length === 0 ? [`${type} ${key}`] : [],
      ),
    );
    expect(stuck).toEqual([]);
  });
});
