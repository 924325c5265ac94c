import { afterAll, beforeAll, expect, it } from "vitest";
import { onBothDatabases } from "../../lib/databases.ts";
import { listen, until } from "../../lib/event-stream.ts";
import { addRecord, type SmallCity, sketch, smallCity } from "../../lib/small-city.ts";

const password = "ein langes Passwort";

onBothDatabases((newDatabase) => {
  let city: SmallCity;
  let address: string;
  beforeAll(async () => {
    city = await smallCity({ databaseUrl: await newDatabase() });
    address = (await city.app.listen({ host: "127.0.0.1", port: 0 })).replace("127.0.0.1", "localhost");
  });
  afterAll(() => city.close());

  const admin = (method: "POST" | "PATCH" | "DELETE", url: string, payload: object = {}) =>
    city.app.inject({ method, url, payload, headers: city.as("ADMIN") });
  const added = async (login: string) => {
    const fields = { login, office: "Jugendamt", role: "PLANNER", department: "51", districts: [], password };
    return (await admin("POST", "/api/users", fields)).json().id as string;
  };
  const signIn = async (login: string) => {
    const answer = await city.app.inject({ method: "POST", url: "/api/login", payload: { login, password } });
    return { cookie: String(answer.headers["set-cookie"]).split(";")[0]! };
  };
  const openPages = async (login: string, count = 3) => {
    const sessions = await Promise.all(Array.from({ length: count }, () => signIn(login)));
    const streams = await Promise.all(sessions.map((headers) => listen(address, headers)));
    return { sessions, streams };
  };

  it("A-06 three open pages of a demoted account are told to ask who they are, and nothing after that", async () => {
    const id = await added("drei-offen");
    const { sessions, streams } = await openPages("drei-offen");
    await added("andere");
    const other = await listen(address, await signIn("andere"));
    await admin("PATCH", `/api/users/${id}`, { role: "STATISTICS", department: null });
    await until(() => streams.every(({ heard }) => heard.isOver));
    const hidden = await addRecord(city.store, "candidate-sites", {
      visibility: "INTERNAL",
      properties: sketch("danach"),
      geometry: { type: "Point", coordinates: [9.05, 48.75] },
    });
    await until(() => other.heard.text.includes(hidden.id));
    for (const { heard } of streams) {
      expect(heard.text).toBe("retry: 3000\n\nevent: person\ndata: {}\n\n");
    }
    for (const headers of sessions) {
      const answer = await city.app.inject({ url: `/api/records/candidate-sites/${hidden.id}`, headers });
      expect(answer.statusCode).toBe(404);
    }
    expect(other.heard.text).not.toContain("event: person");
    await other.stop();
  });

  it("A-06 a lock, a new password, a deletion and a sign-out end the streams that are open", async () => {
    const ends: ((id: string, session: Record<string, string>) => Promise<unknown>)[] = [
      (id) => admin("PATCH", `/api/users/${id}`, { isLocked: true }),
      (id) => admin("PATCH", `/api/users/${id}`, { password: `${password} 2` }),
      (id) => admin("DELETE", `/api/users/${id}`),
      (_, headers) => city.app.inject({ method: "POST", url: "/api/logout", headers, payload: {} }),
    ];
    for (const [index, end] of ends.entries()) {
      const id = await added(`ende-${index}`);
      const { sessions, streams } = await openPages(`ende-${index}`, 1);
      await end(id, sessions[0]!);
      await until(() => streams[0]!.heard.isOver);
      const answer = await city.app.inject({ url: "/api/tasks", headers: sessions[0]! });
      expect(answer.statusCode).toBe(401);
    }
  });
});
