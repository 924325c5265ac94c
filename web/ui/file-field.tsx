import { type RefObject, useId, useState } from "react";

export interface FileFieldProps {
  label: string;
  /** What the button says: "Datei wählen …". */
  choose: string;
  /** What stands beside it while no file is chosen. */
  none: string;
  describedBy?: string;
  isInvalid: boolean;
  ref: RefObject<HTMLInputElement | null>;
  onChoose: () => void;
}

/** A field for one file in the page's language; the browser's own, which speaks the browser's, lies unseen over it. */
export function FileField({ label, choose, none, describedBy, isInvalid, ref, onChoose }: FileFieldProps) {
  const id = useId();
  const [chosen, setChosen] = useState<string | null>(null);
  return (
    <div className="field">
      <span id={`${id}-label`}>{label}</span>
      <span className="file-field">
        <span className="button" id={`${id}-choose`}>
          {choose}
        </span>
        <span id={`${id}-chosen`}>{chosen ?? none}</span>
        <input
          ref={ref}
          type="file"
          aria-labelledby={`${id}-label ${id}-choose ${id}-chosen`}
          aria-describedby={describedBy}
          aria-invalid={isInvalid}
          onChange={(event) => {
            setChosen(event.currentTarget.files?.[0]?.name ?? null);
            onChoose();
          }}
        />
      </span>
    </div>
  );
}
