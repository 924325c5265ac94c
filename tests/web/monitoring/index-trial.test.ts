import { expect, it } from "vitest";
import { indexIndicators, usualTrial } from "../../../web/monitoring/index-trial.ts";
import { anIndicator } from "../builders.ts";

const indicators = [
  anIndicator({ code: "unemployment" }),
  anIndicator({ code: "green-share", theme: "environment", direction: "HIGH_IS_RESOURCE" }),
  anIndicator({ code: "migration-background", theme: "demography", direction: "NEUTRAL" }),
  anIndicator({ code: "residents", kind: "count" }),
  anIndicator({ code: "cohesion-index", theme: "cohesion", direction: "HIGH_IS_RESOURCE" }),
  anIndicator({ code: "rents", levels: ["city"] }),
];

it("an index is made of what says better or worse on the level: nothing neutral, no counts, no cohesion", () => {
  expect(indexIndicators(indicators, "subdistrict").map(({ code }) => code)).toEqual([
    "unemployment",
    "green-share",
  ]);
});

it("it starts with burdens of the social situation, equally weighted", () => {
  expect(usualTrial(indexIndicators(indicators, "subdistrict")).components).toEqual([
    { indicatorCode: "unemployment", weight: 1, direction: "HIGH_IS_BURDEN", transform: "Z" },
  ]);
});
