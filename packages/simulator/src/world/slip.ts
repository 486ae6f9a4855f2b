import { parameters, type SlipKind, type SlipRow, slipRows } from "../parameters/parameters.ts";
import type { Profile } from "../parameters/profiles.ts";
import { codePairs } from "../tables/code-pairs.ts";
import { serviceOf } from "../tables/services.ts";
import type { Encounter } from "./encounter.ts";
import { formerOn } from "./patient.ts";
import { isEnrolled } from "./practice.ts";

const openers = new Set(["25", "59"]);
const bundledCodes = new Set(codePairs.map(({ bundled }) => bundled));

type Possible = (encounter: Encounter) => boolean;

const isInsured: Possible = ({ primary, visit }) => primary !== undefined && !visit.injury;

/** At which encounters a slip can happen at all. */
const possible: Readonly<Record<SlipKind, Possible>> = {
  "coverage-lapsed": ({ patient, day, visit, primary }) => {
    const former = formerOn(patient, day, parameters.lapsedUnnoticedDays.value);
    return !visit.injury && former !== undefined && former.memberId !== primary?.memberId;
  },
  "wrong-plan": ({ patient, primary, visit }) =>
    !visit.injury && primary !== undefined && patient.underlying !== undefined,
  "other-coverage-missed": (encounter) =>
    isInsured(encounter) &&
    encounter.secondary !== undefined &&
    encounter.primary?.payer.lineOfBusiness === "commercial",
  "member-id-wrong": isInsured,
  "birth-date-wrong": (encounter) =>
    isInsured(encounter) && encounter.primary?.relationship === "18",
  "authorization-missing": (encounter) =>
    encounter.lines.some(
      ({ code }) => payerRules(encounter)?.authorizationCodes.includes(code) === true,
    ),
  "referral-missing": (encounter) =>
    isInsured(encounter) &&
    payerRules(encounter)?.wantsReferral === true &&
    wantsReferral(encounter),
  "provider-not-enrolled": ({ provider, primary, visit, day }) =>
    !visit.injury && primary !== undefined && !isEnrolled(provider, primary.payer.key, day),
  "modifier-missing": ({ lines }) =>
    lines.some(
      ({ code, modifiers }) =>
        bundledCodes.has(code) && modifiers.some((modifier) => openers.has(modifier)),
    ),
  "diagnosis-cut-short": ({ diagnoses }) => (diagnoses[0] ?? "").length > 3,
  "need-unproven": (encounter) =>
    payerRules(encounter)?.checksNeed === true &&
    encounter.lines.some(({ code }) => serviceOf(code).diagnoses !== undefined),
  "place-wrong": isInsured,
  "units-wrong": ({ lines }) =>
    lines.some(({ code }) => ["17003", "J1100", "96372", "36415"].includes(code)),
  undercoded: ({ lines }) => lines.some(({ code }) => lowerCode(code) !== undefined),
  "charge-missed": ({ lines }) => lines.length > 1,
  "records-not-sent": (encounter) => wantsRecords(encounter),
  "filed-late": (encounter) => (payerRules(encounter)?.filingLimitDays ?? 999) < 120,
  "sent-as-another-claim": isInsured,
  "payer-id-wrong": isInsured,
};

function payerRules({ primary, visit }: Encounter) {
  return visit.injury ? undefined : primary?.payer.rules;
}

/** Plans with a gatekeeper want a referral for specialists' visits. */
export function wantsReferral({ provider }: Pick<Encounter, "provider">): boolean {
  return provider.specialty !== "family";
}

/** Whether the payer will ask for the records of a procedure; a good office sends them unasked. */
export function wantsRecords({ stream, lines }: Pick<Encounter, "stream" | "lines">): boolean {
  const isProcedure = lines.some(
    ({ code }) => ["procedure", "imaging"].includes(serviceOf(code).kind) && code !== "96372",
  );
  return isProcedure && stream.happens("records-wanted", parameters.recordsWanted.value);
}

const lower: Readonly<Record<string, string>> = {
  "99203": "99202",
  "99204": "99203",
  "99213": "99212",
  "99214": "99213",
  "99215": "99214",
};

/** The visit one level below; undefined where there is none. */
export function lowerCode(code: string): string | undefined {
  return lower[code];
}

/** The slip of an encounter, if one happens: each kind is drawn by its own key, the first one counts. */
export function plantSlip(encounter: Encounter, profile: Profile): SlipRow | undefined {
  const stream = encounter.stream.at("slip");
  return slipRows.find(
    ({ kind }) => stream.happens(kind, profile.slips[kind]) && possible[kind](encounter),
  );
}
