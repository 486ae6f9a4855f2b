import type {
  ClaimAdjustment,
  Party,
  Procedure,
  QualifiedDate,
  Reference,
} from "../transaction.ts";
import { decimalOf, eightDigits, isDecimal } from "../values.ts";
import type { ElementValue, SegmentWriter } from "./segment-writer.ts";

/** Decimal text of cents; refuses what is no safe integer. */
export function centsText(
  writer: SegmentWriter,
  cents: number,
  place: readonly [segmentId: string, element: number],
): string {
  if (!Number.isSafeInteger(cents)) writer.refuse("not-cents", ...place);
  return decimalOf(cents);
}

/** Decimal text as given, if it is one. */
export function decimalText(
  writer: SegmentWriter,
  text: string | undefined,
  place: readonly [segmentId: string, element: number],
): string | undefined {
  if (text !== undefined && !isDecimal(text)) writer.refuse("not-a-number", ...place);
  return text;
}

/** Eight digits of a civil date, if it is one. */
export function dateText(
  writer: SegmentWriter,
  date: string,
  place: readonly [segmentId: string, element: number],
): string {
  const digits = eightDigits(date);
  if (digits === undefined) writer.refuse("not-a-date", ...place);
  return digits ?? "";
}

/** NM1 with the segments that the party has, in the order of the guides. */
export function writeParty(writer: SegmentWriter, party: Party): void {
  writer.write(
    "NM1",
    party.entityCode,
    party.isPerson ? "1" : "2",
    party.lastNameOrOrganization,
    party.firstName,
    party.middleName,
    party.prefix,
    party.suffix,
    party.idQualifier,
    party.id,
  );
}

/** N3 and N4 of a party. */
export function writeAddress(writer: SegmentWriter, party: Pick<Party, "address">): void {
  const { address } = party;
  if (address === undefined) return;
  if (address.line1 !== undefined || address.line2 !== undefined) {
    writer.write("N3", address.line1, address.line2);
  }
  const { city, state, postalCode, country, subdivision, location } = address;
  if ((city ?? state ?? postalCode ?? country ?? subdivision ?? location) === undefined) return;
  const place = [location?.qualifier, location?.id, subdivision];
  writer.write("N4", city, state, postalCode, country, ...place);
}

/** DMG of a person. */
export function writeDemographics(writer: SegmentWriter, party: Party): void {
  const { dateOfBirth, gender } = party;
  if (dateOfBirth === undefined && gender === undefined) return;
  if (dateOfBirth === undefined) {
    writer.refuse("missing", "DMG", 2);
    return;
  }
  writer.write("DMG", "D8", dateText(writer, dateOfBirth, ["DMG", 2]), gender);
}

/** Writes one REF segment per reference. */
export function writeReferences(writer: SegmentWriter, references: readonly Reference[]): void {
  for (const { qualifier, id, description, payerId } of references) {
    const payer = payerId === undefined ? undefined : ["2U", payerId];
    writer.write("REF", qualifier, id, description, payer);
  }
}

/** Writes one PER segment per contact; more than three numbers are refused. */
export function writeContacts(writer: SegmentWriter, party: Pick<Party, "contacts">): void {
  for (const { functionCode, name, numbers } of party.contacts) {
    if (numbers.length > 3) writer.refuse("out-of-range", "PER");
    const pairs = numbers.flatMap(({ qualifier, number }) => [qualifier, number]);
    writer.write("PER", functionCode, name, ...pairs);
  }
}

/** PRV01 of a provider by NM101: referring, attending, assistant surgeon; others perform. */
const roles: Readonly<Record<string, string>> = { DN: "RF", P3: "RF", "71": "AT", DD: "AS" };

/** A provider of a claim or line with its taxonomy (PRV). */
export function writeProvider(writer: SegmentWriter, party: Party): void {
  writeParty(writer, party);
  if (party.taxonomy !== undefined) {
    writer.write("PRV", roles[party.entityCode] ?? "PE", "PXC", party.taxonomy);
  }
  writeAddress(writer, party);
  if (party.dateOfBirth !== undefined || party.gender !== undefined) {
    writer.refuse("unsupported", "DMG");
  }
  writeReferences(writer, party.references);
  writeContacts(writer, party);
}

/** The components of a composite procedure, in the order of the standard. */
export function procedureParts(procedure: Procedure): readonly (string | undefined)[] {
  const [first, second, third, fourth] = procedure.modifiers;
  const { qualifier, code, description, rangeEnd } = procedure;
  return [qualifier, code, first, second, third, fourth, description, rangeEnd];
}

/** DTP in the format that the date needs. */
export function writePeriod(writer: SegmentWriter, date: QualifiedDate): void {
  const from = dateText(writer, date.from, ["DTP", 3]);
  if (date.time !== undefined) writer.write("DTP", date.qualifier, "DT", from + date.time);
  else if (date.through === undefined) writer.write("DTP", date.qualifier, "D8", from);
  else {
    const through = dateText(writer, date.through, ["DTP", 3]);
    writer.write("DTP", date.qualifier, "RD8", `${from}-${through}`);
  }
}

/** CAS: neighbours of one group share a segment, six at most. */
export function writeAdjustments(
  writer: SegmentWriter,
  adjustments: readonly ClaimAdjustment[],
): void {
  let at = 0;
  while (at < adjustments.length) {
    const groupCode = adjustments[at]?.groupCode;
    const elements: ElementValue[] = [];
    while (adjustments[at]?.groupCode === groupCode && elements.length < 18) {
      const adjustment = adjustments[at];
      if (adjustment === undefined) break;
      elements.push(
        adjustment.reasonCode,
        centsText(writer, adjustment.cents, ["CAS", elements.length + 3]),
        decimalText(writer, adjustment.quantity, ["CAS", elements.length + 4]),
      );
      at += 1;
    }
    writer.write("CAS", groupCode, ...elements);
  }
}
