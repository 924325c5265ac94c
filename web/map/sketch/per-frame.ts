/** Hands over at most one value per frame, the latest; `flush` hands over what is waiting, `drop` forgets it. */
export function perFrame<Value>(
  act: (value: Value) => void,
  frames: { request: (then: () => void) => number; cancel: (frame: number) => void } = {
    request: (then) => requestAnimationFrame(then),
    cancel: (frame) => cancelAnimationFrame(frame),
  },
) {
  let waiting: { value: Value } | null = null;
  let frame = 0;
  const flush = () => {
    frames.cancel(frame);
    const given = waiting;
    waiting = null;
    if (given) act(given.value);
  };
  return {
    give: (value: Value) => {
      if (!waiting) frame = frames.request(flush);
      waiting = { value };
    },
    flush,
    drop: () => {
      frames.cancel(frame);
      waiting = null;
    },
  };
}
