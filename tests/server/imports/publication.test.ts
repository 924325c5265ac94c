import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { DatasetLine, JobAnswer } from "#domain/contract/import-contract.ts";
import { AccountDesk } from "../../../server/accounts/account-desk.ts";
import { onBothDatabases } from "../../lib/databases.ts";
import type { RunningApp } from "../../lib/running-app.ts";
import { smallCity } from "../../lib/small-city.ts";
import { treesSpec as spec, stepped, uploaded } from "./upload.ts";

const password = "ein langes Passwort";
const everybody = {};

onBothDatabases((newDatabase) => {
  describe("figures that the Statistikstelle of a real city brings in", () => {
    let city: RunningApp;
    let headers: Record<string, string>;
    beforeAll(async () => {
      city = await smallCity({ isDemo: false, databaseUrl: await newDatabase() });
      await new AccountDesk(city.store).add(
        {
          signIn: "local",
          login: "statistik",
          office: "Statistisches Amt",
          role: "STATISTICS",
          department: null,
          districts: [],
          password,
        },
        "console",
      );
      const payload = { login: "statistik", password };
      const answer = await city.app.inject({ method: "POST", url: "/api/login", payload });
      headers = { cookie: String(answer.headers["set-cookie"]).split(";")[0]! };
    });
    afterAll(() => city.close());

    const told = async (who: Record<string, string>, app: FastifyInstance = city.app) => {
      const url = "/api/indicators/trees/values?level=district&period=2024";
      const answer = await app.inject({ url, headers: who });
      return answer.statusCode === 200
        ? answer.json<{ items: { value: number }[] }>().items.map(({ value }) => value)
        : answer.statusCode;
    };
    const line = async () => {
      const { items } = (await city.app.inject({ url: "/api/datasets", headers })).json<{
        items: DatasetLine[];
      }>();
      return items.find(({ dataset }) => dataset === "indicator-trees")!;
    };
    async function published(content: string, released: object | null): Promise<JobAnswer> {
      const { id } = await uploaded(city.app, headers, { content });
      const checked = await stepped(city.app, headers, id, "check", { spec });
      expect(checked.state, checked.problem?.sentence).toBe("CHECKED");
      return stepped(city.app, headers, id, "publish", { released });
    }

    it("are told inside the house, then to all with a release, and are as before once it is taken back", async () => {
      const job = await published("Nr;Bäume\n01;300\n02;200\n", null);
      expect(job).toMatchObject({ state: "PUBLISHED", report: { datasets: [{ outcome: "published" }] } });
      await expect.poll(() => told(headers)).toEqual([300, 200]);
      expect(await told(everybody)).toBe(404);

      const office = "Statistisches Amt";
      await published("Nr;Bäume\n01;310\n02;190\n", { office, date: "2025-01-15" });
      await expect.poll(() => told(everybody)).toEqual([310, 190]);
      const present = await line();
      expect(present).toMatchObject({
        mayUndo: true,
        current: { visibility: "PUBLIC", released: { office, date: "2025-01-15" } },
      });

      const undo = await city.app.inject({
        method: "POST",
        url: "/api/datasets/indicator-trees/undo",
        headers,
        payload: { current: present.current.id, reason: "Falsches Jahr" },
      });
      expect(undo.statusCode, undo.body).toBe(200);
      await expect.poll(() => told(headers)).toEqual([300, 200]);
      expect(await told(everybody)).toBe(404);
    });

    it("are the same after a restart", async () => {
      city = await city.restarted();
      expect(await told(headers)).toEqual([300, 200]);
      expect(await told(everybody)).toBe(404);
    });
  });
});
