import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL("..", import.meta.url));
const shared = { root, globals: false, restoreMocks: true } as const;

/**
 * Four kinds of tests: rules of the layout (also part of `npm run check`), everything that runs in Node, the
 * dashboard's parts in a simulated page, and whole journeys in Chromium, one file after the other.
 */
export default defineConfig({
  test: {
    projects: [
      { test: { ...shared, name: "layout", include: ["tests/{layout,reliability}.test.ts"] } },
      {
        test: {
          ...shared,
          name: "node",
          include: ["tests/{domain,server,scripts,cases}/**/*.test.ts"],
          globalSetup: ["tests/lib/global-setup.ts", "tests/lib/demo-setup.ts"],
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
          testTimeout: 30_000,
        },
      },
      {
        test: {
          ...shared,
          name: "browser",
          include: ["tests/browser/**/*.test.ts"],
          globalSetup: ["tests/lib/demo-setup.ts"],
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
