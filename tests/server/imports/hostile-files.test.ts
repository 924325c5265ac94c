import { existsSync, readdirSync } from "node:fs";
import { createServer } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { as } from "../../lib/running-app.ts";
import { type SmallCity, smallCity } from "../../lib/small-city.ts";
import { gigabyteOfZeros, zip } from "../datasets/files.ts";
import { settled, upload } from "./upload.ts";

const statistics = as("STATISTICS");
const mebibyte = 1024 * 1024;

let city: SmallCity;
beforeAll(async () => {
  city = await smallCity();
  await city.app.ready();
});
afterAll(() => city.close());

/** Uploads what must be refused: 422 with a sentence, no job, no file. */
async function refused(content: Uint8Array | string, name = "daten.zip"): Promise<string> {
  const response = await upload(city.app, statistics, { content, name });
  if (response.statusCode === 202) {
    // A slow machine answers before it has looked; the job then says the same.
    const { id } = response.json();
    const job = await settled(city.app, statistics, id);
    expect(job.state).toBe("REFUSED");
    await city.app.inject({ method: "DELETE", url: `/api/jobs/${id}`, headers: statistics });
    await nothingKept();
    return job.problem?.sentence ?? "";
  }
  expect(response.statusCode).toBe(422);
  expect(response.headers["content-type"]).toContain("application/problem+json");
  await nothingKept();
  return response.json().title;
}

/** Refused with little of the processor and of memory: other tests may run on the same machine, a clock would count them. */
async function refusedCheaply(
  content: Uint8Array | string,
  name?: string,
  { seconds = 2 } = {},
): Promise<string> {
  await refused(Buffer.from("89504e470d0a1a0a", "hex"));
  const before = { memory: process.memoryUsage().rss, processor: process.cpuUsage() };
  const sentence = await refused(content, name);
  const { user, system } = process.cpuUsage(before.processor);
  expect((user + system) / 1e6).toBeLessThan(seconds);
  expect(process.memoryUsage().rss - before.memory).toBeLessThan(100 * mebibyte);
  return sentence;
}

async function nothingKept(): Promise<void> {
  expect(await city.store.importJobs()).toEqual([]);
  expect(uploadedFiles()).toEqual([]);
}

function uploadedFiles(): string[] {
  const folder = `${city.dataDirectory}/uploads`;
  return existsSync(folder) ? readdirSync(folder) : [];
}

describe("an uploaded archive is refused", () => {
  it("I-07 when it inflates to a gigabyte, within two seconds and without the memory of it", async () => {
    const bomb = zip([{ name: "a.shp", content: gigabyteOfZeros() }]);
    expect(bomb.length).toBeLessThan(1.2 * mebibyte);
    expect(await refusedCheaply(bomb)).toContain("mehr als 200 MiB entpackt");
  });

  it("I-07 when its headers deny the gigabyte that is in it", async () => {
    const { packed, crc } = gigabyteOfZeros();
    const bomb = zip([{ name: "a.shp", content: { packed, crc, size: 4096 } }]);
    expect(await refusedCheaply(bomb)).toContain("beschädigt");
  });

  it("I-11 when the sheet of a workbook inflates to a gigabyte", async () => {
    const bomb = zip([
      { name: "xl/workbook.xml", content: "<workbook/>" },
      { name: "xl/worksheets/sheet1.xml", content: gigabyteOfZeros() },
    ]);
    expect(await refusedCheaply(bomb, "daten.xlsx")).toContain("Das Archiv überschreitet die Grenzen");
  });

  it("I-08 when another archive is in it", async () => {
    const inner = zip([{ name: "b.zip", content: zip([{ name: "a.csv", content: "a;b" }]) }]);
    expect(await refused(zip([{ name: "c.zip", content: inner }]))).toContain("ein weiteres Archiv");
  });

  it("I-09 when an entry leaves it, and nothing is written there", async () => {
    for (const name of ["../../etc/cron.d/x", "/etc/cron.d/x"]) {
      expect(await refused(zip([{ name, content: "x" }]))).toContain("einen Pfad nach außen");
    }
    expect(existsSync("/etc/cron.d/x")).toBe(false);
  });

  it("I-10 when an entry is a symbolic link", async () => {
    const link = zip([{ name: "a.shp", content: "/etc/passwd", mode: 0o120777 }]);
    expect(await refused(link)).toContain("eine Verknüpfung");
  });
});

describe("an uploaded file", () => {
  it("I-12 with XML that refers elsewhere or swells is refused, and nobody is asked for anything", async () => {
    let asked = 0;
    const listener = createServer(() => asked++);
    await new Promise<void>((resolve) => listener.listen(0, "127.0.0.1", resolve));
    const { port } = listener.address() as { port: number };
    const laughs = Array.from({ length: 12 }, (_, k) => `<!ENTITY l${k + 1} "${`&l${k};`.repeat(10)}">`);
    const gml = `<?xml version="1.0"?><!DOCTYPE g [<!ENTITY l0 "lol">${laughs.join("")}]><g>&l12;</g>`;
    const entity = `<?xml version="1.0"?><!DOCTYPE w [<!ENTITY e SYSTEM "http://127.0.0.1:${port}/">]><workbook>&e;</workbook>`;
    const workbook = zip([
      { name: "[Content_Types].xml", content: "<Types/>" },
      { name: "xl/workbook.xml", content: entity },
      { name: "xl/worksheets/sheet1.xml", content: entity },
    ]);
    expect(await refusedCheaply(gml, "daten.gml", { seconds: 1 })).toContain("XML");
    await refusedCheaply(workbook, "daten.xlsx", { seconds: 1 });
    expect(asked).toBe(0);
    await new Promise((resolve) => listener.close(resolve));
  });

  it("I-13 is what its content says, whatever it is called", async () => {
    const png = Buffer.from("89504e470d0a1a0a0000000d49484452", "hex");
    expect(await refused(png, "daten.geojson")).toContain("ein PNG-Bild");
    expect(await refused(zip([{ name: "a.txt", content: "x" }]), "daten.csv")).toContain("weder Shapefile");
  });

  it("I-15 is stored under a name of our own, and called as it was", async () => {
    const name = "../../a<script>.geojson";
    const content = JSON.stringify({ type: "FeatureCollection", features: [] });
    const response = await upload(city.app, statistics, { content, name });
    expect(response.statusCode).toBe(201);
    const { id, fileName } = response.json();
    expect(uploadedFiles()).toEqual([id]);
    expect(fileName).not.toContain("..");
    expect(fileName).toContain("a<script>.geojson");
    const gone = await city.app.inject({ method: "DELETE", url: `/api/jobs/${id}`, headers: statistics });
    expect(gone.statusCode).toBe(204);
    await nothingKept();
  });
});

describe("an upload", () => {
  it("of more than 50 MiB is refused with a sentence, and nothing of it is kept", async () => {
    const content = Buffer.alloc(50 * mebibyte + 1, "1;2\n");
    const response = await upload(city.app, statistics, { content });
    expect(response.statusCode).toBe(413);
    expect(response.headers["content-type"]).toContain("application/problem+json");
    expect(response.json().title).toBe("Die Datei ist größer als 50 MiB.");
    await nothingKept();
  });

  it("has one file and at most 20 fields", async () => {
    const fields = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, k) => [`field${k}`, "x"]));
    const two = await upload(city.app, statistics, { content: "nr;t\n01;1\n", more: 1 });
    expect(two.statusCode).toBe(413);
    const many = await upload(city.app, statistics, { content: "nr;t\n01;1\n", fields: fields(21) });
    expect(many.statusCode).toBe(413);
    await nothingKept();
    const allowed = await upload(city.app, statistics, { content: "nr;t\n01;1\n", fields: fields(20) });
    expect(allowed.statusCode).toBe(201);
  });
});
