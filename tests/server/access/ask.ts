import type { MatrixCity, Operation, Person } from "./operation.ts";

/** Address and body of an operation as a person asks it. */
export interface Request {
  method: Operation["method"];
  url: string;
  headers: Record<string, string>;
  payload?: object | string;
}

/** What this person would send, with fresh things to act on. */
export async function requestOf(city: MatrixCity, operation: Operation, person: Person): Promise<Request> {
  const { params = {}, query, headers = {}, payload } = (await operation.ask?.(city, person)) ?? {};
  const path = Object.entries(params).reduce(
    (filled, [name, value]) => filled.replace(name === "*" ? "*" : `:${name}`, value),
    operation.path,
  );
  return {
    method: operation.method,
    url: query ? `${path}?${new URLSearchParams(query)}` : path,
    headers: { ...person.headers, ...headers },
    ...(payload ? { payload } : {}),
  };
}

/** Status of the answer; of an endless one as soon as it begins. */
export async function statusOf(
  city: MatrixCity,
  request: Request,
  { isEndless = false }: { isEndless?: boolean } = {},
): Promise<number> {
  const answer = await city.app.inject({ ...request, payloadAsStream: isEndless } as never);
  if (isEndless) (answer as unknown as { stream: () => { destroy(): void } }).stream().destroy();
  return (answer as unknown as { statusCode: number }).statusCode;
}
