/** What is on file, counted, as the checklist judges it. */
export type SetupCounts = {
  readonly submitter: boolean;
  readonly contact: boolean;
  readonly remitAddress: boolean;
  readonly statementPhone: boolean;
  /** The provider of the profile bills and has tax id, taxonomy and a nine-digit ZIP code. */
  readonly billingProvider: boolean;
  readonly renderingProviders: number;
  readonly facilities: number;
  readonly payers: number;
  /** Payers with a line of business and, where claims go electronically, an identifier. */
  readonly describedPayers: number;
  readonly electronicPayers: number;
  /** Electronic payers with professional claims active or not needed on the day, for any provider. */
  readonly enrolledPayers: number;
  /** Prices in force on the day. */
  readonly prices: number;
  readonly feeScheduleRows: number;
  /** Of the diagnosis, procedure and place-of-service sets, those that answer for the day. */
  readonly codeSets: number;
  /** People with a role in the practice. */
  readonly people: number;
  readonly patients: number;
};

export const setupItems = [
  "submitter",
  "billing-provider",
  "facilities",
  "providers",
  "payers",
  "enrollments",
  "prices",
  "fee-schedules",
  "code-sets",
  "people",
  "statement",
  "patients",
] as const;
export type SetupItem = (typeof setupItems)[number];

/** One item: how many of how many are there. It is done when none is missing. */
export type SetupStanding = {
  readonly item: SetupItem;
  readonly has: number;
  /** What a practice needs at least, or all that should be described. */
  readonly of: number;
  readonly isDone: boolean;
};

/** Code sets without which a claim's codes cannot be checked: diagnoses, procedures, places. */
export const neededCodeSets = ["icd-10-cm", "hcpcs", "place-of-service"] as const;

/** What is set up and what is missing, in the order in which a practice is set up. */
export function setupChecklist(counts: SetupCounts): SetupStanding[] {
  const yes = (...checks: readonly boolean[]) => checks.filter(Boolean).length;
  const standing: Readonly<Record<SetupItem, readonly [has: number, of: number]>> = {
    submitter: [yes(counts.submitter, counts.contact), 2],
    "billing-provider": [yes(counts.billingProvider), 1],
    facilities: [counts.facilities, 1],
    providers: [counts.renderingProviders, 1],
    payers: [counts.describedPayers, Math.max(1, counts.payers)],
    enrollments: [counts.enrolledPayers, Math.max(1, counts.electronicPayers)],
    prices: [counts.prices, 1],
    "fee-schedules": [counts.feeScheduleRows, 1],
    "code-sets": [counts.codeSets, neededCodeSets.length],
    people: [counts.people, 1],
    statement: [yes(counts.remitAddress, counts.statementPhone), 2],
    patients: [counts.patients, 1],
  };
  return setupItems.map((item) => {
    const [has, of] = standing[item];
    return { item, has, of, isDone: has >= of };
  });
}
