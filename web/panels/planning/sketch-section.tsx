import { useId, useState } from "react";
import { maySketch } from "../../planning/edit-scenario.ts";
import type { PlanningTerms } from "../../planning/use-planning.ts";
import { useSites, useSketching } from "../../planning/use-sketching.ts";
import type { SketchMode } from "../../state/planning-slice.ts";
import { usePage, usePageStore } from "../../state/use-page.ts";
import { CandidateSymbol } from "../../symbols/supply-layer-symbol.tsx";
import { Notice } from "../../ui/notice.tsx";
import { useTheme } from "../frame/use-appearance.ts";
import { PositionField } from "./position-field.tsx";
import { usePlanningText } from "./use-planning-text.ts";

/** Sketches of the scenario, those to be compared, and the ways to make a new one. */
export function SketchSection({ terms }: { terms: PlanningTerms }) {
  const words = usePlanningText();
  const store = usePageStore();
  const mayAdd = usePage(maySketch);
  const mode = usePage((state) => state.sketchMode);
  const view = usePage((state) => state.planningView);
  const sketching = useSketching(terms);
  const heading = useId();
  const start = (next: SketchMode) => store.getState().plan({ sketchMode: mode === next ? "none" : next });

  return (
    <section className="layer-group planning-sketches" aria-labelledby={heading}>
      <h3 id={heading}>{words.sketches.heading}</h3>
      <SiteList />
      {mayAdd ? (
        <>
          <button
            type="button"
            className="button button-main"
            aria-pressed={mode === "point"}
            onClick={() => start("point")}
          >
            {mode === "point" ? words.sketches.cancel : words.sketches.sketch}
          </button>
          {(mode === "point" || mode === "plot") && (
            <Notice>
              <p>{words.sketches.place}</p>
              <PositionField
                label={words.sketches.byCoordinate}
                action={words.sketches.set}
                onTake={(position) => sketching.sketch({ position })}
              />
            </Notice>
          )}
          <button
            type="button"
            className="button"
            aria-pressed={mode === "plot"}
            onClick={() => start("plot")}
          >
            {mode === "plot" ? words.sketches.cancel : words.sketches.sketchPlot}
          </button>
          <LandSelect terms={terms} />
        </>
      ) : (
        <p className="small">{words.sketches.readOnly}</p>
      )}
      {view !== "suggestions" && (
        <button
          type="button"
          className="button"
          onClick={() => store.getState().plan({ planningView: "suggestions" })}
        >
          {words.sketches.suggest}
        </button>
      )}
    </section>
  );
}

function SiteList() {
  const words = usePlanningText();
  const store = usePageStore();
  const theme = useTheme();
  const sites = useSites();
  const inHand = usePage((state) => state.siteInHand);
  const compared = usePage((state) => state.sitesCompared);
  if (sites.length === 0) return <p className="small">{words.sketches.none}</p>;
  const known = compared.filter((id) => sites.some((site) => site.id === id));
  const toggle = (id: string) =>
    store.getState().plan({
      sitesCompared: known.includes(id) ? known.filter((one) => one !== id) : [...known, id],
    });
  return (
    <>
      <ul className="site-list" aria-label={words.sketches.heading}>
        {sites.map((site) => (
          <li key={site.id} className="row-line">
            <input
              type="checkbox"
              aria-label={words.sketches.compare(site.name)}
              title={words.sketches.compare(site.name)}
              checked={known.includes(site.id)}
              onChange={() => toggle(site.id)}
            />
            <CandidateSymbol theme={theme} />
            <button
              type="button"
              className="link-button quiet row-name"
              aria-current={site.id === inHand ? "true" : undefined}
              onClick={() => {
                store.getState().clearSelection();
                store.getState().plan({
                  siteInHand: site.id,
                  planningKind: site.kind,
                  planningResult: "site",
                });
              }}
            >
              {site.name}
            </button>
          </li>
        ))}
      </ul>
      {known.length > 0 ? (
        <button
          type="button"
          className="button"
          onClick={() => store.getState().plan({ planningResult: "comparison" })}
        >
          {words.sketches.compareChosen}
        </button>
      ) : (
        <p className="small">{words.sketches.compareHint}</p>
      )}
    </>
  );
}

/** Land one may pick instead of pointing at the map. */
function LandSelect({ terms }: { terms: PlanningTerms }) {
  const words = usePlanningText();
  const { pickLand } = useSketching(terms);
  const [chosen, setChosen] = useState("");
  const hint = useId();
  const { land } = terms.base;
  if (land.length === 0) return null;
  const types = [...new Set(land.map(({ type }) => type))];
  const take = () => {
    const plot = land.find(({ type, id }) => `${type}/${id}` === chosen);
    if (plot) pickLand(plot);
    setChosen("");
  };
  return (
    <details>
      <summary>{words.sketches.pick}</summary>
      <label className="field">
        <span className="for-ears">{words.sketches.pick}</span>
        <select value={chosen} aria-describedby={hint} onChange={(event) => setChosen(event.target.value)}>
          <option value="">{words.sketches.pick} …</option>
          {types.map((type) => (
            <optgroup key={type} label={words.sketches.land[type]}>
              {land
                .filter((one) => one.type === type)
                .map((one) => (
                  <option key={one.id} value={`${one.type}/${one.id}`}>
                    {one.name}
                  </option>
                ))}
            </optgroup>
          ))}
        </select>
      </label>
      <p id={hint} className="small">
        {words.sketches.pickHint}
      </p>
      <button type="button" className="button" disabled={chosen === ""} onClick={take}>
        {words.sketches.set}
      </button>
    </details>
  );
}
