import { Link } from "@tanstack/react-router";
import { t } from "../../strings/translate.ts";

const pages = [
  ["exceptions", "/p/$practice/exceptions", "exceptions.title"],
  ["approvals", "/p/$practice/approvals", "exceptions.approvals"],
  ["credits", "/p/$practice/credits", "exceptions.credits"],
  ["write-offs", "/p/$practice/write-offs", "exceptions.writeOffs"],
  ["limits", "/p/$practice/approval-limits", "approvalLimits.title"],
  ["policy", "/p/$practice/adjustment-policy", "policies.title"],
] as const;

type Props = { readonly practice: string; readonly here: (typeof pages)[number][0] };

/** The pages about money that takes a person, each one key press from the other. */
export function ExceptionLinks({ practice, here }: Props) {
  return pages
    .filter(([name]) => name !== here)
    .map(([name, to, words]) => (
      <Link key={name} to={to} params={{ practice }} search={{}} className="action-link">
        {t(words)}
      </Link>
    ));
}
