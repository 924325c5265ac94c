import { wrap } from "comlink";

const { base, question, site } = await (await fetch("/about.json")).json();
const desk = wrap(new Worker("/worker.js", { type: "module" }));
await desk.open(base);
const present = { id: "bestand", name: "Bestand", standards: [], changes: [] };

/** Milliseconds from asking for each position until its answer is here, and the last answer. */
globalThis.drag = async (positions) => {
  await desk.startDrag(present, question, site);
  const times = [];
  let last;
  for (const position of positions) {
    const start = performance.now();
    last = await desk.move(position);
    times.push(performance.now() - start);
  }
  return { times, last: last.evaluation };
};
globalThis.isReady = true;
