import fc from "fast-check";
import { type Condition, comparisons, forms } from "../condition.ts";
import type { Edit } from "../edit.ts";
import {
  type Collection,
  collectionOf,
  type FactName,
  type FactType,
  factNames,
  factOf,
} from "../fact-catalogue.ts";

const operator = fc.constantFrom(...comparisons);
const days = fc.constantFrom("2025-01-31", "2026-11-01", "2026-12-31");

function namesOf(types: readonly FactType[], open: Collection | undefined): FactName[] {
  return factNames.filter((name) => {
    const collection = collectionOf(name);
    const { stages, type } = factOf(name);
    return stages.includes("claim") && types.includes(type) && (collection ?? open) === open;
  });
}

function anyLeaf(open: Collection | undefined): fc.Arbitrary<Condition> {
  const fact = (...types: FactType[]) => fc.constantFrom(...namesOf(types, open));
  const text = fc.string({ maxLength: 5 });
  const leaves: fc.Arbitrary<Condition>[] = [
    fc.record({
      is: fc.constantFrom("stated" as const, "missing" as const),
      fact: fact("text", "code", "number", "cents", "date", "flag"),
    }),
    fc.record({ is: fc.constant("equals" as const), fact: fact("code"), value: text }),
    fc.record({
      is: fc.constant("in" as const),
      fact: fact("code"),
      values: fc.array(text, { minLength: 1, maxLength: 3 }),
    }),
    fc.record({
      is: fc.constant("matches" as const),
      fact: fact("code"),
      pattern: fc.constantFrom("\\d{5}", "[A-Z]+", ".*"),
    }),
    fc.record({
      is: fc.constant("has-form" as const),
      fact: fact("code"),
      form: fc.constantFrom(...forms),
    }),
    fc.record({
      is: fc.constant("compare" as const),
      fact: fact("number", "cents"),
      operator,
      value: fc.integer(),
    }),
    fc.record({ is: fc.constant("compare" as const), fact: fact("date"), operator, value: days }),
    fc.record({
      is: fc.constant("compare-facts" as const),
      fact: fact("date"),
      operator,
      other: fact("date"),
    }),
    fc.record({
      is: fc.constant("days-between" as const),
      from: fact("date"),
      to: fact("date"),
      operator,
      days: fc.integer({ min: -400, max: 400 }),
    }),
    fc.record({
      is: fc.constant("code-standing" as const),
      fact: fact("code"),
      codeSet: fc.constantFrom("hcpcs" as const, "icd-10-cm" as const),
      on: fact("date"),
      standings: fc.constant(["absent" as const, "ended" as const]),
    }),
  ];
  const lists = namesOf(["codes"], open);
  if (lists.length > 0) {
    leaves.push(
      fc.record({
        is: fc.constant("includes" as const),
        fact: fc.constantFrom(...lists),
        values: fc.array(text, { minLength: 1, maxLength: 3 }),
      }),
    );
  }
  return fc.oneof(...leaves);
}

function anyCondition(open: Collection | undefined, depth: number): fc.Arbitrary<Condition> {
  const leaf = anyLeaf(open);
  if (depth === 0) return leaf;
  const inner = anyCondition(open, depth - 1);
  const joined = fc.record({
    is: fc.constantFrom("and" as const, "or" as const),
    of: fc.array(inner, { minLength: 1, maxLength: 3 }),
  });
  const not = fc.record({ is: fc.constant("not" as const), of: inner });
  if (open !== undefined) return fc.oneof(leaf, joined, not);
  const members = fc.constantFrom("lines" as const, "diagnoses" as const).chain((collection) =>
    fc.record({
      is: fc.constantFrom("any" as const, "all" as const),
      in: fc.constant(collection),
      where: anyCondition(collection, depth - 1),
    }),
  );
  return fc.oneof(leaf, joined, not, members);
}

/** Any active edit of the stage of claims that parsing lets through. */
export const anyEdit: fc.Arbitrary<Edit> = fc
  .constantFrom(undefined, "lines" as const, "diagnoses" as const)
  .chain((each) =>
    anyCondition(each, 3).map((condition) => ({
      code: "ANY_EDIT",
      stage: "claim" as const,
      ...(each === undefined ? {} : { each }),
      condition,
      message: "{claim.chargedCents} {claim.serviceFrom}",
      severity: "hold" as const,
      ownerRole: "biller" as const,
      field: "claim.chargedCents" as const,
      effectiveFrom: "2000-01-01",
      source: "test",
      state: "active" as const,
    })),
  );
