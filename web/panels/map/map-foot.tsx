import type { City } from "#domain/contract/contract.ts";
import { useOpened } from "../../data/opened.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { scaleBar } from "../../map/export/scale-bar.ts";
import { externalSources } from "../../state/selectors/external-sources.ts";
import { usePage } from "../../state/use-page.ts";
import { useMedia } from "../../ui/use-media.ts";
import { DataNotice } from "../frame/data-notice.tsx";
import { useMapHandle } from "./map-handle.ts";

/** Longest scale bar, in pixels. */
const longestBar = 100;

/** Scale, the demo's confession and who made the data. */
export function MapFoot({ city }: { city: City }) {
  const { text, formats } = useLanguage();
  const handle = useMapHandle();
  // A narrow map would disappear behind its sources: there they open on demand.
  const isRoomy = useMedia("(min-width: 720px)");
  // Reading the camera makes this follow the map; the controller knows what a pixel measures.
  usePage((state) => state.camera);
  const metersPerPixel = handle.current?.metersPerPixel() ?? null;
  const scale = metersPerPixel ? scaleBar(metersPerPixel, longestBar) : null;
  // The confession stands above already; saying it twice would only be longer.
  const { layers } = useOpened();
  const settings = usePage((state) => state.layers);
  const sources = [
    ...city.attribution.filter((source) => source !== city.notice?.de),
    ...externalSources(settings, layers),
  ];
  return (
    <div className="map-foot">
      {scale && (
        <p className="scale-bar" style={{ width: `${scale.pixels}px` }}>
          <span className="for-ears">{text.map.scale}: </span>
          {scale.meters >= 1000
            ? `${formats.number(scale.meters / 1000)} km`
            : `${formats.number(scale.meters)} m`}
        </p>
      )}
      <div className="map-foot-right">
        <DataNotice />
        {sources.length > 0 && (
          <details className="attribution" open={isRoomy}>
            <summary>{text.map.attribution}</summary>
            {sources.join(" · ")}
          </details>
        )}
      </div>
    </div>
  );
}
