import { type ReactNode, useId } from "react";
import { Icon, type IconName } from "./icon.tsx";

/** A button with a small panel under it. The browser closes it on Escape and on a click elsewhere. */
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
  children: ReactNode;
}) {
  const id = useId();
  return (
    <div className={`drop ${className}`}>
      <button type="button" className="button drop-button" popoverTarget={id}>
        {icon && <Icon name={icon} />}
        <span className="drop-label">{label}</span>
        <Icon name="down" />
      </button>
      <div id={id} popover="auto" className="drop-panel" role="dialog" aria-label={title}>
        {children}
      </div>
    </div>
  );
}
