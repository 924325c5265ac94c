// Put into the app's page before its own scripts: counts the positions its worker is asked for, leaves them out when
// told to, and drags the site.
const post = Worker.prototype.postMessage;
let asked = 0;
let isWithoutAnalysis = false;

// Comlink asks the worker for each position by a message of this path; without it the site only moves.
Worker.prototype.postMessage = function (message, ...rest) {
  const isMove = message?.path?.length === 1 && message.path[0] === "move";
  if (isMove) asked++;
  if (isMove && isWithoutAnalysis) return;
  post.call(this, message, ...rest);
};

const frame = () => new Promise((done) => requestAnimationFrame(done));

/** Drags out and back, one step per frame; mean milliseconds of a frame and how many positions were asked for. */
window.dragFrames = async ({ frames, x, y, analysis }) => {
  isWithoutAnalysis = !analysis;
  asked = 0;
  const canvas = document.querySelector("canvas.maplibregl-canvas");
  const event = (type, clientX, clientY) =>
    new PointerEvent(type, { clientX, clientY, pointerId: 1, isPrimary: true, button: 0, bubbles: true });
  canvas.dispatchEvent(event("pointerdown", x, y));
  const began = await frame();
  let ended = began;
  for (let k = 1; k <= frames; k++) {
    const out = Math.min(k, frames - k);
    window.dispatchEvent(event("pointermove", x + 3 * out, y + 30 * Math.sin(out / 8)));
    ended = await frame();
  }
  window.dispatchEvent(event("pointerup", x, y));
  return { milliseconds: (ended - began) / frames, asked };
};
