const startPage = "/";

/** Longer addresses than any view of ours has are not ours. */
const longest = 4000;

/**
 * Where to go after signing in: a path of this site as it was asked for, or the start page for anything a browser could
 * take for another site (RELIABILITY A-12). Judged after normalising too: "/.//evil.example" becomes "//evil.example".
 */
export function returnPathOf(wanted: string | undefined, publicUrl: string): string {
  if (!wanted || wanted.length > longest || !/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(wanted)) return startPage;
  const base = new URL(publicUrl);
  const address = URL.canParse(wanted, base) ? new URL(wanted, base) : undefined;
  if (address?.origin !== base.origin || address.pathname.startsWith("//")) return startPage;
  return `${address.pathname}${address.search}${address.hash}`;
}
