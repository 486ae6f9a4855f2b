import type { AccountPaymentAnswer } from "@headwater/revenue-cycle/back-end/patient-account/patient-account-answers.ts";
import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { ClaimAmountLink } from "../../books/account/transfers-link.tsx";
import { formatCents } from "../../frame/format.ts";
import { isAllowed, useSession } from "../../frame/session.ts";
import { t } from "../../strings/translate.ts";
import { ReasonForm } from "../../work/work-item/reason-form.tsx";
import { useMoneyChange } from "./account-query.ts";
import { visitWords } from "./allocate-form.tsx";
import { ChangeFailure } from "./change-failure.tsx";

type Props = { readonly practice: string; readonly payment: AccountPaymentAnswer };

/** Where a payment went, visit by visit; a part that was given can be taken back. */
export function PaymentParts({ practice, payment }: Props) {
  const mayChange = isAllowed(useSession(), practice, "patient-payment.collect");
  return (
    <ul className="plain-list">
      {payment.parts.map((part) => (
        <Part
          key={`${part.claimId} ${part.allocationId}`}
          practice={practice}
          part={part}
          mayUndo={mayChange && part.allocationId !== null && payment.reversedOn === null}
        />
      ))}
    </ul>
  );
}

type PartProps = {
  readonly practice: string;
  readonly part: AccountPaymentAnswer["parts"][number];
  readonly mayUndo: boolean;
};

function Part({ practice, part, mayUndo }: PartProps) {
  const [isAsked, setAsked] = useState(false);
  const undo = useMoneyChange(practice);
  const { allocationId, claimId, cents } = part;
  return (
    <li>
      <Link to="/p/$practice/claims/$claim" params={{ practice, claim: String(claimId) }}>
        {visitWords(part)}
      </Link>{" "}
      <ClaimAmountLink {...{ practice, claimId, cents }} amount="patientPaid" />{" "}
      {mayUndo && !isAsked && (
        <button type="button" className="link-button" onClick={() => setAsked(true)}>
          {t("allocation.undo")}
        </button>
      )}
      {isAsked && allocationId !== null && (
        <>
          <ReasonForm
            place={`allocation ${allocationId}`}
            label={t("allocation.undoReason")}
            button={t("allocation.undoTitle", {
              amount: formatCents(cents),
              visit: visitWords(part),
            })}
            isBusy={undo.isPending}
            onGiven={(reason) =>
              undo.mutate(
                { path: `payment-allocations/${allocationId}/undo`, body: { reason } },
                { onSuccess: () => setAsked(false) },
              )
            }
          />
          <ChangeFailure error={undo.error} />
          <Button variant="subtle" onClick={() => setAsked(false)}>
            {t("action.close")}
          </Button>
        </>
      )}
    </li>
  );
}
