import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { FailureNotice } from "../../frame/notice.tsx";
import { SidePanel } from "../../frame/side-panel.tsx";
import { StateWord } from "../../frame/state-word.tsx";
import { t } from "../../strings/translate.ts";
import { BalanceEquations } from "./balance-equations.tsx";
import { RemittanceFacts, remittanceSentence } from "./remittance-facts.tsx";
import { remittanceQuery } from "./remittance-query.ts";

type Props = {
  readonly practice: string;
  readonly remittanceId: string;
  readonly onClose: () => void;
};

/** A remittance beside its list: verdict, facts, whether it balances. */
export function RemittancePanel({ practice, remittanceId, onClose }: Props) {
  const answer = useQuery(remittanceQuery(practice, remittanceId));
  const remittance = answer.data;
  return (
    <SidePanel
      title={remittance ? t("remittance.title", { trace: remittance.traceNumber }) : "…"}
      onClose={onClose}
      actions={
        <Link
          to="/p/$practice/remittances/$remittance"
          params={{ practice, remittance: remittanceId }}
        >
          {t("action.openPage")}
        </Link>
      }
    >
      {answer.isError && (
        <FailureNotice error={answer.error} onRetry={() => void answer.refetch()} />
      )}
      {remittance && (
        <>
          <p style={{ marginTop: 0 }}>
            <StateWord state={remittance.verdict} />
            <br />
            {remittanceSentence(remittance)}
          </p>
          <RemittanceFacts practice={practice} remittance={remittance} />
          <BalanceEquations remittance={remittance} />
        </>
      )}
    </SidePanel>
  );
}
