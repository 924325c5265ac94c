/** Groups of the reliability catalogue with the number of their cases, and what they are about. */
const groups = [
  { letter: "D", cases: 16, about: "durability and recovery" },
  { letter: "C", cases: 10, about: "several people at once" },
  { letter: "I", cases: 24, about: "imports and uploads" },
  { letter: "G", cases: 12, about: "geometry" },
  { letter: "T", cases: 11, about: "tiles and public load" },
  { letter: "X", cases: 14, about: "injection and output" },
  { letter: "A", cases: 18, about: "sign-in, sessions, permissions" },
  { letter: "P", cases: 10, about: "public embed and privacy" },
  { letter: "S", cases: 12, about: "statistical disclosure control" },
  { letter: "O", cases: 10, about: "operation" },
  { letter: "K", cases: 12, about: "real clients" },
] as const;

/** Every id of the catalogue, in its order: a fixed agreement, so a case can neither vanish nor be made up. */
export const caseIds: readonly string[] = groups.flatMap(({ letter, cases }) =>
  Array.from({ length: cases }, (_, index) => `${letter}-${String(index + 1).padStart(2, "0")}`).flatMap(
    (id) => (id === "T-06" ? [id, "T-06b"] : [id]),
  ),
);

/** Ids at the start of titles in a source text, and others in the same titles: "T-06 …, T-06b nor …". */
export function idsInTitles(source: string): string[] {
  return [...source.matchAll(/(["'`])([A-Z]-\d\d[a-z]?[ ,:](?:(?!\1)[^\n\\]|\\.)*)\1/g)].flatMap(
    ([, , title]) => [...(title ?? "").matchAll(/\b[A-Z]-\d\d[a-z]?\b/g)].map(([id]) => id),
  );
}

/** Rows of the tables "id | reason" under the heading of tests/README.md. @throws Error for a row without a reason */
export function casesWithoutTest(readme: string): Map<string, string> {
  const section = readme.split(/^## Cases without a test$/m)[1]?.split(/^## /m)[0] ?? "";
  const rows = [...section.matchAll(/^\| ([A-Z]-\d\d[a-z]?) \|(.*)\|$/gm)];
  return new Map(
    rows.map(([, id = "", reason = ""]) => {
      if (reason.trim() === "") throw new Error(`${id} is listed without a reason`);
      return [id, reason.trim()];
    }),
  );
}
