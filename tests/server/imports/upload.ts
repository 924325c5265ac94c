import type { FastifyInstance } from "fastify";
import type { JobAnswer } from "#domain/contract/import-contract.ts";

type Headers = Record<string, string>;

/** How a table with the columns "Nr" and "Bäume" is read: trees of each Stadtbezirk in 2024, which everybody may see. */
export const treesSpec = {
  level: "district",
  area: { number: "Nr" },
  sourceText: "Statistisches Amt",
  licence: "frei",
  referenceDate: "2024-12-31",
  indicators: [
    {
      definition: {
        code: "trees",
        name: { de: "Bäume", en: "Trees" },
        theme: "environment",
        kind: "count",
        unit: "",
        direction: "NEUTRAL",
        decimals: 0,
        publicationAllowed: true,
      },
      values: [{ column: "Bäume", period: "2024" }],
    },
  ],
};

export interface UploadParts {
  content: Uint8Array | string;
  name?: string;
  fields?: Readonly<Record<string, string>>;
  /** Further files, which nobody may send. */
  more?: number;
}

/** A form as a browser sends it; the file name goes in as it is given. */
export function formOf({ content, name = "daten.csv", fields = {}, more = 0 }: UploadParts) {
  const boundary = "----import-test-boundary";
  const part = (head: string, body: Uint8Array | string) =>
    Buffer.concat([Buffer.from(`--${boundary}\r\n${head}\r\n\r\n`), Buffer.from(body), Buffer.from("\r\n")]);
  const field = ([key, value]: [string, string]) =>
    part(`Content-Disposition: form-data; name="${key}"`, value);
  const file = (body: Uint8Array | string) =>
    part(
      `Content-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: application/octet-stream`,
      body,
    );
  return {
    headers: { "content-type": `multipart/form-data; boundary=${boundary}` },
    payload: Buffer.concat([
      ...Object.entries(fields).map(field),
      file(content),
      ...Array.from({ length: more }, () => file("x")),
      Buffer.from(`--${boundary}--\r\n`),
    ]),
  };
}

/** Uploads as somebody; answers the response as it came. */
export function upload(app: FastifyInstance, headers: Headers, parts: UploadParts, query = "kind=indicator") {
  const form = formOf(parts);
  return app.inject({
    method: "POST",
    url: `/api/imports?${query}`,
    headers: { ...headers, ...form.headers },
    payload: form.payload,
  });
}

/** The job once it waits for a person or is over. */
export async function settled(app: FastifyInstance, headers: Headers, id: string): Promise<JobAnswer> {
  const deadline = Date.now() + 60_000;
  for (;;) {
    const response = await app.inject({ url: `/api/jobs/${id}`, headers });
    if (response.statusCode !== 200) throw new Error(`job ${id}: ${response.statusCode} ${response.body}`);
    const job = response.json<JobAnswer>();
    if (job.state !== "WAITING" && job.state !== "RUNNING") return job;
    if (Date.now() > deadline) throw new Error(`job ${id} is still ${job.state}`);
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}

/** Uploads and waits for the preview. */
export async function uploaded(
  app: FastifyInstance,
  headers: Headers,
  parts: UploadParts,
  query = "kind=indicator",
): Promise<JobAnswer> {
  const response = await upload(app, headers, parts, query);
  if (response.statusCode > 202) throw new Error(`${response.statusCode} ${response.body}`);
  return settled(app, headers, response.json<JobAnswer>().id);
}

/** Asks for a step and waits for its end. */
export async function stepped(
  app: FastifyInstance,
  headers: Headers,
  id: string,
  step: "preview" | "check" | "publish",
  body: object,
): Promise<JobAnswer> {
  const response = await app.inject({
    method: "POST",
    url: `/api/jobs/${id}/${step}`,
    headers,
    payload: body,
  });
  if (response.statusCode > 202) throw new Error(`${response.statusCode} ${response.body}`);
  return settled(app, headers, id);
}
