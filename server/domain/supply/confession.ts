const signs = {
  PROTESTANT: /\b(evang|ev\.|prot\.|diakon)/i,
  CATHOLIC: /\b(kath|röm\.-kath|caritas)/i,
  JEWISH: /\b(jüdisch|israelitisch)/i,
  MUSLIM: /\b(muslim|islam)/i,
  ANTHROPOSOPHIC: /\b(waldorf|anthroposoph)/i,
} as const;
export type Confession = keyof typeof signs;

/** Confession or creed a provider's name shows, as far as one word settles it; null where it does not. */
export function confessionOf(provider: string | null): Confession | null {
  if (provider === null) return null;
  const shown = Object.keys(signs).filter((key): key is Confession =>
    signs[key as Confession].test(provider),
  );
  return shown.length === 1 ? shown[0]! : null;
}
