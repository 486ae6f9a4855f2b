import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { practice, root } from "./base-routes.tsx";
import { pickSearch } from "./search-params.ts";

/** What an invitation's link opens; nobody is signed in yet. */
export const invitation = createRoute({
  getParentRoute: () => root,
  path: "/invitation",
  component: lazyRouteComponent(() => import("../identity/invitation-page.tsx"), "InvitationPage"),
});

/** Two patients on file beside each other, to be joined or told apart. */
export const joinPatients = createRoute({
  getParentRoute: () => practice,
  path: "patients/$patient/join",
  validateSearch: (search) => pickSearch(search, ["with"]),
  component: lazyRouteComponent(
    () => import("../masters/patient/join-page.tsx"),
    "JoinPatientsPage",
  ),
});

/** Somebody who is not on file. */
export const registerPatient = createRoute({
  getParentRoute: () => practice,
  path: "patients/new",
  component: lazyRouteComponent(
    () => import("../masters/patient/register-patient-page.tsx"),
    "RegisterPatientPage",
  ),
});

/** Everything about one patient. */
export const patient = createRoute({
  getParentRoute: () => practice,
  path: "patients/$patient",
  validateSearch: (search) => pickSearch(search, ["form", "field"]),
  component: lazyRouteComponent(() => import("../masters/patient/patient-page.tsx"), "PatientPage"),
});
