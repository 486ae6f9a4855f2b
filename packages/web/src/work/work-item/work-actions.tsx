import type { WorkItemRow } from "@headwater/revenue-cycle/work/work-item/work-item-answers.ts";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { DenialLink } from "../../back-end/denial/denial-link.tsx";
import { FixRejection } from "../../mid-cycle/claim/fix-rejection.tsx";
import { t, tOr } from "../../strings/translate.ts";
import { FixFindings } from "./fix-findings.tsx";

type Props = { readonly practice: string; readonly item: WorkItemRow };

/** Actions that are a link to where the thing is done; the others happen outside, then it is closed. */
const here = new Set([
  "open-visit",
  "import-file",
  "correct-claim",
  "match-claim",
  "match-deposit",
  "approve",
  "post-with-reason",
  "release-hold",
  "fix-findings",
  "write-note",
  "close",
]);

/** What can be done about an item here, each as a link; and what is done elsewhere and then closed. */
export function WorkActions({ practice, item }: Props) {
  const claimId = item.subject.kind === "claim" ? item.subject.id : undefined;
  const links = item.actions.flatMap((action) => linksOf(action, { practice, item }));
  const isDenial = item.kind === "denial" && claimId !== undefined;
  // A denial's other actions stand on its page, which knows what is allowed.
  const elsewhere = isDenial ? [] : item.actions.filter((action) => !here.has(action));
  return (
    <>
      {isDenial && <DenialLink practice={practice} claimId={claimId} />}
      {item.kind === "rejection" && claimId !== undefined && (
        <FixRejection practice={practice} claimId={claimId} />
      )}
      {item.actions.includes("fix-findings") && (
        <FixFindings practice={practice} subject={item.subject} />
      )}
      {links.length > 0 && (
        <ul className="work-actions" aria-label={t("work.actions")}>
          {links.map(({ key, link }) => (
            <li key={key}>{link}</li>
          ))}
        </ul>
      )}
      {elsewhere.length > 0 && (
        <p className="small">
          {t("work.elsewhere", {
            actions: elsewhere.map((action) => tOr(`workAction.${action}`, action)).join(", "),
          })}
        </p>
      )}
    </>
  );
}

type ActionLink = { readonly key: string; readonly link: ReactNode };

function linksOf(action: string, { practice, item }: Props): ActionLink[] {
  if (action === "import-file" || action === "correct-claim")
    return [
      {
        key: "import",
        link: (
          <Link to="/p/$practice/files" params={{ practice }} search={{ import: "1" }}>
            {t(action === "import-file" ? "work.doImport" : "work.doImportCorrected")}
          </Link>
        ),
      },
    ];
  if (action === "open-visit") {
    const open = String(item.subject.id);
    return [
      {
        key: "visit",
        link: (
          <Link to="/p/$practice/not-clear" params={{ practice }} search={{ open }}>
            {t("work.doOpenVisit")}
          </Link>
        ),
      },
    ];
  }
  if (action === "ask-payer" && item.subject.kind === "authorization") {
    const open = String(item.subject.id);
    return [
      {
        key: "authorization",
        link: (
          <Link to="/p/$practice/authorizations" params={{ practice }} search={{ open }}>
            {t("authorizationQuestion.open")}
          </Link>
        ),
      },
    ];
  }
  if (action === "match-claim") return matchLinks(practice, item);
  if (action === "approve")
    return [
      {
        key: "approve",
        link: (
          <Link
            to="/p/$practice/approvals"
            params={{ practice }}
            search={{ state: "waiting", open: String(item.why.approvalId ?? "") }}
          >
            {t("workAction.approve")}
          </Link>
        ),
      },
    ];
  if (action === "match-deposit")
    return [
      {
        key: "deposit",
        link: (
          <Link to="/p/$practice/deposits" params={{ practice }} search={{ state: "unmatched" }}>
            {t("work.doFindRemittance")}
          </Link>
        ),
      },
    ];
  return [];
}

/** The remittance that speaks of the claim, and the claims that it might mean. */
function matchLinks(practice: string, { why, subject }: WorkItemRow): ActionLink[] {
  const remittance = typeof why.remittanceId === "number" ? why.remittanceId : undefined;
  const claims = Array.isArray(why.claimIds) ? why.claimIds.filter(Number.isSafeInteger) : [];
  return [
    ...(remittance === undefined || subject.kind === "remittance"
      ? []
      : [
          {
            key: "remittance",
            link: (
              <Link
                to="/p/$practice/remittances/$remittance"
                params={{ practice, remittance: String(remittance) }}
              >
                {t("work.doOpenRemittance")}
              </Link>
            ),
          },
        ]),
    ...claims.map((claim: number, index) => ({
      key: `claim-${claim}`,
      link: (
        <Link to="/p/$practice/claims/$claim" params={{ practice, claim: String(claim) }}>
          {t("work.doCompareClaim", { number: index + 1 })}
        </Link>
      ),
    })),
  ];
}
