import type { PaperClaimFacts } from "@headwater/revenue-cycle/back-end/paper-remittance/read-paper.ts";
import { Button, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useRef, useState } from "react";
import { formatCents, formatDate } from "../../frame/format.ts";
import { getJson, practiceAddress } from "../../frame/request.ts";
import { t } from "../../strings/translate.ts";
import { ChangeFailure } from "../patient-account/change-failure.tsx";

type Props = {
  readonly practice: string;
  /** Claims that stand on the paper already. */
  readonly taken: ReadonlySet<number>;
  readonly onTake: (claim: PaperClaimFacts) => void;
};

/** Finds the next claim: Enter searches, and takes what it finds where that is only one. */
export function PaperClaimSearch({ practice, taken, onTake }: Props) {
  const [search, setSearch] = useState("");
  const [on, setOn] = useState("");
  const field = useRef<HTMLInputElement>(null);
  const found = useMutation({
    mutationFn: () =>
      getJson<{ rows: readonly PaperClaimFacts[] }>(
        practiceAddress(practice, "paper-remittances/claims", { search: search.trim(), on }),
      ),
    onSuccess: ({ rows }) => {
      const open = rows.filter(({ claimId }) => !taken.has(claimId));
      if (open.length === 1 && open[0] !== undefined) take(open[0]);
    },
  });
  const take = (claim: PaperClaimFacts) => {
    setSearch("");
    found.reset();
    onTake(claim);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (search.trim().length > 1) found.mutate();
  };
  const rows = (found.data?.rows ?? []).filter(({ claimId }) => !taken.has(claimId));
  return (
    <form className="paper-search" onSubmit={submit}>
      <TextInput
        ref={field}
        label={t("paper.find")}
        maxLength={60}
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      <TextInput
        type="date"
        label={t("paper.findDay")}
        value={on}
        onChange={(event) => setOn(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" loading={found.isPending}>
        {t("paper.search")}
      </Button>
      {found.isSuccess && rows.length === 0 && <p role="status">{t("paper.notFound")}</p>}
      {rows.length > 1 && (
        <ul className="plain-list paper-found">
          {rows.map((claim, index) => (
            <li key={claim.claimId}>
              <button
                type="button"
                className="link-button"
                // biome-ignore lint/a11y/noAutofocus: the keyboard goes on where the search has led
                autoFocus={index === 0}
                onClick={() => take(claim)}
              >
                {t("paper.add", { number: claim.patientControlNumber })}
              </button>{" "}
              {claimWords(claim)}
            </li>
          ))}
        </ul>
      )}
      <ChangeFailure error={found.error} />
    </form>
  );
}

function claimWords(claim: PaperClaimFacts): string {
  const charged = claim.lines.reduce((sum, { chargedCents }) => sum + chargedCents, 0);
  const name = [claim.patientLastName, claim.patientFirstName].filter(Boolean).join(", ");
  const day = claim.serviceFrom === null ? "" : formatDate(claim.serviceFrom);
  return [name, day, claim.payer, formatCents(charged)].filter(Boolean).join(" · ");
}
