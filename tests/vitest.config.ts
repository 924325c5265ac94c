import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL("..", import.meta.url));
const shared = { root, globals: false, restoreMocks: true } as const;

/**
 * Five kinds of tests: rules of the layout (also part of `npm run check`), the pure core, servers and commands, the
 * dashboard's parts in a simulated page, and whole journeys in Chromium, one file after the other. `npm run gallery` adds
 * pictures to look at and the screens of real cities, which `npm test` leaves out for their time.
 */
export default defineConfig({
  test: {
    // Much of a test is waiting for a database, a server or a drawn map, so two at once fit on two processors.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // One demo city for the servers' tests and the journeys.
    globalSetup: [`${root}tests/lib/demo-setup.ts`],
    projects: [
      { test: { ...shared, name: "layout", include: ["tests/{layout,reliability}.test.ts"] } },
      {
        test: {
          ...shared,
          name: "core",
          include: ["tests/{domain,cases}/**/*.test.ts"],
          // Pure functions have nothing to keep apart, and reading their modules again for each file takes longest.
          isolate: false,
          testTimeout: 60_000,
        },
      },
      {
        test: {
          ...shared,
          name: "node",
          include: ["tests/{server,scripts}/**/*.test.ts"],
          globalSetup: ["tests/lib/global-setup.ts"],
          // Each file makes its own server and database; reading the program again for each took a third of the time.
          isolate: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          ...shared,
          name: "web",
          include: ["tests/web/**/*.test.{ts,tsx}"],
          environment: "happy-dom",
          // Reading the dashboard again for each file took four times as long as its tests.
          isolate: false,
          testTimeout: 30_000,
        },
      },
      {
        test: {
          ...shared,
          name: "browser",
          include: ["tests/browser/**/*.test.ts"],
          globalSetup: ["tests/lib/browser-setup.ts"],
          // Half as sharp is a quarter of the pixels to draw; PICTURES=1 draws sharply and keeps what there is to look at.
          env: { DRAWN_AT: process.env.PICTURES === "1" ? "1" : "0.5" },
          // Drawing without a graphics card takes every processor there is: two browsers at once are slower than one.
          fileParallelism: false,
          // One after the other in one process, which reads what they share once.
          isolate: false,
          sequence: { groupOrder: 1 },
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
      {
        test: {
          ...shared,
          name: "gallery",
          include: ["tests/gallery/**/*.test.ts"],
          globalSetup: ["tests/lib/browser-setup.ts"],
          fileParallelism: false,
          sequence: { groupOrder: 2 },
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
