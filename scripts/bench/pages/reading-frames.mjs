// Put into the app's page before its own scripts: keeps hold of the map's own drawing, so that a frame that draws nothing
// new can be had from it, and measures what follows an input until it is painted.
const ask = window.requestAnimationFrame.bind(window);
let draw;
let onDrawn = () => undefined;

let calls = 0;
const drawElements = WebGL2RenderingContext.prototype.drawElements;
WebGL2RenderingContext.prototype.drawElements = function (...drawn) {
  calls++;
  return drawElements.apply(this, drawn);
};

// The frames of the map are those in which something is drawn with WebGL.
window.requestAnimationFrame = (callback) =>
  ask((now) => {
    const before = calls;
    callback(now);
    if (calls === before) return;
    draw = callback;
    onDrawn();
  });

// Pointers that are made up cannot be captured.
Element.prototype.setPointerCapture = () => undefined;

const canvas = () => document.querySelector("canvas.maplibregl-canvas");

/** Waits for the drawing commands: they are only handed over when a frame ends. */
function finish() {
  const gl = canvas().getContext("webgl2");
  gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4));
}

/** Milliseconds from a click or a choice to the end of the first map frame after it. */
window.inputToPainted = (input) =>
  new Promise((done) => {
    const began = performance.now();
    onDrawn = () => {
      onDrawn = () => undefined;
      finish();
      done(performance.now() - began);
    };
    input();
  });

/** Milliseconds from asking for a frame to the end of one that draws what is there already. */
window.plainRepaint = () => {
  const began = performance.now();
  return new Promise((done) => {
    ask((now) => {
      draw(now);
      finish();
      done(performance.now() - began);
    });
  });
};

/** Mean milliseconds of a frame that draws the map while a range is drawn over the scatter, or while nothing is. */
window.brushFrames = async ({ frames, brushes }) => {
  const drawing = document.querySelector(".scatter svg");
  const box = drawing.getBoundingClientRect();
  const at = (type, share) =>
    drawing.dispatchEvent(
      new PointerEvent(type, {
        clientX: box.left + box.width * (0.2 + 0.7 * share),
        clientY: box.top + box.height * (0.15 + 0.6 * share),
        ...{ pointerId: 1, isPrimary: true, button: 0, bubbles: true },
      }),
    );
  if (brushes) at("pointerdown", 0);
  let drawn = 0;
  onDrawn = () => drawn++;
  const began = performance.now();
  for (let k = 1; k <= frames; k++) {
    const out = Math.min(k, frames - k) / frames;
    if (brushes) at("pointermove", 2 * out);
    await new Promise((done) =>
      ask((now) => {
        if (!brushes) draw(now);
        finish();
        done();
      }),
    );
  }
  const milliseconds = (performance.now() - began) / frames;
  onDrawn = () => undefined;
  if (brushes) at("pointerup", 0.5);
  return { milliseconds, drawn };
};
