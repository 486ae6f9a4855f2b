import type {
  Benefit,
  EligibilityInquiry,
  InquiredPerson,
  RequestRejection,
  WritableEligibilityResponse,
} from "@headwater/x12";
import { dateOf, dayOf, yearOf } from "../civil-day.ts";
import type { LineOfBusiness, Payer } from "../payers/payer.ts";
import { payers } from "../payers/payers.ts";
import { filledOf } from "../run/decide-claim.ts";
import type { Run } from "../run/run.ts";
import { type Coverage, type Patient, primaryOn } from "../world/patient.ts";
import { organization } from "../world/practice.ts";
import { isNamed, type Member, type Members } from "./members.ts";
import { writtenPerson } from "./take-claim.ts";

/** Service types that every answer about a plan tells besides 30 (CORE eligibility content rule). */
const usualServices = ["30", "1", "33", "47", "86", "88", "98", "AL", "MH", "UC"] as const;

/** EB04 by line of business. */
const insuranceTypes: Readonly<Record<LineOfBusiness, string>> = {
  medicare: "MB",
  "medicare-advantage": "HN",
  medicaid: "MC",
  "medicaid-managed": "HM",
  commercial: "PR",
  supplement: "C1",
  tricare: "OT",
  "workers-compensation": "WC",
};

/**
 * The answer to an eligibility inquiry (005010X279A1): what the plan is on the day asked about, its
 * amounts and what the member has paid of them, or why the member was not found.
 */
export function answerEligibility(
  run: Run,
  members: Members,
  inquiry: EligibilityInquiry,
): WritableEligibilityResponse {
  const { source, receiver, subscriber } = inquiry;
  const payer = payers.find(({ id }) => id === source?.id?.trim().toUpperCase());
  const answerer = organization("PR", payer?.name ?? source?.lastNameOrOrganization ?? "UNKNOWN", {
    number: ["PI", payer?.id ?? source?.id ?? "UNKNOWN"],
  });
  const asker = { ...(receiver ?? organization("1P", "UNKNOWN", {})), rejections: [] };
  if (payer === undefined || subscriber === undefined) {
    const rejections = [rejection("N", "79", "C")];
    return { source: { ...answerer, rejections }, receiver: undefined, subscriber: undefined };
  }
  const [dependent] = subscriber.dependents;
  const asked = dependent ?? subscriber;
  const day = askedDay(run, asked);
  const person = writtenPerson(asked);
  const member = members.find(payer.key, subscriber.id ?? "", person);
  const told = judge(run, { payer, member, asked, day });
  const answered = { ...given(asked, day), ...told };
  const bare = { ...given(subscriber, day), traces: [], dates: [], rejections: [], benefits: [] };
  return {
    source: { ...answerer, rejections: [] },
    receiver: asker,
    subscriber:
      dependent === undefined
        ? { ...answered, dependents: [] }
        : { ...bare, dependents: [answered] },
  };
}

function askedDay(run: Run, { dates, questions }: InquiredPerson): number {
  const stated = [...dates, ...questions.flatMap((question) => question.dates)];
  const from = stated.find(({ qualifier }) => qualifier === "291")?.from;
  return from === undefined ? run.day : dayOf(from);
}

function rejection(isValid: string, reasonCode: string, followUpCode: string): RequestRejection {
  return { isValid, agencyCode: undefined, reasonCode, followUpCode };
}

/** The person as asked about, its trace numbers given back. */
function given(asked: InquiredPerson, day: number) {
  const { questions: _, traces, ...person } = asked;
  return {
    ...person,
    diagnoses: [],
    militaryServices: [],
    traces: traces.map((trace) => ({ ...trace, kind: "2" })),
    dates: [{ qualifier: "291", from: dateOf(day), through: undefined }],
  };
}

type Judged = {
  readonly rejections: readonly RequestRejection[];
  readonly benefits: readonly Benefit[];
};

function judge(
  run: Run,
  asked: {
    readonly payer: Payer;
    readonly member: Member | undefined;
    readonly asked: InquiredPerson;
    readonly day: number;
  },
): Judged {
  const { payer, member, day } = asked;
  const person = writtenPerson(asked.asked);
  if (member === undefined) return { rejections: [rejection("N", "75", "C")], benefits: [] };
  if (!isNamed(member.patient, person)) {
    return { rejections: [rejection("N", "73", "C")], benefits: [] };
  }
  if (person.bornOn !== undefined && person.bornOn !== member.patient.bornOn) {
    return { rejections: [rejection("N", "71", "C")], benefits: [] };
  }
  const { patient } = member;
  const coverage = coverageOn(patient, payer, day);
  if (coverage !== undefined) {
    return { rejections: [], benefits: activeBenefits(run, { payer, patient, coverage, day }) };
  }
  const other = primaryOn(patient, day)?.payer;
  const inactive = benefit({ benefitCode: "6", serviceTypes: ["30"] });
  return {
    rejections: [],
    benefits: [inactive, ...(other === undefined ? [] : [otherPayer(other)])],
  };
}

/** The coverage of a payer that holds on a day, whether it pays first or next. */
function coverageOn(patient: Patient, payer: Payer, day: number): Coverage | undefined {
  const primary = primaryOn(patient, day);
  const held = [primary, primary === undefined ? undefined : patient.secondary];
  return held.find((one) => one?.payer.key === payer.key);
}

const nothing: Benefit = {
  benefitCode: "",
  coverageLevel: undefined,
  serviceTypes: [],
  insuranceType: undefined,
  planDescription: undefined,
  timePeriod: undefined,
  cents: undefined,
  share: undefined,
  quantityQualifier: undefined,
  quantity: undefined,
  needsAuthorization: undefined,
  isInNetwork: undefined,
  procedure: undefined,
  diagnosisPointers: [],
  deliveries: [],
  references: [],
  dates: [],
  rejections: [],
  messages: [],
  conditions: [],
  relatedParties: [],
};

function benefit(told: Partial<Benefit>): Benefit {
  return { ...nothing, ...told };
}

/** Another payer that is responsible (EB01 R with loop 2120). */
function otherPayer({ name, id }: Payer): Benefit {
  return benefit({
    benefitCode: "R",
    serviceTypes: ["30"],
    relatedParties: [organization("PRP", name, { number: ["PI", id] })],
  });
}

const individual = { coverageLevel: "IND", isInNetwork: "Y" } as const;

function activeBenefits(
  run: Run,
  place: {
    readonly payer: Payer;
    readonly patient: Patient;
    readonly coverage: Coverage;
    readonly day: number;
  },
): Benefit[] {
  const { payer, patient, coverage, day } = place;
  const { deductibleCents, coinsurance, copayCents, outOfPocketMostCents } = payer.benefits;
  const filled = filledOf(run, { patient, day }, payer);
  const begin = { qualifier: "346", from: dateOf(coverage.fromDay), through: undefined };
  const end =
    coverage.throughDay === undefined
      ? []
      : [{ qualifier: "347", from: dateOf(coverage.throughDay), through: undefined }];
  const list: Benefit[] = [
    benefit({
      benefitCode: "1",
      serviceTypes: usualServices,
      insuranceType: insuranceTypes[payer.lineOfBusiness],
      planDescription: `${payer.name} ${yearOf(day)}`.slice(0, 50),
      dates: [begin, ...end],
    }),
  ];
  if (deductibleCents > 0) {
    const left = Math.max(0, deductibleCents - filled.deductibleCents);
    list.push(amount(["C", "30", "23"], deductibleCents), amount(["C", "30", "29"], left));
  }
  if (coinsurance > 0) {
    const share = `.${String(coinsurance).padStart(4, "0").replace(/0+$/, "")}`;
    list.push(benefit({ ...individual, benefitCode: "A", serviceTypes: ["30"], share }));
  }
  if (copayCents > 0) list.push(amount(["B", "98", "27"], copayCents));
  if (outOfPocketMostCents > 0) {
    const left = Math.max(0, outOfPocketMostCents - filled.outOfPocketCents);
    list.push(amount(["G", "30", "23"], outOfPocketMostCents), amount(["G", "30", "29"], left));
  }
  const primary = primaryOn(patient, day)?.payer;
  if (primary !== undefined && primary.key !== payer.key) list.push(otherPayer(primary));
  return list;
}

/** An amount by EB01, EB03 and EB06. */
function amount(codes: readonly [string, string, string], cents: number): Benefit {
  const [benefitCode, serviceType, timePeriod] = codes;
  return benefit({ ...individual, benefitCode, serviceTypes: [serviceType], timePeriod, cents });
}
