import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { catalogueFile } from "./catalogue-file.ts";
import { compressedFiles } from "./compressed-files.ts";

const server = "http://127.0.0.1:4680";

export default defineConfig(({ command }) => {
  // A build is what users run, whatever the environment it is made in says.
  if (command === "build") process.env.NODE_ENV = "production";
  return {
    plugins: [react(), catalogueFile(), compressedFiles()],
    // Nothing is inlined: the content security policy allows only files of this origin.
    build: {
      target: "es2022",
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      manifest: true,
      // The chart library is one lazy file on purpose; check-bundle.ts guards what loads first.
      chunkSizeWarningLimit: 700,
    },
    server: { proxy: { "/api": server, "/health": server } },
  };
});
