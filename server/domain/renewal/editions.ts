import { z } from "zod";

/** What of a renewal priority area says to which edition it belongs and when it held. */
const datedSchema = z.object({
  edition: z.string(),
  validFrom: z.string().optional(),
  validTo: z.string().optional(),
  statute: z.object({ inForceSince: z.string().optional() }).optional(),
});

interface PriorityArea {
  state: string;
  properties: Readonly<Record<string, unknown>>;
}

/** An edition (Fortschreibung or a single resolution) with everything that held on the day it began to hold. */
export interface Edition<Area> {
  name: string;
  /** ISO date of the first day; null where no area of it has one. */
  since: string | null;
  /** Some of its areas are not resolved. */
  hasDrafts: boolean;
  /** Its own areas, and with a first day those of other editions that held on that day. */
  areas: readonly Area[];
  /** How many of them are of other editions. */
  fromOthers: number;
}

const drafts: readonly string[] = ["ENTWURF", "VORGESCHLAGEN"];

/**
 * The editions among renewal priority areas, by their first day, those without one last. A single resolution adds to what
 * holds: whoever compares it compares the whole of what held then. Drafts count in their own edition only.
 */
export function editionsOf<Area extends PriorityArea>(areas: readonly Area[]): Edition<Area>[] {
  const dated = areas.flatMap((area) => {
    const read = datedSchema.safeParse(area.properties);
    if (!read.success) return [];
    const { edition, validFrom, validTo, statute } = read.data;
    const from = validFrom ?? statute?.inForceSince ?? null;
    return [{ area, edition, from, to: validTo ?? null, isDraft: drafts.includes(area.state) }];
  });
  return [...new Set(dated.map(({ edition }) => edition))]
    .map((name): Edition<Area> => {
      const own = dated.filter(({ edition }) => edition === name);
      const since = own.flatMap(({ from }) => from ?? []).sort()[0] ?? null;
      const others = dated.filter(
        ({ edition, from, to, isDraft }) =>
          edition !== name &&
          !isDraft &&
          since !== null &&
          from !== null &&
          from <= since &&
          (!to || to > since),
      );
      return {
        name,
        since,
        hasDrafts: own.some(({ isDraft }) => isDraft),
        areas: [...own, ...others].map(({ area }) => area),
        fromOthers: others.length,
      };
    })
    .sort(
      (a, b) =>
        (a.since ?? "9999").localeCompare(b.since ?? "9999") ||
        a.name.localeCompare(b.name, "de", { numeric: true }),
    );
}
