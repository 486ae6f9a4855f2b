import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import {
  createRootRoute,
  createRoute,
  lazyRouteComponent,
  Outlet,
  redirect,
} from "@tanstack/react-router";
import { FirstPage } from "./first-page.tsx";
import { MissingPage } from "./missing-page.tsx";
import { PageFailure } from "./page-failure.tsx";
import { problemOf } from "./problem.ts";
import { whenChangeRefused } from "./request.ts";
import { pickSearch } from "./search-params.ts";
import { sessionQuery } from "./session.ts";
import { Shell } from "./shell.tsx";

export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: (error) => leaveIfSignedOut(error) }),
  mutationCache: new MutationCache({ onError: (error) => leaveIfSignedOut(error) }),
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      gcTime: 15 * 60_000,
      refetchOnWindowFocus: false,
      retry: (failures, error) => failures < 2 && problemOf(error).status >= 500,
    },
  },
});

let leave: () => void = () => undefined;

/** Says what happens when an answer tells that the session has ended. */
export function whenSignedOut(run: () => void) {
  leave = run;
}

function leaveIfSignedOut(error: unknown) {
  if (problemOf(error).status !== 401) return;
  queryClient.setQueryData(sessionQuery.queryKey, null);
  leave();
}

// A change that is sent outside of a mutation ends in the same place.
whenChangeRefused(({ code }) => {
  if (code !== "session_required") return;
  queryClient.setQueryData(sessionQuery.queryKey, null);
  leave();
});

async function requireSession({ location }: { readonly location: { readonly href: string } }) {
  const session = await queryClient.ensureQueryData(sessionQuery);
  if (!session) throw redirect({ to: "/sign-in", search: { from: location.href } });
}

export const root = createRootRoute({
  component: Outlet,
  notFoundComponent: MissingPage,
  errorComponent: PageFailure,
});

export const first = createRoute({
  getParentRoute: () => root,
  path: "/",
  validateSearch: (search) => pickSearch(search, ["token"]),
  component: FirstPage,
});

export const signIn = createRoute({
  getParentRoute: () => root,
  path: "/sign-in",
  validateSearch: (search) => pickSearch(search, ["from"]),
  component: lazyRouteComponent(() => import("../identity/sign-in-page.tsx"), "SignInPage"),
});

export const ownFiles = createRoute({
  getParentRoute: () => root,
  path: "/own-files",
  beforeLoad: requireSession,
  component: lazyRouteComponent(() => import("../files/own-files-page.tsx"), "OwnFilesPage"),
});

export const practice = createRoute({
  getParentRoute: () => root,
  path: "/p/$practice",
  beforeLoad: requireSession,
  component: Shell,
  notFoundComponent: MissingPage,
});
