import fastifyStatic from "@fastify/static";
import type { FastifyInstance, FastifyReply } from "fastify";
import { problem } from "./problem.ts";

export type WebPages = {
  readonly folder: string;
  /** The build of the pages: until it is done a request for one of them waits. */
  readonly ready: Promise<void>;
};

/**
 * Serves the built web application. Files under `assets/` carry their digest in the name and never
 * change; every other address that is not the API's is a page of the application.
 */
export async function serveWeb(app: FastifyInstance, { folder, ready }: WebPages): Promise<void> {
  await app.register(fastifyStatic, {
    root: folder,
    serve: false,
    cacheControl: false,
    dotfiles: "ignore",
    // The build lays compressed twins beside its files.
    preCompressed: true,
  });
  const access = { kind: "public" as const, reason: "the program itself, without data" };
  const page = async (reply: FastifyReply) => {
    await ready;
    return reply.header("cache-control", "no-cache").sendFile("index.html");
  };
  app.get("/", { config: { access } }, async (_request, reply) => page(reply));
  app.get("/*", { config: { access } }, async (request, reply) => {
    const path = (request.params as { "*": string })["*"];
    if (path.startsWith("api/")) throw problem("not_found");
    if (!/\.[a-z0-9]+$/i.test(path)) return page(reply);
    const lasting = path.startsWith("assets/");
    reply.header(
      "cache-control",
      lasting ? "public, max-age=31536000, immutable" : "public, max-age=3600",
    );
    return reply.sendFile(path);
  });
  app.setNotFoundHandler(() => Promise.reject(problem("not_found")));
}
