import { createRoot, type Root } from "react-dom/client";
import { afterEach, describe, expect, it } from "vitest";
import { OpenedContext } from "../../../../web/data/opened.ts";
import { LanguageProvider } from "../../../../web/i18n/language.tsx";
import EmbedDialog from "../../../../web/panels/embed/embed-dialog.tsx";
import { MapHandleContext } from "../../../../web/panels/map/map-handle.ts";
import { createPageStore } from "../../../../web/state/store.ts";
import { PageStoreContext } from "../../../../web/state/use-page.ts";
import { aCity } from "../../builders.ts";

let root: Root | null = null;
afterEach(() => {
  root?.unmount();
  root = null;
  document.body.replaceChildren();
});

async function shown(isEmbeddable: boolean) {
  const container = document.createElement("div");
  document.body.append(container);
  root = createRoot(container);
  root.render(
    <PageStoreContext value={createPageStore({})}>
      <LanguageProvider>
        <OpenedContext value={{ me: {} as never, city: aCity({ isEmbeddable }), layers: [], indicators: [] }}>
          <MapHandleContext value={{ current: null }}>
            <EmbedDialog />
          </MapHandleContext>
        </OpenedContext>
      </LanguageProvider>
    </PageStoreContext>,
  );
  await expect.poll(() => container.querySelector("textarea")).toBeTruthy();
  return container;
}

describe("the dialog that offers an embed", () => {
  it("says that no other site may show it while none is listed", async () => {
    expect((await shown(false)).textContent).toContain("Noch darf keine andere Internetseite");
  });

  it("gives the code of what its preview shows, with a name for the frame", async () => {
    const container = await shown(true);
    expect(container.textContent).not.toContain("EMBED_ANCESTORS");
    const code = container.querySelector("textarea")?.value ?? "";
    expect(code).toContain('title="Teststadt" width="960" height="720"');
    const address = container.querySelector("iframe")?.getAttribute("src") ?? "missing";
    expect(address).toContain("/embed?lang=de&level=district");
    expect(code).toContain(address.replaceAll("&", "&amp;"));
  });
});
