import type { MatrixCity, Operation, Person } from "../operation.ts";

const path = "/api/scenarios";
const properties = { name: "Szenario" };

/** A scenario of somebody else, shared with department 51. */
const shared = async (city: MatrixCity) =>
  (
    await city.app.inject({
      method: "POST",
      url: path,
      headers: city.as("SECRETARIAT", { department: "10" }),
      payload: { properties, participants: ["department:51"] },
    })
  ).json().id as string;

const asked = async (city: MatrixCity, person: Person) => {
  const id = await shared(city);
  return { params: { id }, headers: await city.ifMatch(`${path}/${id}`, person) };
};

export const operations: Operation[] = [
  { name: "list scenarios", method: "GET", path },
  { name: "create scenario", method: "POST", path, ask: () => ({ payload: { properties } }) },
  { name: "read scenario", method: "GET", path: `${path}/:id`, ask: asked },
  { name: "read revisions of scenario", method: "GET", path: `${path}/:id/revisions`, ask: asked },
  {
    name: "clone scenario",
    method: "POST",
    path: `${path}/:id/clone`,
    ask: async (city, person) => ({ ...(await asked(city, person)), payload: {} }),
  },
  {
    name: "update scenario",
    method: "PUT",
    path: `${path}/:id`,
    ask: async (city, person) => ({ ...(await asked(city, person)), payload: { properties } }),
  },
  {
    name: "share scenario",
    method: "PUT",
    path: `${path}/:id/participants`,
    ask: async (city, person) => ({ ...(await asked(city, person)), payload: { participants: [] } }),
  },
  { name: "delete scenario", method: "DELETE", path: `${path}/:id`, ask: asked },
];
