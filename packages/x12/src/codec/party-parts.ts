import { dateOfDay, dateOfPeriod } from "../claim-parts.ts";
import { addressWith, contactOf } from "../party.ts";
import type { Segment } from "../segment.ts";
import type { SetContext } from "../set-context.ts";
import type { Address, Contact, Party, QualifiedDate } from "../transaction.ts";
import { dateText, writeAddress, writeContacts, writePeriod } from "../write/write-parts.ts";
import { dateWithFormat, either, required, text } from "./fields.ts";
import { type Field, type Part, partsOf, type Shape, shape } from "./shape.ts";

const party = partsOf<Party>();

/** What of a party may stand in its loop, in the order in which it is written. */
export type PartyPart = "address" | "contacts" | "demographics" | "references" | "taxonomy";

/** Fields of a party that its loop has no segment for. */
export const partyDefaults = {
  address: undefined,
  dateOfBirth: undefined,
  gender: undefined,
  taxonomy: undefined,
  references: [],
  contacts: [],
};

/** NM1 of the roles given. */
export function nameOf(...roles: readonly string[]): Part {
  return party.segment(
    "NM1",
    { 1: roles },
    {
      entityCode: required(1),
      isPerson: either(2, ["1", "2"]),
      lastNameOrOrganization: text(3),
      firstName: text(4),
      middleName: text(5),
      prefix: text(6),
      suffix: text(7),
      idQualifier: text(8),
      id: text(9),
    },
  );
}

/** A name that also tells the party's relationship (NM110). */
export function withRelationship(name: Part): Part {
  if (name.is !== "segment") return name;
  return { ...name, fields: { ...name.fields, relationship: text(10) } };
}

/** N1 of the roles given: an organization. */
export function organizationOf(...roles: readonly string[]): Part {
  return party.segment(
    "N1",
    { 1: roles },
    {
      entityCode: required(1),
      lastNameOrOrganization: text(2),
      idQualifier: text(3),
      id: text(4),
    },
  );
}

/** Fields of a party that an N1 cannot tell. */
export const organizationDefaults = {
  ...partyDefaults,
  isPerson: false,
  firstName: undefined,
  middleName: undefined,
  suffix: undefined,
};

/** N3 and N4. */
export const addressPart: Part = {
  is: "custom",
  ids: ["N3", "N4"],
  fixed: {},
  key: "address",
  empty: undefined,
  read: (before, segment) => addressWith(before as Address | undefined, segment),
  write: (writer, value) => writeAddress(writer, { address: value as Address | undefined }),
};

/** PER. */
export const contactsPart: Part = {
  is: "custom",
  ids: ["PER"],
  fixed: {},
  key: "contacts",
  empty: [],
  read: (before, segment) => {
    (before as Contact[]).push(contactOf(segment));
    return before;
  },
  write: (writer, value) => writeContacts(writer, { contacts: value as readonly Contact[] }),
};

/** REF04 with 2U. */
const payerOfReference: Field<string | undefined> = {
  element: 4,
  read: (segment) => (segment.component(4, 1) === "2U" ? segment.component(4, 2) : undefined),
  write: (payerId) => (payerId === undefined ? undefined : ["2U", payerId]),
};

/** REF of any qualifier, or of those given. */
export function referencesPart(...qualifiers: readonly string[]): Part {
  const fixed = qualifiers.length === 0 ? {} : { 1: qualifiers };
  return party.items("references", ["REF", fixed], {
    qualifier: required(1),
    id: required(2),
    description: text(3),
    payerId: payerOfReference,
  });
}

/** DTP of any qualifier. */
export const datesPart: Part = {
  is: "custom",
  ids: ["DTP"],
  fixed: {},
  key: "dates",
  empty: [],
  read: (before, segment, context) => {
    const date = dateOfPeriod(segment, context);
    if (date !== undefined) (before as QualifiedDate[]).push(date);
    return before;
  },
  write: (writer, value) => {
    for (const date of value as readonly QualifiedDate[]) writePeriod(writer, date);
  },
};

/** DTM of any qualifier: a day, or a range of days (DTM05 RD8). */
export const daysPart: Part = {
  is: "custom",
  ids: ["DTM"],
  fixed: {},
  key: "dates",
  empty: [],
  read: (before, segment, context) => {
    const date =
      segment.text(6) === undefined ? dateOfDay(segment, context) : rangeOf(segment, context);
    if (date !== undefined) (before as QualifiedDate[]).push(date);
    return before;
  },
  write: (writer, value) => {
    for (const { qualifier, from, through } of value as readonly QualifiedDate[]) {
      const first = dateText(writer, from, ["DTM", 2]);
      if (through === undefined) writer.write("DTM", qualifier, first);
      else {
        const range = `${first}-${dateText(writer, through, ["DTM", 6])}`;
        writer.write("DTM", qualifier, undefined, undefined, undefined, "RD8", range);
      }
    }
  },
};

function rangeOf(segment: Segment, context: SetContext): QualifiedDate | undefined {
  const qualifier = context.required(segment, 1);
  const [first = "", last = ""] = (segment.text(6) ?? "").split("-");
  const from = context.dateOfText(first, { segment, element: 6 });
  const through = context.dateOfText(last, { segment, element: 6 });
  if (qualifier === undefined || from === undefined || through === undefined) return undefined;
  return { qualifier, from, through };
}

/** DMG: birth date and gender. */
export const demographicsPart: Part = party.segment(
  "DMG",
  {},
  {
    dateOfBirth: dateWithFormat(2),
    gender: text(3),
  },
);

/** PRV: a taxonomy (PXC), or another number, and what the provider does (PE performing where not told). */
const specialtyPart: Part = {
  is: "merged",
  ids: ["PRV"],
  empty: {},
  read: (segment) => {
    const role = segment.text(1);
    const qualifier = segment.text(2);
    const id = segment.text(3);
    const isTaxonomy = qualifier === "PXC" || qualifier === "ZZ";
    return {
      ...(role === undefined || role === "PE" ? {} : { providerRole: role }),
      ...(isTaxonomy ? { taxonomy: id } : {}),
      ...(isTaxonomy || qualifier === undefined || id === undefined
        ? {}
        : { providerReference: { qualifier, id } }),
    };
  },
  write: (writer, values) => {
    const { providerRole, taxonomy, providerReference } = values as Partial<Party>;
    const role = providerRole ?? "PE";
    if (taxonomy !== undefined) writer.write("PRV", role, "PXC", taxonomy);
    else if (providerReference !== undefined) {
      writer.write("PRV", role, providerReference.qualifier, providerReference.id);
    } else if (providerRole !== undefined) writer.write("PRV", role);
  },
};

const parts: Readonly<Record<PartyPart, Part>> = {
  address: addressPart,
  contacts: contactsPart,
  demographics: demographicsPart,
  references: referencesPart(),
  taxonomy: specialtyPart,
};

/** Parts of a party in the order given. */
export function partyParts(...order: readonly PartyPart[]): readonly Part[] {
  return order.map((part) => parts[part]);
}

/** A party in a loop of its own. */
export function partyShape(
  loop: string,
  roles: readonly string[],
  order: readonly PartyPart[],
): Shape<Party> {
  return shape(loop, [nameOf(...roles), ...partyParts(...order)], { defaults: partyDefaults });
}
