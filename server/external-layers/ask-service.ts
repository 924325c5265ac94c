import type { ExternalService } from "#domain/external-layer/external-layer.ts";
import { type Outbound, OutboundRefusal } from "../outbound/outbound.ts";
import { oafAddress, oafOffer } from "./oaf-offer.ts";
import { question, type ServiceOffer, serviceAddress } from "./offer.ts";
import { wfsOffer } from "./wfs-offer.ts";
import { wmsOffer } from "./wms-offer.ts";
import { readXml, XmlRefusal } from "./xml-tree.ts";

/** Longest description of a service. */
const maxBytes = 8 * 1024 * 1024;

/**
 * What the service at an address offers. Without a kind it is asked as each, likeliest first. Throws
 * OutboundRefusal where nothing may be asked, nothing answers, or nothing can be read.
 */
export async function askService(
  outbound: Outbound,
  address: string,
  kind?: ExternalService,
): Promise<ServiceOffer> {
  outbound.mustAllow(address);
  const kinds = kind ? [kind] : likeliestFirst(address);
  let first: OutboundRefusal | undefined;
  for (const one of kinds) {
    try {
      const offer = await asks[one](outbound, address);
      if (offer) return offer;
    } catch (error) {
      if (!(error instanceof OutboundRefusal) || error.isForbidden) throw error;
      first ??= error;
    }
  }
  throw (
    first ??
    new OutboundRefusal("Unter dieser Adresse antwortet kein WMS, kein WFS und keine OGC API – Features.")
  );
}

const asks: Record<
  ExternalService,
  (outbound: Outbound, address: string) => Promise<ServiceOffer | undefined>
> = {
  async WMS(outbound, address) {
    const root = await xmlOf(outbound, question(serviceAddress(address), capabilities("WMS", "1.3.0")));
    return root && wmsOffer(root, serviceAddress(address), (legend) => outbound.allows(legend));
  },
  async WFS(outbound, address) {
    const root = await xmlOf(outbound, question(serviceAddress(address), capabilities("WFS", "2.0.0")));
    return root && wfsOffer(root, serviceAddress(address));
  },
  async OAF(outbound, address) {
    const base = oafAddress(address);
    const { body } = await outbound.get(`${base}/collections`, { accept: "application/json", maxBytes });
    return oafOffer(jsonOf(body), base);
  },
};

function capabilities(service: string, version: string) {
  return { service, version, request: "GetCapabilities" };
}

async function xmlOf(outbound: Outbound, address: string) {
  const { body } = await outbound.get(address, { accept: "application/xml, text/xml", maxBytes });
  try {
    return readXml(body);
  } catch (error) {
    if (error instanceof XmlRefusal) return undefined;
    throw error;
  }
}

function jsonOf(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString("utf8"));
  } catch {
    return undefined;
  }
}

/** An address often says what it is; otherwise pictures are asked for first. */
function likeliestFirst(address: string): ExternalService[] {
  const kinds: ExternalService[] = ["WMS", "WFS", "OAF"];
  const hints: Record<ExternalService, RegExp> = {
    WMS: /wms/i,
    WFS: /wfs/i,
    OAF: /collections|ogcapi|\/ogc\b|\/oapi|\/features/i,
  };
  return kinds.sort((a, b) => Number(hints[b].test(address)) - Number(hints[a].test(address)));
}
