/**
 * Names of pictures: `<theme>*<scale>:<kind>:<parts…>`, such as `light*1:facility:KITA_MIX`. The same
 * picture exists per theme and size, so that a change of either never shows an old one.
 */
export interface ImageName {
  theme: "light" | "dark";
  scale: number;
  kind: string;
  parts: string[];
}

/** null for a name that is not ours, such as one of a background style. */
export function readImageName(name: string): ImageName | null {
  const match = /^(light|dark)\*([\d.]+):(.+)$/.exec(name);
  if (!match) return null;
  const [kind = "", ...parts] = match[3]!.split(":");
  return { theme: match[1] as ImageName["theme"], scale: Number(match[2]), kind, parts };
}
