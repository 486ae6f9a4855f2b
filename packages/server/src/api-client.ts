import createClient, { type Client } from "openapi-fetch";
import type { paths } from "./api.gen.ts";

/** The typed client: every path, parameter, body and answer is checked against the contract. */
export type ApiClient = Client<paths>;

/**
 * Makes a client for the web, for integrations and for tests. In a browser the session's cookie
 * travels by itself; programs hand in an API token.
 */
export function createApiClient(baseUrl: string, token?: string): ApiClient {
  return createClient<paths>({
    baseUrl,
    credentials: "same-origin",
    ...(token === undefined ? {} : { headers: { authorization: `Bearer ${token}` } }),
  });
}
