import { type Role, roles } from "@headwater/code-sets/closed-lists.ts";

/** Who runs the installation or a practice; every permission is theirs. */
const leads = ["owner", "administrator", "operator"] as const;
const staff = [
  "front-desk",
  "authorization",
  "provider",
  "coder",
  "biller",
  "poster",
  "denial-specialist",
  "ar-follow-up",
  "manager",
  "credentialing",
] as const;
const billing = ["biller", "poster", "denial-specialist", "ar-follow-up", "manager"] as const;
const claimWork = ["coder", "biller", "denial-specialist", "ar-follow-up", "manager"] as const;

/**
 * What each permission allows and which roles hold it, practice by practice. Minimum necessary
 * (45 CFR 164.502(b)): a role holds what its work needs. An auditor reads everything and changes
 * nothing; a patient's own portal has its own permissions and so the role holds none of these.
 */
export const permissions = {
  "practice.read": [...staff, "auditor", ...leads],
  "practice.manage": leads,
  "practice.create": leads,
  "code-set.load": leads,
  "provider.write": ["manager", "credentialing", ...leads],
  "masters.write": ["biller", "manager", ...leads],
  "enrollment.write": ["biller", "manager", "credentialing", ...leads],
  "patient.read": [
    "front-desk",
    "authorization",
    "provider",
    ...claimWork,
    "poster",
    "auditor",
    ...leads,
  ],
  "patient.write": [
    "front-desk",
    "authorization",
    "biller",
    "denial-specialist",
    "ar-follow-up",
    "manager",
    ...leads,
  ],
  // Two on file become one: what a patient owes and what pays for him go over.
  "patient.join": ["biller", "manager", ...leads],
  "appointment.read": [
    "front-desk",
    "authorization",
    "provider",
    ...claimWork,
    "poster",
    "auditor",
    ...leads,
  ],
  "appointment.write": ["front-desk", "authorization", "manager", ...leads],
  "authorization.write": ["front-desk", "authorization", "biller", "manager", ...leads],
  "eligibility.ask": ["front-desk", "authorization", "biller", "ar-follow-up", "manager", ...leads],
  "patient-payment.collect": ["front-desk", "poster", "manager", ...leads],
  "patient-payment.reverse": ["poster", "manager", ...leads],
  "patient-account.read": ["front-desk", ...billing, "auditor", ...leads],
  "patient-account.write": ["biller", "poster", "ar-follow-up", "manager", ...leads],
  "statement.send": ["biller", "poster", "ar-follow-up", "manager", ...leads],
  "claim.read": ["authorization", "provider", ...claimWork, "poster", "auditor", ...leads],
  "claim.annotate": ["authorization", "provider", ...claimWork, "poster", ...leads],
  "claim.write": [...claimWork, ...leads],
  "remittance.read": [...billing, "auditor", ...leads],
  "remittance.write": ["poster", "manager", ...leads],
  "file.read": ["coder", ...billing, "auditor", ...leads],
  "file.import": ["biller", "poster", "manager", ...leads],
  "report.read": [...billing, "auditor", ...leads],
  "edit.read": [...staff, "auditor", ...leads],
  "edit.write": ["coder", "biller", "denial-specialist", "manager", ...leads],
  "work.read": [...staff, "auditor", ...leads],
  "work.write": [...staff, ...leads],
  "ledger.read": [...billing, "auditor", ...leads],
  "ledger.close": ["manager", ...leads],
  "money.approve": ["manager", ...leads],
  "adjustment-policy.write": ["manager", ...leads],
  "refund.write": ["poster", "manager", ...leads],
  "write-off.write": [...billing, ...leads],
  "audit.read": ["auditor", ...leads],
  "user.manage": leads,
  "api-token.manage": leads,
} as const satisfies Readonly<Record<string, readonly Role[]>>;

export type Permission = keyof typeof permissions;

export const permissionNames = Object.keys(permissions) as readonly Permission[];

/** What holding these roles allows, in the order of the table. */
export function permissionsOf(held: readonly Role[]): Permission[] {
  return permissionNames.filter((permission) => holds(held, permission));
}

/** Whether one of the roles carries the permission. */
export function holds(held: readonly Role[], permission: Permission): boolean {
  const allowed: readonly Role[] = permissions[permission];
  return held.some((role) => allowed.includes(role));
}

/** Whether somebody with `held` may hand out `granted`: nobody grants what he does not hold. */
export function mayGrant(held: readonly Role[], granted: readonly Role[]): boolean {
  return permissionsOf(granted).every((permission) => holds(held, permission));
}

/** Whether a text is one of the roles. */
export function isRole(text: string): text is Role {
  return (roles as readonly string[]).includes(text);
}
