import { ScenarioTag } from "../scenario/scenario-tag.tsx";
import { useMapTitle } from "./use-map-title.ts";

/** The one heading of the page: what the map shows, in a sentence. */
export function MapTitle() {
  const { title, subtitle } = useMapTitle();
  return (
    <div className="map-title">
      <h1>{title}</h1>
      {subtitle && <p>{subtitle}</p>}
      <ScenarioTag />
    </div>
  );
}
