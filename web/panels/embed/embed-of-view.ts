import type { City, IndicatorAnswer, Layer } from "#domain/contract/contract.ts";
import { type EmbedView, embedLimits } from "#domain/embed/embed-view.ts";
import type { Text } from "#domain/text/text.ts";
import type { PageState } from "../../state/page-state.ts";

type Bounds = readonly [west: number, south: number, east: number, north: number];

/**
 * The public part of what is on screen, and the names of what had to stay behind. `bounds` are those of the map,
 * degrees (WGS 84); null for the whole city.
 */
export function embedOfView(
  state: Pick<PageState, "language" | "level" | "indicator" | "period" | "layers" | "families">,
  {
    city,
    layers,
    indicators,
    bounds,
  }: {
    city: City;
    layers: readonly Layer[];
    indicators: readonly IndicatorAnswer[];
    bounds: Bounds | null;
  },
): { view: EmbedView; leftOut: Text[] } {
  const shown = state.layers.flatMap((setting) => {
    const layer = layers.find((one) => one.layer === setting.layer);
    return layer && setting.isVisible && (layer.kind === "records" || layer.kind === "features")
      ? [layer]
      : [];
  });
  const chosen = indicators.find(({ code }) => code === state.indicator);
  const isPublic = chosen?.visibility === "PUBLIC";
  return {
    view: {
      lang: state.language,
      level: state.level,
      ...(state.indicator === undefined ? {} : { indicator: isPublic ? chosen.code : "none" }),
      ...(isPublic && state.period ? { period: state.period } : {}),
      layers: shown.filter(({ tiles }) => tiles !== null).map(({ layer }) => layer),
      families: [...state.families],
      ...(bounds ? { bounds: withinLimits(bounds, embedLimits(city.bounds)) } : {}),
    },
    leftOut: [
      ...(chosen && !isPublic ? [chosen.name] : []),
      ...shown.filter(({ tiles }) => tiles === null).map(({ name }) => name),
    ],
  };
}

/** Five decimals are a metre; an extent beyond the limits would be refused as a whole. */
function withinLimits([west, south, east, north]: Bounds, limits: Bounds): [number, number, number, number] {
  const round = (degrees: number) => Number(degrees.toFixed(5));
  return [
    Math.max(round(west), limits[0]),
    Math.max(round(south), limits[1]),
    Math.min(round(east), limits[2]),
    Math.min(round(north), limits[3]),
  ];
}

/** Markup for another site's page. `address` is that of the embed, sizes are in pixels. */
export function embedCode(embed: { address: string; title: string; width: number; height: number }): string {
  const { address, title, width, height } = embed;
  return `<iframe src="${quoted(address)}" title="${quoted(title)}" width="${width}" height="${height}" loading="lazy"></iframe>`;
}

function quoted(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll('"', "&quot;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}
