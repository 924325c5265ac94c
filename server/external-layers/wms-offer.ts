import { boxOf, type OfferedLayer, type ServiceOffer } from "./offer.ts";
import { childOf, childrenOf, textOf, type XmlElement } from "./xml-tree.ts";

/** Pictures that are passed on, best for a map first. SVG is none: it may hold a script. */
const pictureFormats = ["image/png", "image/png; mode=8bit", "image/webp", "image/jpeg"];

/** Layers without end are no list to choose from. */
const mostLayers = 2000;

/** What a layer has from the layers around it (OGC 06-042, table 7). */
interface Inherited {
  systems: readonly string[];
  bounds: OfferedLayer["bounds"];
  attribution: string;
}

/**
 * Reads the capabilities of a WMS 1.3.0 or 1.1.1; undefined where the document is none. A legend is kept only where
 * `allowsLegend` says its address may be asked.
 */
export function wmsOffer(
  root: XmlElement,
  address: string,
  allowsLegend: (address: string) => boolean,
): ServiceOffer | undefined {
  if (root.name !== "WMS_Capabilities" && root.name !== "WMT_MS_Capabilities") return undefined;
  const version = root.attributes.version === "1.1.1" ? "1.1.1" : "1.3.0";
  const service = childOf(root, "Service");
  const capability = childOf(root, "Capability");
  const offered = childrenOf(childOf(capability, "Request", "GetMap"), "Format").map(({ text }) =>
    text.trim(),
  );
  const format = pictureFormats.find((one) => offered.includes(one));
  const provider = textOf(service, "ContactInformation", "ContactPersonPrimary", "ContactOrganization");
  const layers: OfferedLayer[] = [];

  const read = (element: XmlElement, above: Inherited): void => {
    const inherited: Inherited = {
      systems: [...above.systems, ...systemsOf(element)],
      bounds: boundsOf(element) ?? above.bounds,
      attribution: textOf(element, "Attribution", "Title") || above.attribution,
    };
    const name = textOf(element, "Name");
    if (name !== "" && layers.length < mostLayers) {
      layers.push({
        layer: name,
        title: textOf(element, "Title") || name,
        version,
        format: format ?? "",
        crs: "EPSG:3857",
        bounds: inherited.bounds,
        attribution: inherited.attribution,
        legend: legendOf(element, address, allowsLegend),
        problem: problemOf(inherited.systems, format),
      });
    }
    for (const child of childrenOf(element, "Layer")) read(child, inherited);
  };
  for (const top of childrenOf(capability, "Layer")) {
    read(top, { systems: [], bounds: null, attribution: provider });
  }
  return { service: "WMS", address, title: textOf(service, "Title"), layers };
}

/** Codes of coordinate systems; 1.1.1 allowed several in one element. */
function systemsOf(element: XmlElement): string[] {
  return [...childrenOf(element, "CRS"), ...childrenOf(element, "SRS")].flatMap(({ text }) =>
    text.trim().toUpperCase().split(/\s+/),
  );
}

function problemOf(systems: readonly string[], format: string | undefined): string | null {
  if (!systems.includes("EPSG:3857")) return "Die Ebene wird nicht in Web-Mercator (EPSG:3857) angeboten.";
  return format ? null : "Der Dienst bietet weder PNG noch JPEG.";
}

function boundsOf(element: XmlElement): OfferedLayer["bounds"] {
  const box = childOf(element, "EX_GeographicBoundingBox");
  if (box) {
    return boxOf(
      ["westBoundLongitude", "southBoundLatitude", "eastBoundLongitude", "northBoundLatitude"].map((side) =>
        Number(textOf(box, side) || Number.NaN),
      ),
    );
  }
  const older = childOf(element, "LatLonBoundingBox")?.attributes;
  return older ? boxOf([older.minx, older.miny, older.maxx, older.maxy].map(Number)) : null;
}

function legendOf(
  element: XmlElement,
  base: string,
  allows: (address: string) => boolean,
): OfferedLayer["legend"] {
  for (const style of childrenOf(element, "Style")) {
    const href = childOf(style, "LegendURL", "OnlineResource")?.attributes.href;
    if (!href || !URL.canParse(href, base)) continue;
    const address = new URL(href, base).href;
    if (address.length <= 1000 && allows(address)) return address;
  }
  return null;
}
