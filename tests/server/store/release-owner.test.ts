import { expect, it } from "vitest";
import { livenessOf, thisProcess } from "../../../server/store/release-owner.ts";

it("this process lives", () => {
  expect(livenessOf(thisProcess())).toBe("alive");
});

it("another process that got the same number is not the one that staged", () => {
  expect(livenessOf({ ...thisProcess(), started: "1" })).toBe("dead");
});

it("no process outlives a restart of the machine", () => {
  expect(livenessOf({ ...thisProcess(), boot: "an earlier one" })).toBe("dead");
});

it("nothing is known about processes of other machines", () => {
  expect(livenessOf({ ...thisProcess(), host: "elsewhere" })).toBe("unknown");
});
