import type { z } from "zod";
import type { Cell } from "../table.ts";

/** What a field of a declaration wants, seen through optional, nullable and default. */
type Wanted = "string" | "number" | "boolean" | "array" | "other";

interface SchemaNode {
  type: string;
  innerType?: z.ZodType;
}

export function wantedBy(schema: z.ZodType | undefined): Wanted {
  let node = schema?.def as SchemaNode | undefined;
  while (node?.innerType) node = node.innerType.def as SchemaNode;
  switch (node?.type) {
    case "string":
    case "enum":
    case "literal":
      return "string";
    case "number":
      return "number";
    case "boolean":
      return "boolean";
    case "array":
      return "array";
    default:
      return "other";
  }
}

const truths: Readonly<Record<string, boolean>> = {
  ja: true,
  j: true,
  yes: true,
  true: true,
  wahr: true,
  "1": true,
  x: true,
  nein: false,
  n: false,
  no: false,
  false: false,
  falsch: false,
  "0": false,
};

/**
 * A cell as a field wants it: "ja" as true, "a|b" as a list, a German date as an ISO one. What does not fit
 * is passed on as it is, so that the field's own schema says what is wrong with it.
 */
export function fieldValue(cell: Cell, wanted: Wanted): unknown {
  if (cell === null) return undefined;
  if (wanted === "string") return dated(String(cell));
  if (wanted === "boolean") return truths[String(cell).trim().toLowerCase()] ?? cell;
  if (wanted === "array")
    return String(cell)
      .split(/\s*[|;]\s*/)
      .filter((item) => item !== "");
  return cell;
}

function dated(text: string): string {
  const date = /^(\d{2})\.(\d{2})\.(\d{4})$/.exec(text);
  return date ? `${date[3]}-${date[2]}-${date[1]}` : text;
}
