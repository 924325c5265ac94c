import { mercatorX, mercatorY } from "../../server/tiles/mercator.ts";

export interface Address {
  z: number;
  x: number;
  y: number;
}

/** Every tile that touches a box (west, south, east, north in degrees) at the zooms from `first` to `last`. */
export function tileAddressesWithin(
  [west, south, east, north]: readonly number[],
  { first, last }: { first: number; last: number },
): Address[] {
  const addresses: Address[] = [];
  for (let z = first; z <= last; z++) {
    const tiles = 2 ** z;
    const lastX = Math.floor(mercatorX(east!) * tiles);
    const lastY = Math.floor(mercatorY(south!) * tiles);
    for (let x = Math.floor(mercatorX(west!) * tiles); x <= lastX; x++) {
      for (let y = Math.floor(mercatorY(north!) * tiles); y <= lastY; y++) addresses.push({ z, x, y });
    }
  }
  return addresses;
}
