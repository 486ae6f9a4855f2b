import { Link } from "@tanstack/react-router";
import { t } from "../../strings/translate.ts";

type Props = {
  readonly practice: string;
  readonly subject: { readonly kind: string; readonly id: number; readonly label: string | null };
};

/** The record that something is about, as a way to its page. */
export function SubjectLink({ practice, subject }: Props) {
  const words = subject.label || t("remittance.noTrace");
  if (subject.kind === "remittance") {
    return (
      <Link
        to="/p/$practice/remittances/$remittance"
        params={{ practice, remittance: String(subject.id) }}
        preload={false}
      >
        {words}
      </Link>
    );
  }
  if (subject.kind === "claim") {
    return (
      <Link
        to="/p/$practice/claims/$claim"
        params={{ practice, claim: String(subject.id) }}
        preload={false}
      >
        {words}
      </Link>
    );
  }
  if (subject.kind === "deposit") {
    return (
      <Link
        to="/p/$practice/deposits"
        params={{ practice }}
        search={{ state: "unmatched", open: String(subject.id) }}
        preload={false}
      >
        {words}
      </Link>
    );
  }
  return <>{subject.label ?? ""}</>;
}
