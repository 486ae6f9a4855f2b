import type {
  PaperClaim,
  PaperLine,
} from "@headwater/revenue-cycle/back-end/paper-remittance/paper-entry.ts";
import type { PaperClaimFacts } from "@headwater/revenue-cycle/back-end/paper-remittance/read-paper.ts";
import { useState } from "react";
import { t } from "../../strings/translate.ts";
import { PaperClaimRows } from "./paper-claim-rows.tsx";
import { PaperClaimSearch } from "./paper-claim-search.tsx";
import type { PaperDraft } from "./use-paper-draft.ts";

type Props = { readonly practice: string; readonly draft: PaperDraft };

/** The claims of the paper, one after the other, and the field that finds the next. */
export function PaperClaims({ practice, draft }: Props) {
  const { entry, facts, change } = draft;
  const [fresh, setFresh] = useState<number>();
  const add = (found: PaperClaimFacts) => {
    draft.addFacts(found);
    setFresh(found.claimId);
    change({ claims: [...entry.claims, emptyClaim(found)] });
  };
  const set = (claimId: number, part: Partial<PaperClaim>) =>
    change({
      claims: entry.claims.map((one) => (one.claimId === claimId ? { ...one, ...part } : one)),
    });
  return (
    <section aria-label={t("paper.claims")}>
      <h2 className="section-title">{t("paper.claims")}</h2>
      {entry.claims.map((claim) => (
        <PaperClaimRows
          key={claim.claimId}
          claim={claim}
          facts={facts.get(claim.claimId)}
          isFresh={claim.claimId === fresh}
          onChange={(part) => set(claim.claimId, part)}
          onRemove={() =>
            change({ claims: entry.claims.filter(({ claimId }) => claimId !== claim.claimId) })
          }
        />
      ))}
      <PaperClaimSearch
        practice={practice}
        taken={new Set(entry.claims.map(({ claimId }) => claimId))}
        onTake={add}
      />
    </section>
  );
}

const statusOfSequence: Readonly<Record<string, PaperClaim["statusCode"]>> = { S: "2", T: "3" };

function emptyClaim(found: PaperClaimFacts): PaperClaim {
  return {
    claimId: found.claimId,
    statusCode: statusOfSequence[found.coverageSequence] ?? "1",
    payerClaimNumber: "",
    paid: "",
    lines: found.lines.map(
      ({ lineNumber }): PaperLine => ({ lineNumber, allowed: "", paid: "", reasons: "" }),
    ),
  };
}
