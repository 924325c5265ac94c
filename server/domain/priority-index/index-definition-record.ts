import { defineRecordType } from "../record/record-type.ts";
import { indexDefinitionSchema, type standardisations } from "./index-definition.ts";

const standardisationNames = {
  UNWEIGHTED: { de: "Mittel über Gebiete", en: "mean over areas" },
  POPULATION_WEIGHTED: { de: "Mittel über Einwohner*innen", en: "mean over residents" },
} as const satisfies Record<(typeof standardisations)[number], object>;

/**
 * Definition eines Prioritätsindex as people keep it: named, versioned and decided on (METHODS §4.7). A new version is a
 * record of its own, so that results of the old one stay explained.
 */
export const indexDefinition = defineRecordType({
  type: "index-definitions",
  names: {
    singular: { de: "Indexdefinition", en: "Index definition" },
    plural: { de: "Indexdefinitionen", en: "Index definitions" },
  },
  schema: indexDefinitionSchema,
  fields: {
    name: { name: { de: "Name", en: "Name" }, filter: "text" },
    version: { name: { de: "Fassung", en: "Version" }, filter: "number" },
    purpose: { name: { de: "Zweck", en: "Purpose" } },
    levels: { name: { de: "Gebietsebenen", en: "Levels of areas" } },
    components: { name: { de: "Bestandteile", en: "Components" } },
    minResidents: { name: { de: "Mindestzahl Einwohner*innen", en: "Minimum of residents" } },
    winsorize: { name: { de: "Ausreißer gekappt (1/99 %)", en: "Outliers cut (1/99 %)" } },
    standardisation: {
      name: { de: "Standardisierung", en: "Standardisation" },
      values: standardisationNames,
    },
    classification: { name: { de: "Statusklassen", en: "Status classes" } },
    dynamics: { name: { de: "Dynamikklassen", en: "Dynamics classes" } },
    author: { name: { de: "Verfasst von (Stelle)", en: "Author's office" }, visibility: "INTERNAL" },
    note: { name: { de: "Anmerkung", en: "Note" }, visibility: "INTERNAL" },
  },
  earlyRelease: {
    de: "Diese Definition ist noch nicht beschlossen.",
    en: "This definition has not been decided yet.",
  },
  lifecycle: {
    initial: "ENTWURF",
    states: {
      ENTWURF: { name: { de: "Entwurf", en: "draft" }, next: ["ABGESTIMMT"], waitsFor: "secretariat" },
      ABGESTIMMT: {
        name: { de: "abgestimmt", en: "agreed" },
        next: ["BESCHLOSSEN", "ENTWURF"],
        waitsFor: "secretariat",
        // What was agreed is what is decided on: whoever wants it otherwise takes it back first.
        isFixed: true,
      },
      BESCHLOSSEN: {
        name: { de: "beschlossen", en: "decided" },
        next: [],
        isDecided: true,
        bySecretariatOnly: true,
        isFixed: true,
      },
    },
  },
  defaultVisibility: "INTERNAL",
  rights: { PLANNER: { create: true, edit: "own" }, SECRETARIAT: { create: true, edit: "all" } },
  unique: {
    fields: ["name", "version"],
    sentence: ({ name, version }) =>
      `Fassung ${String(version)} von „${String(name)}“ gibt es schon. Bitte speichern Sie Ihre als nächste Fassung.`,
  },
  isMapped: false,
  geometry: { kinds: ["Point"], optional: true },
  title: (p) => `${String(p.name ?? "")} (Fassung ${String(p.version ?? 1)})`,
  titleField: "name",
  mapFields: [],
});
