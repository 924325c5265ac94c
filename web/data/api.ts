import type { ProblemAnswer } from "#domain/contract/contract.ts";

/** The server answered with a problem, or did not answer (status 0). Query hooks and screens tell them apart. */
export class ApiError extends Error {
  readonly status: number;
  readonly problem: ProblemAnswer | null;
  /** True where the server said that it will answer in a moment. */
  readonly isPassing: boolean;

  constructor(status: number, problem: ProblemAnswer | null, { isPassing = false } = {}) {
    super(problem?.title ?? `HTTP ${status}`);
    this.name = "ApiError";
    this.status = status;
    this.problem = problem;
    this.isPassing = isPassing;
  }
}

/** Whether a request was answered with this status. */
export function isStatus(error: unknown, status: number): boolean {
  return error instanceof ApiError && error.status === status;
}

export function isUnreachable(error: unknown): boolean {
  return error instanceof ApiError && (error.status === 0 || error.status === 502 || error.status === 504);
}

const refusalListeners = new Set<() => void>();

/** After so long without a touch or a key the page asks by itself, which is no use of the session. */
const attentionMs = 300_000;
let lastTouch = Date.now();
for (const kind of ["pointerdown", "keydown"]) {
  addEventListener(kind, () => (lastTouch = Date.now()), { capture: true, passive: true });
}

/** Calls back when the server refused something to whoever is looking. Returns stop. */
export function onRefusal(listener: () => void): () => void {
  refusalListeners.add(listener);
  return () => refusalListeners.delete(listener);
}

/** Address of a resource beside the page, which may be served under any path. */
export function addressOf(path: string, parameters?: URLSearchParams): string {
  const address = new URL(path, document.baseURI);
  if (parameters) address.search = parameters.toString();
  return address.href;
}

/** An answer with the mark of its state, which a later change has to send back (If-Match). */
export interface Tagged<T> {
  value: T;
  etag: string;
}

interface Reading {
  parameters?: URLSearchParams;
  signal?: AbortSignal;
}

/** Reads JSON. Rejects with ApiError; aborts pass through untouched. */
export async function read<T>(path: string, reading: Reading = {}): Promise<T> {
  return (await readTagged<T>(path, reading)).value;
}

export async function readTagged<T>(path: string, { parameters, signal }: Reading = {}): Promise<Tagged<T>> {
  return answer<T>(addressOf(path, parameters), { signal: signal ?? null });
}

/** Posts JSON and reads the answer. Rejects with ApiError. */
export async function send<T>(path: string, body: unknown): Promise<T> {
  return (await write<T>(path, body)).value;
}

/**
 * Writes JSON; with `ifMatch` it replaces what had this mark, or with `method` does something to it. Rejects with
 * ApiError, 412 when that is gone.
 */
export async function write<T>(
  path: string,
  body: unknown,
  { ifMatch, method }: { ifMatch?: string; method?: "POST" } = {},
): Promise<Tagged<T>> {
  return answer<T>(addressOf(path), {
    method: method ?? (ifMatch === undefined ? "POST" : "PUT"),
    headers: {
      "content-type": "application/json",
      ...(ifMatch === undefined ? {} : { "if-match": ifMatch }),
    },
    body: JSON.stringify(body),
  });
}

/** Posts a form with a file and reads the answer. Rejects with ApiError. */
export async function sendForm<T>(path: string, form: FormData, parameters: URLSearchParams): Promise<T> {
  return (await answer<T>(addressOf(path, parameters), { method: "POST", body: form })).value;
}

/** Changes the given parts of something. Rejects with ApiError. */
export async function patch<T>(path: string, body: unknown): Promise<T> {
  const headers = { "content-type": "application/json" };
  return (await answer<T>(addressOf(path), { method: "PATCH", headers, body: JSON.stringify(body) })).value;
}

/** Deletes what has no versions. Rejects with ApiError. */
export async function discard(path: string): Promise<void> {
  await answer<null>(addressOf(path), { method: "DELETE" });
}

/** Deletes what has this mark. Rejects with ApiError. */
export async function remove(path: string, { ifMatch }: { ifMatch: string }): Promise<void> {
  await answer<null>(addressOf(path), { method: "DELETE", headers: { "if-match": ifMatch } });
}

async function answer<T>(address: string, options: RequestInit): Promise<Tagged<T>> {
  const headers = new Headers(options.headers);
  if (Date.now() - lastTouch > attentionMs) headers.set("x-unattended", "1");
  const response = await fetch(address, { credentials: "same-origin", ...options, headers }).catch(
    (error: unknown) => {
      if (error instanceof DOMException && error.name === "AbortError") throw error;
      throw new ApiError(0, null);
    },
  );
  if (!response.ok) {
    if (response.status === 401 || response.status === 403) for (const tell of refusalListeners) tell();
    const isPassing = response.status === 503 && response.headers.has("retry-after");
    throw new ApiError(response.status, await problemIn(response), { isPassing });
  }
  const value = response.status === 204 ? null : await response.json();
  return { value: value as T, etag: response.headers.get("etag") ?? "" };
}

async function problemIn(response: Response): Promise<ProblemAnswer | null> {
  if (!response.headers.get("content-type")?.includes("json")) return null;
  return (await response.json().catch(() => null)) as ProblemAnswer | null;
}
