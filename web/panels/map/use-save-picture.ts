import { useShown } from "../../data/figures.tsx";
import { useOpened } from "../../data/opened.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { useSketchText } from "../../i18n/use-sketch-text.ts";
import { arrangedLayers } from "../../state/selectors/arranged-layers.ts";
import { usePage } from "../../state/use-page.ts";
import { useScenarioName } from "../scenario/use-scenario-name.ts";
import { useMapHandle } from "./map-handle.ts";
import { saveFile } from "./save-file.ts";
import { useMapTitle } from "./use-map-title.ts";
import { usePictureLegend } from "./use-picture-legend.ts";
import { useScene } from "./use-scene.ts";

const noNotes: readonly string[] = [];

/** A3 landscape at about 200 dots per inch: sharp on paper and on a projector. */
const pictureSize = { width: 3300, height: 2340 };

/**
 * Draws the map as it is seen, with title, legend, sources and date, and hands it to the browser's
 * downloads. The answer is false when that did not work.
 */
export function useSavePicture(): () => Promise<boolean> {
  const { text, say, formats } = useLanguage();
  const sketchText = useSketchText();
  const { city, layers } = useOpened();
  const { figures } = useShown();
  const handle = useMapHandle();
  const scene = useScene();
  const title = useMapTitle();
  const legend = usePictureLegend();
  const computedWith = usePage((state) => state.planningShown?.notes ?? noNotes);
  const settings = usePage((state) => state.layers);
  const scenarioName = useScenarioName();

  return async () => {
    const map = handle.current;
    if (!map) return false;
    const { planning } = scene;
    // Planning arranges the layers by its question, not by what was switched on.
    const shown = planning
      ? scene.layers.map(({ layer }) => layer)
      : arrangedLayers(settings, layers)
          .filter(({ isVisible }) => isVisible)
          .map(({ definition }) => definition);
    const sources = shown.flatMap((definition) =>
      definition.provenance.map(
        ({ source, referenceDate }) =>
          `${say(definition.name)}: ${text.layers.sourceAsOf(source, formats.date(referenceDate))}`,
      ),
    );
    const provenance = figures.kind === "ready" ? figures.indicator.provenance : null;
    const ofFigures = planning
      ? computedWith
      : provenance
        ? [text.layers.sourceAsOf(provenance.source, formats.date(provenance.referenceDate))]
        : [];
    const today = formats.date(new Date().toISOString());
    try {
      const [{ mapPicture }, { planningLegend }, { workerUrl }] = await Promise.all([
        import("../../map/export/map-picture.ts"),
        import("../../map/export/planning-legend.ts"),
        import("../../map/worker-url.ts"),
      ]);
      const picture = await mapPicture({
        scene,
        bounds: map.bounds(),
        workerUrl,
        size: pictureSize,
        title: title.title,
        ...(title.subtitle ? { subtitle: title.subtitle } : {}),
        legend: planning
          ? planningLegend(scene, planning, legend, sketchText.legend, formats.number)
          : legend,
        notes: [
          ...new Set([
            text.scenario.named(scenarioName),
            ...ofFigures,
            ...sources,
            ...city.attribution,
            `${text.app.name}, ${today}`,
          ]),
        ],
        ...(city.notice ? { notice: say(city.notice) } : {}),
      });
      saveFile(picture, `${title.title}.png`);
      return true;
    } catch (error) {
      console.warn(error);
      return false;
    }
  };
}
