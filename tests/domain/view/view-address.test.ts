import { describe, expect, it } from "vitest";
import { longestViewAddress, scenarioOf, viewAddressSchema } from "#domain/view/view-address.ts";

const start = "?v=1&level=district&indicator=sealed-area";
const faultOf = (address: string) => viewAddressSchema.safeParse(address).error?.issues[0]?.message ?? null;

describe("the address of a view that is kept", () => {
  it("takes every part the page writes for a view", () => {
    for (const more of [
      "",
      "&period=2024&method=quantile&layers=renewal-areas~60,facilities&families=",
      "&text=Kita%20%22Am%20Park%22&select=area:district:06&camera=11.2/48.776/9.18/12",
      "&tab=planning&scenario=9b1f&kind=KITA&supply=BESTAND,GEPLANT&way=7.5min&weights=3,1,1,0,1,1",
      "&tab=monitoring&index=unemployment~2,green-share~1~resource&rules=300~winsorized&shows=certainty",
      "&reading=change&since=2018&relative=1&table=areas",
    ])
      expect(faultOf(`${start}${more}`), more).toBeNull();
  });

  it("has no host, no script, no markup, and nothing of the person", () => {
    for (const wrong of [
      "",
      "javascript:alert(1)",
      "//anderswo.example/?v=1",
      "https://anderswo.example/?v=1",
      `${start}&text=<script>`,
      `${start}#fragment`,
      `${start}\n`,
    ])
      expect(faultOf(wrong), wrong).toBe("Das ist keine Adresse einer Ansicht.");
    expect(faultOf("?level=district")).toBe("Das ist keine Adresse einer Ansicht dieser Karte.");
    for (const part of ["sight=RESTRICTED", "page=audit", "lang=en", "job=7", "refused=x", "next=x"])
      expect(faultOf(`${start}&${part}`)).toBe(
        `Der Teil „${part.split("=")[0]}“ gehört nicht zu einer Ansicht.`,
      );
  });

  it("names a part that is there twice, or not right", () => {
    expect(faultOf(`${start}&level=city`)).toBe("Der Teil „level“ steht doppelt in der Adresse.");
    expect(faultOf(`${start}&camera=north`)).toBe("Der Teil „camera“ der Adresse ist nicht gültig.");
    expect(faultOf(`${start}&text=${"a".repeat(longestViewAddress)}`)).toBe(
      "Eine Ansicht hat höchstens 4000 Zeichen.",
    );
  });

  it("tells the scenario it belongs to", () => {
    expect(scenarioOf(`${start}&scenario=9b1f`)).toBe("9b1f");
    expect(scenarioOf(start)).toBeNull();
  });
});
