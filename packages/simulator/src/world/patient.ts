import { dateOf, dayOfParts, partsOf } from "../civil-day.ts";
import type { Payer } from "../payers/payer.ts";
import { payerOf } from "../payers/payers.ts";
import type { KeyedStream } from "../random/keyed-stream.ts";
import { firstNames, lastNames, streets, towns } from "../tables/names.ts";

export type Person = {
  readonly lastName: string;
  readonly firstName: string;
  readonly bornOn: string;
  readonly gender: "F" | "M";
  readonly street: string;
  readonly city: string;
  readonly state: string;
  readonly postalCode: string;
};

/** A plan over a time. `throughDay` is its last day; absent while it goes on. */
export type Coverage = {
  readonly payer: Payer;
  readonly memberId: string;
  readonly groupNumber: string | undefined;
  readonly fromDay: number;
  readonly throughDay: number | undefined;
  /** The holder of the policy; the patient himself under 18. */
  readonly subscriber: Person;
  /** Patient to subscriber: 18 self, 01 spouse, 19 child. */
  readonly relationship: "18" | "01" | "19";
};

export type Patient = Person & {
  readonly index: number;
  /** Primary coverages by time; between two of them there may be none. */
  readonly primary: readonly Coverage[];
  /** The coverage that pays next; some staff take it for the first. */
  readonly secondary: Coverage | undefined;
  /** What the patient was covered by before a managed plan took its place. */
  readonly underlying: Coverage | undefined;
  /** Permille of own shares that are paid in the end. */
  readonly payingPermille: number;
};

type Household = {
  readonly stream: KeyedStream;
  readonly kind: "working" | "public" | "senior";
  readonly lastName: string;
  readonly address: Pick<Person, "street" | "city" | "state" | "postalCode">;
  readonly firstDay: number;
  readonly days: number;
};

const membersOfHousehold = 3;

const householdKinds = [
  { kind: "working", weight: 55 },
  { kind: "senior", weight: 27 },
  { kind: "public", weight: 18 },
] as const;
const employerPlans = [
  { key: "blue", weight: 30 },
  { key: "harbor", weight: 22 },
  { key: "summit", weight: 20 },
  { key: "crest", weight: 13 },
  { key: "tricare", weight: 15 },
] as const;
const publicPlans = [
  { key: "medicaid-east", weight: 30 },
  { key: "medicaid-west", weight: 25 },
  { key: "medicaid-plan", weight: 45 },
] as const;
const payingHabits = [
  { weight: 74, permille: 985 },
  { weight: 20, permille: 850 },
  { weight: 6, permille: 150 },
] as const;

/** A patient of the practice. `days` is the length of the time simulated, from `firstDay`. */
export function patientOf(
  world: KeyedStream,
  index: number,
  [firstDay, days]: readonly [number, number],
): Patient {
  const household = householdOf(world, Math.floor(index / membersOfHousehold), [firstDay, days]);
  const role = index % membersOfHousehold;
  const stream = world.at("patient", index);
  const person = personOf(household, role);
  const habit = stream.weighted("habit", payingHabits);
  const common = { ...person, index, payingPermille: habit.permille };
  if (household.kind === "working") return { ...common, ...employed(household, person, role) };
  if (household.kind === "public") return { ...common, ...assisted(household, person, stream) };
  return { ...common, ...elderly(household, person, stream) };
}

function householdOf(
  world: KeyedStream,
  index: number,
  [firstDay, days]: readonly [number, number],
): Household {
  const stream = world.at("household", index);
  const [city, state, zip] = stream.pick("town", towns);
  const street = `${stream.between("number", [1, 990])} ${stream.pick("street", streets)}`;
  return {
    stream,
    kind: stream.weighted("kind", householdKinds).kind,
    lastName: stream.pick("last", lastNames),
    address: { street, city, state, postalCode: zip },
    firstDay,
    days,
  };
}

function personOf(household: Household, role: number): Person {
  const stream = household.stream.at("member", role);
  const [year] = partsOf(household.firstDay);
  const isChild = role === 2 && household.kind !== "senior";
  const ages: readonly [number, number] =
    household.kind === "senior" ? [66, 90] : isChild ? [2, 16] : [24, 63];
  const gender = role === 0 ? "M" : role === 1 ? "F" : stream.happens("gender", 500) ? "F" : "M";
  const born = dayOfParts(
    year - stream.between("age", ages),
    stream.between("month", [1, 12]),
    stream.between("day", [1, 28]),
  );
  return {
    lastName: household.lastName,
    firstName: stream.pick("first", firstNames[gender]),
    bornOn: dateOf(born),
    gender,
    ...household.address,
  };
}

type Coverages = Pick<Patient, "primary" | "secondary" | "underlying">;

const relationships = ["18", "01", "19"] as const;

/** A plan through an employer, held by the first member; some change it with the job. */
function employed(household: Household, _person: Person, role: number): Coverages {
  const { stream, firstDay } = household;
  const subscriber = personOf(household, 0);
  const relationship = relationships[role] ?? "18";
  const plan = (name: string, fromDay: number, throughDay: number | undefined): Coverage => {
    const own = stream.at(name);
    const payer = payerOf(own.weighted("plan", employerPlans).key);
    const memberId = `${payer.id.slice(0, 3)}${String(own.below("member", 900_000_000) + 100_000_000)}`;
    const groupNumber = `G${own.between("group", [10_000, 99_999])}`;
    return { payer, memberId, groupNumber, fromDay, throughDay, subscriber, relationship };
  };
  const second = stream.happens("both-work", 130) ? secondPlan(household, role) : undefined;
  if (!stream.happens("changes-plan", 300)) {
    const primary = [plan("first", firstDay - 400, undefined)];
    return { primary, secondary: second, underlying: undefined };
  }
  const changed = firstDay + stream.below("changed", household.days);
  const primary = [plan("first", firstDay - 400, changed - 1), plan("second", changed, undefined)];
  return { primary, secondary: second, underlying: undefined };
}

/** The plan of the spouse: hers first for herself, here taken as second for husband and child. */
function secondPlan(household: Household, role: number): Coverage | undefined {
  if (role === 1) return undefined;
  const own = household.stream.at("spouse");
  const payer = payerOf("harbor");
  return {
    payer,
    memberId: `HMS${String(own.below("member", 900_000_000) + 100_000_000)}`,
    groupNumber: `G${own.between("group", [10_000, 99_999])}`,
    fromDay: household.firstDay - 400,
    throughDay: undefined,
    subscriber: personOf(household, 1),
    relationship: role === 0 ? "01" : "19",
  };
}

/** Medicaid, by the state or through a plan; some lose it for a time at its yearly review. */
function assisted(household: Household, person: Person, stream: KeyedStream): Coverages {
  const { firstDay } = household;
  const payer = payerOf(household.stream.weighted("plan", publicPlans).key);
  const memberId = String(stream.below("member", 900_000_000) + 100_000_000);
  const base = {
    memberId,
    groupNumber: undefined,
    subscriber: person,
    relationship: "18",
  } as const;
  const whole = { ...base, payer, fromDay: firstDay - 400, throughDay: undefined };
  const state = payerOf("medicaid-east");
  const underlying = payer.key === "medicaid-plan" ? { ...whole, payer: state } : undefined;
  if (!stream.happens("loses-it", 250))
    return { primary: [whole], secondary: undefined, underlying };
  const lost = firstDay + stream.below("lost", household.days);
  const back = lost + stream.between("gap", [30, 120]);
  const primary = [
    { ...whole, throughDay: lost - 1 },
    { ...whole, fromDay: back },
  ];
  return { primary, secondary: undefined, underlying };
}

const beyondMedicare = [
  { is: "supplement", weight: 55 },
  { is: "medicaid", weight: 18 },
  { is: "none", weight: 17 },
  { is: "employer", weight: 10 },
] as const;

/** Medicare, alone or with a supplement, Medicaid or an employer's plan before it; or a plan instead. */
function elderly(household: Household, person: Person, stream: KeyedStream): Coverages {
  const fromDay = household.firstDay - 400;
  const base = { groupNumber: undefined, fromDay, throughDay: undefined, subscriber: person };
  const own = { ...base, relationship: "18" as const };
  const medicare: Coverage = { ...own, payer: payerOf("medicare"), memberId: medicareId(stream) };
  if (stream.happens("advantage", 420)) {
    const memberId = `SOA${String(stream.below("plan", 90_000_000) + 10_000_000)}`;
    const primary = [{ ...own, payer: payerOf("advantage"), memberId }];
    return { primary, secondary: undefined, underlying: medicare };
  }
  const beyond = stream.weighted("beyond", beyondMedicare).is;
  const other = (key: string, memberId: string): Coverage => ({
    ...own,
    payer: payerOf(key),
    memberId,
  });
  const number = String(stream.below("other", 900_000_000) + 100_000_000);
  if (beyond === "employer") {
    const primary = [other("blue", `MBL${number}`)];
    return { primary, secondary: medicare, underlying: undefined };
  }
  const secondary =
    beyond === "supplement"
      ? other("supplement", `LSU${number}`)
      : beyond === "medicaid"
        ? other("medicaid-east", number)
        : undefined;
  return { primary: [medicare], secondary, underlying: undefined };
}

const medicareLetters = "ACDEFGHJKMNPQRTUVWXY";

/** A number in the form of the Medicare beneficiary identifier (CMS, 2018). */
function medicareId(stream: KeyedStream): string {
  const letter = (at: number) => medicareLetters[stream.below(`letter${at}`, 20)] ?? "A";
  const digit = (at: number) => String(stream.below(`digit${at}`, 10));
  const first = String(stream.between("digit0", [1, 9]));
  const middle = `${letter(1)}${letter(2)}${digit(3)}${letter(4)}${letter(5)}${digit(6)}`;
  return `${first}${middle}${letter(7)}${letter(8)}${digit(9)}${digit(10)}`;
}

/** The primary coverage of a day; undefined when there is none. */
export function primaryOn(patient: Patient, day: number): Coverage | undefined {
  return patient.primary.find(
    ({ fromDay, throughDay }) => fromDay <= day && (throughDay === undefined || day <= throughDay),
  );
}

/** A primary coverage that has ended within so many days before. */
export function formerOn(patient: Patient, day: number, withinDays: number): Coverage | undefined {
  return patient.primary.find(
    ({ throughDay }) =>
      throughDay !== undefined && throughDay < day && day - throughDay <= withinDays,
  );
}

/** Age in whole years on a day. */
export function ageOn(person: Person, day: number): number {
  const [year, month, dayOfMonth] = partsOf(day);
  const [bornYear = 0, bornMonth = 0, bornDay = 0] = person.bornOn.split("-").map(Number);
  const isBefore = month < bornMonth || (month === bornMonth && dayOfMonth < bornDay);
  return year - bornYear - (isBefore ? 1 : 0);
}
