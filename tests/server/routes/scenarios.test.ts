import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { onBothDatabases } from "../../lib/databases.ts";
import { aSite } from "../../lib/sketched-site.ts";
import { addRecord, kita, type SmallCity, sketch, smallCity } from "../../lib/small-city.ts";

const path = "/api/scenarios";

/** A sketched site as the page sends it, picked from a record or not. */
const site = (record: { type: string; id: string } | null = null) => ({
  change: "add-site",
  site: aSite({ id: "site-1", name: "Neue Kita", position: [9.05, 48.75], openingYear: 2028, record }),
});

onBothDatabases((newDatabase) => {
  let city: SmallCity;
  beforeAll(async () => {
    city = await smallCity({ databaseUrl: await newDatabase() });
  });
  afterAll(() => city.close());

  const jugendamt = () => city.as("PLANNER", { department: "51" });
  const schulamt = () => city.as("PLANNER", { department: "40" });

  async function created(
    properties: object,
    { headers = jugendamt(), participants = [] as string[], key = "" } = {},
  ) {
    const answer = await city.app.inject({
      method: "POST",
      url: path,
      headers: key ? { ...headers, "idempotency-key": key } : headers,
      payload: { geometry: null, properties, participants },
    });
    expect(answer.statusCode, answer.body).toBe(201);
    return { record: answer.json(), url: `${path}/${answer.json().id}`, etag: String(answer.headers.etag) };
  }
  const save = (url: string, etag: string, payload: object, headers = jugendamt()) =>
    city.app.inject({ method: "PUT", url, headers: { ...headers, "if-match": etag }, payload });
  const namesSeen = async (headers: Record<string, string>) =>
    (await city.app.inject({ url: path, headers }))
      .json()
      .items.map((item: { properties: { name: string } }) => item.properties.name);

  /** Everything of an answer that somebody could tell two addresses apart by. */
  async function bytes(url: string, headers: Record<string, string>) {
    const answer = await city.app.inject({ url, headers });
    return {
      status: answer.statusCode,
      headers: { ...answer.headers, date: "" },
      body: answer.body.replace(/"instance":"[^"]*"/, ""),
    };
  }
  async function expectLikeUnknown(id: string, headers: Record<string, string>) {
    for (const rest of ["", "/revisions"]) {
      const hidden = await bytes(`${path}/${id}${rest}`, headers);
      expect(hidden).toEqual(await bytes(`${path}/${crypto.randomUUID()}${rest}`, headers));
      expect(hidden.status).toBe(404);
    }
  }

  describe("the life of a scenario", () => {
    it("it starts restricted, a draft, with its owner alone", async () => {
      const { record } = await created({ name: "Variante A", changes: [site()] });
      expect(record).toMatchObject({
        revision: 1,
        state: "ENTWURF",
        visibility: "RESTRICTED",
        owner: "demo:PLANNER:51",
        department: "51",
        participants: [],
        geometry: null,
        missing: [],
      });
      expect(await namesSeen(jugendamt())).toContain("Variante A");
      expect(await namesSeen(schulamt())).not.toContain("Variante A");
      await expectLikeUnknown(record.id, schulamt());
      await expectLikeUnknown(record.id, {});
    });

    it("a saved change is its next revision and the former one stays", async () => {
      const { url, etag } = await created({ name: "Erst" });
      const saved = await save(url, etag, { properties: { name: "Dann", changes: [site()] } });
      expect(saved.json()).toMatchObject({ revision: 2, properties: { name: "Dann" } });
      const revisions = await city.app.inject({ url: `${url}/revisions`, headers: jugendamt() });
      expect(
        revisions
          .json()
          .items.map((r: { record: { properties: { name: string } } }) => r.record.properties.name),
      ).toEqual(["Erst", "Dann"]);
    });

    it("C-02 saving on a stale state answers 412 with the current version, without a state 428", async () => {
      const { url, etag } = await created({ name: "Gemeinsam" });
      expect((await save(url, etag, { properties: { name: "Von A" } })).statusCode).toBe(200);
      const late = await save(url, etag, { properties: { name: "Von B" } });
      expect(late.statusCode).toBe(412);
      expect(late.json().current.properties.name).toBe("Von A");
      const blind = await city.app.inject({
        method: "PUT",
        url,
        headers: jugendamt(),
        payload: { properties: { name: "blind" } },
      });
      expect(blind.statusCode).toBe(428);
    });

    it("C-04 one idempotency key makes one scenario, however often it is sent", async () => {
      const options = { key: "szenario-einmal" };
      const first = await created({ name: "Einmal" }, options);
      const second = await created({ name: "Einmal" }, options);
      expect(second.record.id).toBe(first.record.id);
      expect((await namesSeen(jugendamt())).filter((name: string) => name === "Einmal")).toHaveLength(1);
    });

    it("a clone is the cloning person's own and leaves the first as it was", async () => {
      const { url } = await created(
        { name: "Vorlage", changes: [site()] },
        { participants: ["department:40"] },
      );
      const answer = await city.app.inject({
        method: "POST",
        url: `${url}/clone`,
        headers: schulamt(),
        payload: { name: "Variante der Schulverwaltung" },
      });
      expect(answer.json()).toMatchObject({
        revision: 1,
        owner: "demo:PLANNER:40",
        participants: [],
        properties: { name: "Variante der Schulverwaltung", changes: [{ change: "add-site" }] },
      });
      expect((await city.app.inject({ url, headers: jugendamt() })).json().properties.name).toBe("Vorlage");
      expect(await namesSeen(jugendamt())).not.toContain("Variante der Schulverwaltung");
    });

    it("a deleted one is gone like one that never was", async () => {
      const { record, url, etag } = await created({ name: "Weg damit" });
      const deleted = await city.app.inject({
        method: "DELETE",
        url,
        headers: { ...jugendamt(), "if-match": etag },
      });
      expect(deleted.statusCode).toBe(204);
      await expectLikeUnknown(record.id, jugendamt());
    });

    it("the public, a district head and the Statistikstelle make none", async () => {
      const statuses = await Promise.all(
        [{}, city.as("DISTRICT_HEAD", { district: "01" }), city.as("STATISTICS")].map(async (headers) => {
          const payload = { properties: { name: "x" } };
          return (await city.app.inject({ method: "POST", url: path, headers, payload })).statusCode;
        }),
      );
      expect(statuses).toEqual([401, 403, 403]);
    });

    it("owner, visibility and state are no part of what a body can say", async () => {
      for (const more of [{ owner: "demo:PLANNER:40" }, { visibility: "PUBLIC" }, { state: "X" }]) {
        const payload = { properties: { name: "x" }, ...more };
        const answer = await city.app.inject({ method: "POST", url: path, headers: jugendamt(), payload });
        expect(answer.statusCode).toBe(400);
      }
    });
  });

  describe("sharing", () => {
    it("with a department opens it to its people, taking it back closes it", async () => {
      const { record, url, etag } = await created({ name: "Geteilt" });
      const shared = await save(`${url}/participants`, etag, { participants: ["department:40"] });
      expect(shared.json()).toMatchObject({ revision: 2, participants: ["department:40"] });
      expect(await namesSeen(schulamt())).toContain("Geteilt");
      expect((await city.app.inject({ url, headers: schulamt() })).json().properties.name).toBe("Geteilt");
      await save(url, String(shared.headers.etag), { properties: { name: "Geteilt" }, participants: [] });
      await expectLikeUnknown(record.id, schulamt());
    });

    it("with an account opens it to that person, to read and not to change", async () => {
      const { url } = await created({ name: "Zur Ansicht" }, { participants: ["demo:PLANNER:61"] });
      const headers = city.as("PLANNER", { department: "61" });
      const read = await city.app.inject({ url, headers });
      expect(read.statusCode).toBe(200);
      const answer = await save(url, String(read.headers.etag), { properties: { name: "Meins" } }, headers);
      expect(answer.statusCode).toBe(403);
    });

    it("ends where the Sicht is lowered", async () => {
      const { url } = await created({ name: "Sicht" });
      expect(
        (await city.app.inject({ url: `${url}?ceiling=INTERNAL`, headers: jugendamt() })).statusCode,
      ).toBe(404);
    });
  });

  describe("a scenario is as restricted as its most restricted part", () => {
    const shared = { participants: ["department:40"] };
    const ownSketch = (name: string) =>
      addRecord(city.store, "candidate-sites", {
        visibility: "RESTRICTED",
        owner: "demo:PLANNER:51",
        department: "51",
        properties: sketch(name),
      });

    it("with a sketch the other may not read it does not exist for the other, though shared", async () => {
      const hidden = await ownSketch("Verborgen 1");
      const { record } = await created(
        { name: "Mit Skizze", changes: [site({ type: hidden.type, id: hidden.id })] },
        shared,
      );
      expect(await namesSeen(jugendamt())).toContain("Mit Skizze");
      expect(await namesSeen(schulamt())).not.toContain("Mit Skizze");
      await expectLikeUnknown(record.id, schulamt());
      const writes = await Promise.all(
        [record.id, crypto.randomUUID()].map(async (id) => {
          const headers = { ...schulamt(), "if-match": '"1-x"' };
          const payload = { properties: { name: "x" } };
          const answers = await Promise.all([
            city.app.inject({ method: "PUT", url: `${path}/${id}`, headers, payload }),
            city.app.inject({ method: "DELETE", url: `${path}/${id}`, headers }),
            city.app.inject({ method: "POST", url: `${path}/${id}/clone`, headers, payload: {} }),
          ]);
          return answers.map((a) => `${a.statusCode} ${a.body.replace(/"instance":"[^"]*"/, "")}`);
        }),
      );
      expect(writes[0]).toEqual(writes[1]);
    });

    it("with a facility withdrawn later it disappears, and comes back with its release", async () => {
      const facility = await addRecord(city.store, "facilities", {
        department: "50",
        properties: kita("Offene Kita"),
      });
      const { record, url } = await created(
        { name: "Schließt", changes: [{ change: "close", recordType: "facilities", recordId: facility.id }] },
        shared,
      );
      expect((await city.app.inject({ url, headers: schulamt() })).statusCode).toBe(200);
      const act = (what: string, visibility: string) =>
        city.app.inject({
          method: "POST",
          url: `/api/records/facilities/${facility.id}/${what}`,
          headers: city.as("SECRETARIAT"),
          payload: { visibility, reason: "Probe" },
        });
      expect((await act("withdraw", "RESTRICTED")).statusCode).toBe(200);
      await expectLikeUnknown(record.id, schulamt());
      await expectLikeUnknown(record.id, jugendamt());
      expect((await act("release", "PUBLIC")).statusCode).toBe(200);
      expect((await city.app.inject({ url, headers: schulamt() })).statusCode).toBe(200);
    });

    it("saving refuses a part the author may not read in the words for one that never was", async () => {
      const foreign = await addRecord(city.store, "candidate-sites", {
        visibility: "RESTRICTED",
        owner: "demo:PLANNER:40",
        department: "40",
        properties: sketch("Fremd"),
      });
      const bodies = await Promise.all(
        [foreign.id, crypto.randomUUID()].map(async (id) => {
          const payload = { properties: { name: "x", changes: [site({ type: "candidate-sites", id })] } };
          const answer = await city.app.inject({ method: "POST", url: path, headers: jugendamt(), payload });
          return `${answer.statusCode} ${answer.body.replace(/"instance":"[^"]*"/, "")}`;
        }),
      );
      expect(bodies[0]).toBe(bodies[1]);
      expect(bodies[0]).toContain("422");
      expect(bodies[0]).toContain("/properties/changes/0/site/record");
    });

    it("a deleted part is named to the owner, who can go on saving", async () => {
      const doomed = await ownSketch("Wird gelöscht");
      const changes = [site({ type: doomed.type, id: doomed.id })];
      const { record, url, etag } = await created({ name: "Lückenhaft", changes }, shared);
      await city.store.write(
        [{ action: "delete", type: doomed.type, id: doomed.id, title: "", expectedRevision: 1 }],
        { actor: "test", at: new Date().toISOString() },
      );
      const read = await city.app.inject({ url, headers: jugendamt() });
      expect(read.json().missing).toEqual([{ recordType: "candidate-sites", recordId: doomed.id }]);
      expect((await save(url, etag, { properties: { name: "Lücke", changes } })).statusCode).toBe(200);
      await expectLikeUnknown(record.id, schulamt());
    });

    it("former versions with a part that is closed to the reader are left out", async () => {
      const hidden = await ownSketch("Verborgen 2");
      const changes = [site({ type: hidden.type, id: hidden.id })];
      const { url, etag } = await created({ name: "Früher mit Skizze", changes }, shared);
      await save(url, etag, { properties: { name: "Jetzt ohne" }, ...shared });
      const names = async (headers: Record<string, string>) =>
        (await city.app.inject({ url: `${url}/revisions`, headers }))
          .json()
          .items.map((r: { record: { properties: { name: string } } }) => r.record.properties.name);
      expect(await names(jugendamt())).toEqual(["Früher mit Skizze", "Jetzt ohne"]);
      expect(await names(schulamt())).toEqual(["Jetzt ohne"]);
    });
  });

  it("scenarios are under no other address: no record list, search, layer, overlay or export", async () => {
    await created({ name: "Nirgendwo sonst" });
    const headers = jugendamt();
    for (const url of [
      "/api/records/scenarios",
      "/api/export/scenarios.csv",
      "/api/overlay/scenarios",
      "/tiles/scenarios.json",
      "/api/overlay/parameter-sets",
    ]) {
      expect((await city.app.inject({ url, headers })).statusCode, url).toBe(404);
    }
    const search = await city.app.inject({ url: "/api/search?q=Nirgendwo", headers });
    expect(search.json().total).toBe(0);
    expect((await city.app.inject({ url: "/api/layers", headers })).body).not.toContain("scenarios");
  });

  it("a scenario survives a restart of the server with the same content and the same sharing", async () => {
    const running = await smallCity({ databaseUrl: await newDatabase() });
    const payload = {
      properties: { name: "Überlebt", changes: [site()] },
      participants: ["department:40"],
    };
    const made = await running.app.inject({ method: "POST", url: path, headers: jugendamt(), payload });
    const again = await running.restarted();
    const read = await again.app.inject({ url: `${path}/${made.json().id}`, headers: schulamt() });
    expect(read.json().properties).toEqual(made.json().properties);
    expect(read.json().revision).toBe(1);
    await again.close();
  });
});
