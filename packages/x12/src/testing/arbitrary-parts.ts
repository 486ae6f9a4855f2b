import fc from "fast-check";
import type { ClaimAdjustment, Party, Procedure, Reference } from "../transaction.ts";

/** Text that may stand in an element: no delimiter, no blank at its ends. */
export const text = (maxLength: number) =>
  fc
    .stringMatching(/^[A-Z0-9'"&(),./?;=%@[\]_{}|<>#$+-][A-Z0-9 '&(),./-]*$/, { maxLength })
    .map((value) => value.slice(0, maxLength).trim())
    .filter((value) => value !== "");
export const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
export const code = (maxLength: number) =>
  fc.stringMatching(new RegExp(`^[A-Z0-9]{1,${maxLength}}$`));
export const cents = fc.integer({ min: -99_999_999, max: 99_999_999 });
export const charge = fc.integer({ min: 0, max: 9_999_999 });
export const date = fc
  .integer({ min: -20_000, max: 20_000 })
  .map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10));
export const quantity = fc
  .tuple(fc.nat(9999), fc.nat(999))
  .map(([whole, rest]) => (rest % 3 === 0 ? `${whole}` : `${whole}.${rest}`));

export const references = (qualifiers: readonly string[]): fc.Arbitrary<Reference[]> =>
  qualifiers.length === 0
    ? fc.constant([])
    : fc.uniqueArray(
        fc.record(
          {
            qualifier: fc.constantFrom(...qualifiers),
            id: text(30),
            payerId: code(10),
          },
          { requiredKeys: ["qualifier", "id"] },
        ),
        { maxLength: 3, selector: ({ qualifier }) => qualifier },
      );

const address = fc
  .record(
    {
      line1: maybe(text(40)),
      line2: maybe(text(40)),
      city: maybe(text(20)),
      state: maybe(code(2)),
      postalCode: maybe(code(9)),
      country: maybe(code(2)),
      subdivision: code(3),
    },
    { requiredKeys: ["line1", "line2", "city", "state", "postalCode", "country"] },
  )
  .filter((value) => Object.values(value).some((part) => part !== undefined));

const contacts = fc.array(
  fc.record({
    functionCode: fc.constant("IC"),
    name: maybe(text(30)),
    numbers: fc.array(
      fc.record({ qualifier: fc.constantFrom("TE", "EM", "FX"), number: text(20) }),
      { minLength: 1, maxLength: 3 },
    ),
  }),
  { maxLength: 2 },
);

type PartyParts = {
  readonly demographics?: boolean;
  readonly taxonomy?: boolean;
  readonly contacts?: boolean;
};

/** A party of a role, with what may stand in its loop. */
export function party(entityCode: string, parts: PartyParts = {}): fc.Arbitrary<Party> {
  const nothing = fc.constant(undefined);
  return fc
    .record({
      entityCode: fc.constant(entityCode),
      isPerson: fc.boolean(),
      lastNameOrOrganization: maybe(text(30)),
      firstName: maybe(text(20)),
      middleName: maybe(text(10)),
      suffix: maybe(text(5)),
      identifier: maybe(fc.tuple(fc.constantFrom("MI", "PI", "XX", "46"), code(12))),
      address: maybe(address),
      demographics: parts.demographics ? maybe(fc.tuple(date, maybe(code(1)))) : nothing,
      taxonomy: parts.taxonomy ? maybe(code(10)) : nothing,
      references: references(["EI", "SY", "G2", "LU"]),
      contacts: parts.contacts ? contacts : fc.constant([]),
    })
    .map(({ identifier, demographics, ...rest }) => ({
      ...rest,
      idQualifier: identifier?.[0],
      id: identifier?.[1],
      dateOfBirth: demographics?.[0],
      gender: demographics?.[1],
    }));
}

export const person = (entityCode: string) =>
  party(entityCode, { demographics: true, contacts: true });
export const provider = (entityCode: string) =>
  party(entityCode, { taxonomy: true, contacts: true });

export const adjustments: fc.Arbitrary<ClaimAdjustment[]> = fc.array(
  fc.record({
    groupCode: fc.constantFrom("CO", "PR", "OA", "PI"),
    reasonCode: code(4),
    cents,
    quantity: maybe(quantity),
  }),
  { maxLength: 9 },
);

export const procedure: fc.Arbitrary<Procedure> = fc.record({
  qualifier: fc.constantFrom("HC", "ER", "IV", "WK"),
  code: code(5),
  modifiers: fc.array(code(2), { maxLength: 4 }),
  description: maybe(text(30)),
});

export const amounts = (qualifiers: readonly string[]) =>
  fc.array(fc.record({ qualifier: fc.constantFrom(...qualifiers), cents }), { maxLength: 2 });

/** The values that are there. */
export function present<T>(values: readonly (T | undefined)[]): T[] {
  return values.filter((value): value is T => value !== undefined);
}

/** The earliest (0) or latest (-1) of dates. */
export function extreme(dates: readonly (string | undefined)[], at: number): string | undefined {
  return present(dates).sort().at(at);
}
