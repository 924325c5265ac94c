import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Role } from "#domain/access/audience.ts";
import { OpenedContext } from "../../../../web/data/opened.ts";
import { LanguageProvider } from "../../../../web/i18n/language.tsx";
import ExternalDetails from "../../../../web/panels/external/external-details.tsx";
import { createPageStore } from "../../../../web/state/store.ts";
import { PageStoreContext } from "../../../../web/state/use-page.ts";
import { aCity, aLayer } from "../../builders.ts";

let root: Root | null = null;
let sent: { path: string; method: string; mark: string | null; body: unknown }[] = [];
let saved: { title: string; attribution: string; visibility: string; mark: string };
beforeEach(() => {
  sent = [];
  saved = { title: "Pläne", attribution: "Stadtplanungsamt", visibility: "PUBLIC", mark: '"1"' };
  HTMLDialogElement.prototype.showModal ??= () => {};
  vi.stubGlobal("fetch", async (address: string, { method = "GET", headers, body }: RequestInit) => {
    const path = new URL(address).pathname.replace(/^.*\/api/, "/api");
    const mark = new Headers(headers).get("if-match");
    if (method !== "GET") sent.push({ path, method, mark, body: JSON.parse(String(body)) });
    if (method === "PUT" && mark !== saved.mark)
      return Response.json({ title: "Inzwischen hat jemand anderes gespeichert." }, { status: 412 });
    const { title, attribution, visibility } = saved;
    const record = { id: "x", visibility, properties: { title, attribution } };
    return Response.json(record, { headers: { etag: saved.mark } });
  });
});
afterEach(() => {
  root?.unmount();
  root = null;
  document.body.replaceChildren();
  vi.unstubAllGlobals();
});

async function opened(role: Role): Promise<HTMLElement> {
  const container = document.createElement("div");
  document.body.append(container);
  root = createRoot(container);
  const me = { role, account: "a", department: null, districts: [], ceilings: ["PUBLIC", "RESTRICTED"] };
  root.render(
    <QueryClientProvider client={new QueryClient()}>
      <PageStoreContext value={createPageStore({})}>
        <LanguageProvider>
          <OpenedContext value={{ me: me as never, city: aCity(), layers: [], indicators: [] }}>
            <ExternalDetails layer={aLayer("external-x", { kind: "external" })} name="Pläne" />
          </OpenedContext>
        </LanguageProvider>
      </PageStoreContext>
    </QueryClientProvider>,
  );
  await vi.waitFor(() => expect(button(container, "Karte bearbeiten …")).toBeDefined());
  button(container, "Karte bearbeiten …")?.click();
  await vi.waitFor(() => expect(container.querySelector("input[name=title]")).not.toBeNull());
  return container;
}
const button = (page: HTMLElement, name: string) =>
  [...page.querySelectorAll("button")].find(({ textContent }) => textContent === name);
const fill = (page: HTMLElement, name: string, value: string) => {
  page.querySelector<HTMLInputElement>(`input[name=${name}]`)!.value = value;
};
const submit = (form: Element | undefined) =>
  form?.dispatchEvent(new Event("submit", { bubbles: true, cancelable: true }));
const isClosed = (page: HTMLElement) => vi.waitFor(() => expect(page.querySelector("dialog")).toBeNull());

describe("the dialog of a map of another service", () => {
  it("changes title and source on the state that was read", async () => {
    const page = await opened("ADMIN");
    fill(page, "title", " Bebauungspläne ");
    submit(page.querySelectorAll("form")[0]);
    await isClosed(page);
    expect(sent).toEqual([
      {
        path: "/api/external-layers/x",
        method: "PUT",
        mark: '"1"',
        body: { title: "Bebauungspläne", attribution: "Stadtplanungsamt" },
      },
    ]);
  });

  it("C-02 says what somebody else saved, and replaces it at the next attempt only", async () => {
    const page = await opened("ADMIN");
    saved = { ...saved, title: "Bauleitpläne", mark: '"2"' };
    fill(page, "title", "Bebauungspläne");
    submit(page.querySelectorAll("form")[0]);
    await vi.waitFor(() => expect(page.textContent).toContain("„Bauleitpläne“, Quelle „Stadtplanungsamt“"));
    expect(page.querySelector<HTMLInputElement>("input[name=title]")?.value).toBe("Bebauungspläne");
    submit(page.querySelectorAll("form")[0]);
    await isClosed(page);
    expect(sent.map(({ mark }) => mark)).toEqual(['"1"', '"2"']);
  });

  it("withdraws what everyone sees and releases what the administration sees, each with a reason", async () => {
    const visibility = { PUBLIC: "withdraw", INTERNAL: "release" } as const;
    for (const [now, act] of Object.entries(visibility)) {
      saved = { ...saved, visibility: now };
      const page = await opened("SECRETARIAT");
      fill(page, "reason", "Vertrag endet");
      submit(page.querySelectorAll("form")[1]);
      await isClosed(page);
      expect(sent.pop()).toEqual({
        path: `/api/external-layers/x/${act}`,
        method: "POST",
        mark: null,
        body: { visibility: now === "PUBLIC" ? "INTERNAL" : "PUBLIC", reason: "Vertrag endet" },
      });
    }
  });

  it("leaves release and withdrawal to the Geschäftsstelle", async () => {
    const page = await opened("ADMIN");
    expect(page.querySelectorAll("form")).toHaveLength(1);
  });
});
