import type { Readable } from "node:stream";
import type { Role } from "@headwater/code-sets/closed-lists.ts";
import type { Clock } from "../clock/clock.ts";
import type { Database } from "../database/connect.ts";
import type { Actor, Identity } from "../identity/authenticate.ts";
import type { RandomSource } from "../random/random.ts";
import type { PracticesTransaction, PracticeTransaction } from "../tenancy/with-practices.ts";

/** The practice that the address names, once the actor is known to have a role in it. */
export interface PracticeReference {
  readonly practiceId: number;
  readonly publicId: string;
  readonly name: string;
  readonly kind: "practice" | "own-files" | "demo";
  readonly timeZone: string;
  /** The practice's business date, `YYYY-MM-DD`: today unless a demo practice has its own. */
  readonly today: string;
  /** The actor's roles in this practice. */
  readonly roles: readonly Role[];
}

/** What every handler gets. */
export interface RequestContext<Params, Query, Body> {
  readonly params: Params;
  readonly query: Query;
  /** Decoded JSON, or the request's stream where the route declares `body: "stream"`. */
  readonly body: Body;
  readonly requestId: string;
  readonly clock: Clock;
  readonly random: RandomSource;
  readonly database: Database;
  /** A header of the request, decoded as text. */
  header(name: string): string | undefined;
  /** Notes what was shown or changed; ids end up in the request's audit entry. Ids and codes only. */
  audits(subject: string, ids: Iterable<string | number>): void;
  /** Adds codes to the audit entry, for example the reason a person gave by its code. */
  auditDetail(detail: Readonly<Record<string, string | number | boolean | null>>): void;
  /** Sets the `ETag` of the answer to the record's revision. */
  etag(revision: number): void;
  /**
   * The revision that the caller changed, from `If-Match`. Without one: 428 `revision_required`.
   * The statement compares it in its `where`; no row touched is `problem("revision_changed")`.
   */
  expectedRevision(): number;
}

/** A signed-in actor without a practice in the address. */
export interface UserContext<Params, Query, Body> extends RequestContext<Params, Query, Body> {
  readonly actor: Actor;
  /** The actor's practices and roles. */
  readonly identity: Identity;
  /**
   * Acts for the practices in which the actor holds the route's permission; for none where being
   * signed in is enough.
   */
  readonly transaction: PracticesTransaction;
  /** The peer's address. */
  readonly address: string;
  /** Sets or, with undefined, removes the session cookie. */
  sessionCookie(token: string | undefined): void;
}

/** One practice, one transaction: committed, with its audit entry, before the answer is sent. */
export interface PracticeContext<Params, Query, Body> extends RequestContext<Params, Query, Body> {
  readonly actor: Actor;
  readonly practice: PracticeReference;
  readonly transaction: PracticeTransaction;
}

/**
 * One practice, transactions of the handler's own: for uploads and downloads that outlive one
 * statement. `inPractice` writes the request's audit entry in the first transaction it commits.
 */
export interface OwnTransactionContext<Params, Query, Body>
  extends RequestContext<Params, Query, Body> {
  readonly actor: Actor;
  readonly practice: PracticeReference;
  inPractice<Result>(work: (transaction: PracticeTransaction) => Promise<Result>): Promise<Result>;
}

/** Nobody in particular. */
export interface PublicContext<Params, Query, Body> extends RequestContext<Params, Query, Body> {
  /** The peer's address. */
  readonly address: string;
  /** Sets or, with undefined, removes the session cookie. */
  sessionCookie(token: string | undefined): void;
}

/** An answer that is a file: sent as an attachment, never interpreted by the browser. */
export interface Download {
  readonly name: string;
  readonly mediaType: string;
  readonly byteLength?: number;
  readonly content: Readable | AsyncIterable<Uint8Array | string>;
}
