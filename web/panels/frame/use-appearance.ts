import { useEffect } from "react";
import { usePage } from "../../state/use-page.ts";
import { useMedia } from "../../ui/use-media.ts";

/** The theme in force, after asking the system where that was chosen. */
export function useTheme(): "light" | "dark" {
  const theme = usePage((state) => state.theme);
  const isSystemDark = useMedia("(prefers-color-scheme: dark)");
  return theme === "system" ? (isSystemDark ? "dark" : "light") : theme;
}

/** Puts theme and Sitzungsdarstellung on the root element, where the styles look for them. */
export function useAppearance(): void {
  const theme = useTheme();
  const isMeeting = usePage((state) => state.isMeeting);
  useEffect(() => {
    document.documentElement.dataset.theme = theme;
    document.documentElement.toggleAttribute("data-meeting", isMeeting);
  }, [theme, isMeeting]);
}
