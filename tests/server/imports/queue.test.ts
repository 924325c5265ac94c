import { existsSync, readdirSync } from "node:fs";
import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { JobAnswer } from "#domain/contract/import-contract.ts";
import { onBothDatabases } from "../../lib/databases.ts";
import { as } from "../../lib/running-app.ts";
import { type SmallCity, smallCity } from "../../lib/small-city.ts";
import { formOf, settled, stepped, upload, uploaded } from "./upload.ts";

const statistics = as("STATISTICS");
const secretariat = as("SECRETARIAT");
const planner = as("PLANNER", { department: "51" });

onBothDatabases((newDatabase) => {
  describe("import jobs", () => {
    let city: SmallCity;
    beforeAll(async () => {
      city = await smallCity({ databaseUrl: await newDatabase() });
      await city.app.ready();
    });
    afterAll(() => city.close());

    it("I-20 of five people run one at a time while the others wait their turn, and pages are answered", async () => {
      const people = [
        [statistics, "kind=indicator"],
        [secretariat, "kind=areas"],
        ...["40", "51", "61"].map(
          (department) =>
            [as("PLANNER", { department }), "kind=records&recordType=facilities"] as [typeof planner, string],
        ),
      ] as const;
      const content = "Nr;Name;Wert\n01;West;1\n02;Ost;2\n";
      let mostRunning = 0;
      let mostWaiting = 0;
      const watch = setInterval(() => {
        void city.store.importJobs({ states: ["RUNNING", "WAITING"] }).then((jobs) => {
          mostRunning = Math.max(mostRunning, jobs.filter(({ state }) => state === "RUNNING").length);
          mostWaiting = Math.max(mostWaiting, jobs.filter(({ state }) => state === "WAITING").length);
        });
      }, 20);
      const pages: number[] = [];
      const asking = setInterval(() => {
        void city.app.inject("/api/areas?level=district").then(({ statusCode }) => pages.push(statusCode));
      }, 100);
      const jobs = await Promise.all(
        people.map(async ([headers, query]) => {
          const answer = await upload(city.app, headers, { content }, query);
          return settled(city.app, headers, answer.json<JobAnswer>().id);
        }),
      );
      clearInterval(watch);
      clearInterval(asking);
      expect(pages.length).toBeGreaterThan(0);
      expect(new Set(pages)).toEqual(new Set([200]));
      expect(jobs.map(({ state }) => state)).toEqual(Array(5).fill("PREVIEWED"));
      expect(mostRunning).toBe(1);
      expect(mostWaiting).toBeGreaterThanOrEqual(2);
    });

    it("are told to nobody but their owner and who answers for what they bring", async () => {
      const content = "name;lon;lat\nKita;9.05;48.75\n";
      const { id } = await uploaded(city.app, planner, { content }, "kind=records&recordType=facilities");
      const asked = async (headers: Record<string, string>) => {
        const one = await city.app.inject({ url: `/api/jobs/${id}`, headers });
        const list = await city.app.inject({ url: "/api/jobs", headers });
        return [one.statusCode, list.body.includes(id)];
      };
      expect(await asked(planner)).toEqual([200, true]);
      expect(await asked(secretariat)).toEqual([200, true]);
      expect(await asked(statistics)).toEqual([404, false]);
      expect(await asked(as("PLANNER", { department: "40" }))).toEqual([404, false]);
      expect(await asked(as("ADMIN"))).toEqual([404, false]);
      const missing = await city.app.inject({
        url: "/api/jobs/00000000-0000-4000-8000-000000000000",
        headers: statistics,
      });
      const hidden = await city.app.inject({ url: `/api/jobs/${id}`, headers: statistics });
      const { instance: _, ...body } = hidden.json();
      expect(body).toEqual({ type: "about:blank", title: "Das gibt es hier nicht.", status: 404 });
      expect(missing.json()).toMatchObject(body);
    });

    it("refuse of a planner to say whose records these are, or that everyone may read them", async () => {
      const content = "name;lon;lat\nKita;9.05;48.75\n";
      const { id } = await uploaded(city.app, planner, { content }, "kind=records&recordType=facilities");
      const check = (spec: object) =>
        city.app.inject({
          method: "POST",
          url: `/api/jobs/${id}/check`,
          headers: planner,
          payload: { spec },
        });
      for (const field of ["owner", "state", "file", "released"]) {
        expect((await check({ [field]: "x" })).statusCode).toBe(422);
      }
      const spec = {
        map: { name: "name" },
        set: { type: "KITA_MIX" },
        department: "40",
        sourceText: "Amt",
        licence: "frei",
        referenceDate: "2024-12-31",
      };
      const checked = await stepped(city.app, planner, id, "check", { spec });
      expect(checked).toMatchObject({
        state: "CHECKED",
        report: { datasets: [{ dataset: "records-facilities-amt-51", rows: 1 }] },
      });
      const released = { office: "Amt", date: "2026-01-01" };
      const publish = await city.app.inject({
        method: "POST",
        url: `/api/jobs/${id}/publish`,
        headers: planner,
        payload: { released },
      });
      expect(publish.statusCode).toBe(403);
    });
  });
});

describe("an upload that is cut off half way", () => {
  it("I-14 leaves neither a job nor a file", async () => {
    const city = await smallCity();
    const address = await city.app.listen({ host: "127.0.0.1", port: 0 });
    const { headers, payload } = formOf({ content: Buffer.alloc(4_000_000, "1;2\n") });
    const head = [
      "POST /api/imports?kind=indicator HTTP/1.1",
      "host: localhost",
      `cookie: ${statistics.cookie}`,
      `content-type: ${headers["content-type"]}`,
      `content-length: ${payload.length}`,
    ];
    const folder = `${city.dataDirectory}/uploads`;
    const files = () => (existsSync(folder) ? readdirSync(folder) : []);
    const socket = connect(Number(new URL(address).port), "127.0.0.1");
    socket.on("error", () => {});
    socket.write(`${head.join("\r\n")}\r\n\r\n`);
    socket.write(payload.subarray(0, payload.length / 2));
    await expect.poll(files, { timeout: 10_000 }).toHaveLength(1);
    socket.destroy();
    await expect.poll(files, { timeout: 10_000 }).toEqual([]);
    expect(await city.store.importJobs()).toEqual([]);
    await city.close();
  });
});
