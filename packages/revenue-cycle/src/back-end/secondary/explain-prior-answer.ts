import type { ClaimAdjustment, OtherCoverage, WritableClaim } from "@headwater/x12";

/** What groups and reasons of adjustments mean on a day, in our own words. */
export type AdjustmentWords = {
  readonly group: (code: string, on: string) => { readonly label: string };
  readonly reason: (code: string, on: string) => { readonly label: string };
};

/** Lines of one page, and how wide they are. */
export const linesOfPage = 62;
const wide = 78;

/**
 * The answers of earlier payers as pages of text that go with a printed claim: what each paid, and every
 * adjustment with its group, reason and our own words for it, line by line, summed to the charge.
 */
export function explainPriorAnswers(claim: WritableClaim, words: AdjustmentWords): string[][] {
  return claim.otherCoverages.flatMap((coverage) => {
    const lines = answerLines(claim, coverage, words);
    return lines === undefined ? [] : pagesOf(lines);
  });
}

function pagesOf(lines: readonly string[]): string[][] {
  const pages: string[][] = [];
  for (let start = 0; start < lines.length; start += linesOfPage) {
    pages.push(lines.slice(start, start + linesOfPage));
  }
  return pages;
}

function answerLines(
  claim: WritableClaim,
  coverage: OtherCoverage,
  words: AdjustmentWords,
): string[] | undefined {
  const paid = coverage.amounts.find(({ qualifier }) => qualifier === "D");
  if (paid === undefined) return undefined;
  const answered = claim.lines.map((line) =>
    line.adjudications.filter(({ payerId }) => payerId === coverage.payer?.id),
  );
  const on = coverage.adjudicatedOn ?? answered.flat()[0]?.adjudicatedOn ?? "";
  const { references = [] } = coverage.payer ?? {};
  const number = references.find(({ qualifier }) => qualifier === "F8")?.id;
  const lines = [
    "EXPLANATION OF AN EARLIER PAYER'S ANSWER",
    "",
    `Payer            ${coverage.payer?.lastNameOrOrganization ?? ""} ${coverage.payer?.id ?? ""}`,
    `Answered on      ${on}`,
    ...(number === undefined ? [] : [`Payer's number   ${number}`]),
    `Claim            ${claim.patientControlNumber}`,
    `Patient          ${[claim.patient?.lastNameOrOrganization, claim.patient?.firstName].filter(Boolean).join(", ")}`,
    `Member           ${coverage.subscriber?.id ?? ""}`,
    "",
    amountLine("Service", ["Charged", "Paid or adjusted"]),
    "-".repeat(wide),
  ];
  claim.lines.forEach((line, index) => {
    const parts = answered[index] ?? [];
    if (parts.length === 0) return;
    const code = line.procedure?.code ?? line.revenueCode ?? "";
    const service = [code, ...(line.procedure?.modifiers ?? []), line.serviceFrom].join(" ");
    const paidCents = parts.reduce((sum, part) => sum + part.paidCents, 0);
    lines.push(amountLine(service, [dollars(line.chargedCents), dollars(paidCents)]));
    for (const part of parts) lines.push(...adjustmentLines(part.adjustments, on, words));
  });
  if (coverage.adjustments.length > 0) {
    lines.push("The claim as a whole", ...adjustmentLines(coverage.adjustments, on, words));
  }
  lines.push(
    "-".repeat(wide),
    amountLine("Total", [dollars(claim.chargedCents), dollars(paid.cents)]),
    ...totals([...coverage.adjustments, ...answered.flat().flatMap((part) => part.adjustments)], {
      words,
      on,
    }),
  );
  return lines;
}

function totals(
  adjustments: readonly ClaimAdjustment[],
  { words, on }: { readonly words: AdjustmentWords; readonly on: string },
): string[] {
  const groups = new Map<string, number>();
  for (const { groupCode, cents } of adjustments) {
    groups.set(groupCode, (groups.get(groupCode) ?? 0) + cents);
  }
  return [...groups].map(([group, cents]) =>
    amountLine(`  ${group} ${words.group(group, on).label}`, ["", dollars(cents)]),
  );
}

function adjustmentLines(
  adjustments: readonly ClaimAdjustment[],
  on: string,
  words: AdjustmentWords,
): string[] {
  return adjustments.map(({ groupCode, reasonCode, cents }) =>
    amountLine(`  ${groupCode}-${reasonCode} ${words.reason(reasonCode, on).label}`, [
      "",
      dollars(cents),
    ]),
  );
}

/** Words on the left, two amounts on the right; words that are too long are cut. */
function amountLine(text: string, amounts: readonly [string, string]): string {
  const [first, second] = amounts;
  if (first === "") return `${text.slice(0, 64).padEnd(66)}${second.padStart(12)}`;
  return `${text.slice(0, 46).padEnd(48)}${first.padStart(12)}${second.padStart(18)}`;
}

function dollars(cents: number): string {
  const sign = cents < 0 ? "-" : "";
  const amount = Math.abs(cents);
  return `${sign}${Math.floor(amount / 100)}.${String(amount % 100).padStart(2, "0")}`;
}
