import type { ProblemAnswer } from "#domain/contract/contract.ts";

/** The server answered with a problem, or did not answer (status 0). Query hooks and screens tell them apart. */
export class ApiError extends Error {
  readonly status: number;
  readonly problem: ProblemAnswer | null;

  constructor(status: number, problem: ProblemAnswer | null) {
    super(problem?.title ?? `HTTP ${status}`);
    this.name = "ApiError";
    this.status = status;
    this.problem = problem;
  }
}

export function isUnreachable(error: unknown): boolean {
  return error instanceof ApiError && (error.status === 0 || error.status === 502 || error.status === 504);
}

/** Address of a resource beside the page, which may be served under any path. */
export function addressOf(path: string, parameters?: URLSearchParams): string {
  const address = new URL(path, document.baseURI);
  if (parameters) address.search = parameters.toString();
  return address.href;
}

/** Reads JSON. Rejects with ApiError; aborts pass through untouched. */
export async function read<T>(
  path: string,
  { parameters, signal }: { parameters?: URLSearchParams; signal?: AbortSignal } = {},
): Promise<T> {
  return answer<T>(addressOf(path, parameters), { signal: signal ?? null });
}

/** Writes JSON and reads the answer; `ifMatch` is the revision the editor saw. Rejects with ApiError. */
export async function send<T>(
  path: string,
  body: unknown,
  { method = "POST", ifMatch }: { method?: "POST" | "PUT"; ifMatch?: number } = {},
): Promise<T> {
  return answer<T>(addressOf(path), {
    method,
    headers: {
      "content-type": "application/json",
      ...(ifMatch === undefined ? {} : { "if-match": `"${ifMatch}"` }),
    },
    body: JSON.stringify(body),
  });
}

/** Deletes what stood in this revision. Rejects with ApiError. */
export async function remove(path: string, { ifMatch }: { ifMatch: number }): Promise<void> {
  await answer<null>(addressOf(path), { method: "DELETE", headers: { "if-match": `"${ifMatch}"` } });
}

async function answer<T>(address: string, options: RequestInit): Promise<T> {
  const response = await fetch(address, { credentials: "same-origin", ...options }).catch(
    (error: unknown) => {
      if (error instanceof DOMException && error.name === "AbortError") throw error;
      throw new ApiError(0, null);
    },
  );
  if (!response.ok) throw new ApiError(response.status, await problemIn(response));
  return (response.status === 204 ? null : await response.json()) as T;
}

async function problemIn(response: Response): Promise<ProblemAnswer | null> {
  if (!response.headers.get("content-type")?.includes("json")) return null;
  return (await response.json().catch(() => null)) as ProblemAnswer | null;
}
