import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createRoot } from "react-dom/client";
import { App } from "./app.tsx";
import { isWorthRepeating } from "./data/queries.ts";
import { LanguageProvider } from "./i18n/language.tsx";
import { rememberPreferences, storedPreferences } from "./state/preferences.ts";
import { createPageStore } from "./state/store.ts";
import { viewOf } from "./state/url.ts";
import { PageStoreContext } from "./state/use-page.ts";
import "./styles/index.css";

const store = createPageStore({ ...storedPreferences(localStorage), ...viewOf(location.search) });
rememberPreferences(store, localStorage);

const client = new QueryClient({
  defaultOptions: {
    queries: { retry: isWorthRepeating, staleTime: 60_000, refetchOnWindowFocus: false },
  },
});

const root = document.getElementById("root");
if (root) {
  createRoot(root).render(
    <QueryClientProvider client={client}>
      <PageStoreContext value={store}>
        <LanguageProvider>
          <App />
        </LanguageProvider>
      </PageStoreContext>
    </QueryClientProvider>,
  );
}
