import type { Database } from "../database/connect.ts";
import type { IdentityServices } from "../identity/services.ts";
import type { Logger } from "../logging/logger.ts";

/** What every route works with. */
export interface HttpServices {
  readonly database: Database;
  /** Clock, randomness, sessions and the installation's key. */
  readonly identity: IdentityServices;
  readonly logger: Logger;
}

/** The name of the session cookie. */
export const sessionCookieName = "headwater_session";
