import type { ClaimAnswer } from "@headwater/revenue-cycle/mid-cycle/claim/claim-answers.ts";
import { formatDate } from "../../frame/format.ts";
import { t } from "../../strings/translate.ts";
import { Stated } from "../../table/stated.tsx";

/** What the claim says about itself. */
export function ClaimFacts({ claim }: { readonly claim: ClaimAnswer }) {
  const date = (value: string | null) => (value ? formatDate(value) : null);
  const facts = [
    ["claim.kind", t(`claimKind.${claim.kind}`)],
    ["claim.memberId", claim.memberId],
    ["claim.dateOfBirth", date(claim.dateOfBirth)],
    ["claim.diagnoses", claim.diagnosisCodes.join(" ")],
    ["claim.billingProvider", provider(claim.billingProviderName, claim.billingProviderNpi)],
    ["claim.renderingNpi", claim.renderingNpi],
    ["claim.payerClaimControlNumber", claim.payerClaimControlNumber],
    ["claim.priorAuthorization", claim.priorAuthorization],
    ["claim.frequency", claim.frequencyCode],
    ["claim.submittedOn", date(claim.submittedOn)],
    ["claim.acceptedOn", date(claim.acceptedOn)],
    ["claim.rejectedOn", date(claim.rejectedOn)],
    ["claim.firstAdjudicatedOn", date(claim.firstAdjudicatedOn)],
    ["claim.firstPaidOn", date(claim.firstPaidOn)],
  ] as const;
  return (
    <section aria-label={t("claim.facts")}>
      <h2 className="section-title">{t("claim.facts")}</h2>
      <dl className="fact-list fact-columns">
        {facts.map(([name, text]) => (
          <div key={name}>
            <dt>{t(name)}</dt>
            <dd>
              <Stated text={text} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function provider(name: string | null, npi: string): string {
  return [name, npi && `NPI ${npi}`].filter(Boolean).join(", ");
}
