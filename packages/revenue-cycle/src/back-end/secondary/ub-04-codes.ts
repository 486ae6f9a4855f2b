import type { ClaimCode, WritableClaim } from "@headwater/x12";
import { moneyText } from "./form-text.ts";
import { ub04CodeItems } from "./ub-04-places.ts";

/** What stands in a form's items; undefined leaves an item empty. */
export type FormTexts = readonly (readonly [item: string, text: string | undefined])[];

/** A row of locator 81, which takes what other locators have no room for. */
type FurtherCode = {
  readonly qualifier: string;
  readonly code: string;
  readonly value: string | undefined;
};

/**
 * The codes of an institutional claim (HI of 005010X223A2 loop 2300) in their locators. Condition, occurrence
 * and value codes beyond their locators stand in 81 under A1 to A4, after the billing provider's taxonomy (B3);
 * what 81 has no room for either is told in words.
 */
export function codeTexts(claim: WritableClaim): {
  readonly texts: FormTexts;
  readonly leftOver: readonly string[];
} {
  const of = (...qualifiers: string[]) =>
    claim.codes.filter(({ qualifier }) => qualifiers.includes(qualifier));
  const items = ub04CodeItems;
  const kinds = [
    fit(of("BG"), { items: items.conditions, parts: conditionParts, beyond: "A1" }),
    fit(of("BH"), { items: items.occurrences, parts: occurrenceParts, beyond: "A2" }),
    fit(of("BI"), { items: items.spans, parts: spanParts, beyond: "A3" }),
    fit(of("BE"), { items: items.values, parts: valueParts, beyond: "A4" }),
  ];
  const plain = [
    fit([...of("ABK", "BK"), ...of("ABF", "BF")], {
      items: items.diagnoses,
      parts: presentParts,
      beyond: "diagnosis",
    }),
    fit(of("ABN", "BN"), {
      items: items.externalCauses,
      parts: presentParts,
      beyond: "external cause",
    }),
    fit(of("APR", "PR"), { items: items.reasons, parts: noParts, beyond: "reason for the visit" }),
    fit([...of("BBR", "BR"), ...of("BBQ", "BQ")], {
      items: items.procedures,
      parts: dateParts,
      beyond: "procedure",
    }),
  ];
  const taxonomy = claim.billingProvider?.taxonomy;
  const further: FurtherCode[] = [
    ...(taxonomy === undefined ? [] : [{ qualifier: "B3", code: taxonomy, value: undefined }]),
    ...kinds.flatMap(({ further: rest }) => rest),
  ];
  const isOld = of("BK", "BR").length > 0;
  return {
    texts: [
      ...[...kinds, ...plain].flatMap(({ texts }) => texts),
      ["66", claim.codes.length === 0 ? undefined : isOld ? "9" : "0"],
      ["69", of("ABJ", "BJ")[0]?.code],
      ["71", of("DR")[0]?.code],
      ...further.slice(0, 4).flatMap((row, index) => furtherTexts(row, "abcd"[index] ?? "")),
    ],
    leftOver: [...further.slice(4), ...plain.flatMap(({ further: rest }) => rest)].map(
      ({ qualifier, code, value }) => [qualifier, code, value].filter(Boolean).join(" "),
    ),
  };
}

function furtherTexts({ qualifier, code, value }: FurtherCode, row: string): FormTexts {
  return [
    [`81${row}.qualifier`, qualifier],
    [`81${row}.code`, code],
    [`81${row}.value`, value],
  ];
}

/** Texts of a code besides itself, by the part of its locator. */
type PartsOf = (code: ClaimCode) => FormTexts;

/** A kind of codes: its locators, and under what those beyond them go. */
type Kind = {
  readonly items: readonly string[];
  readonly parts: PartsOf;
  readonly beyond: string;
};

/** Codes in their locators, and those that are left. */
function fit(
  codes: readonly ClaimCode[],
  { items, parts, beyond }: Kind,
): { readonly texts: FormTexts; readonly further: readonly FurtherCode[] } {
  return {
    texts: codes.slice(0, items.length).flatMap((code, index): FormTexts => {
      const item = items[index] ?? "";
      return [
        [item, code.code],
        ...parts(code).map(([part, text]) => [`${item}.${part}`, text] as const),
      ];
    }),
    further: codes.slice(items.length).map((code) => ({
      qualifier: beyond,
      code: code.code,
      value:
        parts(code)
          .map(([, text]) => text ?? "")
          .join("") || undefined,
    })),
  };
}

const conditionParts: PartsOf = () => [];
const noParts: PartsOf = () => [];
const occurrenceParts: PartsOf = ({ date }) => [["date", shortDate(date)]];
const dateParts: PartsOf = ({ date }) => [["date", shortDate(date)]];
const spanParts: PartsOf = ({ date, through }) => [
  ["from", shortDate(date)],
  ["through", shortDate(through)],
];
const valueParts: PartsOf = ({ cents }) => [
  ["amount", cents === undefined ? undefined : moneyText(cents)],
];
const presentParts: PartsOf = ({ presentOnAdmission }) => [["present", presentOnAdmission]];

/** `061226` of 2026-06-12. */
export function shortDate(date: string | undefined): string | undefined {
  return date && `${date.slice(5, 7)}${date.slice(8, 10)}${date.slice(2, 4)}`;
}
