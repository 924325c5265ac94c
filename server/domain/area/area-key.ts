import { z } from "zod";
import type { AreaLevel } from "./area.ts";

const keyLevels = ["district", "subdistrict", "statistical-quarter"] as const satisfies AreaLevel[];

/** "city", or level and official number: "district:06". */
export const areaKeySchema = z
  .string()
  .regex(
    new RegExp(`^(city|(${keyLevels.join("|")}):[\\w.-]{1,40})$`),
    "erwartet „city“ oder Ebene und Nummer, zum Beispiel „district:06“",
  );

/** The areas that keys name; the city is one of its own kind. */
export function areasOfKeys(keys: readonly string[]): { level: AreaLevel; number: string }[] | "city" {
  if (keys.includes("city")) return "city";
  return keys.map((key) => {
    const [level, number] = key.split(":") as [AreaLevel, string];
    return { level, number };
  });
}
