import type { ReactNode } from "react";

/** The three figures that matter, with what they are and when or compared with what. */
export function ThreeFigures({
  figures,
}: {
  /** `label` is what stands for the name, where that is more than a word. */
  figures: readonly { name: string; label?: ReactNode; value: string; note?: ReactNode }[];
}) {
  return (
    <dl className="three-figures">
      {figures.map(({ name, label, value, note }) => (
        <div key={name}>
          <dt>{label ?? name}</dt>
          <dd>
            <span className="figure">{value}</span>
            {note && <small>{note}</small>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
