import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useLanguage } from "../../i18n/language.tsx";

/** Short interruptions, such as a restart of the server, are not worth a word. */
const patienceMs = 3000;

/** Says that the server is gone; what is on screen stays usable. */
export function ConnectionBanner() {
  const { text } = useLanguage();
  const client = useQueryClient();
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), patienceMs);
    return () => clearTimeout(timer);
  }, []);
  // When this disappears the server is back: what went wrong meanwhile is asked for again.
  useEffect(
    () => () => {
      void client.refetchQueries({ predicate: (query) => query.state.status === "error" });
    },
    [client],
  );
  if (!isLong) return null;
  return (
    <div className="connection-banner" role="alert">
      <p>
        <strong>{text.problems.offlineTitle}</strong> {text.problems.offline}
      </p>
      <button type="button" className="button" onClick={() => void client.refetchQueries()}>
        {text.app.retry}
      </button>
    </div>
  );
}
