import { type ClaimFormField, claimFormGroups, lineFormFields } from "./claim-form-fields.ts";
import { claimFormLists } from "./claim-form-lists.ts";

/** Where something is wrong, as the guide numbers it. */
export type FaultPlace = {
  readonly loop: string | null;
  readonly segmentId: string | null;
  readonly element: number | null;
  readonly component: number | null;
  readonly lineNumber: number | null;
};

/**
 * The path of the form's field for a place in the claim: the very element, else the first of its
 * segment, else of its loop. Undefined when the form does not show that part.
 */
export function fieldAt(place: FaultPlace): string | undefined {
  if (place.lineNumber !== null) {
    const found = nearest(lineFormFields, place) ?? lineFormFields[4];
    return found && `lines.${place.lineNumber - 1}.${found.path}`;
  }
  const list = claimFormLists.find(({ at }) => at === `${place.loop} ${place.segmentId}`);
  if (list !== undefined) return list.path;
  return nearest(
    claimFormGroups.flatMap(({ fields }) => fields),
    place,
  )?.path;
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
