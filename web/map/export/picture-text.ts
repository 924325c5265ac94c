/** Font of the picture at a size in units. */
export function face(size: number, weight: 400 | 600 = 400): string {
  return `${weight} ${size}px "Fira Sans", sans-serif`;
}

/** Lines of a paragraph at the current font, broken between words; a single long word keeps its line. */
export function wrapped(context: CanvasRenderingContext2D, paragraph: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of paragraph.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && context.measureText(longer).width > width) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  if (line !== "") lines.push(line);
  return lines;
}
