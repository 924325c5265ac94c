/** A place typed into the search field: degrees, or metres of ETRS89 / UTM zone 32 (EPSG:25832). */
export type TypedPosition =
  | { kind: "degrees"; longitude: number; latitude: number }
  | { kind: "utm32"; easting: number; northing: number };

/**
 * Reads "48.77, 9.18", "48,77 9,18", "48.77° N 9.18° E" and "513224 5402548" (also with thousands dots);
 * null when the text is no position in Germany's surroundings. Latitude comes first, as people say it.
 */
export function typedPosition(text: string): TypedPosition | null {
  const plain = text.trim().replace(/[°NnEeOo]/g, " ");
  const numbers = numbersIn(plain);
  if (!numbers) return null;
  const [first, second] = numbers;
  if (first >= 46 && first <= 56 && second >= 5 && second <= 16) {
    return { kind: "degrees", latitude: first, longitude: second };
  }
  if (first >= 5 && first <= 16 && second >= 46 && second <= 56) {
    return { kind: "degrees", latitude: second, longitude: first };
  }
  if (first >= 100_000 && first <= 900_000 && second >= 5_100_000 && second <= 6_200_000) {
    return { kind: "utm32", easting: first, northing: second };
  }
  return null;
}

/** Exactly two numbers: with points as decimals and a comma between them, or the German way round. */
function numbersIn(text: string): [number, number] | null {
  const english = /^(-?\d+(?:\.\d+)?)\s*[,;\s]\s*(-?\d+(?:\.\d+)?)$/.exec(text.trim());
  const german = /^(-?\d+(?:\.\d{3})*(?:,\d+)?)\s*[;\s]\s*(-?\d+(?:\.\d{3})*(?:,\d+)?)$/.exec(text.trim());
  if (english?.[1] && english[2] && !/^\d{1,3}(\.\d{3}){1,2}$/.test(english[2])) {
    return [Number(english[1]), Number(english[2])];
  }
  if (german?.[1] && german[2]) return [germanNumber(german[1]), germanNumber(german[2])];
  return english?.[1] && english[2] ? [Number(english[1]), Number(english[2])] : null;
}

function germanNumber(text: string): number {
  return Number(text.replaceAll(".", "").replace(",", "."));
}

/**
 * ETRS89 / UTM zone 32 to degrees by the Krüger series (third order in the flattening; below a
 * centimetre within the zone). Written out because proj4 weighs more than this page's own script.
 */
export function degreesOfUtm32(easting: number, northing: number): [number, number] {
  const flattening = 1 / 298.257222101;
  const n = flattening / (2 - flattening);
  const radius = (6_378_137 / (1 + n)) * (1 + n ** 2 / 4 + n ** 4 / 64);
  const xi = northing / (0.9996 * radius);
  const eta = (easting - 500_000) / (0.9996 * radius);
  const beta = [
    n / 2 - (2 / 3) * n ** 2 + (37 / 96) * n ** 3,
    n ** 2 / 48 + n ** 3 / 15,
    (17 / 480) * n ** 3,
  ];
  let xiPrime = xi;
  let etaPrime = eta;
  beta.forEach((factor, index) => {
    const order = 2 * (index + 1);
    xiPrime -= factor * Math.sin(order * xi) * Math.cosh(order * eta);
    etaPrime -= factor * Math.cos(order * xi) * Math.sinh(order * eta);
  });
  const chi = Math.asin(Math.sin(xiPrime) / Math.cosh(etaPrime));
  const delta = [
    2 * n - (2 / 3) * n ** 2 - 2 * n ** 3,
    (7 / 3) * n ** 2 - (8 / 5) * n ** 3,
    (56 / 15) * n ** 3,
  ];
  const latitude = delta.reduce(
    (angle, factor, index) => angle + factor * Math.sin(2 * (index + 1) * chi),
    chi,
  );
  const longitude = Math.atan2(Math.sinh(etaPrime), Math.cos(xiPrime)) + (9 * Math.PI) / 180;
  return [(longitude * 180) / Math.PI, (latitude * 180) / Math.PI];
}
