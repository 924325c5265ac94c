import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FastifyInstance, RouteOptions } from "fastify";
import { demoWarningThresholds } from "#domain/early-warning/warning-rules.ts";
import type { StoredRecord } from "#domain/record/record.ts";
import { buildApp } from "../../../server/app.ts";
import { readConfig } from "../../../server/config.ts";
import { sealedLessGreen } from "../../lib/computed-indicators.ts";
import { indexOfSealedArea } from "../../lib/index-definitions.ts";
import { planningCity } from "../../lib/planning-city.ts";
import { addObservations, addRecord, kita, sketch, square } from "../../lib/small-city.ts";
import type { MatrixCity } from "./operation.ts";

const polygon = square(9.05, 48.75, 0.01);
const source = "Testquelle";
/** What a record of each type must at least say, and where it is. */
const content: Readonly<Record<string, { properties: Record<string, unknown>; geometry?: object | null }>> = {
  "renewal-priority-areas": {
    properties: { number: 1, name: "Gebiet", edition: "2024", source },
    geometry: polygon,
  },
  "renewal-areas": { properties: { code: "Teststadt 1", source }, geometry: polygon },
  "quarter-projects": { properties: { title: "Projekt", kind: "FOCUSED" }, geometry: polygon },
  facilities: { properties: kita("Kita") },
  "public-needs-sites": {
    properties: { name: "Fläche", purpose: "Schule", owner: "CITY" },
    geometry: polygon,
  },
  "planned-sites": { properties: sketch("Standort", { securingType: "VERTRAG" }) },
  "candidate-sites": { properties: sketch("Skizze") },
  "parameter-sets": {
    properties: { name: "Kennwerte", validFrom: "2024-01-01", source, warnings: demoWarningThresholds },
    geometry: null,
  },
  "index-definitions": { properties: indexOfSealedArea, geometry: null },
  "computed-indicators": { properties: sealedLessGreen, geometry: null },
  "expert-assessments": {
    properties: {
      ...{ areaLevel: "district", areaNumber: "01", topic: "NEEDS", statement: "Es fehlt ein Treffpunkt." },
      ...{ evidence: "BEGEHUNG", authorOffice: "Bezirksamt", date: "2024-01-01" },
    },
    geometry: null,
  },
  interpretations: {
    properties: {
      ...{ indicatorCode: "sealed-area", text: "Der Wert folgt den Gewerbeflächen." },
      ...{ authorOffice: "Jugendamt", date: "2024-01-01" },
    },
    geometry: null,
  },
  evidence: {
    properties: {
      ...{ title: "Rundgang", method: "STADTTEILERKUNDUNG", from: "2024-01-01", office: "Jugendamt" },
      ...{ summary: "Der Spielplatz ist gut besucht.", areas: ["district:01"] },
    },
  },
  "early-warnings": {
    properties: {
      ...{ indicatorCode: "sealed-area", areaLevel: "district", areaNumber: "01", period: "2024" },
      ...{
        grade: "REVIEW",
        rules: ["LEVEL", "CHANGE"],
        disposition: "PLAUSIBLE",
        reason: "Ein neues Wohngebiet.",
      },
      ...{ authorOffice: "Jugendamt", date: "2024-01-01" },
    },
    geometry: null,
  },
  "glossary-terms": {
    properties: {
      ...{
        key: "stadtteil",
        name: { de: "Stadtteil", en: "Subdistrict" },
        plainLanguage: "Ein Teil der Stadt.",
      },
      definition: { de: "Teil eines Stadtbezirks.", en: "Part of a district." },
    },
    geometry: null,
  },
  "social-matches": {
    properties: { areaLevel: "district", areaNumber: "01" },
    geometry: null,
  },
  "area-selection-dossiers": {
    properties: { areaLevel: "district", areaNumber: "01" },
    geometry: null,
  },
  actors: { properties: { name: "Amt", kind: "AMT", areas: ["district:01"] }, geometry: null },
  scenarios: { properties: { name: "Szenario" }, geometry: null },
  "saved-views": {
    properties: {
      ...{ title: "Ansicht", sentence: "", address: "?v=1&level=district&indicator=none" },
      ...{ list: "Sitzung", place: 1, scenarioId: null },
    },
    geometry: null,
  },
};

interface Body {
  geometry: unknown;
  properties: Record<string, unknown>;
}

let count = 0;
/** What no two records of a type share, another one each time. */
function onlyOnce(type: string): Record<string, unknown> {
  count += 1;
  if (type === "glossary-terms") return { key: `stadtteil-${count}` };
  if (type === "index-definitions" || type === "computed-indicators") return { name: `Fassung ${count}` };
  return type === "social-matches" ? { priorityAreaId: crypto.randomUUID() } : {};
}

/** Body that creates or replaces a record of this type; each call names another one. */
export function bodyOf(type: string): Body {
  const { properties, geometry } = content[type] ?? { properties: {} };
  return {
    geometry: geometry === undefined ? { type: "Point", coordinates: [9.05, 48.75] } : geometry,
    properties: { ...properties, ...onlyOnce(type) },
  };
}

/** Everything that can be set is set, so that every route is there. */
const settings = {
  METRICS_TOKEN: "metrics-token-of-the-test",
  OVERLOAD_MS: "600000",
  OIDC_ISSUER: "http://localhost:9",
  OIDC_CLIENT_ID: "karte",
  OIDC_CLIENT_SECRET: "secret",
  BASEMAP: "karte.pmtiles",
  EMBED_ANCESTORS: "https://stadt.example",
  OUTBOUND_HOSTS: "karten.example",
};

/** A demo city one can plan in, with one public figure and with records on demand. */
export async function matrixCity(databaseUrl?: string): Promise<MatrixCity> {
  const city = await planningCity(databaseUrl);
  await addObservations(city.store, "PUBLIC");
  await addObservations(city.store, "PUBLIC", "green-area");
  const body: MatrixCity["body"] = async (type) => {
    const made = bodyOf(type);
    const { priorityAreaId: id } = made.properties;
    if (typeof id === "string") {
      const { properties } = bodyOf("renewal-priority-areas");
      await addRecord(city.store, "renewal-priority-areas", { id, properties, geometry: polygon });
    }
    return made;
  };
  const [grid] = await city.store.releases({ kind: "grid" });
  const directory = emptyWebDirectory();
  const { app, routes } = await appWithRoutes(() =>
    buildApp({
      services: city.services,
      config: readConfig({ ...settings, DATA_DIR: directory }),
      webDirectory: directory,
      logLevel: "silent",
    }),
  );
  const record: MatrixCity["record"] = async (type, more = {}) =>
    addRecord(city.store, type, { department: "51", ...(await body(type)), ...more } as never);
  const standing = new Map<string, Promise<StoredRecord>>();
  return {
    ...city,
    app,
    routes,
    gridFile: { dataset: "population-grid", release: grid?.id ?? "" },
    body,
    record,
    standing: (type, visibility) => {
      const key = `${type} ${visibility}`;
      const found = standing.get(key) ?? record(type, { visibility });
      standing.set(key, found);
      return found;
    },
    ifMatch: async (url, { headers }) => {
      const { etag } = (await app.inject({ url, headers })).headers;
      const state: Record<string, string> = etag ? { "if-match": String(etag) } : {};
      return state;
    },
    close: async () => {
      await app.close();
      await city.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** The app, and "GET /api/me" for every route it registers. */
async function appWithRoutes(build: () => Promise<FastifyInstance>) {
  const routes = new Set<string>();
  const note = (message: unknown) =>
    (message as { fastify: FastifyInstance }).fastify.addHook("onRoute", (route: RouteOptions) => {
      for (const method of [route.method].flat()) {
        if (method !== "HEAD" && method !== "OPTIONS") routes.add(`${method} ${route.url}`);
      }
    });
  subscribe("fastify.initialization", note);
  try {
    const app = await build();
    await app.ready();
    return { app, routes: [...routes].sort() };
  } finally {
    unsubscribe("fastify.initialization", note);
  }
}

/** A build of the dashboard with pages that hold nothing. */
function emptyWebDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), "matrix-city-"));
  mkdirSync(join(directory, "assets"));
  for (const page of ["index.html", "embed.html"]) writeFileSync(join(directory, page), "<!doctype html>");
  return directory;
}
