import type { ClaimAcknowledgment, ClaimStatus, SetAcknowledgment } from "../acknowledgment.ts";
import type { OriginalSet, TypedPlace } from "./original-set.ts";
import { type MessagePlace, placeOfMessage } from "./status-message.ts";
import { type StatusPlace, statusPlaces } from "./status-places.ts";

/** What an answer says of one place of a claim that we sent. */
export type LocatedError = TypedPlace & {
  readonly from: "999" | "277CA";
  /** IK304 and IK403, or category, status and entity. */
  readonly codes: readonly string[];
  /** Counted from ST = 1; undefined where the segment is missing. */
  readonly segment: number | undefined;
  readonly segmentId: string;
  readonly loop: string | undefined;
  readonly element: number | undefined;
  readonly component: number | undefined;
};

/**
 * What each error of a 999 means in our own claims: its segment, its element and the field of the typed
 * claim (005010X231A1 2100, 2110). Where a segment is missing, the object that it would belong to.
 */
export function locateSetErrors(answer: SetAcknowledgment, original: OriginalSet): LocatedError[] {
  return answer.errors.flatMap((error): LocatedError[] => {
    const { segmentId, segmentInSet, errorCode, elements } = error;
    const index = (segmentInSet ?? 0) - 1;
    const known = original.segments[index];
    const isThere = known?.id === segmentId;
    const base = {
      from: "999" as const,
      segment: isThere ? segmentInSet : undefined,
      segmentId,
      loop: error.loop ?? known?.loop,
    };
    if (known === undefined || elements.length === 0 || !isThere) {
      const place = known === undefined ? nowhere : original.typedPlace(index);
      return [{ ...base, ...place, codes: [errorCode], element: undefined, component: undefined }];
    }
    return elements.map(({ element, component, errorCode: code }) => ({
      ...base,
      ...original.typedPlace(index, element, component),
      codes: [errorCode, code],
      element,
      component,
    }));
  });
}

const nowhere: TypedPlace = { patientControlNumber: undefined, path: undefined };

/**
 * What each status of a 277CA means in the claim that it answers, and in its lines (external lists 507
 * and 508), or where its message says (STC12), as those that we decide do. A status that names no element of a claim has no path.
 */
export function locateStatuses(
  answer: Pick<ClaimAcknowledgment, "traceNumber" | "statuses" | "lines">,
  original: OriginalSet,
): LocatedError[] {
  const claim = original.claimNumbered(answer.traceNumber ?? "");
  if (claim === undefined) return [];
  const { own, above } = original.scopeOf(claim);
  const isLine = (at: number) => /^24/.test(original.segments[at]?.loop ?? "");
  const scope = [...own.filter((at) => !isLine(at)), ...above, ...own.filter(isLine)];
  const located = locateAll(answer.statuses, { original, claim, scope });
  for (const [at, line] of answer.lines.entries()) {
    const lineScope = segmentsOfLine(original, own, line.lineItemControlNumber ?? String(at + 1));
    const { statuses } = line;
    located.push(...locateAll(statuses, { original, claim, scope: lineScope }));
  }
  return located;
}

type Scope = {
  readonly original: OriginalSet;
  readonly claim: number;
  /** Indexes of segments, in the order in which they are looked at. */
  readonly scope: readonly number[];
};

function locateAll(statuses: readonly ClaimStatus[], scope: Scope): LocatedError[] {
  return statuses
    .filter(({ action }) => action !== "WQ")
    .flatMap(({ codes, message }) => {
      const place = placeOfMessage(message);
      const exact = place === undefined ? undefined : locatePlace(place, codes, scope.original);
      return exact === undefined ? codes.map((code) => locateStatus(code, scope)) : [exact];
    });
}

function codesIn({ category, status, entity }: ClaimStatus["codes"][number]): string[] {
  return [category, status, ...(entity === undefined ? [] : [entity])];
}

/** Where a message says that it is; undefined where our own set has something else there. */
function locatePlace(
  { segmentInSet, ...place }: MessagePlace,
  codes: ClaimStatus["codes"],
  original: OriginalSet,
): LocatedError | undefined {
  const index = segmentInSet - 1;
  const known = original.segments[index];
  const isThere = known?.id === place.segmentId;
  if (known === undefined || (!isThere && place.element !== undefined)) return undefined;
  return {
    from: "277CA",
    codes: codes.flatMap(codesIn),
    ...place,
    segment: isThere ? segmentInSet : undefined,
    ...original.typedPlace(index, place.element, place.component),
  };
}

function locateStatus(code: ClaimStatus["codes"][number], scope: Scope): LocatedError {
  const { original, claim } = scope;
  const { status, entity } = code;
  const codes = codesIn(code);
  for (const place of statusPlaces(status, entity)) {
    const index = scope.scope.find((at) => isAt(original, at, place));
    if (index === undefined) continue;
    const { element, component } = place;
    return {
      from: "277CA",
      codes,
      segment: index + 1,
      segmentId: original.segments[index]?.id ?? "",
      loop: original.segments[index]?.loop,
      element,
      component,
      ...original.typedPlace(index, element, component),
    };
  }
  const [missing] = statusPlaces(status, entity);
  const { patientControlNumber } = original.typedPlace(claim, 1);
  return {
    from: "277CA",
    codes,
    segment: undefined,
    segmentId: missing?.segmentId ?? "CLM",
    loop: missing?.loops?.[0] ?? "2300",
    element: missing?.element,
    component: missing?.component,
    patientControlNumber,
    path: undefined,
  };
}

function isAt(original: OriginalSet, index: number, place: StatusPlace): boolean {
  const segment = original.segments[index];
  if (segment?.id !== place.segmentId) return false;
  if (place.loops !== undefined && !place.loops.includes(segment.loop ?? "")) return false;
  if (place.qualifiers === undefined) return true;
  const first = original.elementsOf(index)[1] ?? "";
  return place.qualifiers.some(
    (one) =>
      first === one ||
      (first.startsWith(one) && first.length > one.length && !/\w/.test(first.charAt(one.length))),
  );
}

/** Segments of the line with a control number (REF*6R), or with a number (LX01). */
function segmentsOfLine(
  original: OriginalSet,
  own: readonly number[],
  number: string,
): readonly number[] {
  const lines: number[][] = [];
  for (const at of own) {
    if (original.segments[at]?.id === "LX") lines.push([]);
    lines.at(-1)?.push(at);
  }
  const numbered = lines.find((line) =>
    line.some((at) => {
      const [id, qualifier, value] = original.elementsOf(at);
      return id === "REF" && qualifier === "6R" && value === number;
    }),
  );
  return numbered ?? lines.find(([first = 0]) => original.elementsOf(first)[1] === number) ?? [];
}
