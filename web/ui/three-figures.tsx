import type { ReactNode } from "react";

/** The three figures that matter, with what they are and when or compared with what. */
export function ThreeFigures({
  figures,
}: {
  figures: readonly { name: string; value: string; note?: ReactNode }[];
}) {
  return (
    <dl className="three-figures">
      {figures.map(({ name, value, note }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <span className="figure">{value}</span>
            {note && <small>{note}</small>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
