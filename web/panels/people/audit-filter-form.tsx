import type { FormEvent } from "react";
import type { AuditPage } from "#domain/contract/audit-contract.ts";
import { usePeopleText } from "../../i18n/use-people-text.ts";
import { useActName, useTypeName } from "./use-audit-names.ts";

/** Parts of the question `GET /api/audit` takes; "" asks for everything. */
export const noFilter = { from: "", to: "", office: "", action: "", type: "", refused: "", id: "" };
export type Filter = typeof noFilter;

/** What of the audit is shown: days, office, act, kind of thing, refused ones, one record. */
export function AuditFilterForm({
  filter,
  onChange,
  page,
}: {
  filter: Filter;
  onChange: (part: Partial<Filter>) => void;
  page: Pick<AuditPage, "actions" | "types" | "offices"> | undefined;
}) {
  const words = usePeopleText();
  const actName = useActName();
  const typeName = useTypeName();
  const choices = [
    { part: "office", options: page?.offices, name: (office: string) => office },
    { part: "action", options: page?.actions, name: actName },
    { part: "type", options: page?.types, name: typeName },
  ] as const;
  const askForId = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    onChange({ id: String(new FormData(event.currentTarget).get("id")).trim() });
  };
  return (
    <form className="desk-filter" onSubmit={askForId}>
      {(["from", "to"] as const).map((part) => (
        <label key={part} className="field">
          <span>{words.audit[part]}</span>
          <input
            type="date"
            min="2000-01-01"
            max="2099-12-31"
            value={filter[part]}
            onChange={({ target }) => target.validity.valid && onChange({ [part]: target.value })}
          />
        </label>
      ))}
      {choices.map(({ part, options = [], name }) => (
        <label key={part} className="field">
          <span>{words.audit[part]}</span>
          <select value={filter[part]} onChange={(event) => onChange({ [part]: event.target.value })}>
            <option value="">{words.audit.all}</option>
            {[...new Set([...options, filter[part]].filter(Boolean))].map((value) => (
              <option key={value} value={value}>
                {name(value)}
              </option>
            ))}
          </select>
        </label>
      ))}
      <label className="field">
        <span>{words.audit.id}</span>
        <input
          name="id"
          maxLength={120}
          spellCheck={false}
          defaultValue={filter.id}
          onBlur={(event) => onChange({ id: event.target.value.trim() })}
        />
      </label>
      <label className="check">
        <input
          type="checkbox"
          checked={filter.refused !== ""}
          onChange={(event) => onChange({ refused: event.target.checked ? "true" : "" })}
        />
        {words.audit.refused}
      </label>
    </form>
  );
}
