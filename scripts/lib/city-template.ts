/** Files of a new city pack: a `city.json` to fill in and a page that says how. */
export function cityTemplate(name: string): { "city.json": string; "README.md": string } {
  const pack = {
    name: { de: name, en: name },
    levels: [
      {
        level: "district",
        singular: { de: "Stadtbezirk", en: "District" },
        plural: { de: "Stadtbezirke", en: "Districts" },
      },
    ],
    attribution: [`Stadt ${name}, Lizenz`],
    imports: [
      {
        as: "areas",
        file: "bezirke.geojson",
        level: "district",
        number: "nummer",
        name: "name",
        boundaryVersion: "2026-01-01",
        sourceText: `Stadt ${name}, Vermessungsamt`,
        licence: "CC BY 4.0",
        referenceDate: "2026-01-01",
        released: "Vermessungsamt, 2026-01-01",
      },
      {
        as: "indicator",
        file: "einwohner.csv",
        level: "district",
        area: { number: "nummer" },
        period: "stichtag",
        indicators: [
          {
            definition: {
              code: "residents",
              name: { de: "Einwohnerinnen und Einwohner", en: "Residents" },
              theme: "demography",
              kind: "count",
              unit: "",
              direction: "NEUTRAL",
              decimals: 0,
              publicationAllowed: true,
            },
            values: [{ column: "einwohner" }],
          },
        ],
        sourceText: `Stadt ${name}, Statistikstelle`,
        licence: "CC BY 4.0",
        referenceDate: "2025-12-31",
        released: "Statistikstelle, 2026-01-31",
      },
    ],
  };
  return { "city.json": `${JSON.stringify(pack, null, 2)}\n`, "README.md": readme(name) };
}

const readme = (name: string): string => `# Stadtpaket ${name}

Dieses Verzeichnis beschreibt eine Stadt für die Sozialraumkarte:

- \`city.json\`: Name, Bezeichnungen der Gebietsebenen, Quellenvermerke und die Importe, die eine leere
  Datenbank füllen. Jeder Import nennt Datei, Spalten, Herkunft, Lizenz und Stichtag.
- Die Dateien selbst: Gebiete (GeoJSON, GeoPackage, gezipptes Shapefile), Kennzahlen und Einrichtungen (CSV, XLSX).

Laden: \`npm run city -- load DIESES-VERZEICHNIS\` (in eine leere Datenbank, siehe \`DATA_DIR\`).
Ein zweiter Lauf ändert nur, was sich in den Dateien geändert hat.
\`released\` steht nur bei Zahlen, die jemand für alle freigegeben hat; sonst bleiben sie intern.
Alle Angaben erklärt \`npm run import -- --help\`.
`;
