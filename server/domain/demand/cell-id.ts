/** A cell of a statistical grid: its edge and lower left corner in metres of EPSG:3035. */
export interface GridCell {
  sizeM: number;
  east: number;
  north: number;
}

const longForm = /^CRS3035RES(\d{2,6})mN(\d{6,7})E(\d{6,7})$/;
/** As the census of 2011 wrote it: the corner counted in cells, `100mN26891E43370`. */
const shortForm = /^(\d{1,3})(k?m)N(\d{3,7})E(\d{3,7})$/;

/** The cell an id of the official grids names, long or short; undefined for other texts. */
export function parseCellId(id: string): GridCell | undefined {
  const text = id.trim();
  const long = longForm.exec(text);
  if (long) return onGrid(Number(long[1]), Number(long[3]), Number(long[2]));
  const short = shortForm.exec(text);
  if (!short) return undefined;
  const sizeM = Number(short[1]) * (short[2] === "km" ? 1000 : 1);
  // Seven digits are metres already: both ways of writing are about.
  const metres = (digits: string) => Number(digits) * (digits.length === 7 ? 1 : sizeM);
  return onGrid(sizeM, metres(short[4]!), metres(short[3]!));
}

function onGrid(sizeM: number, east: number, north: number): GridCell | undefined {
  return sizeM > 0 && east % sizeM === 0 && north % sizeM === 0 ? { sizeM, east, north } : undefined;
}

/** The id as the census of 2022 writes it. */
export function formatCellId({ sizeM, east, north }: GridCell): string {
  return `CRS3035RES${sizeM}mN${north}E${east}`;
}
