const mostKept = 10_000;

/**
 * Credentials that were good a moment ago. Requests are counted by credential, so that people behind
 * one address do not slow each other down; one that nobody has proved counts for its address, or a
 * caller would have as many counters as he can invent tokens.
 */
export interface KnownCredentials {
  has(token: string): boolean;
  add(token: string): void;
}

/** Keeps the newest few thousand. */
export function knownCredentials(): KnownCredentials {
  const kept = new Set<string>();
  return {
    has: (token) => kept.has(token),
    add: (token) => {
      kept.delete(token);
      kept.add(token);
      const [oldest] = kept;
      if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
    },
  };
}
