/** Longitude in degrees to the unit square of the web mercator projection (EPSG:3857): 0 is 180° W, 1 is 180° E. */
export function mercatorX(longitude: number): number {
  return longitude / 360 + 0.5;
}

/** Latitude in degrees to the unit square of web mercator: 0 is the northern edge (85.05° N), y grows southwards. */
export function mercatorY(latitude: number): number {
  const sine = Math.sin((latitude * Math.PI) / 180);
  const y = 0.5 - (0.25 * Math.log((1 + sine) / (1 - sine))) / Math.PI;
  return Math.min(Math.max(y, 0), 1);
}

/** Unit-square x back to degrees of longitude. */
export function longitudeOf(x: number): number {
  return (x - 0.5) * 360;
}

/** Unit-square y back to degrees of latitude. */
export function latitudeOf(y: number): number {
  return (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI;
}
