import { type ClaimFormField, claimFormGroups, lineFormFields } from "./claim-form-fields.ts";
import { lineParts } from "./claim-form-line-parts.ts";
import { claimFormLists } from "./claim-form-lists.ts";
import { type ClaimFormPart, fieldsOfParts } from "./claim-form-part.ts";
import { claimParts, providerPart } from "./claim-form-parts.ts";

/** Where something is wrong, as the guide numbers it. */
export type FaultPlace = {
  readonly loop: string | null;
  readonly segmentId: string | null;
  readonly element: number | null;
  readonly component: number | null;
  readonly lineNumber: number | null;
};

/** Fields of parts under the path of the first of each list. */
function rareFields(parts: readonly ClaimFormPart[]): ClaimFormField[] {
  return fieldsOfParts(parts).map(({ path, field }) => ({
    ...field,
    path: path.replaceAll("[]", ".0"),
  }));
}

const rareOfClaim = rareFields(claimParts);
const rareOfLine = rareFields(lineParts);

/** Whom the loops of a claim's providers name (005010X222A1 2310A to 2310F). */
const loopRoles: Readonly<Record<string, readonly string[]>> = {
  "2310A": ["DN", "P3"],
  "2310B": ["82"],
  "2310C": ["77"],
  "2310D": ["DQ"],
  "2310E": ["PW"],
  "2310F": ["45"],
};

/**
 * The path of the form's field for a place in the claim: the very element, else the first of its
 * segment, else of its loop. A provider is found by the roles of the claim's parties in their order.
 * Undefined when the form does not show that part.
 */
export function fieldAt(place: FaultPlace, roles: readonly string[] = []): string | undefined {
  if (place.lineNumber !== null) {
    const found =
      exact(lineFormFields, place) ??
      exact(rareOfLine, place) ??
      nearest(lineFormFields, place) ??
      nearest(rareOfLine, place) ??
      lineFormFields[4];
    return found && `lines.${place.lineNumber - 1}.${found.path}`;
  }
  const list = claimFormLists.find(({ at }) => at === `${place.loop} ${place.segmentId}`);
  if (list !== undefined) return list.path;
  const wanted = loopRoles[place.loop ?? ""];
  if (wanted !== undefined) {
    const index = roles.findIndex((role) => wanted.includes(role));
    const field = nearest(rareFields([providerPart]), { ...place, loop: "2310" });
    return index < 0 ? undefined : `parties.${index}.${field?.path ?? "lastNameOrOrganization"}`;
  }
  const common = claimFormGroups.flatMap(({ fields }) => fields);
  return (
    exact(common, place) ??
    exact(rareOfClaim, place) ??
    nearest(common, place) ??
    nearest(rareOfClaim, place)
  )?.path;
}

function exact(
  fields: readonly ClaimFormField[],
  { loop, segmentId, element, component }: FaultPlace,
): ClaimFormField | undefined {
  if (element === null) return undefined;
  const whole = `${loop ?? ""} ${segmentId ?? ""} ${element}`;
  return fields.find(({ at }) => at === `${whole}-${component ?? ""}` || at === whole);
}

function nearest(
  fields: readonly ClaimFormField[],
  { loop, segmentId, element, component }: FaultPlace,
): ClaimFormField | undefined {
  const segment = `${loop ?? ""} ${segmentId ?? ""}`;
  const whole = `${segment} ${element ?? ""}`;
  const part = `${whole}-${component ?? ""}`;
  return (
    fields.find(({ at }) => at === part || at === whole) ??
    fields.find(({ at }) => at.startsWith(`${whole}-`)) ??
    fields.find(({ at }) => at.startsWith(`${segment} `)) ??
    (segmentId === null || loop?.startsWith("24")
      ? undefined
      : fields.find(({ at }) => at.startsWith(`${loop} `)))
  );
}

/** The path of the form's field that a claim status asks for, by our words for it. */
export function fieldAsked(words: string): string | undefined {
  const ofHead = claimFormGroups
    .flatMap(({ fields }) => fields)
    .find(({ asked }) => asked?.includes(words));
  if (ofHead !== undefined) return ofHead.path;
  const list = claimFormLists.find(({ qualifiers }) =>
    qualifiers.some(([, , , asked]) => asked === words),
  );
  if (list !== undefined) return list.path;
  const ofLine = lineFormFields.find(({ asked }) => asked?.includes(words));
  return ofLine && `lines.0.${ofLine.path}`;
}
