import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    demoPlace: string;
  }
}

/** A place for the demo city of this test run: whoever needs it first makes it there, see `demoDirectory`. */
export default function setup(project: TestProject): () => void {
  const place = mkdtempSync(join(tmpdir(), "sozialraumkarte-demo-"));
  project.provide("demoPlace", place);
  return () => rmSync(place, { recursive: true, force: true });
}
