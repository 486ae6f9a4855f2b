import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { TransferEntry } from "../../books/account/transfer-entry.tsx";
import { FailureNotice } from "../../frame/notice.tsx";
import { SidePanel } from "../../frame/side-panel.tsx";
import { t } from "../../strings/translate.ts";
import type { Amount } from "./claim-money.tsx";
import { type ClaimKey, claimTransfersQuery } from "./claim-query.ts";

type Props = {
  readonly claim: ClaimKey;
  readonly amount: Amount;
  readonly line: string | undefined;
  readonly onClose: () => void;
};

/** The transfers behind one amount, each with what caused it. */
export function ClaimTransfers({ claim, amount, line, onClose }: Props) {
  const [isAll, setAll] = useState(false);
  const transfers = useQuery(
    claimTransfersQuery(claim, { line, cents: isAll ? undefined : amount }),
  );
  const rows = transfers.data?.rows ?? [];
  const where = line === undefined ? t("table.total") : `${t("claim.line")} ${line}`;
  return (
    <SidePanel title={`${t(`cents.${amount}`)}, ${where}`} onClose={onClose}>
      {transfers.isError && <FailureNotice error={transfers.error} />}
      {transfers.data && rows.length === 0 && <p className="dim">{t("transfer.none")}</p>}
      {rows.map((transfer) => (
        <TransferEntry key={transfer.id} practice={claim.practice} transfer={transfer} />
      ))}
      {!isAll && (
        <button type="button" className="link-button" onClick={() => setAll(true)}>
          {t(line === undefined ? "transfer.allOfClaim" : "transfer.all")}
        </button>
      )}
    </SidePanel>
  );
}
