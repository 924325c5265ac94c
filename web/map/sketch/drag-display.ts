import type { MultiPolygon } from "geojson";
import type { GeoJSONSource } from "maplibre-gl";
import type { MapScene } from "../map-scene.ts";
import { catchmentData, planningSources, siteData } from "../style/planning-sources.ts";
import type { DragDisplay } from "./sketch.ts";

/** The part of a map that showing a drag needs. */
interface SourcesOfMap {
  getSource: (name: string) => unknown;
}

/**
 * Moves a site and its catchment on the map without a new scene. What it shows lasts until `restore`; a scene
 * that arrives in between is drawn under it.
 */
export function dragDisplay(map: SourcesOfMap, scene: () => MapScene) {
  let shown: DragDisplay | null = null;
  let isHeld = false;

  const put = (name: string, data: GeoJSON.FeatureCollection) => {
    const source = map.getSource(name) as GeoJSONSource | undefined;
    void source?.setData(data);
  };
  const draw = ({ siteId, position, outline }: DragDisplay) => {
    const { planning } = scene();
    if (!planning) return;
    put(
      planningSources.sites,
      siteData(planning.sites.map((site) => (site.id === siteId ? { ...site, position } : site))),
    );
    if (outline !== undefined) put(planningSources.catchment, catchmentData(listOf(outline)));
  };
  /** Back to what the scene says. */
  const restore = () => {
    isHeld = false;
    const { planning } = scene();
    if (shown && planning) {
      put(planningSources.sites, siteData(planning.sites));
      put(planningSources.catchment, catchmentData(planning.catchment));
    }
    shown = null;
  };

  return {
    /** From the page: while the pointer holds the site its own place counts, so a late answer never pulls it back. */
    show: (display: DragDisplay) => {
      const isSame = shown?.siteId === display.siteId;
      const position = isHeld && isSame ? shown!.position : display.position;
      const outline = display.outline === undefined && isSame ? shown?.outline : display.outline;
      shown = { siteId: display.siteId, position, ...(outline === undefined ? {} : { outline }) };
      draw(shown);
    },
    /** From the pointer. */
    hold: (siteId: string, position: DragDisplay["position"]) => {
      isHeld = true;
      const outline = shown?.siteId === siteId ? shown.outline : undefined;
      shown = { siteId, position, ...(outline === undefined ? {} : { outline }) };
      draw({ siteId, position });
    },
    release: () => {
      isHeld = false;
    },
    /** A scene has been drawn: a drag under way stays on top of it, one that has ended gives way. */
    sceneDrawn: () => {
      if (shown && isHeld) draw(shown);
      else restore();
    },
    restore,
  };
}

function listOf(outline: DragDisplay["outline"]): readonly MultiPolygon[] {
  if (!outline) return [];
  return "type" in outline ? [outline] : outline;
}
