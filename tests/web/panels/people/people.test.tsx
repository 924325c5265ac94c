import { onlineManager, QueryClient, QueryClientProvider } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Me } from "#domain/contract/contract.ts";
import { OpenedContext } from "../../../../web/data/opened.ts";
import { useMe } from "../../../../web/data/queries.ts";
import { noteSessionEnd } from "../../../../web/data/session.ts";
import { LanguageProvider } from "../../../../web/i18n/language.tsx";
import PersonBanner from "../../../../web/panels/people/person-banner.tsx";
import { RoleMappings } from "../../../../web/panels/people/role-mappings.tsx";
import SessionEnd from "../../../../web/panels/people/session-end.tsx";
import { useSamePerson } from "../../../../web/panels/people/use-same-person.ts";
import { createPageStore } from "../../../../web/state/store.ts";
import { PageStoreContext } from "../../../../web/state/use-page.ts";
import { aCity } from "../../builders.ts";

const planner = {
  ...{ role: "PLANNER", account: "a", department: "51", districts: [], ceilings: ["PUBLIC"], demoRoles: [] },
  ...{ office: "Jugendamt", signInKind: "local", signIn: { local: true, oidc: true, setup: false } },
} as unknown as Me;
const nobody = {
  ...planner,
  role: "PUBLIC",
  account: null,
  department: null,
  office: null,
  signInKind: null,
};

let me: unknown;
let session: { account: string | null; idleSeconds: number | null; seconds: number | null };
let mappings: object[];
let sent: { address: string; method: string; body: unknown }[];
let root: Root;

beforeEach(() => {
  [me, sent, mappings] = [planner, [], []];
  session = { account: "a", idleSeconds: 60, seconds: 3600 };
  vi.stubGlobal("fetch", async (address: string, { method = "GET", body }: RequestInit = {}) => {
    if (method !== "GET") sent.push({ address, method, body: JSON.parse(String(body)) });
    if (address.endsWith("api/session")) {
      if (method === "POST") session = { ...session, idleSeconds: 3000 };
      return Response.json(session);
    }
    if (address.endsWith("api/login")) {
      session = { account: "a", idleSeconds: 3000, seconds: 3600 };
      return Response.json(me);
    }
    if (address.endsWith("api/oidc/roles")) return Response.json({ items: mappings });
    return Response.json(me);
  });
});
afterEach(() => {
  root.unmount();
  document.body.replaceChildren();
  vi.unstubAllGlobals();
  vi.useRealTimers();
  noteSessionEnd(null);
  onlineManager.setOnline(true);
});

/** The parts of a page that know who is looking, as the workplace puts them together. */
function Page({ children }: { children: ReactNode }) {
  const known = useMe().data;
  if (!known) return null;
  return (
    <OpenedContext value={{ me: known, city: aCity(), layers: [], indicators: [] }}>
      <Watched>{children}</Watched>
    </OpenedContext>
  );
}
function Watched({ children }: { children: ReactNode }) {
  useSamePerson();
  return (
    <main>
      <PersonBanner />
      {children}
    </main>
  );
}

function open(children: ReactNode) {
  const container = document.createElement("div");
  document.body.append(container);
  const store = createPageStore({});
  const client = new QueryClient();
  root = createRoot(container);
  root.render(
    <QueryClientProvider client={client}>
      <PageStoreContext value={store}>
        <LanguageProvider>
          <Page>{children}</Page>
        </LanguageProvider>
      </PageStoreContext>
    </QueryClientProvider>,
  );
  return { container, store, client };
}

const button = (name: string) =>
  [...document.querySelectorAll("button")].filter(({ textContent }) => textContent === name).at(-1);
const fieldOf = (label: string) =>
  [...document.querySelectorAll("label")]
    .find(({ textContent }) => textContent?.startsWith(label))
    ?.querySelector<HTMLInputElement>("input, select");

it("a page whose account may suddenly see something else says so and lets go of what was selected", async () => {
  const { container, store, client } = open(null);
  // Only a page that stands can notice that somebody else is in front of it.
  await expect.poll(() => container.querySelector("main")).not.toBeNull();
  store.setState({ desk: "accounts" });
  me = { ...planner, role: "STATISTICS", department: null };
  await client.invalidateQueries({ queryKey: ["me"] });
  await expect.poll(() => container.textContent).toContain("Ihre Rechte haben sich geändert.");
  expect(store.getState().desk).toBeNull();
  me = nobody;
  await client.invalidateQueries({ queryKey: ["me"] });
  await expect.poll(() => container.textContent).toContain("Sie sind nicht mehr angemeldet.");
  button("Hinweis schließen")!.click();
  await expect.poll(() => container.textContent).toBe("");
});

it("an idle session near its end is kept with one button", async () => {
  const { container } = open(<SessionEnd />);
  await expect.poll(() => container.textContent).toMatch(/Ihre Anmeldung endet um \d\d:\d\d Uhr, weil/);
  button("Angemeldet bleiben")!.click();
  await expect.poll(() => container.textContent).toBe("");
  expect(sent.map(({ address }) => new URL(address).pathname)).toEqual(["/api/session"]);
});

it("once it is over the page asks for nothing, and goes on as it was when the same account signs in", async () => {
  session = { account: "a", idleSeconds: 1, seconds: 3600 };
  const { container, client } = open(
    <>
      <input aria-label="Anmerkung" defaultValue="" />
      <SessionEnd />
    </>,
  );
  await expect.poll(() => container.querySelector("input")).toBeTruthy();
  container.querySelector("input")!.value = "halb getippt";
  session = { account: null, idleSeconds: null, seconds: null };
  await expect
    .poll(() => document.querySelector("dialog")?.textContent, { timeout: 8000 })
    .toContain("abgelaufen");
  me = nobody;
  void client.invalidateQueries({ queryKey: ["me"] });
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(container.querySelector("input")!.value).toBe("halb getippt");
  me = planner;
  fieldOf("Anmeldename")!.value = "jugendamt";
  fieldOf("Passwort")!.value = "ein langes Passwort";
  document.querySelector<HTMLFormElement>("dialog form")!.requestSubmit();
  await expect.poll(() => document.querySelector("dialog")).toBeNull();
  expect(container.querySelector("input")!.value).toBe("halb getippt");
  expect(onlineManager.isOnline()).toBe(true);
});

it("role mappings are edited in their order and saved whole", async () => {
  mappings = [{ claim: "groups", value: "amt-51", role: "PLANNER", department: "51", districts: [] }];
  open(<RoleMappings />);
  await expect.poll(() => button("Zuordnung hinzufügen")).toBeTruthy();
  button("Zuordnung hinzufügen")!.click();
  await expect.poll(() => button("Zuordnung 2 nach oben")).toBeTruthy();
  document.querySelectorAll<HTMLInputElement>("[name^=value]")[1]!.value = "statistik";
  const role = document.querySelectorAll<HTMLSelectElement>("[name^=role]")[1]!;
  role.value = "STATISTICS";
  role.dispatchEvent(new Event("change", { bubbles: true }));
  button("Zuordnung 2 nach oben")!.click();
  await expect.poll(() => document.querySelector<HTMLInputElement>("[name^=value]")?.value).toBe("statistik");
  document.querySelector("form")!.requestSubmit();
  await expect.poll(() => sent.length).toBe(1);
  expect(sent[0]).toMatchObject({
    method: "PUT",
    body: {
      items: [
        { claim: "groups", value: "statistik", role: "STATISTICS", department: null, districts: [] },
        { claim: "groups", value: "amt-51", role: "PLANNER", department: "51", districts: [] },
      ],
    },
  });
});

it("whoever removes a mapping, or moves it up as far as it goes, goes on at a row or at the heading", async () => {
  mappings = ["a", "b", "c"].map((value) => ({
    ...{ claim: "groups", value, role: "ADMIN", department: null, districts: [] },
  }));
  open(<RoleMappings />);
  const rows = (count: number) => expect.poll(() => document.querySelectorAll("fieldset").length).toBe(count);
  const isAt = (what: string) =>
    vi.waitFor(() => {
      const { id, name } = document.activeElement as HTMLInputElement;
      expect(name || id).toBe(what);
    });
  await rows(3);
  button("Zuordnung 1 entfernen")!.click();
  await isAt("claim-1");
  button("Zuordnung 2 nach oben")!.click();
  await isAt("claim-2");
  button("Zuordnung 2 entfernen")!.click();
  await isAt("role-mappings");
  button("Zuordnung 1 entfernen")!.click();
  await rows(0);
  await isAt("role-mappings");
});
