import { practiceRoute, type RouteModule } from "@headwater/platform/http/route.ts";
import { z } from "zod";
import { idQuery } from "../../masters/list-query.ts";
import { patientClaims } from "./patient-claims.query.ts";
import { patientClaimsSchema } from "./patient-claims-answers.ts";

const show = practiceRoute({
  method: "GET",
  url: "/patients/:patient/claims",
  summary: "A patient's claims with what is open of each, and what the patient owes in all",
  permission: "patient.read",
  audit: { action: "read", category: "patient" },
  schema: { params: z.object({ patient: idQuery }), response: patientClaimsSchema },
  handler: async ({ transaction, params: { patient }, audits }) => {
    audits("patient", [patient]);
    return patientClaims(transaction, patient);
  },
});

export const patientClaimRoutes: RouteModule = { name: "patient-claims", routes: [show] };
