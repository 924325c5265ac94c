import { useLanguage } from "../../i18n/language.tsx";
import { useMissingParts } from "./use-missing-parts.ts";
import { useViewsText } from "./use-views-text.ts";

/** Says which kinds of things of a view do not show here, and never what they are called. */
export function MissingNote({ address }: { address: string }) {
  const { formats } = useLanguage();
  const words = useViewsText();
  const missing = useMissingParts(address);
  return (
    <p className="missing-note" role="status">
      {missing.length > 0 && words.missing(formats.list(missing.map((part) => words.parts[part])))}
    </p>
  );
}
