import { z } from "zod";
import { addressVersion, viewParts } from "./view-parts.ts";

/** Longest address of a view, in characters. */
export const longestViewAddress = 4000;

/** What encoded query text is made of: no host, no fragment, no markup. */
const queryText = /^\?[\w.~%,:/=&!*'()+-]*$/;

/**
 * Query text of a view that is kept, with "?" in front. Stricter than reading one: every part has to be known, there
 * once, and right, because what is kept wrong would be wrong at each meeting.
 */
export const viewAddressSchema = z
  .string()
  .max(longestViewAddress, `Eine Ansicht hat höchstens ${longestViewAddress} Zeichen.`)
  .superRefine((address, context) => {
    const fault = faultOf(address);
    if (fault) context.addIssue({ code: "custom", message: fault });
  });

/** Id of the scenario a view belongs to; null for the present. */
export function scenarioOf(address: string): string | null {
  return queryPairs(address)?.find(([part]) => part === "scenario")?.[1] ?? null;
}

/** Parts and values of a query text in their order; null where it is not encoded as one. The core has no URL of its own. */
function queryPairs(address: string): [string, string][] | null {
  try {
    return address
      .slice(1)
      .split("&")
      .filter((pair) => pair !== "")
      .map((pair) => {
        const [part = "", ...value] = pair
          .split("=")
          .map((text) => decodeURIComponent(text.replaceAll("+", " ")));
        return [part, value.join("=")];
      });
  } catch {
    return null;
  }
}

function faultOf(address: string): string | null {
  if (!queryText.test(address)) return "Das ist keine Adresse einer Ansicht.";
  const given = queryPairs(address);
  if (!given?.some(([part, value]) => part === "v" && value === String(addressVersion)))
    return "Das ist keine Adresse einer Ansicht dieser Karte.";
  const seen = new Set<string>();
  for (const [part, value] of given) {
    const named = `„${part.slice(0, 40)}“`;
    if (seen.has(part)) return `Der Teil ${named} steht doppelt in der Adresse.`;
    seen.add(part);
    if (part === "v") continue;
    if (!Object.hasOwn(viewParts, part)) return `Der Teil ${named} gehört nicht zu einer Ansicht.`;
    if (!viewParts[part as keyof typeof viewParts].safeParse(value).success)
      return `Der Teil ${named} der Adresse ist nicht gültig.`;
  }
  return null;
}
