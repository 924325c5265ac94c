import type { ReactNode } from "react";
import type { useDifferenceText } from "./use-difference-text.ts";

/** Two versions of a record side by side, a row for each field in which they differ. */
export function DifferenceTable({
  caption,
  field,
  versions,
  lines,
}: {
  caption: string;
  /** Heading of the names of fields. */
  field: string;
  /** Headings of the earlier and the later version. */
  versions: readonly [ReactNode, ReactNode];
  lines: readonly ReturnType<ReturnType<typeof useDifferenceText>>[];
}) {
  const [before, after] = versions;
  return (
    <table className="small-table version-table">
      <caption className="for-ears">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{field}</th>
          <th scope="col">{before}</th>
          <th scope="col">{after}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.key}>
            <th scope="row">{line.name}</th>
            {"change" in line ? (
              <td colSpan={2}>{line.change}</td>
            ) : (
              <>
                <td>{line.before}</td>
                <td>{line.after}</td>
              </>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
