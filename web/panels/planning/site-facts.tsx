import { useState } from "react";
import { fromUtm32, toUtm32 } from "#domain/geometry/utm.ts";
import type { SketchedSite } from "#domain/scenario/scenario.ts";
import { type SupplyLayer, supplyLayers } from "#domain/site/site-fields.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { changeSite, maySketch } from "../../planning/edit-scenario.ts";
import { sizeOf, usesOf } from "../../planning/make-site.ts";
import { withPosition, withVertex } from "../../planning/move-site.ts";
import type { PlanningTerms } from "../../planning/use-planning.ts";
import { typedPosition } from "../../state/selectors/search-position.ts";
import { usePage, usePageStore } from "../../state/use-page.ts";
import { usePlanningText } from "./use-planning-text.ts";

/** What the planner says of the site: size, opening, supply layer, note, coordinates. */
export function SiteFacts({ terms, site }: { terms: PlanningTerms; site: SketchedSite }) {
  const { say } = useLanguage();
  const words = usePlanningText();
  const store = usePageStore();
  const mayEdit = usePage(maySketch);
  const standard = terms.parameterSet.standards.find(({ kind }) => kind === site.kind) ?? terms.standard;
  const change = (part: Partial<SketchedSite>) =>
    changeSite(store, site.id, (before) => ({ ...before, ...part }));
  const size = sizeOf(standard, site.uses);

  return (
    <details className="site-facts" open>
      <summary>{words.site.facts}</summary>
      <fieldset className="stack" disabled={!mayEdit}>
        <legend className="for-ears">{words.site.facts}</legend>
        {standard.sizes.length > 0 && (
          <label className="field field-inline">
            <span>{words.site.size}</span>
            <select
              value={size}
              onChange={(event) => change({ uses: usesOf(standard, Number(event.target.value)) })}
            >
              {size === -1 && <option value={-1}>{words.need.noSize}</option>}
              {standard.sizes.map((one, place) => (
                <option key={say(one.name)} value={place}>
                  {say(one.name)}
                </option>
              ))}
            </select>
          </label>
        )}
        <label className="field field-inline">
          <span>{words.site.layer}</span>
          <select
            value={site.layer}
            onChange={(event) => change({ layer: event.target.value as SupplyLayer })}
          >
            {(Object.keys(supplyLayers) as SupplyLayer[]).map((layer) => (
              <option key={layer} value={layer}>
                {say(supplyLayers[layer])}
              </option>
            ))}
          </select>
        </label>
        <DraftField
          key={`year ${site.openingYear}`}
          name={words.site.openingYear}
          value={site.openingYear === null ? "" : String(site.openingYear)}
          read={(text) =>
            text === "" ? null : /^2[01]\d\d$/.test(text) && Number(text) <= 2100 ? Number(text) : undefined
          }
          onTake={(openingYear) => change({ openingYear })}
        />
        <DraftField
          key={`note ${site.note}`}
          name={words.site.note}
          value={site.note}
          read={(text) => text.slice(0, 10_000)}
          onTake={(note) => change({ note })}
        />
        <Coordinates site={site} />
      </fieldset>
    </details>
  );
}

/** A field whose content counts when it is left or confirmed; what cannot be read goes back to what it was. */
function DraftField<T>({
  name,
  value,
  read,
  onTake,
  isQuiet = false,
}: {
  name: string;
  value: string;
  /** Undefined for what cannot be read. */
  read: (text: string) => T | undefined;
  onTake: (value: T) => void;
  /** The name is heard only, because a heading says it. */
  isQuiet?: boolean;
}) {
  const [draft, setDraft] = useState(value);
  const take = () => {
    if (draft === value) return;
    const taken = read(draft.trim());
    if (taken === undefined) setDraft(value);
    else onTake(taken);
  };
  return (
    <label className={isQuiet ? "field" : "field field-inline"}>
      <span className={isQuiet ? "for-ears" : undefined}>{name}</span>
      <input
        value={draft}
        autoComplete="off"
        onChange={(event) => setDraft(event.target.value)}
        onBlur={take}
        onKeyDown={(event) => {
          if (event.key === "Enter") take();
        }}
      />
    </label>
  );
}

/** The site's points, editable in both ways of writing them. */
function Coordinates({ site }: { site: SketchedSite }) {
  const { formats } = useLanguage();
  const words = usePlanningText();
  const store = usePageStore();
  // The last point of a ring is its first.
  const points = site.plot ? site.plot.slice(0, -1) : [site.position];
  const move = (place: number, position: [number, number]) =>
    changeSite(store, site.id, (before) =>
      before.plot ? withVertex(before, place, position) : withPosition(before, position),
    );
  const asDegrees = (text: string) => {
    const typed = typedPosition(text);
    return typed?.kind === "degrees" ? ([typed.longitude, typed.latitude] as [number, number]) : undefined;
  };
  const asMetres = (text: string) => {
    const typed = typedPosition(text);
    return typed?.kind === "utm32" ? fromUtm32(typed.easting, typed.northing) : undefined;
  };
  return (
    <table className="small-table coordinates">
      <caption>{words.site.coordinates}</caption>
      <thead>
        <tr>
          <th scope="col">{words.site.utm}</th>
          <th scope="col">{words.site.degrees}</th>
        </tr>
      </thead>
      <tbody>
        {points.map(([longitude, latitude], place) => {
          const [east, north] = toUtm32(longitude, latitude);
          const metres = `${Math.round(east)} ${Math.round(north)}`;
          const degrees = `${formats.number(latitude, 5)} ${formats.number(longitude, 5)}`;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: corners have no other name than their place
            <tr key={`${metres} ${place}`}>
              <td>
                <DraftField
                  isQuiet
                  name={words.site.coordinateOf(place + 1, words.site.utm)}
                  value={metres}
                  read={asMetres}
                  onTake={(position) => move(place, position)}
                />
              </td>
              <td>
                <DraftField
                  isQuiet
                  name={words.site.coordinateOf(place + 1, words.site.degrees)}
                  value={degrees}
                  read={asDegrees}
                  onTake={(position) => move(place, position)}
                />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
