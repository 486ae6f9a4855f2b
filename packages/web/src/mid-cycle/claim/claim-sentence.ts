import type { ClaimAnswer } from "@headwater/revenue-cycle/mid-cycle/claim/claim-answers.ts";
import { formatDollars } from "../../frame/format.ts";
import { t } from "../../strings/translate.ts";

/** How a claim stands and what it waits for, in one sentence with the money. */
export function claimSentence(claim: ClaimAnswer): string {
  const state = t(`claimSays.${claim.state}`);
  const { openInsurance, openPatient, denied } = claim.cents;
  if (claim.state === "denied" && openPatient === 0 && denied === openInsurance)
    return t("claimSays.deniedWhole", { dollars: formatDollars(denied) });
  const parts = [
    denied > 0 ? t("claimSays.deniedPart", { dollars: formatDollars(denied) }) : "",
    openInsurance - denied > 0
      ? t("claimSays.openPart", { dollars: formatDollars(openInsurance - denied) })
      : "",
    openPatient > 0 ? t("claimSays.patientPart", { dollars: formatDollars(openPatient) }) : "",
  ].filter(Boolean);
  return parts.length === 0 ? state : `${state} ${parts.join("; ")}.`;
}
