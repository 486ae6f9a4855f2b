import {
  type PaperClaim,
  type PaperLine,
  paperStatuses,
  readPaperAmount,
} from "@headwater/revenue-cycle/back-end/paper-remittance/paper-entry.ts";
import type {
  PaperClaimFacts,
  PaperLineFacts,
} from "@headwater/revenue-cycle/back-end/paper-remittance/read-paper.ts";
import { CloseButton } from "@mantine/core";
import { formatCents, formatDate } from "../../frame/format.ts";
import { t } from "../../strings/translate.ts";
import { PaperLineRow } from "./paper-line-row.tsx";

type Props = {
  readonly claim: PaperClaim;
  readonly facts: PaperClaimFacts | undefined;
  /** Just found: its first line has the focus. */
  readonly isFresh: boolean;
  readonly onChange: (part: Partial<PaperClaim>) => void;
  readonly onRemove: () => void;
};

/** One claim of the paper, a row for each of its lines. */
export function PaperClaimRows({ claim, facts, isFresh, onChange, onRemove }: Props) {
  if (facts === undefined) return null;
  const number = facts.patientControlNumber;
  const typed = new Map(claim.lines.map((line) => [line.lineNumber, line]));
  const set = (lineNumber: number, part: Partial<PaperLine>) =>
    onChange({
      lines: claim.lines.map((one) => (one.lineNumber === lineNumber ? { ...one, ...part } : one)),
    });
  const name = [facts.patientLastName, facts.patientFirstName].filter(Boolean).join(", ");
  const day = facts.serviceFrom === null ? "" : formatDate(facts.serviceFrom);
  return (
    <fieldset className="paper-claim">
      <legend>{t("paper.claim", { number, patient: name, day })}</legend>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t("paper.line")}</th>
            <th scope="col" className="money">
              {t("paper.charged")}
            </th>
            <th scope="col" className="money">
              {t("paper.open")}
            </th>
            <th scope="col">{t("paper.allowed")}</th>
            <th scope="col">{t("paper.linePaid")}</th>
            <th scope="col">{t("paper.reasons")}</th>
            <th scope="col" className="money">
              {t("paper.patient")}
            </th>
            <th scope="col" className="money">
              {t("paper.left")}
            </th>
          </tr>
        </thead>
        <tbody>
          {facts.lines.map((own, index) => (
            <PaperLineRow
              key={own.lineNumber}
              number={number}
              own={own}
              line={typed.get(own.lineNumber) ?? emptyLine(own)}
              isFresh={isFresh && index === 0}
              onChange={(part) => set(own.lineNumber, part)}
            />
          ))}
        </tbody>
      </table>
      <ClaimFields claim={claim} onChange={onChange} />
      <CloseButton size="sm" aria-label={t("paper.remove", { number })} onClick={onRemove} />
    </fieldset>
  );
}

const emptyLine = ({ lineNumber }: PaperLineFacts): PaperLine => ({
  lineNumber,
  allowed: "",
  paid: "",
  reasons: "",
});

function ClaimFields({ claim, onChange }: Pick<Props, "claim" | "onChange">) {
  return (
    <div className="paper-claim-fields">
      <label>
        {t("paper.status")}{" "}
        <select
          value={claim.statusCode}
          onChange={(event) => {
            const { value } = event.currentTarget;
            onChange({ statusCode: paperStatuses.find((one) => one === value) ?? "1" });
          }}
        >
          {paperStatuses.map((one) => (
            <option key={one} value={one}>
              {t(`paperStatus.${one}`)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t("paper.payerNumber")}{" "}
        <input
          maxLength={50}
          value={claim.payerClaimNumber}
          onChange={(event) => onChange({ payerClaimNumber: event.currentTarget.value })}
        />
      </label>
      <label>
        {t("paper.claimPaid")}{" "}
        <input
          inputMode="decimal"
          maxLength={20}
          placeholder={formatCents(paidOf(claim))}
          value={claim.paid}
          onChange={(event) => onChange({ paid: event.currentTarget.value })}
        />
      </label>
    </div>
  );
}

const paidOf = ({ lines }: PaperClaim): number =>
  lines.reduce((sum, { paid }) => sum + (readPaperAmount(paid) ?? 0), 0);
