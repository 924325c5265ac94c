import { describe, expect, it } from "vitest";
import { degreesOfUtm32, typedPosition } from "../../../../web/state/selectors/search-position.ts";

const stuttgart = { kind: "degrees", latitude: 48.77, longitude: 9.18 };

describe("a typed position", () => {
  it.each([
    "48.77, 9.18",
    "48.77 9.18",
    "48,77 9,18",
    "48,77; 9,18",
    "48.77° N, 9.18° E",
    "9.18, 48.77",
    "  48.77,9.18 ",
  ])("is read from “%s”", (text) => {
    expect(typedPosition(text)).toEqual(stuttgart);
  });

  it.each(["513224 5402548", "513224, 5402548", "513.224 5.402.548"])("in UTM is read from “%s”", (text) => {
    expect(typedPosition(text)).toEqual({ kind: "utm32", easting: 513224, northing: 5402548 });
  });

  it.each(["Bad Cannstatt", "48.77", "70174 Stuttgart", "1 2 3", "", "120.5, 9.18"])(
    "is not seen in “%s”",
    (text) => {
      expect(typedPosition(text)).toBeNull();
    },
  );
});

describe("UTM zone 32", () => {
  // Reference values by proj4, EPSG:25832 to EPSG:4326.
  it.each([
    [513224, 5402548, 9.17999123, 48.77579424],
    [500000, 5400000, 9, 48.75301301],
    [477000, 5474000, 8.68288144, 49.41824386],
  ])("%d %d becomes degrees", (easting, northing, longitude, latitude) => {
    const [x, y] = degreesOfUtm32(easting, northing);
    expect(x).toBeCloseTo(longitude, 7);
    expect(y).toBeCloseTo(latitude, 7);
  });
});
