import { useState } from "react";
import { areaLayer } from "#domain/area/area.ts";
import { addressOf } from "../../data/api.ts";
import { useShown } from "../../data/figures.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { filterParameters, isFiltering } from "../../state/facility-filter.ts";
import { type ExportFormat, exportFormats } from "../../state/frame-slice.ts";
import { usePage, usePageStore } from "../../state/use-page.ts";
import { Icon } from "../../ui/icon.tsx";
import { useSavePicture } from "../map/use-save-picture.ts";
import { useSaveTable } from "./use-save-table.ts";

const readFormats: readonly ExportFormat[] = ["csv", "png"];

/** Saves what the table shows, in the format chosen last. */
export function ExportButton({ of }: { of: string }) {
  const { text } = useLanguage();
  const store = usePageStore();
  const format = usePage((state) => state.exportFormat);
  const savePicture = useSavePicture();
  const address = useExportAddress(of, format);
  // The server knows the figures, not what is read from them on this page.
  const isRead = useIsRead() && of === "areas";
  const formats = isRead ? readFormats : exportFormats;
  const chosen = formats.find((one) => one === format) ?? "csv";
  const saveTable = useSaveTable();
  const [isWorking, setWorking] = useState(false);

  const picture = async () => {
    setWorking(true);
    const isSaved = await savePicture();
    setWorking(false);
    if (!isSaved) store.getState().sound(text.settings.pictureFailed);
  };

  return (
    <div className="export">
      <label className="tool">
        <span className="for-ears">{text.table.format}</span>
        <select
          value={chosen}
          onChange={(event) =>
            store.getState().chooseExport(exportFormats.find((one) => one === event.target.value) ?? "csv")
          }
        >
          {formats.map((one) => (
            <option key={one} value={one}>
              {text.table.formats[one]}
            </option>
          ))}
        </select>
      </label>
      {chosen === "png" || isRead ? (
        <button
          type="button"
          className="button"
          disabled={isWorking}
          onClick={() => void (chosen === "png" ? picture() : saveTable())}
        >
          <Icon name="download" />
          {isWorking ? text.settings.pictureWorking : text.table.export}
        </button>
      ) : (
        <a className="button" href={address} download>
          <Icon name="download" />
          {text.table.export}
        </a>
      )}
    </div>
  );
}

/** Whether the figures shown are read from others: a change, a pair, an index. */
function useIsRead(): boolean {
  const { figures } = useShown();
  return (
    figures.kind === "ready" &&
    (figures.change !== null || figures.pair !== null || figures.computed !== null)
  );
}

/** The server's file of the same rows: same filter, same Sicht. */
export function useExportAddress(of: string, format: ExportFormat): string {
  const level = usePage((state) => state.level);
  const indicator = usePage((state) => state.indicator);
  const period = usePage((state) => state.period);
  const filter = usePage((state) => state.facilityFilter);
  const families = usePage((state) => state.families);
  const sight = usePage((state) => state.sight);
  const scenario = usePage((state) => state.openScenario?.id ?? null);
  const parameters =
    of === "facilities" && isFiltering(filter) ? filterParameters(filter) : new URLSearchParams();
  if (of === "facilities") parameters.set("family", families.join(","));
  if (of === "areas" && indicator) {
    parameters.set("indicators", indicator);
    if (period) parameters.set("period", period);
  }
  if (scenario) parameters.set("scenario", scenario);
  if (sight) parameters.set("ceiling", sight);
  const name = of === "areas" ? areaLayer(level) : of;
  return addressOf(`api/export/${name}.${format}`, parameters);
}
