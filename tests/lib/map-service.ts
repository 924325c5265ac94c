import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { square } from "./small-city.ts";

export interface MapService {
  /** Where it is asked, without parameters. */
  address: string;
  /** Questions it got: query and headers. */
  asked: { query: string; headers: NodeJS.Dict<string | string[]> }[];
  stop: () => Promise<void>;
}

/** A park in the west of the small city, and a spot inside of it. */
const parks = {
  type: "FeatureCollection",
  features: [
    { type: "Feature", properties: { name: "Grünfläche", size: 3 }, geometry: square(9.02, 48.72, 0.04) },
  ],
};

/**
 * A map service of a city beside the server: the real MapServer with a layer of green, as WMS 1.3.0 and 1.1.1 and
 * as WFS, asked through its CGI program. `formats` are what its WFS answers in.
 */
export async function startMapService({
  formats = "gml,geojson",
}: {
  formats?: string;
} = {}): Promise<MapService> {
  const folder = mkdtempSync(join(tmpdir(), "map-service-"));
  const asked: MapService["asked"] = [];
  const server = createServer((request, response) => {
    const query = request.url?.split("?")[1] ?? "";
    asked.push({ query, headers: request.headers });
    answerByProgram(folder, query, request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/karten`;
  writeFileSync(join(folder, "parks.geojson"), JSON.stringify(parks));
  writeFileSync(join(folder, "karten.map"), mapFile(folder, address, formats));
  writeFileSync(join(folder, "mapserver.conf"), 'CONFIG\n  ENV\n    MS_MAP_PATTERN ".*"\n  END\nEND\n');
  return {
    address,
    asked,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function answerByProgram(
  folder: string,
  query: string,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const child = spawn("mapserv", {
    env: {
      ...process.env,
      MAPSERVER_CONFIG_FILE: join(folder, "mapserver.conf"),
      MS_MAPFILE: join(folder, "karten.map"),
      REQUEST_METHOD: request.method,
      QUERY_STRING: query,
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const parts: Buffer[] = [];
  child.stdout.on("data", (part) => parts.push(part));
  child.on("close", () => {
    const answer = Buffer.concat(parts);
    const end = answer.indexOf("\r\n\r\n");
    const type = /content-type:\s*(.*)/i.exec(answer.toString("latin1", 0, end))?.[1] ?? "text/plain";
    response.writeHead(200, { "content-type": type }).end(answer.subarray(end + 4));
  });
}

function mapFile(folder: string, address: string, formats: string): string {
  return `MAP
  NAME "karten"
  EXTENT 9 48.7 9.2 48.8
  PROJECTION "init=epsg:4326" END
  OUTPUTFORMAT
    NAME "geojson" DRIVER "OGR/GEOJSON" MIMETYPE "application/json; subtype=geojson"
    FORMATOPTION "STORAGE=stream" FORMATOPTION "FORM=SIMPLE"
  END
  WEB METADATA
    "ows_title" "Karten der Teststadt"
    "ows_enable_request" "*"
    "ows_srs" "EPSG:3857 EPSG:4326 EPSG:25832"
    "ows_onlineresource" "${address}"
    "ows_contactorganization" "Stadtmessungsamt"
    "ows_contactperson" "Auskunft"
    "wfs_getfeature_formatlist" "${formats}"
  END END
  LAYER
    NAME "parks" TYPE POLYGON STATUS ON
    CONNECTIONTYPE OGR CONNECTION "${join(folder, "parks.geojson")}"
    EXTENT 9 48.7 9.2 48.8
    PROJECTION "init=epsg:4326" END
    METADATA "ows_title" "Grünflächen" "gml_include_items" "all" "gml_featureid" "name" END
    CLASS NAME "Park" STYLE COLOR 0 200 0 END END
  END
  LAYER
    NAME "survey" TYPE POLYGON STATUS ON
    CONNECTIONTYPE OGR CONNECTION "${join(folder, "parks.geojson")}"
    EXTENT 9 48.7 9.2 48.8
    PROJECTION "init=epsg:4326" END
    METADATA "ows_title" "Vermessung" "ows_srs" "EPSG:25832" END
    CLASS STYLE COLOR 200 0 0 END END
  END
END
`;
}
