import { expect, it } from "vitest";
import { confessionOf } from "#domain/supply/confession.ts";

it.each([
  ["Evangelische Kirchengemeinde Nord", "PROTESTANT"],
  ["Ev. Gesamtkirchengemeinde", "PROTESTANT"],
  ["Katholisches Stadtdekanat", "CATHOLIC"],
  ["Caritasverband", "CATHOLIC"],
  ["Israelitische Religionsgemeinschaft", "JEWISH"],
  ["Verein für Waldorfpädagogik", "ANTHROPOSOPHIC"],
  ["Landeshauptstadt, Jugendamt", null],
  ["Revierförsterei", null],
  ["Ökumenischer Verein der evangelischen und katholischen Gemeinden", null],
  [null, null],
])("the provider %j shows the confession %j", (provider, expected) => {
  expect(confessionOf(provider)).toBe(expected);
});
