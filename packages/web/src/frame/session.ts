import { queryOptions, useQuery } from "@tanstack/react-query";
import { problemOf } from "./problem.ts";
import { getJson } from "./request.ts";

export type Practice = {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly timeZone: string;
  /** The day a demo practice has stepped to; null where it is today. */
  readonly businessDate: string | null;
  readonly roles: readonly string[];
  /** The role that the reader acts in, in a demo practice. */
  readonly actingRole: string | null;
};

export type Session = {
  readonly user: { readonly id: string; readonly name: string; readonly email: string };
  readonly isLocalOwner: boolean;
  readonly practices: readonly Practice[];
  /** What may be done outside the practices: create one. */
  readonly anywhere: readonly string[];
  readonly permissions: Readonly<Record<string, readonly string[]>>;
};

export const sessionQuery = queryOptions({
  queryKey: ["session"],
  queryFn: async ({ signal }): Promise<Session | null> => {
    try {
      return await getJson<Session>("/api/session", signal);
    } catch (error) {
      if (problemOf(error).status === 401) return null;
      throw error;
    }
  },
  staleTime: 60_000,
});

/** Who is signed in, what he may see; undefined until it is known or when nobody is. */
export function useSession(): Session | undefined {
  return useQuery(sessionQuery).data ?? undefined;
}

/** True when the session's permissions in `practice` name `permission`. */
export function isAllowed(session: Session | undefined, practice: string, permission: string) {
  return session?.permissions[practice]?.includes(permission) === true;
}
