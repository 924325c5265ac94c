import type { MatrixCity, Operation, Person } from "../operation.ts";

const path = "/api/views";
const properties = { title: "Hitze", address: "?v=1&level=district&indicator=none", list: "Sitzung" };

/** A view the Geschäftsstelle of another department shares with the administration, or keeps for itself. */
const others = (isShared: boolean) => async (city: MatrixCity, person: Person) => {
  const made = await city.app.inject({
    method: "POST",
    url: path,
    headers: city.as("PLANNER", { department: "61" }),
    payload: { properties, isShared },
  });
  const id = made.json().id as string;
  return { params: { id }, headers: await city.ifMatch(`${path}/${id}`, person) };
};
const shared = others(true);

/** One of the person who asks, where that person may keep any. */
const own = async (city: MatrixCity, person: Person) => {
  const made = await city.app.inject({
    method: "POST",
    url: path,
    headers: person.headers,
    payload: { properties },
  });
  const id = made.statusCode === 201 ? (made.json().id as string) : crypto.randomUUID();
  return { params: { id }, headers: await city.ifMatch(`${path}/${id}`, person) };
};

export const operations: Operation[] = [
  { name: "list views", method: "GET", path },
  { name: "create view", method: "POST", path, ask: () => ({ payload: { properties } }) },
  { name: "read view (shared)", method: "GET", path: `${path}/:id`, ask: shared },
  { name: "read view (of somebody else)", method: "GET", path: `${path}/:id`, ask: others(false) },
  {
    name: "update view (shared)",
    method: "PUT",
    path: `${path}/:id`,
    ask: async (city, person) => ({ ...(await shared(city, person)), payload: { properties } }),
  },
  {
    name: "update view (own)",
    method: "PUT",
    path: `${path}/:id`,
    ask: async (city, person) => ({ ...(await own(city, person)), payload: { properties } }),
  },
  {
    name: "move view (shared)",
    method: "POST",
    path: `${path}/:id/move`,
    ask: async (city, person) => ({ ...(await shared(city, person)), payload: { to: "later" } }),
  },
  { name: "delete view (shared)", method: "DELETE", path: `${path}/:id`, ask: shared },
  { name: "delete view (own)", method: "DELETE", path: `${path}/:id`, ask: own },
];
