import { z } from "zod";
import { boxOf, type ServiceOffer } from "./offer.ts";

const collectionsSchema = z.object({
  title: z.string().optional(),
  attribution: z.string().optional(),
  collections: z
    .array(
      z.object({
        id: z.string().min(1).max(300),
        title: z.string().optional(),
        attribution: z.string().optional(),
        extent: z
          .object({ spatial: z.object({ bbox: z.array(z.array(z.number())) }).optional() })
          .nullable()
          .optional(),
        itemType: z.string().optional(),
      }),
    )
    .max(5000),
});

/** The address of an OGC API, without what leads to its collections or one of them. */
export function oafAddress(address: string): string {
  const url = new URL(address);
  url.hash = "";
  url.search = "";
  url.pathname = url.pathname.replace(/\/collections(\/.*)?$/, "").replace(/\/+$/, "");
  return url.href.replace(/\/$/, "");
}

/** Reads the list of collections of an OGC API – Features; undefined where it is none. */
export function oafOffer(value: unknown, address: string): ServiceOffer | undefined {
  const parsed = collectionsSchema.safeParse(value);
  if (!parsed.success) return undefined;
  const { collections, title = "", attribution = "" } = parsed.data;
  return {
    service: "OAF",
    address,
    title,
    layers: collections
      .filter(({ itemType = "feature" }) => itemType === "feature")
      .map((collection) => ({
        layer: collection.id,
        title: collection.title ?? collection.id,
        version: "",
        format: "application/geo+json",
        crs: "",
        bounds: flatBox(collection.extent?.spatial?.bbox[0]),
        attribution: collection.attribution ?? attribution,
        legend: null,
        problem: null,
      })),
  };
}

/** The box of an extent, which may have heights. */
function flatBox(box: readonly number[] | undefined) {
  if (!box) return null;
  return boxOf(box.length === 6 ? [box[0]!, box[1]!, box[3]!, box[4]!] : box);
}
