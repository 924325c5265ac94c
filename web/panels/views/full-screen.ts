import type { PageStore } from "../../state/store.ts";

/**
 * Asks for the whole screen, which browsers give a page only right after a click or a key. Where there is none the
 * Vorführung goes on without and knows it.
 */
export function askForFullScreen(store: PageStore): void {
  const refused = () => store.getState().noteFullScreen(false);
  if (!document.fullscreenEnabled) {
    refused();
    return;
  }
  document.documentElement.requestFullscreen().then(() => {
    // Ended before the browser had answered.
    if (store.getState().presentation === null) leaveFullScreen();
  }, refused);
}

export function leaveFullScreen(): void {
  // Refused where the person has left it already, which is what is wanted.
  if (document.fullscreenElement) void document.exitFullscreen().catch(() => undefined);
}
