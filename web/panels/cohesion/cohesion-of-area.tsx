import { useQueries } from "@tanstack/react-query";
import type { AreaAnswer } from "#domain/contract/contract.ts";
import { cohesionProfile } from "#domain/indicator/cohesion-profile.ts";
import { isCohesion } from "#domain/indicator/is-cohesion.ts";
import { useOpened } from "../../data/opened.ts";
import { problemText } from "../../data/problem-text.ts";
import { valuesQuery } from "../../data/queries.ts";
import { cohesion as german } from "../../i18n/de/cohesion.ts";
import { cohesion as english } from "../../i18n/en/cohesion.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { usePage } from "../../state/use-page.ts";
import { Notice } from "../../ui/notice.tsx";
import { Skeleton } from "../../ui/progress.tsx";
import { CohesionProfile } from "./cohesion-profile.tsx";

/** The cohesion study in one Stadtbezirk; nothing where the reader is told no figure of the family. */
export default function CohesionOfArea({ area }: { area: AreaAnswer }) {
  const { text, language } = useLanguage();
  const words = language === "en" ? english : german;
  const { indicators } = useOpened();
  const sight = usePage((state) => state.sight);
  const study = indicators.filter((one) => isCohesion(one) && one.levels.includes("district"));
  const districts = useQueries({
    queries: study.map(({ code }) => valuesQuery(code, "district", sight)),
  });
  const city = useQueries({
    queries: study.map(({ code, levels }) => ({
      ...valuesQuery(code, "city", sight),
      enabled: levels.includes("city"),
    })),
  });
  const failed = [...districts, ...city].find(({ isError, data }) => isError && !data);
  if (failed) return <Notice kind="problem">{problemText(failed.error, text, language)}</Notice>;
  if ([...districts, ...city].some(({ isLoading }) => isLoading))
    return <Skeleton lines={4} label={words.loading} />;
  const dimensions = cohesionProfile(
    study.map((indicator, place) => ({
      indicator,
      districts: districts[place]?.data ?? [],
      city: city[place]?.data ?? [],
    })),
    area.number,
  );
  return dimensions.length === 0 ? null : <CohesionProfile dimensions={dimensions} words={words} />;
}
