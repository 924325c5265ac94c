import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { bindKeyboard } from "../../../../web/map/interactions/keyboard.ts";

const canvas = document.createElement("canvas");
const crosshair = document.createElement("div");
const end = document.createElement("span");
let picks = 0;
let unbind = () => {};

function press(key: string, more: KeyboardEventInit = {}): void {
  canvas.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, ...more }));
}

beforeEach(() => {
  canvas.tabIndex = 0;
  end.tabIndex = -1;
  crosshair.hidden = true;
  picks = 0;
  document.body.append(canvas, crosshair, end);
  unbind = bindKeyboard(canvas, { crosshair, end }, { pickAtCentre: () => picks++ });
});

afterEach(() => {
  unbind();
  document.body.replaceChildren();
});

describe("bindKeyboard", () => {
  it("picks under the crosshair with Enter", () => {
    press("Enter");
    expect(picks).toBe(1);
    expect(crosshair.hidden).toBe(false);
  });

  it("shows the crosshair while the arrows move the map and hides it for the mouse", () => {
    press("ArrowLeft");
    expect(crosshair.hidden).toBe(false);
    canvas.dispatchEvent(new Event("pointerdown"));
    expect(crosshair.hidden).toBe(true);
  });

  it("leaves the map with Escape to the place behind it", () => {
    canvas.focus();
    press("Escape");
    expect(document.activeElement).toBe(end);
  });

  it("leaves keys with a modifier to the browser", () => {
    press("Enter", { ctrlKey: true });
    expect(picks).toBe(0);
  });

  it("hears nothing once it is unbound", () => {
    unbind();
    press("Enter");
    expect(picks).toBe(0);
  });
});
