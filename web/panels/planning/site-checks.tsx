import { goodLocationCodes, type SiteCheck } from "#domain/analysis/answers.ts";
import { conditions } from "#domain/facility/facility.ts";
import type { SketchedSite } from "#domain/scenario/scenario.ts";
import { constraintSchema } from "#domain/site/site-fields.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { changeSite, maySketch } from "../../planning/edit-scenario.ts";
import { usePage, usePageStore } from "../../state/use-page.ts";
import { usePlanningText } from "./use-planning-text.ts";

/** Slower facts of a resting site: what fits, what is there already, how good the place is, what stands against it. */
export function SiteChecks({ check, site }: { check: SiteCheck; site: SketchedSite }) {
  const { formats } = useLanguage();
  const words = usePlanningText();
  const metres = (value: number) => `${formats.number(value)} m`;
  return (
    <>
      <p className="small">
        {check.snapM === null ? words.site.offStreet : words.site.snap(metres(check.snapM))}
      </p>
      <Existing check={check} />
      <Synergy check={check} />
      <Location check={check} />
      <Constraints check={check} site={site} />
    </>
  );
}

/** Existing buildings come before anything new. */
function Existing({ check }: { check: SiteCheck }) {
  const { say, formats } = useLanguage();
  const words = usePlanningText();
  return (
    <section>
      <h4>{words.site.existing}</h4>
      {check.existingFirst.length === 0 && <p className="small">{words.site.noExisting}</p>}
      <ul className="plain-list">
        {check.existingFirst.map(({ id, name, wayM, freeCapacity, condition, sharedUse }) => {
          const known = condition === null ? null : conditions[condition as keyof typeof conditions];
          return (
            <li key={id}>
              {name}
              <small>
                {[
                  `${formats.number(wayM)} m`,
                  ...(freeCapacity === null ? [] : [words.site.free(formats.number(freeCapacity))]),
                  ...(known ? [words.site.condition(say(known))] : []),
                  ...(sharedUse.length > 0 ? [words.site.sharedUse] : []),
                ].join(" · ")}
              </small>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Synergy({ check }: { check: SiteCheck }) {
  const { say, formats } = useLanguage();
  const words = usePlanningText();
  return (
    <section>
      <h4>{words.site.synergy}</h4>
      {check.synergy.length === 0 && <p className="small">{words.site.noSynergy}</p>}
      <ul className="chips">
        {check.synergy.map(({ id, name, wayM, sharedM2, conflict }) => (
          <li key={id} className="chip">
            <span>
              {name}, {formats.number(wayM)} m
              {sharedM2 !== null && <small> · {words.site.shared(`${formats.number(sharedM2)} m²`)}</small>}
              {conflict && <small> · {say(conflict)}</small>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Location({ check }: { check: SiteCheck }) {
  const { say, formats } = useLanguage();
  const words = usePlanningText();
  return (
    <section>
      <h4>{words.site.location}</h4>
      <dl className="facts">
        {check.goodLocation.map(({ code, betterThan, facilities }) => (
          <div key={code}>
            <dt>{say(goodLocationCodes[code])}</dt>
            <dd>
              {betterThan === null ? words.site.notChecked : words.site.betterThan(formats.share(betterThan))}
              {betterThan !== null && facilities !== null && (
                <small> ({words.site.facilitiesThere(formats.share(facilities))})</small>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

type Constraint = SketchedSite["constraints"][number];
const ratings = constraintSchema.shape.rating.options;

/** What may stand against the site; whatever nobody looked at reads "nicht geprüft", never harmless. */
function Constraints({ check, site }: { check: SiteCheck; site: SketchedSite }) {
  const { text } = useLanguage();
  const words = usePlanningText();
  const store = usePageStore();
  const mayEdit = usePage(maySketch);
  const rate = (kind: Constraint["kind"], rating: Constraint["rating"]) =>
    changeSite(store, site.id, (before) => {
      const known = before.constraints.find((one) => one.kind === kind);
      const others = before.constraints.filter((one) => one.kind !== kind);
      return { ...before, constraints: [...others, { kind, rating, text: known?.text ?? "" }] };
    });
  return (
    <section>
      <h4>{words.site.constraints}</h4>
      <ul className="constraint-list">
        {constraintSchema.shape.kind.options.map((kind) => {
          const known =
            site.constraints.find((one) => one.kind === kind) ??
            check.constraints.find((one) => one.kind === kind);
          const rating = ratings.find((one) => one === known?.rating) ?? "NOT_CHECKED";
          const name = text.record.constraintKinds[kind];
          return (
            <li key={kind}>
              <span>
                {name}
                {known?.text && <small>{known.text}</small>}
              </span>
              {mayEdit ? (
                <select
                  aria-label={words.site.constraintFor(name)}
                  value={rating}
                  onChange={(event) =>
                    rate(kind, ratings.find((one) => one === event.target.value) ?? "NOT_CHECKED")
                  }
                >
                  {ratings.map((one) => (
                    <option key={one} value={one}>
                      {text.record.constraintRatings[one]}
                    </option>
                  ))}
                </select>
              ) : (
                <span>{text.record.constraintRatings[rating]}</span>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
