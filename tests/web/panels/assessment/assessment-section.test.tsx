import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Role } from "#domain/access/audience.ts";
import { OpenedContext } from "../../../../web/data/opened.ts";
import { LanguageProvider } from "../../../../web/i18n/language.tsx";
import AssessmentSection from "../../../../web/panels/assessment/assessment-section.tsx";
import FigureVoices from "../../../../web/panels/assessment/figure-voices.tsx";
import { createPageStore } from "../../../../web/state/store.ts";
import { PageStoreContext } from "../../../../web/state/use-page.ts";
import { aCity, anIndicator } from "../../builders.ts";

const area = { level: "district" as const, number: "01" };
const record = (id: string, change: object, state = "ERFASST") => ({
  ...{ id, type: "expert-assessments", revision: 1, state, visibility: "INTERNAL", owner: "x" },
  ...{ participants: [], department: null, districts: ["01"], geometry: null, visibleSince: null },
  ...{ createdAt: "2026-01-01", updatedAt: "2026-01-01", releaseLog: [], publicFace: null },
  properties: {
    ...{ areaLevel: "district", areaNumber: "01", topic: "NEEDS", statement: "Es fehlt ein Treff." },
    ...{ evidence: "GESPRAECH", authorOffice: "Bezirksvorstehung West", date: "2026-02-01" },
    ...{ confirmsIndicators: [], contradictsIndicators: ["unemployment"] },
    ...change,
  },
});

let root: Root | null = null;
let sent: { properties: Record<string, unknown> }[] = [];
let saved: ReturnType<typeof record>[] = [];
let asked: string[] = [];
beforeEach(() => {
  [sent, saved, asked] = [[], [], []];
  sessionStorage.clear();
  HTMLDialogElement.prototype.showModal ??= () => {};
  HTMLElement.prototype.scrollIntoView ??= () => {};
  vi.stubGlobal("fetch", async (address: string, { method = "GET", body }: RequestInit) => {
    asked.push(address);
    if (method !== "GET") {
      sent.push(JSON.parse(String(body)));
      return Response.json(record("new", {}), { status: 201 });
    }
    const districts = [{ level: "district", number: "01", name: "West", parentNumber: null }];
    const items = address.includes("api/records") ? saved : address.includes("district") ? districts : [];
    return Response.json({ items, total: items.length, next: null });
  });
});
afterEach(() => {
  root?.unmount();
  root = null;
  document.body.replaceChildren();
  vi.unstubAllGlobals();
});

async function shown(role: Role, { districts = ["01"], sight = null as "PUBLIC" | null } = {}) {
  const container = document.createElement("div");
  document.body.append(container);
  root = createRoot(container);
  const store = createPageStore({});
  store.getState().lookThrough(sight);
  const account = role === "PUBLIC" ? null : "x";
  const me = { role, account, department: null, districts, office: null } as never;
  root.render(
    <QueryClientProvider client={new QueryClient()}>
      <PageStoreContext value={store}>
        <LanguageProvider>
          <OpenedContext value={{ me, city: aCity(), layers: [], indicators: [anIndicator()] }}>
            <FigureVoices area={area} indicatorCode="unemployment" />
            <AssessmentSection area={area} />
          </OpenedContext>
        </LanguageProvider>
      </PageStoreContext>
    </QueryClientProvider>,
  );
  await vi.waitFor(() => expect(asked.some((one) => one.includes("expert-assessments"))).toBe(true));
  await new Promise((resolve) => setTimeout(resolve, 50));
  return container;
}

const button = (page: HTMLElement, name: string) =>
  [...page.querySelectorAll("button")].find(
    (one) => (one.getAttribute("aria-label") ?? one.textContent) === name,
  );
async function press(page: HTMLElement, name: string): Promise<void> {
  (await vi.waitUntil(() => button(page, name))).click();
}
async function write(page: HTMLElement, statement: string): Promise<void> {
  const field = await vi.waitUntil(() => page.querySelector<HTMLTextAreaElement>("#assessment-statement"));
  Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value")?.set?.call(field, statement);
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

describe("Wissen vor Ort in a sheet", () => {
  it("is not there for whoever neither reads nor writes any, and offers no form behind a lowered Sicht", async () => {
    expect((await shown("PUBLIC", { districts: [] })).textContent).toBe("");
    expect((await shown("DISTRICT_HEAD", { districts: ["02"] })).textContent).toBe("");
    expect((await shown("SECRETARIAT", { sight: "PUBLIC" })).textContent).toBe("");
    expect(asked.some((one) => one.includes("expert-assessments") && one.includes("ceiling=PUBLIC"))).toBe(
      true,
    );
  });

  it("says beside the figure that somebody contradicts it, and leads to the statement", async () => {
    saved = [
      record("old", {}, "UEBERHOLT"),
      record("part", { areaLevel: "subdistrict", areaNumber: "011" }),
      record("a", {}),
      record("b", { contradictsIndicators: [], confirmsIndicators: ["unemployment"], date: "2026-03-01" }),
    ];
    const page = await shown("SECRETARIAT");
    expect(page.querySelector(".figure-voices")?.textContent).toBe(
      "1 Widerspruch vor Ort1-mal vor Ort bestätigt",
    );
    await press(page, "1 Widerspruch vor Ort");
    expect(document.activeElement?.id).toBe("assessment-a");
    expect(document.activeElement?.textContent).toContain("Widerspricht: Arbeitslose");
    expect(document.activeElement?.textContent).toContain("Bezirksvorstehung West, 01.02.2026");
    expect(page.querySelector("summary")?.textContent).toBe("Überholt (1)");
  });

  it("leads to the missing statement, keeps the draft when closed, and saves it for the office", async () => {
    const page = await shown("DISTRICT_HEAD");
    await press(page, "Einschätzung hinzufügen");
    await press(page, "Speichern");
    const summary = await vi.waitUntil(() => page.querySelector("[role=alert]"));
    expect(document.activeElement).toBe(summary);
    expect(page.querySelector("#assessment-statement-problem")?.textContent).toBe(
      "Bitte schreiben Sie Ihre Aussage auf.",
    );
    summary.querySelector("a")?.click();
    expect(document.activeElement?.id).toBe("assessment-statement");
    await write(page, "Es fehlt ein Treff.");
    await press(page, "Abbrechen");
    await press(page, "Einschätzung hinzufügen");
    const field = await vi.waitUntil(() => page.querySelector<HTMLTextAreaElement>("#assessment-statement"));
    expect(field.value).toBe("Es fehlt ein Treff.");
    await press(page, "Speichern");
    await vi.waitFor(() => expect(page.querySelector("dialog")).toBeNull());
    expect(sent[0]?.properties).toMatchObject({
      ...{ statement: "Es fehlt ein Treff.", authorOffice: "Bezirksvorstehung West" },
      ...{ areaLevel: "district", areaNumber: "01" },
    });
    expect(sessionStorage.length).toBe(0);
  });
});
