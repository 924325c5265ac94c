import { describe, expect, it } from "vitest";
import {
  draftOf,
  emptyDraft,
  problemsOf,
  propertiesOf,
} from "../../../../web/panels/contacts/actor-draft.ts";

const office = {
  name: "Jugendamt",
  kind: "AMT",
  areas: ["city", "statistical-quarter:0815"],
  roles: ["THEME_LEAD"],
  themes: ["youth"],
  website: "https://stadt.example/jugend",
  contacts: [{ function: "Geschäftszimmer", email: "jugend@stadt.example" }],
} as const;

describe("an actor in the form", () => {
  it("is sent as it was read where nothing was typed", () => {
    expect(propertiesOf(draftOf(structuredClone(office) as never))).toEqual(office);
  });

  it("is sent without what is empty, without space around texts and without empty contacts", () => {
    const row = { number: 0, function: " Leitung ", name: "", phone: "", email: "" };
    const contacts = [row, { ...row, number: 1, function: " " }];
    expect(propertiesOf({ ...emptyDraft, name: " Jugendhaus ", website: " ", contacts })).toEqual({
      ...{ name: "Jugendhaus", kind: "AMT", areas: ["city"], roles: [], themes: [] },
      contacts: [{ function: "Leitung" }],
    });
  });

  it("names each place where something is wrong", () => {
    const row = { number: 0, function: "", name: "", phone: "", email: "amt" };
    const wrong = { ...emptyDraft, areas: [], website: "stadt.example", contacts: [row] };
    expect(problemsOf(propertiesOf(wrong))).toEqual([
      { field: "name", entry: null, part: null },
      { field: "areas", entry: null, part: null },
      { field: "website", entry: null, part: null },
      { field: "contacts", entry: 1, part: "function" },
      { field: "contacts", entry: 1, part: "email" },
    ]);
    expect(problemsOf(propertiesOf({ ...emptyDraft, name: "Jugendhaus" }))).toEqual([]);
  });
});
