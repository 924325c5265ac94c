import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { isSessionOver } from "../../../web/data/session.ts";
import { type SessionEnd, type SessionWatch, watchSession } from "../../../web/data/session-watch.ts";

/** When the server ends the session unless it is used, and in any case; milliseconds since 1970. */
let idleEnd: number | null;
let end: number;
let watch: SessionWatch;
let told: SessionEnd["kind"][];
let isPaused: boolean;
let isLost: boolean;
/** Answers that came while the session was over by the server's clock and the page was not paused. */
let unguarded: number;

beforeEach(() => {
  vi.useFakeTimers();
  [told, isPaused, isLost, unguarded] = [[], false, false, 0];
  vi.stubGlobal("fetch", async () => {
    const now = Date.now();
    const isOver = idleEnd === null || now >= Math.min(idleEnd, end);
    if (isOver && !isPaused) unguarded += 1;
    const left = isOver
      ? { account: null, idleSeconds: null, seconds: null }
      : { account: "a", idleSeconds: ((idleEnd ?? 0) - now) / 1000, seconds: (end - now) / 1000 };
    return Response.json(left);
  });
});
afterEach(() => {
  watch.stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const minutes = (count: number) => Date.now() + count * 60_000;
const pass = (count: number) => vi.advanceTimersByTimeAsync(count * 60_000);
async function begin(): Promise<void> {
  watch = watchSession("a", {
    tell: ({ kind }) => told.at(-1) !== kind && told.push(kind),
    pause: () => (isPaused = true),
    resume: () => (isPaused = false),
    onLost: () => (isLost = true),
  });
  await pass(0);
}

it("says two minutes before that a session ends, and stops asking before it has", async () => {
  [idleEnd, end] = [minutes(8), minutes(24)];
  await begin();
  await pass(5.9);
  expect(told).toEqual(["far"]);
  await pass(0.2);
  expect(told).toEqual(["far", "near"]);
  await pass(2);
  expect(told).toEqual(["far", "near", "over"]);
  expect({ isPaused, isOver: isSessionOver(), isLost, unguarded }).toEqual({
    isPaused: true,
    isOver: true,
    isLost: false,
    unguarded: 0,
  });
});

it("takes it back when the session is used here or in another window, up to the end in any case", async () => {
  [idleEnd, end] = [minutes(8), minutes(12)];
  await begin();
  await pass(6.5);
  idleEnd = minutes(8);
  await pass(0.5);
  expect(told).toEqual(["far", "near", "far"]);
  await pass(3.5);
  expect(told).toEqual(["far", "near", "far", "near"]);
  await pass(2);
  expect(told.at(-1)).toBe("over");
});

it("waits for no end when the session is gone before its time, and lets the page ask again when it is stopped", async () => {
  [idleEnd, end] = [minutes(8), minutes(24)];
  await begin();
  idleEnd = null;
  await watch.look();
  expect({ isLost, isPaused, told }).toEqual({ isLost: true, isPaused: false, told: ["far"] });
  isPaused = true;
  watch.stop();
  expect({ isPaused, isOver: isSessionOver() }).toEqual({ isPaused: false, isOver: false });
});

it("asks again after a while when the server does not answer", async () => {
  [idleEnd, end] = [minutes(8), minutes(24)];
  const answering = globalThis.fetch;
  vi.stubGlobal("fetch", async () => {
    throw new TypeError("no network");
  });
  await begin();
  expect(told).toEqual([]);
  vi.stubGlobal("fetch", answering);
  await pass(0.3);
  expect(told).toEqual(["far"]);
});
