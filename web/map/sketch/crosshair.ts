import { toUtm32 } from "#domain/geometry/utm.ts";
import type { Language } from "#domain/text/text.ts";
import type { sketch as wording } from "../../i18n/de/sketch.ts";
import type { Place } from "./sketch.ts";

const restMilliseconds = 400;

/** A place in metres of EPSG:25832 and in degrees, as it is shown and said. */
export function placeText([longitude, latitude]: Place, language: Language, words: typeof wording) {
  const number = (value: number, decimals: number) =>
    value.toLocaleString(language === "de" ? "de-DE" : "en-GB", {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
    });
  const [east, north] = toUtm32(longitude, latitude);
  return {
    metres: words.place(number(east, 0), number(north, 0)),
    degrees: words.degrees(number(latitude, 5), number(longitude, 5)),
  };
}

/**
 * The cross in the middle of the map with its coordinates beside it, and the voice for people who do not see
 * either. The coordinates are said once the crosshair rests, never while a key is held down.
 */
export function crosshairOn(container: HTMLElement) {
  const part = <Tag extends keyof HTMLElementTagNameMap>(tag: Tag, name: string) => {
    const element = document.createElement(tag);
    element.className = name;
    return element;
  };
  const cross = part("div", "map-crosshair");
  cross.setAttribute("aria-hidden", "true");
  const label = part("p", "map-crosshair-place");
  label.setAttribute("aria-hidden", "true");
  const voice = part("div", "map-sketch-voice");
  voice.setAttribute("role", "status");
  cross.hidden = true;
  label.hidden = true;
  container.append(cross, label, voice);
  let rest: ReturnType<typeof setTimeout> | undefined;

  const say = (message: string) => {
    if (message) voice.textContent = message;
  };
  return {
    say,
    show: ({ metres, degrees }: { metres: string; degrees: string }, isMoved: boolean) => {
      cross.hidden = false;
      label.hidden = false;
      label.replaceChildren(metres, document.createElement("br"), degrees);
      clearTimeout(rest);
      if (isMoved) rest = setTimeout(() => say(metres), restMilliseconds);
    },
    hide: () => {
      clearTimeout(rest);
      cross.hidden = true;
      label.hidden = true;
    },
    remove: () => {
      clearTimeout(rest);
      cross.remove();
      label.remove();
      voice.remove();
    },
  };
}
