import {
  type PayerDraft,
  payerFaultsOf,
  tidyPayer,
} from "@headwater/revenue-cycle/masters/payer/decide-payer.ts";
import type { PayerAnswer } from "@headwater/revenue-cycle/masters/payer/payer-answers.ts";
import { draftOf, emptyAddress } from "../form/draft-of.ts";
import { RecordForm } from "../form/record-form.tsx";
import { choices } from "./choices.ts";

const emptyPayer: PayerDraft = {
  name: "",
  identifier: "",
  lineOfBusiness: "",
  filingIndicator: "",
  claimRoute: "electronic",
  connectionName: "",
  ...emptyAddress,
  phone: "",
};

type Props = {
  readonly practice: string;
  readonly known: PayerAnswer | undefined;
  readonly mayWrite: boolean;
  readonly onSaved: (payer: PayerAnswer) => void;
  readonly onReload: () => void;
};

/** Describes a payer; the identifier of one that has any stays. */
export function PayerForm({ practice, known, mayWrite, onSaved, onReload }: Props) {
  return (
    <RecordForm<PayerDraft, PayerAnswer>
      practice={practice}
      path={known ? `payers/${known.id}` : "payers"}
      known={known}
      start={known ? draftOf(emptyPayer, known) : emptyPayer}
      rows={[
        [{ field: "name" }],
        [
          { field: "identifier", isFixed: known !== undefined && known.identifier !== null },
          { field: "lineOfBusiness", options: choices.linesOfBusinessOrNone() },
        ],
        [{ field: "filingIndicator", options: choices.filingIndicators() }],
        [{ field: "claimRoute", options: choices.claimRoutes() }, { field: "connectionName" }],
        [{ field: "addressLine1" }, { field: "addressLine2" }],
        [{ field: "city" }, { field: "state" }, { field: "postalCode" }],
        [{ field: "phone" }],
      ]}
      faultsOf={(draft) => payerFaultsOf(tidyPayer(draft))}
      mayWrite={mayWrite}
      onSaved={onSaved}
      onReload={onReload}
    />
  );
}
