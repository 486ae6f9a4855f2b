import type { Role } from "@headwater/code-sets/closed-lists.ts";
import type { ApprovalKind } from "./approval.ts";

/** Up to which amount a role moves money of a kind without a second person. */
export type ApprovalLimit = {
  readonly kind: ApprovalKind;
  readonly role: Role;
  readonly limitCents: number;
  /** Undefined for what holds until a practice says otherwise. */
  readonly effectiveFrom: string | undefined;
};

const standing = (kind: ApprovalKind, role: Role, limitCents: number): ApprovalLimit => ({
  kind,
  role,
  limitCents,
  effectiveFrom: undefined,
});

/**
 * What holds until a practice sets limits of its own; what is not in the table always takes a second
 * person. Amounts are this project's proposal, no law's.
 */
export const standingLimits: readonly ApprovalLimit[] = [
  standing("write-off", "biller", 25_00),
  standing("write-off", "poster", 25_00),
  standing("write-off", "denial-specialist", 100_00),
  standing("write-off", "ar-follow-up", 100_00),
  standing("write-off", "manager", 1000_00),
  standing("write-off", "administrator", 1000_00),
  standing("write-off", "owner", 1000_00),
  standing("write-off", "operator", 1000_00),
];

/** The limit of a role on a day: the practice's latest row, else the standing one, else none. */
export function limitOf(
  limits: readonly ApprovalLimit[],
  { kind, role, on }: { readonly kind: ApprovalKind; readonly role: Role; readonly on: string },
): ApprovalLimit | undefined {
  let found: ApprovalLimit | undefined;
  for (const limit of [...standingLimits, ...limits]) {
    if (limit.kind !== kind || limit.role !== role) continue;
    if ((limit.effectiveFrom ?? "") > on) continue;
    if (found === undefined || (limit.effectiveFrom ?? "") >= (found.effectiveFrom ?? "")) {
      found = limit;
    }
  }
  return found;
}

/** Whether somebody of these roles needs a second person for an amount, in cents. */
export function needsSecondPerson(
  limits: readonly ApprovalLimit[],
  wanted: {
    readonly kind: ApprovalKind;
    readonly cents: number;
    readonly roles: readonly Role[];
    readonly on: string;
  },
): boolean {
  const { kind, cents, roles, on } = wanted;
  return !roles.some((role) => cents <= (limitOf(limits, { kind, role, on })?.limitCents ?? 0));
}
