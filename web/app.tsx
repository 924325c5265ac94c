import { FiguresProvider } from "./data/figures.tsx";
import { OpenedContext } from "./data/opened.ts";
import { useOpening } from "./data/use-opening.ts";
import { OpeningScreen } from "./panels/frame/opening-screen.tsx";
import { useAppearance } from "./panels/frame/use-appearance.ts";
import { Workplace } from "./panels/frame/workplace.tsx";
import { usePage } from "./state/use-page.ts";
import { LiveRegions } from "./ui/live-regions.tsx";

export function App() {
  useAppearance();
  const opening = useOpening();
  const isSettled = usePage((state) => state.indicator !== undefined);
  return (
    <>
      <LiveRegions />
      {opening.kind === "ready" && isSettled ? (
        <OpenedContext value={opening}>
          <FiguresProvider>
            <Workplace />
          </FiguresProvider>
        </OpenedContext>
      ) : (
        <OpeningScreen opening={opening} />
      )}
    </>
  );
}
