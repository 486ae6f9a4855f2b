import { isIP } from "node:net";
import type { FastifyRequest } from "fastify";
import { problem } from "./problem.ts";

export interface GuardOptions {
  /** Listening on loopback alone: then only loopback's names are served. */
  readonly loopback: boolean;
}

const loopbackNames = new Set(["localhost", "127.0.0.1", "[::1]"]);
const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);

/** Whether an address to listen on is reachable from this machine alone. */
export function isLoopbackHost(host: string): boolean {
  return host === "localhost" || host === "::1" || /^127(\.\d{1,3}){3}$/.test(host);
}

/**
 * The address that a request comes from: the peer's, or the one that a trusted proxy names. A proxy that
 * passes on what it was sent may name anything; what is no address is not believed.
 */
export function addressOf(request: FastifyRequest): string {
  const { ip } = request;
  return isIP(ip) ? ip : (request.socket.remoteAddress ?? "unknown");
}

/** Whether a request comes from this machine itself and through no proxy. */
export function isLocalPeer(request: FastifyRequest): boolean {
  const proxied = request.headers["x-forwarded-for"] ?? request.headers.forwarded;
  const address = addressOf(request).replace(/^::ffff:/, "");
  return proxied === undefined && isLoopbackHost(address);
}

function hostName(host: string): string {
  return host.replace(/:\d+$/, "").toLowerCase();
}

/**
 * Refuses what a hostile page can make a browser send: a foreign name that was pointed at this machine
 * (DNS rebinding) and a changing request from another origin (request forgery). A request without an
 * `Origin` comes from no page; the cookie's `SameSite=Strict` stands behind this.
 */
export function guardRequest(request: FastifyRequest, options: GuardOptions): void {
  const host = request.headers.host ?? "";
  if (options.loopback && !loopbackNames.has(hostName(host))) throw problem("host_refused");
  if (safeMethods.has(request.method)) return;
  const site = request.headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin" && site !== "none") {
    throw problem("origin_refused");
  }
  const { origin } = request.headers;
  if (origin === undefined) return;
  if (!URL.canParse(origin) || new URL(origin).host !== host.toLowerCase()) {
    throw problem("origin_refused");
  }
}
