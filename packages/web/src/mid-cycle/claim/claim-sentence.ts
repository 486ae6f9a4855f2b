import type { ClaimAnswer } from "@headwater/revenue-cycle/mid-cycle/claim/claim-answers.ts";
import { formatDate, formatDollars } from "../../frame/format.ts";
import { t, tOr } from "../../strings/translate.ts";

/** How a claim stands and what it waits for, in one sentence with the money. */
export function claimSentence(claim: ClaimAnswer): string {
  const state = t(`claimSays.${claim.state}`);
  const { openInsurance, openPatient, denied } = claim.cents;
  const parts = [
    denied > 0 ? t("claimSays.deniedPart", { dollars: formatDollars(denied) }) : "",
    openInsurance - denied > 0
      ? t("claimSays.openPart", { dollars: formatDollars(openInsurance - denied) })
      : "",
    openPatient > 0 ? t("claimSays.patientPart", { dollars: formatDollars(openPatient) }) : "",
  ].filter(Boolean);
  return parts.length === 0 ? state : `${state} ${parts.join("; ")}.`;
}

/** What comes next, as the claim's open work says: why, until when, who. */
export function nextSentence(next: ClaimAnswer["next"][number]): string {
  const due = next.due ? t("claim.by", { date: formatDate(next.due) }) : "";
  const who = t("claim.forRole", { role: tOr(`role.${next.role}`, next.role) });
  return [next.whyText, due, who].filter(Boolean).join(" ");
}
