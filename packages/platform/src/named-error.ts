/**
 * A fault with a stable code that a person can look up. The message never carries patient data:
 * codes, names of settings, paths of the program's own files only.
 */
export class NamedError extends Error {
  readonly code: string;

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(`${code}: ${message}`, options);
    this.name = "NamedError";
    this.code = code;
  }
}

/** The stable code of a fault: our own, Node's (`ENOENT`) or PostgreSQL's SQLSTATE (`40001`). */
export function errorCode(error: unknown): string | undefined {
  if (typeof error !== "object" || error === null || !("code" in error)) return undefined;
  return typeof error.code === "string" ? error.code : undefined;
}
