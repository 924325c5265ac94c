import type { Geometry } from "geojson";
import { type Evidence, evidenceSchema } from "#domain/evidence/evidence.ts";
import { degreesOfUtm32, typedPosition } from "../../state/selectors/search-position.ts";

/** Where it was done: nowhere in particular, where it was kept, the area drawn on the map, or a point. */
export type EvidencePlace = "NONE" | "KEPT" | "DRAWN" | "POINT";

/** Evidence as it is typed: every text is there, if only empty. */
export interface EvidenceDraft extends Pick<Evidence, "title" | "method" | "from" | "summary" | "areas"> {
  to: string;
  participants: string;
  link: string;
  place: EvidencePlace;
  position: string;
}

export function emptyDraft(areaKey: string, today: string): EvidenceDraft {
  return {
    ...{ title: "", method: "STADTTEILERKUNDUNG", from: today, summary: "", areas: [areaKey] },
    ...{ to: "", participants: "", link: "", place: "NONE", position: "" },
  };
}

export function draftOf(evidence: Evidence, geometry: unknown): EvidenceDraft {
  const { title, method, from, summary, areas, to = "", participants, link = "" } = evidence;
  return {
    ...{ title, method, from, summary, areas, to, link, position: "" },
    participants: participants === undefined ? "" : String(participants),
    place: geometry ? "KEPT" : "NONE",
  };
}

/** What is sent, without what was left empty. */
export function propertiesOf(draft: EvidenceDraft, office: string): Record<string, unknown> {
  const { title, method, from, summary, areas } = draft;
  const [to, participants, link] = [draft.to, draft.participants.trim(), draft.link.trim()];
  return {
    ...{ title: title.trim(), method, from, office, summary: summary.trim(), areas },
    ...(to === "" ? {} : { to }),
    ...(participants === "" ? {} : { participants: Number(participants) }),
    ...(link === "" ? {} : { link }),
  };
}

/** The place in WGS 84; undefined leaves it as it was, and "unreadable" is a point that cannot be read. */
export function geometryOf(
  { place, position }: Pick<EvidenceDraft, "place" | "position">,
  ring: readonly (readonly [number, number])[] | null,
): Geometry | null | undefined | "unreadable" {
  if (place === "KEPT") return undefined;
  if (place === "POINT") {
    const typed = typedPosition(position);
    if (!typed) return "unreadable";
    const coordinates =
      typed.kind === "degrees"
        ? [typed.longitude, typed.latitude]
        : degreesOfUtm32(typed.easting, typed.northing);
    return { type: "Point", coordinates };
  }
  if (place === "DRAWN" && ring) return { type: "Polygon", coordinates: [ring.map((at) => [...at])] };
  return null;
}

export const fields = ["title", "from", "to", "participants", "summary", "areas", "link"] as const;
export type EvidenceField = (typeof fields)[number] | "position";

/** Fields that cannot be saved as they are, in the order of the form. */
export function problemsOf(properties: Record<string, unknown>, geometry: unknown): EvidenceField[] {
  const parsed = evidenceSchema.safeParse(properties);
  const wrong = new Set(parsed.error?.issues.map(({ path }) => path[0]));
  return [
    ...fields.filter((field) => wrong.has(field)),
    ...(geometry === "unreadable" ? ["position" as const] : []),
  ];
}
