import { problem } from "@headwater/platform/http/problem.ts";
import { practiceRoute, type RouteModule } from "@headwater/platform/http/route.ts";
import { z } from "zod";
import { registrationSaved } from "../../front-end/registration/registration-saved.command.ts";
import { idQuery } from "../../masters/list-query.ts";
import { tellApart } from "../../masters/patient/duplicates.query.ts";
import { joinPatients, undoJoin } from "./join-patients.command.ts";
import { joinPreviewSchema, joinRowSchema } from "./patient-join-answers.ts";
import { joinsOf, previewJoin } from "./preview-join.query.ts";

const params = z.object({ patient: idQuery });
const pair = params.extend({ other: idQuery });
const reason = z.string().trim().min(3).max(500);

const preview = practiceRoute({
  method: "GET",
  url: "/patients/:patient/joins/:other",
  summary: "What would go over if the other patient was joined into this one; writes nothing",
  permission: "patient.read",
  audit: { action: "read", category: "patient" },
  schema: { params: pair, response: joinPreviewSchema },
  handler: async ({ transaction, params: { patient, other }, audits }) => {
    const found = await previewJoin(transaction, patient, other);
    if (found === undefined) throw problem("not_found");
    audits("patient", [patient, other]);
    return found;
  },
});

const list = practiceRoute({
  method: "GET",
  url: "/patients/:patient/joins",
  summary: "Who was joined into a patient, or where he went himself",
  permission: "patient.read",
  audit: { action: "read", category: "patient" },
  schema: { params, response: z.object({ rows: z.array(joinRowSchema) }) },
  handler: async ({ transaction, params: { patient }, audits }) => {
    audits("patient", [patient]);
    return { rows: await joinsOf(transaction, patient) };
  },
});

const join = practiceRoute({
  method: "POST",
  url: "/patients/:patient/joins",
  summary: "Join another patient, who is the same person, into this one",
  status: 201,
  permission: "patient.join",
  audit: { action: "change", category: "patient" },
  schema: {
    params,
    body: z.strictObject({
      joinedId: z.int().positive(),
      /** The revisions of both as they were compared. */
      keptRevision: z.int(),
      joinedRevision: z.int(),
      reason,
    }),
    response: z.object({ id: z.int() }),
  },
  handler: async ({ transaction, practice, params: { patient }, body, audits }) => {
    const wanted = { ...body, keptId: patient, today: practice.today };
    const result = await joinPatients(transaction, wanted);
    if (result.is === "refused") throw problem(result.code);
    audits("patient", [patient, body.joinedId]);
    return { id: result.joinId };
  },
});

const undo = practiceRoute({
  method: "POST",
  url: "/patient-joins/:join/undo",
  summary: "Take a joining back, as long as nothing came to the patient since",
  permission: "patient.join",
  audit: { action: "change", category: "patient" },
  schema: {
    params: z.object({ join: idQuery }),
    body: z.strictObject({ reason }),
    response: z.object({ keptId: z.int(), joinedId: z.int() }),
  },
  handler: async ({ transaction, practice, params, body, audits }) => {
    const given = { reason: body.reason, today: practice.today };
    const result = await undoJoin(transaction, params.join, given);
    if (result.is === "refused") throw problem(result.code);
    const { keptId, joinedId } = result;
    audits("patient", [keptId, joinedId]);
    return { keptId, joinedId };
  },
});

const apart = practiceRoute({
  method: "POST",
  url: "/patients/:patient/distinctions",
  summary: "Say that two patients who look like one are two people; they are not asked about again",
  permission: "patient.write",
  audit: { action: "change", category: "patient" },
  schema: {
    params,
    body: z.strictObject({ otherId: z.int().positive() }),
    response: z.object({ patients: z.array(z.int()) }),
  },
  handler: async ({ transaction, practice, params: { patient }, body, audits }) => {
    const patients = [patient, body.otherId];
    if ((await previewJoin(transaction, patient, body.otherId)) === undefined) {
      throw problem("not_found");
    }
    await tellApart(transaction, patient, [body.otherId]);
    await registrationSaved(transaction, patients, practice.today);
    audits("patient", patients);
    return { patients };
  },
});

export const patientJoinRoutes: RouteModule = {
  name: "patient-joins",
  routes: [preview, list, join, undo, apart],
  problems: {
    patients_are_one: { status: 409, title: "A patient is not joined into himself" },
    join_undone: { status: 409, title: "The joining was taken back already" },
    join_grown: {
      status: 409,
      title: "Something came to the patient since the joining, so it cannot be said whose it is",
    },
  },
};
