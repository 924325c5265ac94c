import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { type Role, roles } from "#domain/access/audience.ts";
import type { RoleMapping } from "#domain/access/role-mapping.ts";
import { write } from "../../data/api.ts";
import { useRoleMappings } from "../../data/people.ts";
import { problemText } from "../../data/problem-text.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { usePeopleText } from "../../i18n/use-people-text.ts";
import { usePageStore } from "../../state/use-page.ts";
import { Notice } from "../../ui/notice.tsx";
import { Skeleton } from "../../ui/progress.tsx";

/** A mapping while it is edited; the number tells rows apart that say the same. */
interface Row {
  number: number;
  mapping: Partial<RoleMapping>;
}

/** Which role the city's single sign-on gives, for ADMIN. The first mapping that fits counts, so order matters. */
export function RoleMappings() {
  const { text, language } = useLanguage();
  const words = usePeopleText().mappings;
  const saved = useRoleMappings();
  return (
    <section className="stack" aria-labelledby="role-mappings">
      <h2 id="role-mappings" tabIndex={-1}>
        {words.title}
      </h2>
      <p className="small">{words.explanation}</p>
      {saved.isPending && <Skeleton lines={3} label={text.app.working} />}
      {saved.isError && <Notice kind="problem">{problemText(saved.error, text, language)}</Notice>}
      {saved.data && <MappingForm key={JSON.stringify(saved.data)} saved={saved.data} />}
    </section>
  );
}

function MappingForm({ saved }: { saved: readonly RoleMapping[] }) {
  const { text, language } = useLanguage();
  const words = usePeopleText().mappings;
  const store = usePageStore();
  const client = useQueryClient();
  const [rows, setRows] = useState<Row[]>(saved.map((mapping, number) => ({ number, mapping })));
  const [problem, setProblem] = useState<string | null>(null);
  /** Row the focus goes to after its button is gone; null for the heading. */
  const [reached, setReached] = useState<{ number: number | null } | null>(null);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (!reached) return;
    const field = form.current?.querySelector<HTMLElement>(`[name="claim-${reached.number}"]`);
    (field ?? document.getElementById("role-mappings"))?.focus();
  }, [reached]);

  const add = () =>
    setRows([...rows, { number: Math.max(-1, ...rows.map(({ number }) => number)) + 1, mapping: {} }]);
  const raise = (index: number) => {
    const [row] = rows.slice(index, index + 1);
    if (!row) return;
    setRows([...rows.slice(0, index - 1), row, ...rows.slice(index - 1, index), ...rows.slice(index + 1)]);
    // The first row has no button to raise it.
    if (index === 1) setReached({ number: row.number });
  };
  const remove = (index: number) => {
    setRows(rows.filter((_, other) => other !== index));
    setReached({ number: rows[index + 1]?.number ?? null });
  };
  const save = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const items = rows.map(({ number }) =>
      mappingOf((name) => String(form.get(`${name}-${number}`) ?? "").trim()),
    );
    try {
      await write("api/oidc/roles", { items }, { ifMatch: "*" });
      setProblem(null);
      store.getState().announce(words.saved);
      await client.invalidateQueries({ queryKey: ["role-mappings"] });
      await client.invalidateQueries({ queryKey: ["accounts"] });
      // What was saved is a new form.
      document.getElementById("role-mappings")?.focus();
    } catch (error) {
      setProblem(problemText(error, text, language));
    }
  };

  return (
    <form ref={form} className="stack" onSubmit={(event) => void save(event)}>
      {problem && <Notice kind="problem">{problem}</Notice>}
      {rows.length === 0 && <Notice>{words.none}</Notice>}
      {rows.map((row, index) => (
        <MappingFields
          key={row.number}
          row={row}
          place={index + 1}
          onRaise={index > 0 ? () => raise(index) : undefined}
          onRemove={() => remove(index)}
        />
      ))}
      <p className="button-row">
        <button type="button" className="button" onClick={add}>
          {words.add}
        </button>
        <button type="submit" className="button button-main">
          {words.save}
        </button>
      </p>
    </form>
  );
}

/** What the fields of one row say, as the server takes it. */
function mappingOf(typed: (name: string) => string) {
  const districts = typed("districts").split(",");
  const office = typed("office");
  return {
    claim: typed("claim"),
    value: typed("value"),
    role: typed("role"),
    department: typed("department") || null,
    districts: districts.map((number) => number.trim()).filter((number) => number !== ""),
    ...(office !== "" && { office }),
  };
}

function MappingFields({
  row: { number, mapping },
  place,
  onRaise,
  onRemove,
}: {
  row: Row;
  place: number;
  onRaise: (() => void) | undefined;
  onRemove: () => void;
}) {
  const { text } = useLanguage();
  const words = usePeopleText();
  const say = words.mappings;
  const [role, setRole] = useState<Role>(mapping.role ?? "PLANNER");
  const field = (name: string, label: string, value: string | undefined, isRequired = false) => (
    <label className="field">
      <span>{label}</span>
      <input
        name={`${name}-${number}`}
        required={isRequired}
        maxLength={200}
        autoComplete="off"
        spellCheck={false}
        defaultValue={value}
      />
    </label>
  );
  return (
    <fieldset className="mapping">
      <legend>{say.number(place)}</legend>
      {field("claim", say.claim, mapping.claim ?? "groups", true)}
      {field("value", say.value, mapping.value, true)}
      <label className="field">
        <span>{words.accounts.role}</span>
        <select
          name={`role-${number}`}
          value={role}
          onChange={(event) => setRole(event.target.value as Role)}
        >
          {roles
            .filter((one) => one !== "PUBLIC")
            .map((one) => (
              <option key={one} value={one}>
                {text.roles[one]}
              </option>
            ))}
        </select>
      </label>
      <label className="field">
        <span>{words.accounts.department}</span>
        <select
          name={`department-${number}`}
          required={role === "PLANNER"}
          defaultValue={mapping.department ?? ""}
        >
          <option value="">{words.accounts.none}</option>
          {Object.entries(text.departments).map(([code, name]) => (
            <option key={code} value={code}>
              {code} {name}
            </option>
          ))}
        </select>
      </label>
      {field("districts", words.accounts.districts, mapping.districts?.join(", "), role === "DISTRICT_HEAD")}
      {field("office", say.office, mapping.office)}
      <p className="button-row">
        {onRaise && (
          <button type="button" className="button small-button" onClick={onRaise}>
            {say.raise(place)}
          </button>
        )}
        <button type="button" className="button small-button" onClick={onRemove}>
          {say.remove(place)}
        </button>
      </p>
    </fieldset>
  );
}
