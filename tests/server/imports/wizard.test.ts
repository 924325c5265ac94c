import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { onBothDatabases } from "../../lib/databases.ts";
import { as } from "../../lib/running-app.ts";
import { smallCity } from "../../lib/small-city.ts";
import { stepped, uploaded } from "./upload.ts";

describe("x", () => {
  it("y", async () => {
    const city = await smallCity();
    const who = as("STATISTICS");
    const t = Date.now();
    const job = await uploaded(city.app, who, { content: "Nr;Name;Jahr;Versiegelt\n01;West;2024;30,5\n02;Ost;2024;31,5\n03;Lemberg/Föhrich;2024;1,0\n" });
    console.log(Date.now() - t, JSON.stringify(job, null, 1));
    const spec = { level: "district", area: { number: "Nr", name: "Name" }, period: "Jahr", sourceText: "q", licence: "l", referenceDate: "2024-12-31",
      indicators: [{ definition: { code: "sealed", name: {de: "a", en: "b"}, theme: "other", kind: "rate", unit: "%", direction: "NEUTRAL", decimals: 1, publicationAllowed: true }, values: [{ column: "Versiegelt" }] }] };
    console.log(JSON.stringify(await stepped(city.app, who, job.id, "check", { spec }), null, 1));
    console.log(JSON.stringify(await stepped(city.app, who, job.id, "check", { spec: { ...spec, skipBadRows: true } }), null, 1));
    console.log(JSON.stringify(await stepped(city.app, who, job.id, "publish", { released: null }), null, 1), Date.now() - t);
    await city.close();
  });
});
