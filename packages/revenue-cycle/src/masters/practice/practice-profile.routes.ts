import { practiceRoute, type RouteModule } from "@headwater/platform/http/route.ts";
import { settledRecord } from "../record.routes.ts";
import { practiceProfile } from "./practice-profile.query.ts";
import { practiceProfileDraftSchema, practiceProfileSchema } from "./practice-profile-answers.ts";
import { changePracticeProfile } from "./record-practice-profile.command.ts";

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

export const practiceProfileRoutes: RouteModule = {
  name: "practice-profile",
  routes: [show, change],
  problems: {
    practice_profile_invalid: { status: 422, title: "The profile is not stated rightly" },
  },
};
