import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useId, useState } from "react";
import type { Role } from "#domain/access/audience.ts";
import type { Me } from "#domain/contract/contract.ts";
import { send } from "../../data/api.ts";
import { useOpened } from "../../data/opened.ts";
import { problemText } from "../../data/problem-text.ts";
import { forgetAnswers, useAreas } from "../../data/queries.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { usePageStore } from "../../state/use-page.ts";

const withDepartment: readonly Role[] = ["PLANNER", "PARTNER"];

/** Role, and department or district where the role has one. */
export default function ViewAsForm() {
  const { text, language } = useLanguage();
  const { me } = useOpened();
  const store = usePageStore();
  const client = useQueryClient();
  const districts = useAreas("district").data ?? [];
  const [role, setRole] = useState<Role>(me.role);
  const [department, setDepartment] = useState(me.department ?? "51");
  const [district, setDistrict] = useState(me.districts[0] ?? "");
  const [problem, setProblem] = useState<string | null>(null);
  const panel = useId();

  const apply = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const place = event.currentTarget.closest<HTMLElement>("[popover]");
    try {
      const changed = await send<Me>("api/demo/role", {
        role,
        ...(withDepartment.includes(role) ? { department } : {}),
        ...(role === "DISTRICT_HEAD" ? { district: district || districts[0]?.number } : {}),
      });
      setProblem(null);
      place?.hidePopover();
      // Another person starts in the present: what the former one had open is not theirs.
      store.getState().leaveScenario();
      store.getState().compare(null);
      store.getState().lookThrough(null);
      store.getState().showDesk(null);
      client.setQueryData(["me"], changed);
      await forgetAnswers(client);
      store.getState().announce(text.person.changed(text.roles[changed.role]));
    } catch (error) {
      setProblem(problemText(error, text, language));
    }
  };

  return (
    <form className="stack" onSubmit={(event) => void apply(event)}>
      <p className="small" id={panel}>
        {text.person.explanation}
      </p>
      <label className="field">
        <span>{text.person.role}</span>
        <select
          value={role}
          onChange={(event) => setRole(me.demoRoles.find((one) => one === event.target.value) ?? "PUBLIC")}
        >
          {me.demoRoles.map((one) => (
            <option key={one} value={one}>
              {text.roles[one]}
            </option>
          ))}
        </select>
      </label>
      {withDepartment.includes(role) && (
        <label className="field">
          <span>{text.person.department}</span>
          <select value={department} onChange={(event) => setDepartment(event.target.value)}>
            {Object.entries(text.departments).map(([number, name]) => (
              <option key={number} value={number}>
                {number} {name}
              </option>
            ))}
          </select>
        </label>
      )}
      {role === "DISTRICT_HEAD" && (
        <label className="field">
          <span>{text.person.district}</span>
          <select value={district} onChange={(event) => setDistrict(event.target.value)}>
            {districts.map((area) => (
              <option key={area.number} value={area.number}>
                {area.name ?? area.number}
              </option>
            ))}
          </select>
        </label>
      )}
      {problem && <p role="alert">{problem}</p>}
      <button type="submit" className="button button-main">
        {text.person.apply}
      </button>
    </form>
  );
}
