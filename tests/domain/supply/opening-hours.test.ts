import { describe, expect, it } from "vitest";
import { hoursOverlap, openTimes } from "#domain/supply/opening-hours.ts";

const hour = (day: number, clock: number) => (day * 24 + clock) * 60;

describe("opening hours", () => {
  it.each([
    ["Mo–Mi 7:00–17:00", [0, 1, 2].map((day) => ({ from: hour(day, 7), to: hour(day, 17) }))],
    ["Mo, Mi 8-12 Uhr", [0, 2].map((day) => ({ from: hour(day, 8), to: hour(day, 12) }))],
    [
      "Montag bis Dienstag 8.00 bis 12.30 Uhr und 14-16 Uhr",
      [
        { from: hour(0, 8), to: hour(0, 12.5) },
        { from: hour(1, 8), to: hour(1, 12.5) },
        { from: hour(0, 14), to: hour(0, 16) },
        { from: hour(1, 14), to: hour(1, 16) },
      ],
    ],
    [
      "Do 10–12; Fr 14–15 Uhr",
      [
        { from: hour(3, 10), to: hour(3, 12) },
        { from: hour(4, 14), to: hour(4, 15) },
      ],
    ],
    ["So–Mo 9–10", [6, 0].map((day) => ({ from: hour(day, 9), to: hour(day, 10) }))],
    ["Mo–So 0–24", [0, 1, 2, 3, 4, 5, 6].map((day) => ({ from: hour(day, 0), to: hour(day, 24) }))],
  ])("reads %j", (text, expected) => {
    expect(openTimes(text)).toEqual(expected);
  });

  it.each([
    "",
    "nach Vereinbarung",
    "7–17 Uhr",
    "Mo–Fr",
    "Mo 17–8",
    "Mo 8–25",
    "mit Anmeldung Mo 8–9",
    "Mo 8–9 und nach Absprache",
  ])("understands nothing of %j", (text) => {
    expect(openTimes(text)).toBeNull();
  });

  it("overlap only where both are open, and unread ones are not compared", () => {
    expect(hoursOverlap("Mo–Fr 7–15", "Fr 14:30–18")).toBe(true);
    expect(hoursOverlap("Mo–Fr 7–15", "Mo–Fr 15–18")).toBe(false);
    expect(hoursOverlap("Mo–Fr 7–15", "Sa 7–15")).toBe(false);
    expect(hoursOverlap("Mo–Fr 7–15", "nachmittags")).toBeNull();
    expect(hoursOverlap("nachmittags", "nachmittags ")).toBe(true);
    expect(hoursOverlap(null, "Mo–Fr 7–15")).toBeNull();
    expect(hoursOverlap("", "")).toBeNull();
  });
});
