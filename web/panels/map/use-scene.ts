import { useMemo } from "react";
import type { Layer } from "#domain/contract/contract.ts";
import { useShown } from "../../data/figures.tsx";
import { useOpened } from "../../data/opened.ts";
import { useFilteredFacilities, useOverlays } from "../../data/queries.ts";
import { useLanguage } from "../../i18n/language.tsx";
import type { MapScene } from "../../map/map-scene.ts";
import { filterParameters, isFiltering, noFilter } from "../../state/facility-filter.ts";
import { selectScene } from "../../state/scene.ts";
import { arrangedLayers } from "../../state/selectors/arranged-layers.ts";
import { facilitiesOfFamilies } from "../../state/selectors/filtered-facilities.ts";
import { scenarioSites } from "../../state/selectors/scenario-sites.ts";
import { withDrawnArea } from "../../state/selectors/with-drawn-area.ts";
import { usePage } from "../../state/use-page.ts";
import { allFamilies } from "../../state/view-slice.ts";
import { useTheme } from "../frame/use-appearance.ts";
import { useDrawnArea } from "../frame/use-drawn-area.ts";
import { useTabs } from "../frame/use-tabs.ts";

/** Layers of supply, which planning always shows; others are added there, for one question at a time. */
const alwaysPlanned = new Set(["facilities", "planned-sites", "candidate-sites"]);

/** Whether there is more than tiles: what only this audience sees, or things of another service. */
const hasThings = ({ hasOverlay, kind, tiles }: Layer) =>
  hasOverlay || (kind === "external" && tiles === null);

/** The scene for the map, made anew only when something it shows has changed. */
export function useScene(): MapScene {
  const { city, layers } = useOpened();
  const { figures } = useShown();
  const { text, language, formats } = useLanguage();
  const theme = useTheme();
  const isMeeting = usePage((state) => state.isMeeting);
  const level = usePage((state) => state.level);
  const families = usePage((state) => state.families);
  const look = usePage((state) => state.look);
  const keptClass = usePage((state) => state.peekedClass ?? state.keptClass);
  const keptAreas = usePage((state) => state.keptAreas);
  const indicatorOpacity = usePage((state) => state.indicatorOpacity);
  const showsValues = usePage((state) => state.showsValues);
  const settings = usePage((state) => state.layers);
  const filter = usePage((state) => state.facilityFilter);
  const { tab } = useTabs();
  const shown = usePage((state) => state.planningShown);
  const planningLayers = usePage((state) => state.planningLayers);
  const isPlanning = tab === "planning";
  const changes = usePage((state) => state.openScenario?.scenario.changes);
  const added = useMemo(() => scenarioSites(changes ?? []), [changes]);
  const area = useDrawnArea();
  // Every corner changes the draft, which the map draws by itself; the scene stays as it is.
  const drawn = area?.kind === "drawn" ? area.ring : null;
  const isDrawing = area?.kind === "drawing";
  const marked = useMemo(() => {
    if (drawn) return withDrawnArea(added, { kind: "drawn", ring: drawn });
    return withDrawnArea(added, isDrawing ? { kind: "drawing", corners: [] } : null);
  }, [added, drawn, isDrawing]);
  const planning = isPlanning ? (shown?.scene ?? null) : marked;

  const arranged = useMemo(() => {
    const all = arrangedLayers(settings, layers);
    if (!isPlanning) return all;
    const isShown = (layer: string) => alwaysPlanned.has(layer) || planningLayers.includes(layer);
    return all.map((one) =>
      one.definition.kind === "records" ? { ...one, isVisible: isShown(one.layer), opacity: 1 } : one,
    );
  }, [settings, layers, isPlanning, planningLayers]);
  const withOverlay = useMemo(
    () => arranged.filter((one) => one.isVisible && hasThings(one.definition)).map((one) => one.layer),
    [arranged],
  );
  const overlays = useOverlays(withOverlay);
  // Planning shows what serves the kind it asks about, whatever the layers of the map hide.
  const types = isPlanning ? shown?.facilityTypes : undefined;
  const asked = useMemo(() => (types ? { ...noFilter, types } : filter), [types, filter]);
  const found = useFilteredFacilities(isFiltering(asked) ? filterParameters(asked) : null).data;
  const filteredFacilities = useMemo(
    () => (found && isFiltering(asked) ? facilitiesOfFamilies(found, types ? allFamilies : families) : null),
    [found, asked, types, families],
  );

  // Two indicators, and computed figures, have classes that do not follow from one value.
  const namedClasses = figures.kind === "ready" ? (figures.pair ?? figures.computed)?.classes : undefined;

  return useMemo(
    () =>
      selectScene(
        { isMeeting, language, level, families, look, keptClass, keptAreas, indicatorOpacity, showsValues },
        {
          city,
          layers: arranged,
          overlays,
          filteredFacilities,
          theme,
          planning,
          figures:
            figures.kind === "ready" && !isPlanning
              ? {
                  ...figures,
                  ...(namedClasses && { classes: namedClasses }),
                  format: (value, isConfidential) => {
                    const figure = formats.value(value, figures.indicator);
                    return isConfidential ? `${figure} (${text.record.confidential})` : figure;
                  },
                }
              : null,
        },
      ),
    [
      isMeeting,
      language,
      level,
      families,
      look,
      keptClass,
      keptAreas,
      indicatorOpacity,
      showsValues,
      city,
      arranged,
      overlays,
      filteredFacilities,
      theme,
      figures,
      namedClasses,
      formats,
      text,
      planning,
      isPlanning,
    ],
  );
}
