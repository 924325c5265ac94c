import { createRoot } from "react-dom/client";
import { expect, it, vi } from "vitest";
import { MapView } from "../../../web/map/map-view.tsx";
import { scene } from "./scenes.ts";

it("MapView says in a sentence that the browser draws no map, and that the table still works", async () => {
  vi.spyOn(console, "warn").mockImplementation(() => undefined);
  const container = document.createElement("div");
  document.body.append(container);
  const root = createRoot(container);
  const nothing = () => undefined;
  const events = { onPick: nothing, onHover: nothing, onMove: nothing, onProblem: nothing };
  // The simulated page has no WebGL, as a locked-down office computer may.
  root.render(<MapView scene={scene()} camera={null} events={events} name="Karte" />);
  await vi.waitFor(() => expect(container.textContent).toContain("WebGL 2"), { timeout: 20_000 });
  expect(container.textContent).toContain("Die Tabelle zeigt dieselben Angaben.");
  root.unmount();
});
