import { describe, expect, it } from "vitest";
import { z } from "zod";
import { checkTransition } from "#domain/record/lifecycle.ts";
import { storedRecordTypes } from "#domain/record/record-types.ts";
import { plannedSite } from "#domain/site/planned-site.ts";
import { supplyLayerOfPlannedSite } from "#domain/site/site-fields.ts";

describe.each(storedRecordTypes.map((type) => [type.type, type] as const))(
  "the declaration of %s",
  (_name, type) => {
    it("names every field of its schema, and no other", () => {
      expect(Object.keys(type.fields).sort()).toEqual(Object.keys(type.schema.shape).sort());
    });

    it("has a lifecycle whose every state can be reached and leads somewhere that exists", () => {
      const { initial, states } = type.lifecycle;
      const reached = new Set([initial]);
      for (const state of reached) for (const next of states[state]?.next ?? []) reached.add(next);
      expect([...reached].sort()).toEqual(Object.keys(states).sort());
    });

    it("requires and shows on the map only fields it has", () => {
      const required = Object.values(type.lifecycle.states).flatMap((state) => state.requires ?? []);
      for (const field of [...required, ...type.mapFields]) expect(type.fields).toHaveProperty(field);
    });

    it("guards a delicate location by a field that filters and is as hidden as the location", () => {
      const guard = type.delicateLocation;
      if (!guard) return;
      expect(type.fields[guard.field]).toMatchObject({ visibility: guard.visibility, filter: "text" });
    });

    it("names a title a public one may replace, and no place by a field that filters lists", () => {
      const { titleField, placeFields = [] } = type;
      if (titleField) {
        expect(type.fields).toHaveProperty(titleField);
        expect(type.title({ [titleField]: "Öffentlicher Titel" })).toContain("Öffentlicher Titel");
      }
      for (const field of placeFields) {
        expect(type.fields).toHaveProperty(field);
        expect(type.fields[field]?.filter).toBeUndefined();
      }
    });

    it("names everything in German and English", () => {
      const names = [
        type.names.singular,
        type.names.plural,
        ...Object.values(type.lifecycle.states).map(({ name }) => name),
        ...Object.values({ ...type.fields, ...type.derivedFields }).flatMap(({ name, values }) => [
          name,
          ...Object.values(values ?? {}),
        ]),
      ];
      for (const name of names) {
        expect(name.de).not.toBe("");
        expect(name.en).not.toBe("");
      }
    });
  },
);

describe("planned sites", () => {
  it("count as decided from funding on, as planned from secured land on", () => {
    expect(Object.keys(plannedSite.lifecycle.states).map(supplyLayerOfPlannedSite)).toEqual([
      "IDEE",
      "GEPLANT",
      "GEPLANT",
      "BESCHLOSSEN",
      "BESCHLOSSEN",
      "BESTAND",
    ]);
  });

  it("are funded only with a budget reference", () => {
    const step = { from: "PLANUNGSRECHT", to: "FINANZIERT", properties: { securingType: "EIGENTUM" } };
    expect(checkTransition(plannedSite.lifecycle, step)).toEqual({
      kind: "missing-fields",
      fields: ["budgetReference"],
    });
    const properties = { securingType: "EIGENTUM", budgetReference: "DHH 2026/27" };
    expect(checkTransition(plannedSite.lifecycle, { ...step, properties })).toEqual({ kind: "allowed" });
  });
});

describe("names inside of fields", () => {
  it("are those the schema has there", () => {
    const wrong = storedRecordTypes.flatMap(({ type, fields, schema }) =>
      Object.entries(fields).flatMap(([field, { parts }]) => {
        if (!parts) return [];
        const inside = insideOf((schema.shape as Record<string, z.ZodType>)[field]);
        return Object.keys(parts).sort().join() === inside.sort().join() ? [] : [`${type}.${field}`];
      }),
    );
    expect(wrong).toEqual([]);
  });
});

/** Keys of an object, or of the objects in a list, behind defaults and options. */
function insideOf(schema: z.ZodType | undefined): string[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) {
    return insideOf(schema.unwrap() as z.ZodType);
  }
  if (schema instanceof z.ZodArray) return insideOf(schema.element as z.ZodType);
  return schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
}
