import type { FoundAnswer } from "@headwater/revenue-cycle/back-end/search/found-answers.ts";
import { formatCents, formatDate } from "../frame/format.ts";
import { patientName } from "../masters/patient/patient-name.ts";
import { t, tOr } from "../strings/translate.ts";

/** Where a row of the search leads. */
export type FoundTarget =
  | { readonly to: "patient"; readonly id: string }
  | { readonly to: "claim"; readonly id: string }
  | { readonly to: "remittance"; readonly id: string }
  | { readonly to: "deposit"; readonly search: string }
  | { readonly to: "code"; readonly search: string }
  | { readonly to: "claims"; readonly search: string };

/** One row of what was found, under its kind. */
export type FoundRow = {
  readonly key: string;
  readonly group: "patients" | "claims" | "payments" | "codes";
  readonly title: string;
  readonly detail: string;
  readonly target: FoundTarget;
};

/** What was found as rows in the order of their kinds; the last one asks the list of claims. */
export function foundRows(found: FoundAnswer, sought: string): FoundRow[] {
  const rows: FoundRow[] = [
    ...found.patients.map((row) => ({
      key: `patient ${row.id}`,
      group: "patients" as const,
      title: patientName(row),
      detail: joined([row.dateOfBirth && formatDate(row.dateOfBirth), row.chartNumber, row.payer]),
      target: { to: "patient", id: String(row.id) } as const,
    })),
    ...found.claims.map((row) => ({
      key: `claim ${row.id}`,
      group: "claims" as const,
      title: row.patientControlNumber,
      detail: joined([
        row.patientName,
        row.serviceFrom && formatDate(row.serviceFrom),
        tOr(`claimState.${row.state}`, row.state),
        row.payerClaimControlNumber,
      ]),
      target: { to: "claim", id: String(row.id) } as const,
    })),
    ...found.payments.map((row) => ({
      key: `${row.kind} ${row.id}`,
      group: "payments" as const,
      title: row.traceNumber,
      detail: joined([
        t(`find.${row.kind}`),
        row.payer,
        row.on && formatDate(row.on),
        formatCents(row.cents),
      ]),
      target:
        row.kind === "remittance"
          ? ({ to: "remittance", id: String(row.id) } as const)
          : ({ to: "deposit", search: row.traceNumber } as const),
    })),
    ...found.codes.map((row) => ({
      key: `${row.codeSet} ${row.code}`,
      group: "codes" as const,
      title: row.code,
      detail: row.label,
      target: { to: "code", search: row.code } as const,
    })),
  ];
  const hasPeople = found.patients.length > 0;
  if (!hasPeople || sought === "") return rows;
  const all: FoundRow = {
    key: "claims",
    group: "claims",
    title: t("find.allClaims"),
    detail: sought,
    target: { to: "claims", search: sought },
  };
  const at = rows.findLastIndex(({ group }) => group === "patients" || group === "claims") + 1;
  return [...rows.slice(0, at), all, ...rows.slice(at)];
}

function joined(parts: readonly (string | null)[]): string {
  return parts.filter(Boolean).join(" · ");
}
