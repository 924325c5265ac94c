import { readFileSync } from "node:fs";

/** Input and expected result of a hand-calculated case; its arithmetic stands in `note.md`. */
export function handCalculated<Input, Expected>(name: string): { input: Input; expected: Expected } {
  const read = (file: string) =>
    JSON.parse(readFileSync(new URL(`${name}/${file}.json`, import.meta.url), "utf8"));
  return { input: read("input"), expected: read("expected") };
}
