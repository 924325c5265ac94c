import { storedRecordTypes } from "#domain/record/record-types.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { usePeopleText } from "../../i18n/use-people-text.ts";

/** What an act of the audit is called; one without a name goes by its key. */
export function useActName(): (action: string) => string {
  const { text } = useLanguage();
  const words = usePeopleText();
  return (action) => words.audit.actions[action] ?? text.record.actions[action] ?? action;
}

/** What the kind of thing an act was about is called. */
export function useTypeName(): (type: string) => string {
  const { say } = useLanguage();
  const words = usePeopleText();
  return (name) => {
    const type = storedRecordTypes.find((one) => one.type === name);
    return type ? say(type.names.singular) : (words.audit.types[name] ?? name);
  };
}
