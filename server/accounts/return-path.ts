import type { SignInRefusal } from "#domain/access/sign-in-refusal.ts";

/** Longer addresses than any view of ours has are not ours. */
const longest = 4000;

/**
 * Where to go after signing in: a path of this site as it was asked for, or the start page for anything a browser could
 * take for another site (RELIABILITY A-12). Judged after normalising too: "/.//evil.example" becomes "//evil.example".
 */
export function returnPathOf(wanted: string | undefined, publicUrl: string): string {
  const base = new URL(publicUrl);
  const startPage = `${base.pathname.replace(/\/+$/, "")}/`;
  if (!wanted || wanted.length > longest || !/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(wanted)) return startPage;
  const address = URL.canParse(wanted, base) ? new URL(wanted, base) : undefined;
  if (address?.origin !== base.origin || address.pathname.startsWith("//")) return startPage;
  return `${address.pathname}${address.search}${address.hash}`;
}

/** The page of sign-in over the view it was begun from, saying why it came to nothing. */
export function signInPageOf(returnPath: string, reason: SignInRefusal, publicUrl: string): string {
  const address = new URL(returnPath, publicUrl);
  address.searchParams.set("page", "sign-in");
  address.searchParams.set("refused", reason);
  return `${address.pathname}${address.search}${address.hash}`;
}
