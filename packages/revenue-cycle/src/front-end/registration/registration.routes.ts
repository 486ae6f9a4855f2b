import { problem } from "@headwater/platform/http/problem.ts";
import { practiceRoute, type RouteModule } from "@headwater/platform/http/route.ts";
import { z } from "zod";
import { idQuery } from "../../masters/list-query.ts";
import { sameByNameAndBirth } from "../../masters/patient/duplicates.query.ts";
import { findingRowsOf } from "../../work/edit/list-findings.query.ts";
import { holdsOf } from "../../work/hold/find-holds.query.ts";
import { registrationSchema } from "./registration-answers.ts";
import { registrationFieldOf } from "./registration-field.ts";
import { loadRegistrations } from "./registration-grounds.query.ts";
import { scoreGround } from "./score-ground.ts";

const show = practiceRoute({
  method: "GET",
  url: "/patients/:patient/registration",
  summary: "How complete and sound a patient's registration is, with what the edits found",
  permission: "patient.read",
  audit: { action: "read", category: "patient" },
  schema: { params: z.object({ patient: idQuery }), response: registrationSchema },
  handler: async ({ transaction, practice, params: { patient }, audits }) => {
    const [ground] = await loadRegistrations(transaction, [patient], practice.today);
    if (ground === undefined) throw problem("not_found");
    audits("patient", [patient]);
    const findings = await findingRowsOf(transaction, { kind: "patient", id: patient });
    const holds = await holdsOf(transaction, { kind: "patient", id: patient });
    const open = findings.filter(({ state }) => state === "open");
    const { coverage, ...person } = ground;
    const around = { coverage, day: practice.today, findings: open };
    const { score, parts } = scoreGround(person, around);
    return {
      score,
      parts: parts.map((part) => ({ ...part })),
      findings: findings.map((row) => ({ ...row, place: registrationFieldOf(row.field) ?? null })),
      likelySameAs: (await sameByNameAndBirth(transaction, patient)) ?? null,
      hold: holds.find(({ releasedAt }) => releasedAt === null) ?? null,
    };
  },
});

export const registrationRoutes: RouteModule = { name: "registration", routes: [show] };
