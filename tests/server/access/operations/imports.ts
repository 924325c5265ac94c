import { randomUUID } from "node:crypto";
import type { ImportJob, ImportKind } from "#domain/contract/import-contract.ts";
import { formOf } from "../../imports/upload.ts";
import type { MatrixCity, Operation } from "../operation.ts";

/** A job with a preview, of somebody who is not asking, unless it says otherwise; its file is gone. */
async function jobOf(city: MatrixCity, kind: ImportKind, more: Partial<ImportJob> = {}): Promise<string> {
  const id = randomUUID();
  const at = new Date().toISOString();
  await city.store.addImportJob({
    id,
    kind,
    recordType: kind === "records" ? "facilities" : null,
    account: "demo:SECRETARIAT",
    state: "PREVIEWED",
    step: "preview",
    fileName: "daten.csv",
    fileBytes: 1,
    reading: {},
    spec: null,
    released: null,
    preview: null,
    report: null,
    problem: null,
    createdAt: at,
    updatedAt: at,
    ...more,
  });
  return id;
}

const onJob = (method: Operation["method"], path: string, name: string, payload?: object): Operation => ({
  name,
  method,
  path,
  ask: async (city) => ({ params: { id: await jobOf(city, "areas") }, ...(payload && { payload }) }),
});

/** Rights are asked before the form is looked at: who may import is told that there is no file in it. */
const withoutFile = (query: Record<string, string>): Operation["ask"] => {
  const { headers } = formOf({ content: "" });
  const boundary = headers["content-type"].split("=")[1];
  return () => ({ query, headers, payload: Buffer.from(`--${boundary}--\r\n`) });
};

export const operations: Operation[] = [
  {
    name: "importFile (areas)",
    method: "POST",
    path: "/api/imports",
    ask: withoutFile({ kind: "areas" }),
  },
  {
    name: "importFile (indicator)",
    method: "POST",
    path: "/api/imports",
    ask: withoutFile({ kind: "indicator" }),
  },
  {
    name: "importFile (layer)",
    method: "POST",
    path: "/api/imports",
    ask: withoutFile({ kind: "layer" }),
  },
  {
    name: "importFile (facilities)",
    method: "POST",
    path: "/api/imports",
    ask: withoutFile({ kind: "records", recordType: "facilities" }),
  },
  {
    name: "importFile (renewal-areas)",
    method: "POST",
    path: "/api/imports",
    ask: withoutFile({ kind: "records", recordType: "renewal-areas" }),
  },
  { name: "list jobs", method: "GET", path: "/api/jobs" },
  onJob("GET", "/api/jobs/:id", "read job (areas)"),
  {
    name: "read job (facilities of department 51)",
    method: "GET",
    path: "/api/jobs/:id",
    ask: async (city) => ({
      params: { id: await jobOf(city, "records", { account: "demo:PLANNER:51" }) },
    }),
  },
  onJob("POST", "/api/jobs/:id/preview", "read file of job again", { reading: {} }),
  onJob("POST", "/api/jobs/:id/check", "check job", { spec: {} }),
  onJob("POST", "/api/jobs/:id/publish", "publish job", { released: null }),
  onJob("POST", "/api/jobs/:id/cancel", "cancel job"),
  onJob("DELETE", "/api/jobs/:id", "delete job"),
  { name: "list datasets", method: "GET", path: "/api/datasets" },
  {
    name: "undo release (areas)",
    method: "POST",
    path: "/api/datasets/:dataset/undo",
    ask: () => ({
      params: { dataset: "areas-district" },
      payload: { current: "another", reason: "falsche Datei" },
    }),
  },
];
