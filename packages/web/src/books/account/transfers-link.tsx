import { Link } from "@tanstack/react-router";
import { formatCents } from "../../frame/format.ts";
import { isAllowed, useSession } from "../../frame/session.ts";
import { t } from "../../strings/translate.ts";
import { Money, MoneyOrDash } from "../../table/money.tsx";
import type { TransfersSearch } from "./transfers-search-params.ts";

type Props = {
  readonly practice: string;
  readonly cents: number;
  /** The record whose transfers are opened. */
  readonly of: TransfersSearch;
};

/** An amount that opens the transfers it is made of; plain for who may not read the books. */
export function TransfersLink({ practice, cents, of }: Props) {
  const mayRead = isAllowed(useSession(), practice, "ledger.read");
  if (cents === 0 || !mayRead) return <MoneyOrDash cents={cents} />;
  return (
    <Link
      to="/p/$practice/transfers"
      params={{ practice }}
      search={of}
      preload={false}
      aria-label={t("moved.open", { amount: formatCents(cents) })}
    >
      <Money cents={cents} />
    </Link>
  );
}

type ClaimProps = {
  readonly practice: string;
  readonly claimId: number;
  /** The claim's amount whose transfers are opened. */
  readonly amount: string;
  readonly cents: number;
};

/** An amount of a claim: opens the claim with the transfers of that amount beside it. */
export function ClaimAmountLink({ practice, claimId, amount, cents }: ClaimProps) {
  const mayRead = isAllowed(useSession(), practice, "claim.read");
  if (cents === 0 || !mayRead) return <MoneyOrDash cents={cents} />;
  return (
    <Link
      to="/p/$practice/claims/$claim"
      params={{ practice, claim: String(claimId) }}
      search={{ amount }}
      preload={false}
      aria-label={t("moved.open", { amount: formatCents(cents) })}
    >
      <Money cents={cents} />
    </Link>
  );
}
