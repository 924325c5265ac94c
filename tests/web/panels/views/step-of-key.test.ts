import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { stepOfKey } from "../../../../web/panels/views/step-of-key.ts";

beforeEach(() => {
  document.body.innerHTML = `
    <button id="button"></button>
    <input id="field" />
    <div class="map-view"><canvas id="map" tabindex="0"></canvas></div>
    <div role="tablist"><button id="tab"></button></div>`;
});
afterEach(() => {
  document.body.innerHTML = "";
});

function pressed(key: string, at = "button", change: KeyboardEventInit = {}) {
  let step: ReturnType<typeof stepOfKey> | undefined;
  const listen = (event: KeyboardEvent) => {
    step = stepOfKey(event);
  };
  window.addEventListener("keydown", listen, { once: true, capture: true });
  document.getElementById(at)?.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, ...change }));
  return step;
}

describe("a key pressed during a Vorführung", () => {
  it("steps on, back and out", () => {
    expect(
      ["ArrowRight", "ArrowLeft", "PageDown", "PageUp", "Escape", "x"].map((key) => pressed(key)),
    ).toEqual([1, -1, 1, -1, "leave", null]);
  });

  it("belongs to the map and to tabs where these know arrows; a remote and Escape work there all the same", () => {
    for (const place of ["map", "tab"])
      expect(["ArrowRight", "ArrowLeft", "PageDown", "Escape"].map((key) => pressed(key, place))).toEqual([
        null,
        null,
        1,
        "leave",
      ]);
  });

  it("belongs to a field, to an open dialog, and to the browser with a modifier", () => {
    for (const key of ["ArrowRight", "PageDown", "Escape"]) {
      expect(pressed(key, "field")).toBeNull();
      expect(pressed(key, "button", { altKey: true })).toBeNull();
    }
    document.body.insertAdjacentHTML("beforeend", "<dialog open></dialog>");
    expect(pressed("ArrowRight")).toBeNull();
  });
});
