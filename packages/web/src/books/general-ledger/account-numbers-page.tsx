import { Button } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { ChangeFailure } from "../../back-end/patient-account/change-failure.tsx";
import { useBackShortcut } from "../../frame/back-shortcut.ts";
import { FailureNotice } from "../../frame/notice.tsx";
import { PageHead } from "../../frame/page-head.tsx";
import { practiceAddress, sendJson } from "../../frame/request.ts";
import { isAllowed, useSession } from "../../frame/session.ts";
import { useShortcut } from "../../frame/shortcuts.ts";
import { t, tOr } from "../../strings/translate.ts";
import {
  type AccountNumbers,
  accountNumbersQuery,
  type NumberedAccount,
} from "./general-ledger-query.ts";

/** Which account of the practice's general ledger each account here is. */
export function AccountNumbersPage() {
  const { practice } = useParams({ from: "/p/$practice/account-numbers" });
  useBackShortcut({ to: "/p/$practice/accounts", params: { practice } });
  const numbers = useQuery(accountNumbersQuery(practice));
  if (numbers.isError) {
    return <FailureNotice error={numbers.error} onRetry={() => void numbers.refetch()} />;
  }
  return (
    <div className="page">
      <PageHead title={t("generalLedger.title")} sentence={t("generalLedger.sentence")} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by key */}
      <div className="page-scroll" tabIndex={0}>
        {numbers.isPending && <p role="status">{t("state.loading")}</p>}
        {numbers.data && (
          <NumbersForm key={numbers.data.revision} practice={practice} numbers={numbers.data} />
        )}
      </div>
    </div>
  );
}

type FormProps = { readonly practice: string; readonly numbers: AccountNumbers };

function NumbersForm({ practice, numbers }: FormProps) {
  const [accounts, setAccounts] = useState(numbers.accounts);
  const queries = useQueryClient();
  const mayWrite = isAllowed(useSession(), practice, "ledger.close");
  const save = useMutation({
    mutationFn: () =>
      sendJson<AccountNumbers>(practiceAddress(practice, "general-ledger/accounts"), {
        method: "PUT",
        body: { accounts },
        revision: numbers.revision,
      }),
    onSuccess: (answer) => queries.setQueryData(accountNumbersQuery(practice).queryKey, answer),
  });
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    if (mayWrite && !save.isPending) save.mutate();
  };
  useShortcut("Ctrl+Enter", () => submit());
  const change = (kind: string, part: Partial<NumberedAccount>) =>
    setAccounts(accounts.map((one) => (one.kind === kind ? { ...one, ...part } : one)));
  return (
    <form onSubmit={submit} aria-label={t("generalLedger.title")}>
      <table className="plain-table month-table">
        <thead>
          <tr>
            <th scope="col">{t("generalLedger.account")}</th>
            <th scope="col">{t("generalLedger.number")}</th>
            <th scope="col">{t("generalLedger.name")}</th>
          </tr>
        </thead>
        <tbody>
          {accounts.map((account) => (
            <NumberRow
              key={account.kind}
              account={account}
              isReadOnly={!mayWrite}
              onChange={(part) => change(account.kind, part)}
            />
          ))}
        </tbody>
      </table>
      {mayWrite && (
        <p>
          <Button type="submit" loading={save.isPending}>
            {t("generalLedger.save")}
          </Button>{" "}
          {numbers.revision > 0 && accounts === numbers.accounts && (
            <span role="status">{t("generalLedger.saved")}</span>
          )}
        </p>
      )}
      <ChangeFailure error={save.error} />
    </form>
  );
}

type RowProps = {
  readonly account: NumberedAccount;
  readonly isReadOnly: boolean;
  readonly onChange: (part: Partial<NumberedAccount>) => void;
};

function NumberRow({ account, isReadOnly, onChange }: RowProps) {
  const name = tOr(`account.${account.kind}`, account.kind);
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        <input
          aria-label={`${t("generalLedger.number")}: ${name}`}
          maxLength={30}
          pattern="[0-9A-Za-z.\-\/ ]*"
          readOnly={isReadOnly}
          value={account.number}
          onChange={(event) => onChange({ number: event.currentTarget.value })}
        />
      </td>
      <td>
        <input
          aria-label={`${t("generalLedger.name")}: ${name}`}
          maxLength={60}
          readOnly={isReadOnly}
          value={account.name}
          onChange={(event) => onChange({ name: event.currentTarget.value })}
        />
      </td>
    </tr>
  );
}
