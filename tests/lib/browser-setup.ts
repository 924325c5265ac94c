import { chromium } from "playwright-core";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** Where the run's Chromium is reached. */
    browserEndpoint: string;
  }
}

/**
 * One Chromium of the distribution for the whole test run, drawing without a graphics card and asking nobody outside. Its
 * shaders are compiled once: in a browser of its own the first page of a file took twice as long.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await chromium.launchServer({
    executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--use-angle=swiftshader",
      "--enable-unsafe-swiftshader",
      // The page around the map is painted without a card faster than by the program that stands in for one.
      "--disable-gpu-compositing",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
  project.provide("browserEndpoint", server.wsEndpoint());
  return () => server.close();
}
