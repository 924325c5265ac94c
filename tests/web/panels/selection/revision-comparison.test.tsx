import { createRoot, type Root } from "react-dom/client";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { RevisionAnswer } from "#domain/contract/contract.ts";
import { LanguageProvider } from "../../../../web/i18n/language.tsx";
import { RevisionComparison } from "../../../../web/panels/selection/revision-comparison.tsx";
import { createPageStore } from "../../../../web/state/store.ts";
import { PageStoreContext } from "../../../../web/state/use-page.ts";

const version = (revision: number, name: string, longitude: number, state = "SKIZZE"): RevisionAnswer =>
  ({
    ...{ revision, action: "edit", office: `Stelle ${revision}`, at: "2026-01-01T10:00:00Z", reason: null },
    record: {
      ...{ id: "s", type: "candidate-sites", revision, state, visibility: "RESTRICTED", owner: "" },
      ...{ participants: [], department: "51", districts: [] },
      geometry: { type: "Point", coordinates: [longitude, 48.78] },
      properties: { name, uses: [], constraints: [] },
    },
  }) as unknown as RevisionAnswer;
const revisions = [
  version(1, "Fläche am Depot", 9.18),
  version(2, "Fläche am alten Depot", 9.181),
  version(3, "Fläche am alten Depot", 9.181, "VORGEPRUEFT"),
];

let root: Root | null = null;
afterEach(() => {
  root?.unmount();
  root = null;
  document.body.replaceChildren();
});

async function shown(): Promise<HTMLElement> {
  const container = document.createElement("div");
  document.body.append(container);
  root = createRoot(container);
  root.render(
    <PageStoreContext value={createPageStore({})}>
      <LanguageProvider>
        <RevisionComparison revisions={revisions} />
      </LanguageProvider>
    </PageStoreContext>,
  );
  await vi.waitFor(() => expect(container.querySelector("select")).not.toBeNull());
  return container;
}

const rows = (page: HTMLElement) =>
  [...page.querySelectorAll("tbody tr")].map((row) => [...row.children].map((cell) => cell.textContent));

function choose(page: HTMLElement, select: number, revision: string): void {
  const element = page.querySelectorAll("select")[select];
  if (!element) throw new Error("no such choice");
  element.value = revision;
  element.dispatchEvent(new Event("change", { bubbles: true }));
}

describe("two versions of a record", () => {
  it("are at first the last two, with office under each", async () => {
    const page = await shown();
    expect(rows(page)).toEqual([["Status", "Skizze", "vorgeprüft"]]);
    const heads = [...page.querySelectorAll("thead th")].map((cell) => cell.textContent);
    expect(heads[1]).toContain("Stelle 2");
    expect(heads[2]).toContain("Stelle 3");
  });

  it("stand side by side in the words of the fields, and a place says how far it moved", async () => {
    const page = await shown();
    choose(page, 0, "1");
    choose(page, 1, "2");
    await vi.waitFor(() =>
      expect(rows(page)).toEqual([
        ["Lage", expect.stringMatching(/^Lage um 7[34] m verschoben$/)],
        ["Name", "Fläche am Depot", "Fläche am alten Depot"],
      ]),
    );
  });

  it("that are the same one differ in nothing", async () => {
    const page = await shown();
    choose(page, 0, "3");
    await vi.waitFor(() => expect(page.textContent).toContain("ist nichts verschieden"));
  });
});
