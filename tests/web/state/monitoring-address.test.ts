import { expect, it } from "vitest";
import type { IndexTrial } from "../../../web/state/monitoring-slice.ts";
import { createPageStore } from "../../../web/state/store.ts";
import { addressOf, viewOf } from "../../../web/state/url.ts";

const trial: IndexTrial = {
  components: [
    { indicatorCode: "unemployment", weight: 2.5, direction: "HIGH_IS_BURDEN", transform: "Z" },
    { indicatorCode: "green-share", weight: 1, direction: "HIGH_IS_RESOURCE", transform: "Z" },
  ],
  minResidents: 300,
  winsorize: true,
  isPopulationWeighted: false,
  years: 2,
};

it("an index that is tried out stands in the address with its rules, and comes back from it", () => {
  const state = createPageStore({ tab: "monitoring", indexTrial: trial, indexShows: "certainty" }).getState();
  const address = addressOf(state);
  expect(address).toContain("&tab=monitoring");
  expect(address).toContain(
    "&index=unemployment~2.5,green-share~1~resource&rules=300~winsorized~2y&shows=certainty",
  );
  expect(viewOf(address)).toMatchObject({ tab: "monitoring", indexTrial: trial, indexShows: "certainty" });
});

it("weights without their rules, or weights that are none, are no index", () => {
  expect(viewOf("?tab=monitoring&index=unemployment~2").indexTrial).toBeNull();
  expect(viewOf("?tab=monitoring&index=unemployment~0&rules=300").indexTrial).toBeNull();
  expect(viewOf("?tab=monitoring&index=unemployment~x&rules=300").indexTrial).toBeNull();
});

it("a kept definition is named by its id, with what is tried out of it beside it", () => {
  const address = addressOf(
    createPageStore({ tab: "monitoring", indexDefinition: "9b1f-2", indexTrial: trial }).getState(),
  );
  expect(address).toContain("&definition=9b1f-2&index=");
  expect(viewOf(address)).toMatchObject({ indexDefinition: "9b1f-2", indexTrial: trial });
  expect(viewOf("?tab=monitoring&definition=9b1f-2")).toMatchObject({
    indexDefinition: "9b1f-2",
    indexTrial: null,
  });
});

it("conditions and what areas are compared by come back from the address", () => {
  const asked = {
    choiceQuestion: "similar",
    screening: {
      conditions: [
        { indicatorCode: "unemployment", bound: "AT_LEAST", value: 7.5 },
        { indicatorCode: "balance", bound: "AT_MOST", value: -2 },
      ],
      join: "ANY",
    },
    alikeArea: "0123",
    alikeBy: ["unemployment", "green-share"],
  } as const;
  const address = addressOf(
    createPageStore({ tab: "monitoring", monitoringView: "choice", ...asked }).getState(),
  );
  expect(address).toContain(
    "&monitor=choice&choose=similar&conditions=unemployment~min~7.5,balance~max~-2&join=any&alike=0123&by=unemployment,green-share",
  );
  expect(viewOf(address)).toMatchObject(asked);
});

it("outside the tab an address says nothing of an index", () => {
  expect(addressOf(createPageStore({ indexTrial: trial }).getState())).not.toContain("index=unemployment");
});
