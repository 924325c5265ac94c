import type { Layer } from "#domain/contract/contract.ts";
import { type FacilityFamily, facilityFamilies } from "#domain/facility/facility-families.ts";
import { type Figures, useShown } from "../../data/figures.tsx";
import { useOpened } from "../../data/opened.ts";
import { useLanguage } from "../../i18n/language.tsx";
import type { PictureLegend } from "../../map/export/draw-legend.ts";
import { maximumSymbolRadius } from "../../map/style/symbol-size.ts";
import { arrangedLayers } from "../../state/selectors/arranged-layers.ts";
import { usePage } from "../../state/use-page.ts";
import { symbolSamples } from "../indicator/symbol-samples.ts";
import { useClassLabel } from "../indicator/use-class-label.ts";
import { useHiddenNote } from "../indicator/use-hidden-note.ts";
import { useMethodLabel } from "../indicator/use-method-label.ts";
import { useReadingName } from "../indicator/use-reading-name.ts";

/** The legend of the page as plain words and numbers for the exported picture. */
export function usePictureLegend(): PictureLegend {
  const { text, say, formats } = useLanguage();
  const { layers } = useOpened();
  const { figures } = useShown();
  const settings = usePage((state) => state.layers);
  const families = usePage((state) => state.families);
  const opacity = usePage((state) => state.indicatorOpacity);
  const ready = figures.kind === "ready" ? figures : null;
  const labeller = useClassLabel();
  const labelOf = ready ? labeller(ready) : () => "";
  const methodLabel = useMethodLabel();

  const rows = ready?.rows ?? [];
  const nameOf = useReadingName();
  const titleOf = (shown: Figures) =>
    shown.pair
      ? nameOf(shown)
      : [nameOf(shown), formats.unit(shown.indicator.unit)].filter(Boolean).join(" · ");
  const hiddenNote = useHiddenNote();
  const isCount = ready?.indicator.kind === "count";
  const things = arrangedLayers(settings, layers).filter(
    ({ definition, isVisible, layer }) =>
      isVisible &&
      (definition.kind === "records" || definition.kind === "features") &&
      (layer !== "facilities" || families.length > 0),
  );
  const classNote = ready && !isCount ? [`${text.classes.fixed}, ${methodLabel(ready)}.`] : [];
  const notes = ready ? [...classNote, ...hiddenNote(ready)] : [];
  return {
    ...(ready ? { title: titleOf(ready) } : {}),
    classes: rows.flatMap((row) =>
      row.colour && !isCount
        ? [{ colour: row.colour, text: labelOf(row), count: formats.number(row.areas) }]
        : [],
    ),
    states: rows.flatMap((row) =>
      typeof row.kept === "string" && row.kept !== "VALUE"
        ? [{ state: row.kept, text: labelOf(row), count: formats.number(row.areas) }]
        : [],
    ),
    circles:
      ready && isCount
        ? symbolSamples(ready.maximum).map((value) => ({
            value,
            text: formats.value(value, ready.indicator),
          }))
        : [],
    maximum: ready?.maximum ?? 0,
    circle: { radius: maximumSymbolRadius(false), colour: ready?.scale.colours.at(-1) ?? "#0B3A6B" },
    opacity,
    layers: things.map(({ layer, definition }) => ({
      layer,
      geometry: definition.geometry,
      text:
        layer === "facilities"
          ? formats.list(families.map((family) => say(facilityFamilies[family])))
          : say(definition.name),
      count: formats.number(countOf(definition, families)),
    })),
    ...(notes.length > 0 ? { note: notes.join(" ") } : {}),
  };
}

/** Facilities count as far as their families are shown. */
function countOf({ counts, count }: Layer, families: readonly FacilityFamily[]): number {
  if (!counts) return count;
  return families.reduce((sum, family) => sum + (counts[family] ?? 0), 0);
}
