/**
 * Asks for a page or a part of one, without credentials: the embed shows what is public, also to somebody who is
 * signed in elsewhere on this host. Null when it cannot be had.
 */
export async function askForPart(address: string, signal?: AbortSignal): Promise<Document | null> {
  try {
    const answer = await fetch(new URL(address, document.baseURI), {
      credentials: "omit",
      referrerPolicy: "no-referrer",
      signal: signal ?? null,
    });
    return answer.ok ? new DOMParser().parseFromString(await answer.text(), "text/html") : null;
  } catch {
    return null;
  }
}

/** Query of a view. */
export function anotherView(parts: Readonly<Record<string, string>>): string {
  return new URLSearchParams(parts).toString();
}
