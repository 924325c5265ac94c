/** The scenario without changes: the present as recorded. It is never stored. */
export const presentScenario = { id: "bestand", name: { de: "Bestand", en: "Present" } } as const;
