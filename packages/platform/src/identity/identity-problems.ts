import type { ProblemTable } from "../http/problem.ts";

/** The codes with which identity's routes answer besides the platform's own. */
export const identityProblems = {
  password_too_short: { status: 422, title: "A password needs at least 12 characters" },
  password_too_long: { status: 422, title: "A password has at most 256 characters" },
  password_guessable: { status: 422, title: "This password is easy to guess; take another" },
  role_not_grantable: { status: 403, title: "Nobody gives or takes rights he does not hold" },
  user_exists: { status: 409, title: "An account with this e-mail exists already" },
  user_unknown: { status: 404, title: "No such user in this practice" },
  user_of_other_practices: { status: 403, title: "This user also works for other practices" },
  acting_role_not_demo: { status: 422, title: "Roles are switched in demo practices only" },
  acting_role_too_wide: { status: 403, title: "The role allows more than one's own" },
  invitation_invalid: {
    status: 410,
    title: "The link opens nothing: it was used, taken back or has ended. Ask for another",
  },
  code_invalid: { status: 422, title: "The code is not one of the authenticator that was set up" },
  own_access: { status: 409, title: "Nobody can take away his own rights" },
  authenticator_absent: { status: 409, title: "No authenticator is being set up" },
  authenticator_present: { status: 409, title: "An authenticator is set up already" },
  practice_exists: { status: 409, title: "A practice of this name exists already" },
} as const satisfies ProblemTable;
