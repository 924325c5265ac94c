import { boxOf, type OfferedLayer, type ServiceOffer } from "./offer.ts";
import { childOf, childrenOf, textOf, type XmlElement } from "./xml-tree.ts";

const isJson = (format: string) => /^(application\/(geo\+|vnd\.geo\+)?json\b|geojson$|json$)/i.test(format);

/** Reads the capabilities of a WFS 2.0 or 1.1; undefined where the document is none. */
export function wfsOffer(root: XmlElement, address: string): ServiceOffer | undefined {
  if (root.name !== "WFS_Capabilities") return undefined;
  const version = root.attributes.version?.startsWith("1.") ? "1.1.0" : "2.0.0";
  const attribution = textOf(root, "ServiceProvider", "ProviderName");
  const general = formatsOf(root);
  const layers = childrenOf(childOf(root, "FeatureTypeList"), "FeatureType").map((type): OfferedLayer => {
    const own = childrenOf(childOf(type, "OutputFormats"), "Format").map(({ text }) => text.trim());
    const format = [...own, ...general].find(isJson);
    const crs = systemOf(type);
    return {
      layer: textOf(type, "Name"),
      title: textOf(type, "Title") || textOf(type, "Name"),
      version,
      format: format ?? "",
      crs: crs ?? "",
      bounds: boundsOf(type),
      attribution,
      legend: null,
      problem: problemOf(format, crs),
    };
  });
  return {
    service: "WFS",
    address,
    title: textOf(root, "ServiceIdentification", "Title"),
    layers: layers.filter(({ layer }) => layer !== ""),
  };
}

function problemOf(format: string | undefined, crs: string | undefined): string | null {
  if (!format) return "Der Dienst gibt die Objekte nur als GML aus; gelesen wird GeoJSON.";
  return crs === undefined ? "Die Objekte werden weder in WGS 84 noch in ETRS89/UTM32 angeboten." : null;
}

/** Formats of GetFeature: of the operation, or else of the whole service. */
function formatsOf(root: XmlElement): string[] {
  const metadata = childOf(root, "OperationsMetadata");
  const operation = childrenOf(metadata, "Operation").find(
    ({ attributes }) => attributes.name === "GetFeature",
  );
  return [operation, metadata].flatMap((element) =>
    childrenOf(element, "Parameter")
      .filter(({ attributes }) => attributes.name === "outputFormat")
      .flatMap((parameter) => [
        ...childrenOf(parameter, "Value"),
        ...childrenOf(childOf(parameter, "AllowedValues"), "Value"),
      ])
      .map(({ text }) => text.trim()),
  );
}

/** The system to ask for, best first: longitude before latitude, then degrees, then metres of the land survey. */
function systemOf(type: XmlElement): string | undefined {
  const offered = ["DefaultCRS", "DefaultSRS", "OtherCRS", "OtherSRS"].flatMap((name) =>
    childrenOf(type, name).map(({ text }) => text.trim()),
  );
  for (const code of [/CRS84$/, /EPSG:.*\b4326$/, /EPSG:.*\b4258$/, /EPSG:.*\b25832$/]) {
    const found = offered.find((system) => code.test(system));
    if (found) return found;
  }
  return undefined;
}

function boundsOf(type: XmlElement): OfferedLayer["bounds"] {
  const box = childOf(type, "WGS84BoundingBox");
  const corners = ["LowerCorner", "UpperCorner"].flatMap((corner) => textOf(box, corner).split(/\s+/));
  return boxOf(corners.filter((number) => number !== "").map(Number));
}
