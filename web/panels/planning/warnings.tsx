import type { Text } from "#domain/text/text.ts";
import { useLanguage } from "../../i18n/language.tsx";

/** Sentences a person must read beside the figures. */
export function Warnings({ warnings }: { warnings: readonly Text[] }) {
  const { say } = useLanguage();
  if (warnings.length === 0) return null;
  return (
    <ul className="warnings">
      {warnings.map((warning) => (
        <li key={warning.de} className="small">
          {say(warning)}
        </li>
      ))}
    </ul>
  );
}
