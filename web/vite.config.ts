import { resolve } from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const server = process.env.SOZIALRAUMKARTE_SERVER ?? "http://127.0.0.1:8080";

/**
 * The page may be served under any path, so every address in it is relative. MapLibre is a chunk of its own:
 * it changes rarely, loads beside the page and is measured apart from our own script. The embed is a build of its
 * own (`--mode embed`, after the dashboard's): built together, each page would load what the other one needs.
 */
export default defineConfig(({ mode }) => ({
  root: import.meta.dirname,
  base: "./",
  plugins: [react()],
  worker: { format: "es" },
  build: {
    outDir: "../dist/web",
    emptyOutDir: mode !== "embed",
    target: "es2023",
    // A data: address would be outside the policy of the page for everything but pictures.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    rolldownOptions: {
      input: resolve(import.meta.dirname, mode === "embed" ? "embed.html" : "index.html"),
      output: {
        codeSplitting: {
          groups: [
            { name: "maplibre", test: /node_modules[\\/](maplibre-gl|@maplibre|@mapbox[\\/](?!maki))/ },
            // What every page loads comes as one: in forty small files it would be a tenth larger.
            { name: "page", tags: ["$initial"] },
          ],
        },
      },
    },
  },
  server: {
    proxy: { "/api": server, "/tiles": server, "/events": server, "/ogc": server },
  },
}));
