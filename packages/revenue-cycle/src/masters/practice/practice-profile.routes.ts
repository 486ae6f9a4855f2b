import { practiceRoute, type RouteModule } from "@headwater/platform/http/route.ts";
import { settledRecord } from "../record.routes.ts";
import { practiceProfile } from "./practice-profile.query.ts";
import {
  practiceProfileDraftSchema,
  practiceProfileSchema,
  setupSchema,
} from "./practice-profile-answers.ts";
import { changePracticeProfile } from "./record-practice-profile.command.ts";
import { setupChecklist } from "./setup-checklist.ts";
import { setupCounts } from "./setup-counts.query.ts";

const show = practiceRoute({
  method: "GET",
  url: "/profile",
  summary: "How the practice presents itself to payers and patients",
  permission: "practice.read",
  audit: { action: "read", category: "practice-profile" },
  schema: { response: practiceProfileSchema },
  handler: async ({ transaction, practice, audits, etag }) => {
    const profile = await practiceProfile(transaction);
    audits("practice-profile", [practice.publicId]);
    etag(profile.revision);
    return profile;
  },
});

const change = practiceRoute({
  method: "PUT",
  url: "/profile",
  summary: "State how the practice presents itself",
  permission: "masters.write",
  audit: { action: "change", category: "practice-profile" },
  schema: { body: practiceProfileDraftSchema, response: practiceProfileSchema },
  handler: async ({ transaction, practice, body, expectedRevision, audits, etag }) => {
    const wanted = { typed: body, revision: expectedRevision() };
    const result = await changePracticeProfile(transaction, wanted);
    const profile = settledRecord(result, "practice_profile_invalid");
    audits("practice-profile", [practice.publicId]);
    etag(profile.revision);
    return profile;
  },
});

const setup = practiceRoute({
  method: "GET",
  url: "/setup",
  summary: "What is set up and what is missing, computed from what is on file",
  permission: "practice.read",
  audit: { action: "read", category: "practice-profile" },
  schema: { response: setupSchema },
  handler: async ({ transaction, practice, audits }) => {
    audits("practice-profile", [practice.publicId]);
    return { rows: setupChecklist(await setupCounts(transaction, practice.today)) };
  },
});

export const practiceProfileRoutes: RouteModule = {
  name: "practice-profile",
  routes: [show, change, setup],
  problems: {
    practice_profile_invalid: { status: 422, title: "The profile is not stated rightly" },
  },
};
