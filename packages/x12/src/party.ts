import { noItems, withItem } from "./lists.ts";
import type { Segment } from "./segment.ts";
import type { SetContext } from "./set-context.ts";
import type { Address, Contact, Party, Reference } from "./transaction.ts";
import { isNationalProviderId } from "./values.ts";

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** A party while its loop is open. */
export type OpenParty = Writable<Party>;

/** A party of NM1: name, identifier, and room for what follows in its loop. */
export function partyOfName(segment: Segment, context: SetContext): OpenParty {
  const party: OpenParty = {
    entityCode: segment.text(1) ?? "",
    isPerson: segment.is(2, "1"),
    lastNameOrOrganization: segment.text(3),
    firstName: segment.text(4),
    middleName: segment.text(5),
    suffix: segment.text(7),
    idQualifier: segment.text(8),
    id: segment.text(9),
    address: undefined,
    dateOfBirth: undefined,
    gender: undefined,
    taxonomy: undefined,
    references: noItems(),
    contacts: noItems(),
  };
  checkProviderId(party, { segment, element: 9 }, context);
  return party;
}

/** A party of N1: the payer and the payee of an 835. */
export function partyOfN1(segment: Segment, context: SetContext): OpenParty {
  const party: OpenParty = {
    entityCode: segment.text(1) ?? "",
    isPerson: false,
    lastNameOrOrganization: segment.text(2),
    firstName: undefined,
    middleName: undefined,
    suffix: undefined,
    idQualifier: segment.text(3),
    id: segment.text(4),
    address: undefined,
    dateOfBirth: undefined,
    gender: undefined,
    taxonomy: undefined,
    references: noItems(),
    contacts: noItems(),
  };
  checkProviderId(party, { segment, element: 4 }, context);
  return party;
}

/** Warns when an identifier qualified as NPI (XX) fails its check digit. */
function checkProviderId(
  { idQualifier, id }: OpenParty,
  place: { readonly segment: Segment; readonly element: number },
  context: SetContext,
): void {
  if (idQualifier !== "XX" || id === undefined || isNationalProviderId(id)) return;
  context.report("X12_PROVIDER_ID", { ...place, severity: "warning" });
}

/** Adds N3, N4, DMG, PRV, REF or PER to the party whose loop it stands in. */
export function addToParty(party: OpenParty, segment: Segment, context: SetContext): void {
  switch (segment.id) {
    case "N3":
    case "N4":
      party.address = addressWith(party.address, segment);
      return;
    case "DMG":
      readDemographics(party, segment, context);
      return;
    case "PRV":
      party.taxonomy = segment.text(3);
      return;
    case "REF":
      party.references = withReference(party.references, segment);
      return;
    case "PER":
      party.contacts = withItem(party.contacts, contactOf(segment));
      return;
  }
}

/** An address with what an N3 or N4 segment adds to it. */
export function addressWith(address: Address | undefined, segment: Segment): Address {
  const isStreet = segment.id === "N3";
  const read: Address = {
    line1: isStreet ? segment.text(1) : address?.line1,
    line2: isStreet ? segment.text(2) : address?.line2,
    city: isStreet ? address?.city : segment.text(1),
    state: isStreet ? address?.state : segment.text(2),
    postalCode: isStreet ? address?.postalCode : segment.text(3),
    country: isStreet ? address?.country : segment.text(4),
  };
  return isStreet || segment.elementCount < 5 ? read : { ...read, ...placeOf(segment) };
}

/** What an N4 says beyond its country. */
function placeOf(segment: Segment): Pick<Address, "subdivision" | "location"> {
  const qualifier = segment.text(5);
  const id = segment.text(6);
  const subdivision = segment.text(7);
  return {
    ...(subdivision === undefined ? {} : { subdivision }),
    ...(qualifier === undefined || id === undefined ? {} : { location: { qualifier, id } }),
  };
}

function readDemographics(party: OpenParty, segment: Segment, context: SetContext): void {
  const format = segment.element(1);
  party.gender = segment.text(3);
  if (format === "D8") party.dateOfBirth = context.date(segment, 2);
  else if (format !== undefined) context.report("X12_DATE_FORMAT", { segment, element: 1 });
}

/** The list with REF01 and REF02; a REF without both says nothing. */
export function withReference(
  references: readonly Reference[],
  segment: Segment,
): readonly Reference[] {
  const qualifier = segment.text(1);
  const id = segment.text(2);
  if (qualifier === undefined || id === undefined) return references;
  if (segment.elementCount < 3) return withItem(references, { qualifier, id });
  return withItem(references, { qualifier, id, ...referenceDetails(segment) });
}

/** REF03, and the payer of REF04. */
function referenceDetails(segment: Segment): Pick<Reference, "description" | "payerId"> {
  const description = segment.text(3);
  const [kind, payerId] = segment.components(4);
  return {
    ...(description === undefined ? {} : { description }),
    ...(kind === "2U" && payerId ? { payerId } : {}),
  };
}

/** PER: a name with up to three numbers. */
export function contactOf(segment: Segment): Contact {
  let numbers: Contact["numbers"] = noItems();
  for (let element = 3; element <= 7; element += 2) {
    const qualifier = segment.text(element);
    const number = segment.text(element + 1);
    if (qualifier !== undefined && number !== undefined) {
      numbers = withItem(numbers, { qualifier, number });
    }
  }
  return { functionCode: segment.text(1) ?? "", name: segment.text(2), numbers };
}
