/** Bytes of a release; the browser keeps them, because their address never changes its content. */
export async function fetchBytes(address: string): Promise<Uint8Array> {
  const answer = await fetch(address, { credentials: "same-origin" });
  if (!answer.ok) throw new Error(`${answer.status} for a release`);
  return new Uint8Array(await answer.arrayBuffer());
}
