import { type ReactNode, useId, useState } from "react";
import { Icon, type IconName } from "./icon.tsx";
import { Part } from "./part.tsx";

/** A button with a small panel under it, made when first opened. The browser closes it on Escape and on a click elsewhere. */
export function DropPanel({
  label,
  icon,
  title,
  className = "",
  children,
}: {
  label: string;
  icon?: IconName;
  title: string;
  className?: string;
  children: () => ReactNode;
}) {
  const id = useId();
  const [wasOpened, setOpened] = useState(false);
  return (
    <div className={`drop ${className}`}>
      <button type="button" className="button drop-button" popoverTarget={id}>
        {icon && <Icon name={icon} />}
        <span className="drop-label">{label}</span>
        <Icon name="down" />
      </button>
      <div
        id={id}
        popover="auto"
        className="drop-panel"
        role="dialog"
        aria-label={title}
        onToggle={() => setOpened(true)}
      >
        {wasOpened && <Part lines={4}>{children()}</Part>}
      </div>
    </div>
  );
}
