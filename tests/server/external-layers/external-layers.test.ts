import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { onBothDatabases } from "../../lib/databases.ts";
import { mapCity, path } from "./map-city.ts";

onBothDatabases((newDatabase) => {
  let city: Awaited<ReturnType<typeof mapCity>>;
  beforeAll(async () => {
    city = await mapCity(await newDatabase());
  });
  afterAll(() => city?.close());

  describe("a map of another service", () => {
    it("is the administration's until the Geschäftsstelle releases it, and is gone once it is withdrawn", async () => {
      const id = await city.added("WMS");
      const tile = `${path}/${id}/tiles/12/2150/1412`;
      const statuses = async (headers: Record<string, string>) => [
        (await city.get("/api/layers", headers))
          .json()
          .items.some(({ layer }: { layer: string }) => layer === `external-${id}`),
        (await city.get(tile, headers)).statusCode,
        (await city.get(`${path}/${id}/legend`, headers)).statusCode,
      ];
      const { planner, head, public: stranger } = city.people;
      expect(await statuses(planner)).toEqual([true, 200, 200]);
      expect(await statuses(head)).toEqual([false, 404, 404]);
      expect(await statuses(stranger)).toEqual([false, 404, 404]);
      const missing = await city.get(`${path}/${crypto.randomUUID()}/tiles/12/2150/1412`);
      expect((await city.get(tile)).json()).toEqual({ ...missing.json(), instance: expect.any(String) });

      expect(
        (await city.post(`${path}/${id}/release`, { visibility: "PUBLIC", reason: "x" }, city.people.admin))
          .statusCode,
      ).toBe(404);
      expect((await city.release(id)).statusCode).toBe(200);
      expect(await statuses(stranger)).toEqual([true, 200, 200]);
      expect((await city.get(tile)).headers["cache-control"]).toBe("public, max-age=45");

      const withdrawn = await city.post(`${path}/${id}/withdraw`, {
        visibility: "INTERNAL",
        reason: "Irrtum",
      });
      expect(withdrawn.statusCode).toBe(200);
      expect(await statuses(stranger)).toEqual([false, 404, 404]);
    });

    it("keeps its versions, is told apart by its state, and is not there any more once it is removed", async () => {
      const id = await city.added("WMS", { title: "Alter Titel" });
      const { secretariat, planner } = city.people;
      const change = (headers: Record<string, string>) =>
        city.request({
          method: "PUT",
          url: `${path}/${id}`,
          headers: { ...secretariat, ...headers },
          payload: { title: "Neuer Titel", attribution: "Amt 62" },
        });
      expect((await change({})).statusCode).toBe(428);
      expect((await change({ "if-match": '"0-x-x"' })).statusCode).toBe(412);
      const [record] = (await city.get(path, secretariat))
        .json()
        .items.filter((one: { id: string }) => one.id === id);
      expect(record.properties).toMatchObject({ title: "Alter Titel", address: city.service.address });
      expect((await city.store().revisions("external-layers", id)).map(({ action }) => action)).toEqual([
        "create",
      ]);
      const gone = await city.request({ method: "DELETE", url: `${path}/${id}`, headers: secretariat });
      expect(gone.statusCode).toBe(204);
      expect((await city.get(`${path}/${id}/tiles/12/2150/1412`, planner)).statusCode).toBe(404);
    });

    it("is there after a restart", async () => {
      const id = await city.added("WMS", { title: "Bleibt" });
      await city.restart();
      const items = (await city.get("/api/layers", city.people.planner)).json().items as { layer: string }[];
      expect(items.find(({ layer }) => layer === `external-${id}`)).toMatchObject({
        kind: "external",
        group: "external",
        name: { de: "Bleibt", en: "Bleibt" },
        tiles: `api/external-layers/${id}/tiles/{z}/{x}/{y}?revision=1`,
        bounds: [9, 48.7, 9.2, 48.8],
        provenance: [{ source: "Stadtmessungsamt" }],
      });
    });

    it("tells its address to those who tend it alone", async () => {
      const id = await city.added("WFS");
      await city.release(id);
      const seen = async (headers: Record<string, string>) =>
        (await city.get(path, headers)).json().items.find((one: { id: string }) => one.id === id).properties;
      expect(await seen(city.people.secretariat)).toMatchObject({
        address: city.service.address,
        layer: "ms:parks",
      });
      expect(Object.keys(await seen(city.people.public)).sort()).toEqual([
        "attribution",
        "bounds",
        "service",
        "title",
      ]);
    });
  });
});
