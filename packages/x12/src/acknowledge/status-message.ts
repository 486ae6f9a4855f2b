import type { X12Issue } from "../issue.ts";

/**
 * Where a status points, in the words of STC12. Segments are counted from ST = 1, as in IK302; one that
 * is not there is named at the segment that it would belong to.
 */
export type MessagePlace = {
  readonly segmentInSet: number;
  readonly segmentId: string;
  readonly loop: string | undefined;
  readonly element: number | undefined;
  readonly component: number | undefined;
};

/**
 * Says where an issue stands, for people and for `placeOfMessage`: `SV101-2 in segment 24 (2400)`, or
 * `REF at segment 18 (2300)`. `setSegment` is the number of the set's ST in the file.
 */
export function placeMessage(issue: X12Issue, setSegment: number): string | undefined {
  const { position, segmentId, element, component, loop } = issue;
  if (position === undefined || segmentId === undefined || segmentId === "") return undefined;
  const number = position.segment - setSegment + 1;
  const around = loop === undefined ? "" : ` (${loop})`;
  if (element === undefined) return `${segmentId} at segment ${number}${around}`;
  const part = component === undefined ? "" : `-${component}`;
  return `${segmentId}${String(element).padStart(2, "0")}${part} in segment ${number}${around}`;
}

/** The place that a message names; undefined for the words of others. */
export function placeOfMessage(message: string | undefined): MessagePlace | undefined {
  const found =
    /^(?:([A-Z][A-Z0-9]{1,2})(\d\d)(?:-(\d+))? in|([A-Z][A-Z0-9]{1,2}) at) segment (\d+)(?: \((\w+)\))?$/.exec(
      message ?? "",
    );
  if (found === null) return undefined;
  const [, id, element, component, whole = "", segment, loop] = found;
  return {
    segmentInSet: Number(segment),
    segmentId: id ?? whole,
    loop,
    element: element === undefined ? undefined : Number(element),
    component: component === undefined ? undefined : Number(component),
  };
}
