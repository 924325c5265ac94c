import type { FeatureRow } from "../../store/store.ts";
import { cellReader, optionalReader, textOf } from "../columns.ts";
import type { LayerSpec } from "../import-spec.ts";
import { geometryReader } from "../row-geometry.ts";
import { ImportRefusal } from "../sentences.ts";
import type { MappingContext, PreparedImport } from "./prepared-import.ts";

/**
 * Any layer: shapes with the columns they come with. Features keep the number of their row as key where
 * the file has no better one.
 */
export async function prepareLayer(spec: LayerSpec, context: MappingContext): Promise<PreparedImport> {
  const { table, report } = context;
  const geometry = geometryReader({ ...context, spec });
  if (!geometry) throw new ImportRefusal("no-geometry");
  const key = optionalReader(table, spec.key);
  const named = spec.properties ?? Object.fromEntries(table.columns.map((column) => [column, column]));
  const readers = Object.entries(named).map(([name, column]) => [name, cellReader(table, column)] as const);
  const keys = new Map<string, number>();
  const rows: FeatureRow[] = [];
  for (const row of table.rows) {
    const own = textOf(key(row)) ?? String(row.number);
    const first = keys.get(own);
    const shape = geometry.read(row);
    if (row.defect) report.problem(row.number, row.defect);
    else if (first !== undefined)
      report.problem(row.number, { code: "duplicate-key", facts: { key: own, first } });
    else if (shape.kind === "problem") report.problem(row.number, shape.problem);
    else if (shape.kind === "missing") report.problem(row.number, { code: "no-coordinates", facts: {} });
    else {
      keys.set(own, row.number);
      const properties = Object.fromEntries(readers.map(([name, cell]) => [name, cell(row)]));
      rows.push({ key: own, properties: { ...properties, ...spec.set }, geometry: shape.geometry });
    }
  }
  return {
    crs: geometry.crs,
    rowsAccepted: rows.length,
    releases: [
      {
        draft: {
          dataset: spec.name === "base" ? "base" : `layer-${spec.name}`,
          kind: "features",
          title: spec.title ?? { de: spec.name, en: spec.name },
        },
        rows: { kind: "features", rows },
      },
    ],
  };
}
