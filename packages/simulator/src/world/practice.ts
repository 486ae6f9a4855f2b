import type { Party } from "@headwater/x12";
import { nationalProviderIdOf } from "@headwater/x12/values.ts";
import { payers } from "../payers/payers.ts";
import type { KeyedStream } from "../random/keyed-stream.ts";
import { firstNames, lastNames } from "../tables/names.ts";
import type { Specialty } from "../tables/visits.ts";

/** Who serves patients. */
export type Provider = {
  readonly index: number;
  readonly lastName: string;
  readonly firstName: string;
  readonly npi: string;
  readonly taxonomy: string;
  readonly specialty: Specialty;
  readonly isNonPhysician: boolean;
  /** Days on which a payer does not know the provider, by payer; others always do. */
  readonly notEnrolled: ReadonlyMap<string, readonly [from: number, through: number]>;
};

export type Practice = {
  readonly name: string;
  readonly npi: string;
  readonly taxId: string;
  readonly providers: readonly [Provider, ...Provider[]];
};

/** Positions of a practice in the order in which it grows. Codes: NUCC taxonomy. */
const positions: readonly {
  readonly specialty: Specialty;
  readonly taxonomy: string;
  readonly isNonPhysician: boolean;
}[] = [
  { specialty: "family", taxonomy: "207Q00000X", isNonPhysician: false },
  { specialty: "family", taxonomy: "363LF0000X", isNonPhysician: true },
  { specialty: "orthopedics", taxonomy: "207X00000X", isNonPhysician: false },
  { specialty: "family", taxonomy: "207Q00000X", isNonPhysician: false },
  { specialty: "dermatology", taxonomy: "207N00000X", isNonPhysician: false },
  { specialty: "family", taxonomy: "363LF0000X", isNonPhysician: true },
  { specialty: "cardiology", taxonomy: "207RC0000X", isNonPhysician: false },
];

/** Claims that one provider makes in eighteen months: some twenty visits a day at their end. */
const claimsPerProvider = 7500;

export const facility = {
  name: "SANGAMON COUNTY HOSPITAL",
  npi: nationalProviderIdOf("188700001"),
} as const;

/** The practice that makes so many claims between two days. */
export function practiceOf(
  world: KeyedStream,
  claims: number,
  [firstDay, lastDay]: readonly [number, number],
): Practice {
  const size = Math.max(2, Math.ceil(claims / claimsPerProvider));
  const provider = (index: number): Provider => {
    const stream = world.at("provider", index);
    const position = positions[index % positions.length] ?? positions[0];
    if (position === undefined) throw new RangeError("A practice needs a position.");
    const gender = stream.happens("gender", 500) ? "F" : "M";
    return {
      index,
      lastName: stream.pick("last", lastNames),
      firstName: stream.pick("first", firstNames[gender]),
      npi: nationalProviderIdOf(String(120_000_000 + index * 7919 + stream.below("npi", 7000))),
      ...position,
      notEnrolled: index === 0 ? new Map() : absences(stream, [firstDay, lastDay]),
    };
  };
  const rest = Array.from({ length: size - 1 }, (_, at) => provider(at + 1));
  return {
    name: "RIVERBEND MEDICAL GROUP",
    npi: nationalProviderIdOf("123456789"),
    taxId: "361234567",
    providers: [provider(0), ...rest],
  };
}

/** When payers do not know a provider: at the start of the work there, or in a lapse later on. */
function absences(
  stream: KeyedStream,
  [firstDay, lastDay]: readonly [number, number],
): ReadonlyMap<string, readonly [number, number]> {
  const found = new Map<string, readonly [number, number]>();
  for (const { key } of payers) {
    const own = stream.at(key);
    if (!own.happens("absent", 600)) continue;
    const from = own.happens("lapse", 500)
      ? firstDay + own.below("from", Math.max(1, lastDay - firstDay))
      : firstDay;
    found.set(key, [from, from + own.between("days", [60, 150])]);
  }
  return found;
}

/** Whether a payer knows the provider on a day. */
export function isEnrolled(provider: Provider, payerKey: string, day: number): boolean {
  const absence = provider.notEnrolled.get(payerKey);
  return absence === undefined || day < absence[0] || day > absence[1];
}

/** What may be told of a party; a literal of all of it is faster to make than copies of an empty one. */
export type PartyParts = {
  readonly entityCode: string;
  readonly lastName: string;
  readonly firstName?: string | undefined;
  readonly number?: readonly [qualifier: string, id: string] | undefined;
  readonly address?: Party["address"] | undefined;
  readonly dateOfBirth?: string | undefined;
  readonly gender?: string | undefined;
  readonly taxonomy?: string | undefined;
  readonly references?: Party["references"] | undefined;
  readonly contacts?: Party["contacts"] | undefined;
};

const none: readonly never[] = [];

function partyOf(parts: PartyParts, isPerson: boolean): Party {
  const { number } = parts;
  return {
    entityCode: parts.entityCode,
    isPerson,
    lastNameOrOrganization: parts.lastName,
    firstName: parts.firstName,
    middleName: undefined,
    suffix: undefined,
    idQualifier: number === undefined ? undefined : number[0],
    id: number === undefined ? undefined : number[1],
    address: parts.address,
    dateOfBirth: parts.dateOfBirth,
    gender: parts.gender,
    taxonomy: parts.taxonomy,
    references: parts.references ?? none,
    contacts: parts.contacts ?? none,
  };
}

/** A person of some role. */
export function personParty(parts: PartyParts): Party {
  return partyOf(parts, true);
}

/** An organisation with its number; `more` is what its loop tells besides. */
export function organization(
  entityCode: string,
  lastName: string,
  { number, address, taxonomy, references, contacts }: Omit<PartyParts, "entityCode" | "lastName">,
): Party {
  const parts = { entityCode, lastName, number, address, taxonomy, references, contacts };
  return partyOf(parts, false);
}
