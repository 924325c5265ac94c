type Point = readonly [number, number];
interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export interface PlacedLabel {
  text: string;
  /** Where the baseline starts, is in the middle or ends, as `anchor` says. */
  at: Point;
  size: number;
  anchor: "start" | "middle" | "end";
}

/** Mean width of a letter as a share of its size, for both faces on the safe side. */
const letterWidth = 0.56;

/** Finds room for names: beside their place to the right, else to the left, else not at all. */
export class LabelPlan {
  readonly #taken: Box[] = [];
  readonly #frame: { width: number; height: number };
  constructor(frame: { width: number; height: number }) {
    this.#frame = frame;
  }

  /** Names stay off a symbol. */
  keepFree([x, y]: Point, radius: number): void {
    this.#taken.push({ left: x - radius, right: x + radius, top: y - radius, bottom: y + radius });
  }

  /** `gap` is the distance from the middle of the symbol; `isNeeded` places it in any case. */
  beside(
    text: string,
    [x, y]: Point,
    { size, gap, isNeeded = false }: { size: number; gap: number; isNeeded?: boolean },
  ): PlacedLabel | null {
    const width = text.length * size * letterWidth;
    const sides = [
      { at: [x + gap, y + size * 0.35] as const, anchor: "start" as const, left: x + gap },
      { at: [x - gap, y + size * 0.35] as const, anchor: "end" as const, left: x - gap - width },
    ];
    for (const { at, anchor, left } of sides) {
      const box = { left, right: left + width, top: y - size * 0.7, bottom: y + size * 0.6 };
      if (this.#isFree(box)) return this.#take(box, { text, at, size, anchor });
    }
    if (!isNeeded) return null;
    const fits = x + gap + width <= this.#frame.width;
    const { at, anchor } = fits ? sides[0]! : sides[1]!;
    return { text, at, size, anchor };
  }

  centred(text: string, [x, y]: Point, size: number): PlacedLabel | null {
    const half = (text.length * size * letterWidth) / 2;
    const box = { left: x - half, right: x + half, top: y - size, bottom: y + size * 0.4 };
    return this.#isFree(box) ? this.#take(box, { text, at: [x, y], size, anchor: "middle" }) : null;
  }

  #take(box: Box, placed: PlacedLabel): PlacedLabel {
    this.#taken.push(box);
    return placed;
  }

  #isFree(box: Box): boolean {
    const { width, height } = this.#frame;
    if (box.left < 3 || box.right > width - 3 || box.top < 3 || box.bottom > height - 3) return false;
    return !this.#taken.some(
      (other) =>
        box.left < other.right && box.right > other.left && box.top < other.bottom && box.bottom > other.top,
    );
  }
}
