import { z } from "zod";
import { externalServices } from "../external-layer/external-layer.ts";

export const askedServiceSchema = z.strictObject({ address: z.string().trim().min(1).max(1000) });

/** What a service at an address offers, as the dialog lists it. */
export const externalServiceSchema = z.object({
  service: z.enum(externalServices),
  /** As it was understood, without parameters of a single question. */
  address: z.string(),
  title: z.string(),
  layers: z.array(
    z.object({
      name: z.string(),
      title: z.string(),
      attribution: z.string(),
      /** Why it cannot be shown here; null where it can. */
      problem: z.string().nullable(),
    }),
  ),
});
export type ExternalServiceAnswer = z.infer<typeof externalServiceSchema>;

export const newExternalLayerSchema = z.strictObject({
  service: z.enum(externalServices),
  address: z.string().trim().min(1).max(1000),
  layer: z.string().min(1).max(300),
  title: z.string().trim().min(1).max(120),
  attribution: z.string().trim().min(1).max(300),
});
export type NewExternalLayer = z.infer<typeof newExternalLayerSchema>;

export const externalLayerChangeSchema = z.strictObject({
  title: z.string().trim().min(1).max(120),
  attribution: z.string().trim().min(1).max(300),
});
