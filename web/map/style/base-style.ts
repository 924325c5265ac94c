import type { StyleSpecification } from "@maplibre/maplibre-gl-style-spec";

const prefix = "background:";

/**
 * Our layers over a style from elsewhere (City.baseMap of kind "style"). Its glyph server is left out, so that
 * all letters come from the faces of the page; ours replaces its background colour and built-in base map.
 */
export function overBaseStyle(style: StyleSpecification, base: StyleSpecification): StyleSpecification {
  const sources = Object.entries(base.sources).map(([name, source]) => [`${prefix}${name}`, source] as const);
  const below = base.layers.map((layer) => ({
    ...layer,
    id: `${prefix}${layer.id}`,
    ...("source" in layer ? { source: `${prefix}${layer.source}` } : {}),
  }));
  const ours = style.layers.filter(({ id }) => id !== "paper");
  return {
    ...style,
    ...(base.sprite ? { sprite: base.sprite } : {}),
    sources: { ...Object.fromEntries(sources), ...style.sources },
    layers: [...(below as StyleSpecification["layers"]), ...ours],
  };
}
