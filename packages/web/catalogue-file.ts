import type { Plugin } from "vite";
import { en } from "./src/strings/en.ts";

const inDevelopment = "/strings.json";

/**
 * Gives the catalogue of sentences to the page as a file of its own, named in the page's head: words
 * are data, which load beside the script instead of as a part of it.
 */
export function catalogueFile(): Plugin {
  const source = JSON.stringify(en);
  let file = inDevelopment;
  return {
    name: "catalogue-file",
    configureServer({ middlewares }) {
      middlewares.use(inDevelopment, (_, answer) => {
        answer.setHeader("content-type", "application/json").end(source);
      });
    },
    generateBundle() {
      const reference = this.emitFile({ type: "asset", name: "strings.json", source });
      file = `/${this.getFileName(reference)}`;
    },
    transformIndexHtml: {
      order: "post",
      handler: () => [
        {
          tag: "link",
          attrs: {
            rel: "preload",
            as: "fetch",
            type: "application/json",
            crossorigin: "anonymous",
            href: file,
            "data-strings": true,
          },
          injectTo: "head",
        },
      ],
    },
  };
}
