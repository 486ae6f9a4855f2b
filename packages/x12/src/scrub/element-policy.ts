import type { ElementForm } from "../guides/standard/data-elements.ts";
import {
  type CompositeElement,
  type SimpleElement,
  standardSegment,
  standardSegmentIds,
} from "../guides/standard/segments.ts";
import { isDecimal } from "../values.ts";

/** What becomes of a value: kept where it has the form of what may be kept, else made up anew. */
export type ElementPolicy =
  /** Nothing that names anybody: kept if it looks like it, else an identifier. */
  | { readonly is: "keep"; readonly form: RegExp | "number" }
  | { readonly is: "identifier" }
  | { readonly is: "name" }
  | { readonly is: "text" }
  | { readonly is: "date" }
  | { readonly is: "birth" }
  | { readonly is: "postal-code" };

const identifier: ElementPolicy = { is: "identifier" };
const name: ElementPolicy = { is: "name" };
const text: ElementPolicy = { is: "text" };
const date: ElementPolicy = { is: "date" };
const number: ElementPolicy = { is: "keep", form: "number" };
const keep = (form: RegExp): ElementPolicy => ({ is: "keep", form });

/** Codes hold a digit, or are too short to be a name. */
const code = keep(/^(?=.*\d)[A-Z0-9.]{1,8}$|^[A-Z]{1,3}$/i);
const control = keep(/^(\d{1,20}|(?=.*\d)[A-Z0-9]{1,9}|HEADER|DETAIL|SUMMARY|[A-Z]{1,4})\s*$/i);
const version = keep(/^\d{5,6}[A-Z0-9]{0,6}$/);

/** Data elements that need no type: by what they mean. Text (AN) that is not here is made up anew. */
const byNumber: Readonly<Record<string, ElementPolicy>> = {
  // Names of persons, organizations and places.
  ...of(name, "93 1035 1036 1037 1038 1039 19"),
  ...of(text, "166 352 933 449 61 724 1204 310"),
  // Control numbers, levels and loops.
  ...of(control, "28 329 628 734 447 I12"),
  ...of(version, "480 1705"),
  // Published codes: procedures, modifiers, diagnoses, revenue, places, remarks, statuses.
  ...of(keep(/^(?=.*\d)([A-Z0-9]{3,5}|[A-Z0-9]{7}|[\d-]{10,13})$|^[A-Z]{1,3}$/i), "234"),
  ...of(code, "1271 1137 1331 1339 1341 499"),
  ...of(keep(/^(CLM01|TRN02|ENT01|NM109|SUBSCRIBER NUMBER REF02|SITUATIONAL TRIGGER)$/), "9999"),
  ...of(keep(/^[A-Z0-9]{5}\s*$/), "I11"),
  ...of(keep(/^.$/), "I65 I15"),
  // A postal code is a code of the standard, but tells where somebody lives.
  ...of({ is: "postal-code" }, "116"),
  ...of(date, "1251"),
};

function of(policy: ElementPolicy, numbers: string): Record<string, ElementPolicy> {
  return Object.fromEntries(numbers.split(" ").map((each) => [each, policy]));
}

/** Places where an element means something else than its number says. */
const byPlace: Readonly<Record<string, ElementPolicy>> = {
  DMG02: { is: "birth" },
  PRV03: keep(/^[0-9A-Z]{9}X$/),
  DN201: keep(/^[A-Z0-9]{1,2}$/),
  // The day on which a file was made tells of no patient, and lists of codes are read by it.
  ISA09: keep(/^\d{6}$/),
  GS04: keep(/^\d{6}(\d{2})?$/),
  BHT04: keep(/^\d{8}$/),
  TA102: keep(/^\d{6}$/),
  ...remarks("MIA", [5, 20, 21, 22, 23]),
  ...remarks("MOA", [3, 4, 5, 6, 7]),
};

function remarks(id: string, elements: readonly number[]): Record<string, ElementPolicy> {
  const remark = keep(/^(M|MA|N)\d{1,4}$/);
  return Object.fromEntries(elements.map((at) => [`${id}${String(at).padStart(2, "0")}`, remark]));
}

/** Elements of codes may be longer, codes are not. */
const longestCode = 6;

/** What becomes of the elements of a segment, and of the components of each. */
export type SegmentPolicies = readonly (readonly ElementPolicy[])[];

const noPolicies: SegmentPolicies = [];
const policies = new Map<string, SegmentPolicies>();
for (const id of standardSegmentIds) policies.set(id, noPolicies);

/** What becomes of the values in a segment. */
export function segmentPolicies(id: string): SegmentPolicies {
  const known = policies.get(id);
  if (known === undefined) return noPolicies;
  if (known.length > 0) return known;
  const made = standardSegment(id).elements.map((each, at) => policiesOf(id, at + 1, each));
  policies.set(id, made);
  return made;
}

/**
 * What becomes of a component of an element (1-based; a simple element is its own first component).
 * Segments, elements and components that the standard's table lacks are identifiers.
 */
export function elementPolicy(
  policiesOfSegment: SegmentPolicies,
  element: number,
  component: number,
): ElementPolicy {
  return policiesOfSegment[element - 1]?.[component - 1] ?? identifier;
}

function policiesOf(
  id: string,
  position: number,
  element: SimpleElement | CompositeElement,
): readonly ElementPolicy[] {
  if ("components" in element) return element.components.map(policyOf);
  const place = byPlace[`${id}${String(position).padStart(2, "0")}`];
  return [place ?? policyOf(element)];
}

function policyOf({ number: of, form }: SimpleElement): ElementPolicy {
  return byNumber[of] ?? byType(form);
}

/** Codes and numbers of the standard are kept where they have its form. */
function byType({ type, least, most }: ElementForm): ElementPolicy {
  switch (type) {
    case "ID":
      return keep(new RegExp(`^[A-Za-z0-9]{${least},${Math.min(most, longestCode)}}\\s*$`));
    case "R":
    case "N0":
      return number;
    case "DT":
      return date;
    case "TM":
      return keep(/^\d{4,8}$/);
    default:
      return identifier;
  }
}

/** Whether a value has the form of what may be kept. */
export function isKept(policy: ElementPolicy, value: string): boolean {
  if (policy.is !== "keep") return false;
  if (policy.form !== "number") return policy.form.test(value);
  return value.length <= 18 && isDecimal(value.trim());
}
