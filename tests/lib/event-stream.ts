/** Text of the event stream as somebody with these headers hears it. */
export async function listen(address: string, headers: Record<string, string>) {
  const stop = new AbortController();
  const answer = await fetch(`${address}/events`, { headers, signal: stop.signal });
  const heard = { text: "", isOver: false };
  const decoder = new TextDecoder();
  const reading = (async () => {
    for await (const chunk of answer.body!) heard.text += decoder.decode(chunk as Uint8Array);
    heard.isOver = true;
  })().catch(() => undefined);
  return {
    heard,
    type: answer.headers.get("content-type"),
    cache: answer.headers.get("cache-control"),
    stop: async () => {
      stop.abort();
      await reading;
    },
  };
}

/** Waits for what is to be heard. */
export async function until(condition: () => boolean): Promise<void> {
  for (let waited = 0; !condition(); waited += 50) {
    if (waited > 10_000) throw new Error("not heard within ten seconds");
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
