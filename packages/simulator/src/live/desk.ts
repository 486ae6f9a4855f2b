import type { Claim837 } from "@headwater/x12";
import { Agenda } from "../run/agenda.ts";
import type { Run, RunEvent } from "../run/run.ts";
import { Tally } from "../truth/tally.ts";
import type { Practice } from "../world/practice.ts";

/** The far end's books of one billing provider. Members' years are common to all. */
export function deskFor(
  past: Run,
  claim: Claim837,
  place: { readonly submitterId: string; readonly day: number; readonly number: number },
): Run {
  const { billingProvider } = claim;
  const own = past.world.practice;
  const practice: Practice = {
    name: billingProvider?.lastNameOrOrganization ?? own.name,
    npi: billingProvider?.id ?? own.npi,
    taxId: taxIdOf(claim) ?? own.taxId,
    providers: own.providers,
  };
  return {
    ...past,
    world: { ...past.world, practice, patients: 0 },
    agenda: new Agenda<RunEvent>(),
    outputs: [],
    lives: new Map(),
    tally: new Tally(past.world.lastDay),
    forwarded: new Map(),
    capitated: new Map(),
    bankRows: [],
    patientRows: [],
    day: place.day,
    submitterId: place.submitterId,
    deskNumber: place.number,
  };
}

function taxIdOf({ billingProvider }: Claim837): string | undefined {
  const found = billingProvider?.references.find(
    ({ qualifier }) => qualifier === "EI" || qualifier === "SY",
  );
  return found?.id.replaceAll("-", "");
}
