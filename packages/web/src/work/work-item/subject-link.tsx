import type { WorkItemRow } from "@headwater/revenue-cycle/work/work-item/work-item-answers.ts";
import { Link } from "@tanstack/react-router";
import { tOr } from "../../strings/translate.ts";

type Props = { readonly practice: string; readonly item: WorkItemRow };

/** The claim, remittance or visit that an item is about. */
export function SubjectLink({ practice, item }: Props) {
  const { kind, id, label } = item.subject;
  const words = label ?? tOr(`rowKind.${kind}`, kind);
  if (kind === "claim")
    return (
      <Link to="/p/$practice/claims/$claim" params={{ practice, claim: String(id) }}>
        {words}
      </Link>
    );
  if (kind === "remittance")
    return (
      <Link to="/p/$practice/remittances/$remittance" params={{ practice, remittance: String(id) }}>
        {words}
      </Link>
    );
  if (kind === "appointment")
    return (
      <Link to="/p/$practice/not-clear" params={{ practice }} search={{ open: String(id) }}>
        {words}
      </Link>
    );
  if (kind === "encounter")
    return (
      <Link to="/p/$practice/encounters/$encounter" params={{ practice, encounter: String(id) }}>
        {words}
      </Link>
    );
  if (kind === "patient")
    return (
      <Link to="/p/$practice/patients/$patient" params={{ practice, patient: String(id) }}>
        {words}
      </Link>
    );
  return words;
}
