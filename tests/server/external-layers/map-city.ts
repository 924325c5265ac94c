import { expect } from "vitest";
import { type MapService, startMapService } from "../../lib/map-service.ts";
import { type SmallCity, smallCity } from "../../lib/small-city.ts";

export const path = "/api/external-layers";

/** A small city that may ask a map service on the own machine, and what people do there. */
export async function mapCity(databaseUrl?: string) {
  const service: MapService = await startMapService();
  const settings = { outboundHosts: ["127.0.0.1"], outboundAddresses: ["127.0.0.1"] };
  let city: SmallCity = await smallCity({ databaseUrl, settings });
  const people: Record<"public" | "planner" | "head" | "secretariat" | "admin", Record<string, string>> = {
    public: { host: "localhost" },
    planner: city.as("PLANNER", { department: "51" }),
    head: city.as("DISTRICT_HEAD", { district: "01" }),
    secretariat: city.as("SECRETARIAT"),
    admin: city.as("ADMIN"),
  };
  const get = (url: string, headers = people.public) => city.app.inject({ url, headers });
  const post = (url: string, payload: object, headers = people.secretariat) =>
    city.app.inject({ method: "POST", url, payload, headers });
  /** What the dialog sends for the layer of green. */
  const parks = (kind: string, more: object = {}) => ({
    service: kind,
    address: service.address,
    layer: kind === "WFS" ? "ms:parks" : "parks",
    title: `Grünflächen ${kind}`,
    attribution: "Stadtmessungsamt",
    ...more,
  });
  return {
    service,
    people,
    get,
    post,
    parks,
    store: () => city.store,
    request: (options: { method: "PUT" | "DELETE"; url: string; headers: object; payload?: object }) =>
      city.app.inject(options as never),
    /** Adds a layer as the Geschäftsstelle and returns its id. */
    added: async (kind: string, more?: object): Promise<string> => {
      const answer = await post(path, parks(kind, more));
      expect(answer.statusCode, answer.body).toBe(201);
      return answer.json().id;
    },
    release: (id: string) =>
      post(`${path}/${id}/release`, { visibility: "PUBLIC", reason: "Der Dienst ist öffentlich." }),
    /** Queries the service gets while something is done. */
    asked: async (question: () => Promise<unknown>): Promise<string[]> => {
      const before = service.asked.length;
      await question();
      return service.asked.slice(before).map(({ query }) => query);
    },
    restart: async () => {
      city = { ...(await city.restarted()), as: city.as };
    },
    close: async () => {
      await city.close();
      await service.stop();
    },
  };
}
