import { useMemo } from "react";
import { useOpened } from "../../data/opened.ts";
import { problemText } from "../../data/problem-text.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { ComparedMaps } from "../../map/compare/compared-maps.tsx";
import type { MapEvents } from "../../map/map-scene.ts";
import { MapView } from "../../map/map-view.tsx";
import { gapScale } from "../../planning/gap-scale.ts";
import { usePlanningBase } from "../../planning/use-planning.ts";
import type { Comparison } from "../../state/scenario-slice.ts";
import { usePage, usePageStore } from "../../state/use-page.ts";
import { Notice } from "../../ui/notice.tsx";
import { Skeleton } from "../../ui/progress.tsx";
import { MapFoot } from "../map/map-foot.tsx";
import { useScene } from "../map/use-scene.ts";
import { differenceScene, planningOfSide } from "./compared-scene.ts";
import { ComparisonBar } from "./comparison-bar.tsx";
import { ComparisonTable } from "./comparison-table.tsx";
import { useComparison } from "./use-comparison.ts";

/** Two scenarios beside each other: linked maps, a swipe or the difference, and the same in figures. */
export default function CompareView({ comparison }: { comparison: Comparison }) {
  const { text, say, language, formats } = useLanguage();
  const { city } = useOpened();
  const store = usePageStore();
  const base = usePlanningBase();
  const standards =
    base.data?.parameterSets.find(({ id }) => id === base.data.parameterSetId)?.standards ?? [];
  const askedKind = usePage((state) => state.planningKind);
  const standard = standards.find(({ kind }) => kind === askedKind) ?? standards[0];
  const figures = useComparison(comparison, standard?.kind ?? null);
  const scene = useScene();
  const words = text.scenario.comparison;
  const [first, second] = figures.sides;

  // One scale for both sides, or the same colour would mean two things.
  const scale = useMemo(
    () => gapScale([...(first.gaps?.cells.people ?? []), ...(second.gaps?.cells.people ?? [])]),
    [first.gaps, second.gaps],
  );
  // Only what differs: everything else on the map would be the same twice.
  const plain = useMemo(
    () => ({
      ...scene,
      layers: scene.layers.filter(({ layer }) => layer.kind !== "records"),
      filteredFacilities: null,
      choropleth: null,
      selection: null,
    }),
    [scene],
  );
  const group = standard?.targetGroup ?? { de: "", en: "" };
  const what = words.unserved(say(group));
  const left = useMemo(
    () => ({
      scene: { ...plain, planning: planningOfSide(first, scale) },
      title: words.mapTitle(what, first.name),
    }),
    [plain, first, scale, words, what],
  );
  const right = useMemo(
    () => ({
      scene: { ...plain, planning: planningOfSide(second, scale) },
      title: words.mapTitle(what, second.name),
    }),
    [plain, second, scale, words, what],
  );
  const difference = useMemo(
    () => differenceScene(plain, figures.areas, (value) => formats.change(Math.round(value), 0)),
    [plain, figures.areas, formats],
  );
  const events = useMemo<MapEvents>(
    () => ({
      onPick: () => undefined,
      onHover: () => undefined,
      onMove: (moved) => store.getState().rememberCamera(moved),
      onProblem: () => undefined,
    }),
    [store],
  );
  const camera = store.getState().camera;

  return (
    <section className="comparison" id="map" tabIndex={-1} aria-label={words.title}>
      <ComparisonBar comparison={comparison} kind={standard?.kind ?? null} standards={standards} />
      {figures.error !== null && <Notice kind="problem">{problemText(figures.error, text, language)}</Notice>}
      {figures.isPending && <Skeleton lines={3} label={words.loading} />}
      <div className="comparison-body">
        <div className="comparison-maps">
          {comparison.mode === "difference" ? (
            <>
              <p className="compared-title" data-side="left">
                {words.differenceTitle(say(group))} · {words.differenceNote(first.name, second.name)}
              </p>
              <MapView
                scene={difference}
                camera={camera}
                name={words.differenceTitle(say(group))}
                events={events}
              />
            </>
          ) : (
            <ComparedMaps
              left={left}
              right={right}
              mode={comparison.mode === "side" ? "side-by-side" : "swipe"}
              camera={camera}
              onCamera={events.onMove}
            />
          )}
          <MapFoot city={city} />
        </div>
        <ComparisonTable figures={figures} group={group} />
      </div>
    </section>
  );
}
