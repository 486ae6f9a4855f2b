import type { RouteModule } from "../http/route.ts";
import { identityProblems } from "./identity-problems.ts";
import { invitationRoutes } from "./invitation-routes.ts";
import {
  apiTokenRoutes,
  practiceDirectoryRoutes,
  userChangeRoutes,
  userRoutes,
  userSessionRoutes,
} from "./practice-routes.ts";
import type { CreatePractice } from "./practices.ts";
import type { IdentityServices } from "./services.ts";
import { accountRoutes, ownSessionRoutes, signInRoutes } from "./session-routes.ts";

/** Everything about who may do what: sessions, accounts, practices, users, API tokens. */
export function identityRoutes(
  services: IdentityServices,
  createPractice: CreatePractice,
): RouteModule {
  return {
    name: "identity",
    problems: identityProblems,
    routes: [
      ...signInRoutes(services),
      ...ownSessionRoutes(services),
      ...accountRoutes(services),
      ...practiceDirectoryRoutes(createPractice),
      ...userRoutes(services),
      ...userChangeRoutes(services),
      ...userSessionRoutes(services),
      ...invitationRoutes(services),
      ...apiTokenRoutes(services),
    ],
  };
}
