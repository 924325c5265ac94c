import type { FastifyReply } from "fastify";
import type { Collection, FeaturePage, FlatFeature } from "../collections/collection.ts";
import { type Form, sendText } from "./answer.ts";
import type { Crs } from "./crs.ts";
import { type Link, mediaTypes, selfLinks } from "./documents.ts";
import { featureJson } from "./feature-json.ts";
import { featureList, featureTable, html, linkList, sendPage } from "./html.ts";
import type { ItemsQuery } from "./items-query.ts";

/** Where a page stands: base address of the interface, and the way back up. */
export interface Place {
  base: string;
  path: readonly { href: string; title: string }[];
  notice: string | undefined;
}

/** A page of features, with the way to the next one as long as there is one. */
export function sendItems(
  reply: FastifyReply,
  {
    place,
    form,
    collection,
    page: { features, matched, next },
    query,
    asked,
  }: {
    place: Place;
    form: Form;
    collection: Collection;
    page: FeaturePage;
    query: ItemsQuery;
    asked: Readonly<Record<string, unknown>>;
  },
): FastifyReply {
  const own = `${place.base}/collections/${collection.id}`;
  const address = (more: Record<string, unknown>) => {
    const parameters = new URLSearchParams();
    for (const [name, value] of Object.entries({ ...asked, ...more })) {
      if (value !== undefined) parameters.set(name, String(value));
    }
    const text = parameters.toString();
    return `${own}/items${text ? `?${text}` : ""}`;
  };
  const links: Link[] = [
    ...selfLinks(address({ f: undefined }), form, mediaTypes.geojson),
    { href: own, rel: "collection", type: mediaTypes.json, title: collection.title.de },
  ];
  if (next) {
    const type = form === "html" ? mediaTypes.html : mediaTypes.geojson;
    links.push({
      href: address({ after: next, limit: query.limit, f: form }),
      rel: "next",
      type,
      title: "Weiter",
    });
  }
  if (form === "html") {
    const body = html`<p>${features.length} von ${matched}</p>
${featureTable(features, collection, (id) => `${own}/items/${encodeURIComponent(id)}?f=html`)}
${linkList(links)}`;
    return sendPage(reply, {
      title: collection.title.de,
      path: [...place.path, { href: `${own}?f=html`, title: collection.title.de }],
      body,
      notice: place.notice,
    });
  }
  const head = JSON.stringify({
    type: "FeatureCollection",
    ...(place.notice ? { notice: place.notice } : {}),
    timeStamp: new Date().toISOString(),
    numberMatched: matched,
    numberReturned: features.length,
    links,
  });
  const list = features.map((feature) => featureJson(feature, collection.columns, query.crs));
  return sendText(reply, mediaTypes.geojson, `${head.slice(0, -1)},"features":[${list.join(",")}]}`);
}

export function sendItem(
  reply: FastifyReply,
  {
    place,
    form,
    collection,
    feature,
    crs,
  }: { place: Place; form: Form; collection: Collection; feature: FlatFeature; crs: Crs },
): FastifyReply {
  const own = `${place.base}/collections/${collection.id}`;
  const links = [
    ...selfLinks(`${own}/items/${encodeURIComponent(feature.id)}`, form, mediaTypes.geojson),
    { href: own, rel: "collection", type: mediaTypes.json, title: collection.title.de },
  ];
  if (form === "html") {
    return sendPage(reply, {
      title: `${collection.title.de}: ${feature.properties.name ?? feature.properties.title ?? feature.id}`,
      path: [...place.path, { href: `${own}?f=html`, title: collection.title.de }],
      body: html`${featureList(feature, collection)}${linkList(links)}`,
      notice: place.notice,
    });
  }
  const text = featureJson(feature, collection.columns, crs);
  return sendText(reply, mediaTypes.geojson, `${text.slice(0, -1)},"links":${JSON.stringify(links)}}`);
}
