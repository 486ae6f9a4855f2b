/** What was done to the data, after ASTM E2147-18: a query is a read, a print or copy an export. */
export type AuditAction =
  | "read"
  | "create"
  | "change"
  | "delete"
  | "export"
  | "sign-in"
  | "sign-out"
  | "refuse";

export type AuditDetails = Readonly<
  Record<string, string | number | boolean | null | readonly (string | number)[]>
>;

/** One line of the audit log. Ids and codes only: never a name, a number of a patient or a secret. */
export interface AuditEntry {
  /** `user:12`, `token:5`, `operator`, `system:worker`, or `nobody` before anyone has signed in. */
  readonly actor: string;
  readonly action: AuditAction;
  /** The category of data, singular: `claim`, `remittance`, `session`. */
  readonly category: string;
  /** What was shown or changed. */
  readonly subjects?: readonly AuditSubject[];
  readonly details?: AuditDetails;
  /** Joins the entry with the log line and the answer of the same request. */
  readonly requestId?: string;
  /** The peer's address, or absent for the command line and jobs. */
  readonly address?: string;
}

export interface AuditSubject {
  readonly kind: string;
  readonly ids: readonly (string | number)[];
}
