export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Where things stand on a picture, in units of the design: the picture is `width` of them wide. */
export interface PictureLayout {
  width: number;
  height: number;
  /** Pixels per unit. */
  scale: number;
  title: Box;
  map: Box;
  legend: Box;
  footer: Box;
}

export interface PictureSize {
  /** Pixels of the finished picture. */
  width: number;
  height: number;
}

const designWidth = 1200;
const narrowDesignWidth = 720;
const margin = 28;
const gap = 20;
const legendWidth = 270;
const footerLine = 18;

/**
 * Title above, map in the middle, legend beside it on a wide picture and below it on an upright one, and a
 * footer with as many lines as it has. `legendHeight` tells how tall the legend is at a width in units.
 */
export function pictureLayout(
  size: PictureSize,
  content: { footerLines: number; hasSubtitle: boolean; legendHeight: (width: number) => number },
): PictureLayout {
  const isWide = size.width >= size.height;
  const width = isWide ? designWidth : narrowDesignWidth;
  const scale = size.width / width;
  const height = size.height / scale;
  const inside = width - 2 * margin;
  const title = { x: margin, y: margin, width: inside, height: content.hasSubtitle ? 62 : 36 };
  const footerHeight = content.footerLines * footerLine;
  const footer = { x: margin, y: height - margin - footerHeight, width: inside, height: footerHeight };
  const top = title.y + title.height + gap;
  const room = footer.y - gap - top;
  if (isWide) {
    const mapWidth = inside - gap - legendWidth;
    return {
      width,
      height,
      scale,
      title,
      footer,
      map: { x: margin, y: top, width: mapWidth, height: room },
      legend: { x: margin + mapWidth + gap, y: top, width: legendWidth, height: room },
    };
  }
  const legendHeight = Math.min(content.legendHeight(inside), room / 2);
  const mapHeight = room - gap - legendHeight;
  return {
    width,
    height,
    scale,
    title,
    footer,
    map: { x: margin, y: top, width: inside, height: mapHeight },
    legend: { x: margin, y: top + mapHeight + gap, width: inside, height: legendHeight },
  };
}
