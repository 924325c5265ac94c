import { type ReactNode, useId, useLayoutEffect, useRef } from "react";
import { useLanguage } from "../i18n/language.tsx";
import { IconButton } from "./icon-button.tsx";

/** A dialog over the page. The browser keeps focus inside and gives it back afterwards. */
export function Modal({
  title,
  onClose,
  className = "",
  children,
}: {
  title: string;
  onClose: () => void;
  className?: string;
  children: ReactNode;
}) {
  const { text } = useLanguage();
  const element = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  // Closed before it leaves the page: a dialog that is gone gives no focus back.
  useLayoutEffect(() => {
    const dialog = element.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);

  return (
    <dialog
      ref={element}
      className={`modal ${className}`}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <header className="modal-head">
        <h2 id={titleId}>{title}</h2>
        <IconButton icon="close" label={text.app.close} onClick={onClose} />
      </header>
      <div className="modal-body">{children}</div>
    </dialog>
  );
}
