import type { WriteOffCandidate } from "@headwater/revenue-cycle/back-end/write-off/write-off-answers.ts";
import { Link } from "@tanstack/react-router";
import { ClaimAmountLink } from "../../books/account/transfers-link.tsx";
import { formatDate } from "../../frame/format.ts";
import { t, tOr } from "../../strings/translate.ts";
import type { Told } from "./many-write-offs-page.tsx";

type Props = {
  readonly practice: string;
  readonly scope: "denied" | "open";
  readonly rows: readonly WriteOffCandidate[];
  /** The claims that are left alone. */
  readonly left: ReadonlySet<number>;
  readonly told: Told | undefined;
  readonly onChoose: (left: ReadonlySet<number>) => void;
};

/** The claims, each with what it would cost and, once asked, what became of it. */
export function ManyWriteOffRows({ practice, scope, rows, left, told, onChoose }: Props) {
  const isDone = told !== undefined && !told.isPreview;
  const toggle = (claimId: number) => {
    const next = new Set(left);
    if (!next.delete(claimId)) next.add(claimId);
    onChoose(next);
  };
  const all = () => onChoose(left.size === 0 ? new Set(rows.map((row) => row.claimId)) : new Set());
  return (
    <div className="plain-table-scroll">
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">
              <input
                type="checkbox"
                aria-label={t("manyWriteOffs.all")}
                checked={left.size === 0}
                disabled={isDone}
                onChange={all}
              />
            </th>
            <th scope="col">{t("claim.number")}</th>
            <th scope="col">{t("claim.patient")}</th>
            <th scope="col">{t("claim.payer")}</th>
            <th scope="col">{t("writeOff.date")}</th>
            <th scope="col">{t("manyWriteOffs.reason")}</th>
            <th scope="col" className="money">
              {t("manyWriteOffs.amount")}
            </th>
            <th scope="col">{t("manyWriteOffs.result")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row
              key={row.claimId}
              {...{ practice, scope, row, told }}
              isChosen={!left.has(row.claimId)}
              onToggle={() => toggle(row.claimId)}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

type RowProps = Pick<Props, "practice" | "scope" | "told"> & {
  readonly row: WriteOffCandidate;
  readonly isChosen: boolean;
  readonly onToggle: () => void;
};

function Row({ practice, scope, row, told, isChosen, onToggle }: RowProps) {
  return (
    <tr>
      <td>
        <input
          type="checkbox"
          aria-label={t("manyWriteOffs.choose", { number: row.patientControlNumber })}
          checked={isChosen}
          disabled={told !== undefined && !told.isPreview}
          onChange={onToggle}
        />
      </td>
      <td>
        <Link to="/p/$practice/claims/$claim" params={{ practice, claim: String(row.claimId) }}>
          {row.patientControlNumber}
        </Link>
      </td>
      <td>{row.patientName}</td>
      <td>{row.payer}</td>
      <td>{row.serviceFrom === null ? "" : formatDate(row.serviceFrom)}</td>
      <td>{row.reasons.join(", ")}</td>
      <td className="money">
        <ClaimAmountLink
          {...{ practice, claimId: row.claimId, cents: row.cents }}
          amount={scope === "denied" ? "denied" : "openInsurance"}
        />
      </td>
      <td>{resultOf(told, row.claimId)}</td>
    </tr>
  );
}

function resultOf(told: Told | undefined, claimId: number): string {
  const outcome = told?.outcomes.get(claimId);
  if (told === undefined || outcome === undefined) return "";
  const word = t(`manyWriteOffs.${told.isPreview ? "outcome" : "done"}.${outcome.outcome}`);
  if (outcome.code === null) return word;
  return `${word}: ${tOr(`manyWriteOffs.refusal.${outcome.code}`, outcome.code)}`;
}
