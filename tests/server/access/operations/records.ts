import type { Visibility } from "#domain/access/visibility.ts";
import { recordTypeOf } from "#domain/record/record-types.ts";
import type { Operation } from "../operation.ts";

/** State each type may go to from its first one without a further field. */
const nextStates: Readonly<Record<string, string>> = {
  "renewal-priority-areas": "VORGESCHLAGEN",
  "renewal-areas": "VU_EINGELEITET",
  "quarter-projects": "BERATUNG",
  facilities: "GESCHLOSSEN",
  "public-needs-sites": "FREI",
  "planned-sites": "FLAECHE_GESICHERT",
  "candidate-sites": "VORGEPRUEFT",
  "parameter-sets": "ABGESTIMMT",
  "index-definitions": "ABGESTIMMT",
  "computed-indicators": "ABGESTIMMT",
  "expert-assessments": "UEBERHOLT",
  interpretations: "UNTERZEICHNET",
  evidence: "UEBERHOLT",
  "early-warnings": "WIEDER_OFFEN",
  "glossary-terms": "ENTFALLEN",
  "social-matches": "UEBERHOLT",
  "area-selection-dossiers": "ZURUECKGESTELLT",
  actors: "RUHEND",
};

/** What nobody has signed is released by nobody. */
function releasable(type: string): { state?: string } {
  const state = recordTypeOf(type)?.signature?.signed;
  return state ? { state } : {};
}

function operationsOf(type: string, next: string): Operation[] {
  const path = `/api/records/${type}`;
  const reading = (visibility: Visibility): Operation["ask"] => {
    return async (city) => ({ params: { id: (await city.standing(type, visibility)).id } });
  };
  return [
    { name: `list ${type}`, method: "GET", path },
    { name: `read ${type} (released)`, method: "GET", path: `${path}/:id`, ask: reading("PUBLIC") },
    { name: `read ${type} (internal)`, method: "GET", path: `${path}/:id`, ask: reading("INTERNAL") },
    { name: `read ${type} (restricted)`, method: "GET", path: `${path}/:id`, ask: reading("RESTRICTED") },
    {
      name: `read revisions of ${type}`,
      method: "GET",
      path: `${path}/:id/revisions`,
      ask: reading("PUBLIC"),
    },
    {
      name: `create ${type}`,
      method: "POST",
      path,
      ask: async (city) => ({ payload: await city.body(type) }),
    },
    {
      name: `update ${type}`,
      method: "PUT",
      path: `${path}/:id`,
      ask: async (city, person) => {
        const { id } = await city.record(type);
        return {
          params: { id },
          payload: await city.body(type),
          headers: await city.ifMatch(`${path}/${id}`, person),
        };
      },
    },
    {
      name: `delete ${type}`,
      method: "DELETE",
      path: `${path}/:id`,
      ask: async (city, person) => {
        const { id } = await city.record(type);
        return { params: { id }, headers: await city.ifMatch(`${path}/${id}`, person) };
      },
    },
    {
      name: `move ${type} to the next state`,
      method: "POST",
      path: `${path}/:id/transitions`,
      ask: async (city) => ({ params: { id: (await city.record(type)).id }, payload: { to: next } }),
    },
    {
      name: `release ${type}`,
      method: "POST",
      path: `${path}/:id/release`,
      ask: async (city) => ({
        params: { id: (await city.record(type, { visibility: "INTERNAL", ...releasable(type) })).id },
        payload: {
          visibility: "PUBLIC",
          reason: "Beschluss",
          ...(recordTypeOf(type)?.earlyRelease && { confirmedEarly: true }),
        },
      }),
    },
    {
      name: `read public places of ${type}`,
      method: "GET",
      path: `${path}/:id/public-face`,
      ask: reading("PUBLIC"),
    },
    {
      name: `change public face of ${type}`,
      method: "POST",
      path: `${path}/:id/public-face`,
      ask: async (city) => ({
        params: { id: (await city.record(type)).id },
        payload: { title: null, place: "NONE", reason: "Beschluss" },
      }),
    },
    {
      name: `withdraw ${type}`,
      method: "POST",
      path: `${path}/:id/withdraw`,
      ask: async (city) => ({
        params: { id: (await city.record(type)).id },
        payload: { reason: "Irrtum" },
      }),
    },
  ];
}

export const operations: Operation[] = Object.entries(nextStates).flatMap(([type, next]) =>
  operationsOf(type, next),
);
