import {
  type ApprovalLimit,
  limitOf,
} from "@headwater/revenue-cycle/books/approval/approval-limit.ts";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useBackShortcut } from "../../frame/back-shortcut.ts";
import { useBusinessDate } from "../../frame/business-date.ts";
import { formatDate } from "../../frame/format.ts";
import { FailureNotice } from "../../frame/notice.tsx";
import { PageHead } from "../../frame/page-head.tsx";
import { getJson, practiceAddress } from "../../frame/request.ts";
import { isAllowed, useSession } from "../../frame/session.ts";
import { t, tOr } from "../../strings/translate.ts";
import { Money } from "../../table/money.tsx";
import { ExceptionLinks } from "../exception/exception-links.tsx";
import { type LimitedRole, LimitForm, limitedRoles } from "./limit-form.tsx";

type LimitRow = Omit<ApprovalLimit, "effectiveFrom"> & { readonly effectiveFrom: string | null };

/** Up to which amount each role writes off without a second person, today and from later days on. */
export function ApprovalLimitsPage() {
  const { practice } = useParams({ from: "/p/$practice/approval-limits" });
  useBackShortcut({ to: "/p/$practice/exceptions", params: { practice } });
  const mayWrite = isAllowed(useSession(), practice, "practice.manage");
  const question = useQuery({
    queryKey: [practice, "approval-limits"],
    queryFn: ({ signal }) =>
      getJson<{ readonly rows: readonly LimitRow[] }>(
        practiceAddress(practice, "approval-limits"),
        signal,
      ),
  });
  if (question.isError) {
    return <FailureNotice error={question.error} onRetry={() => void question.refetch()} />;
  }
  const limits = (question.data?.rows ?? []).map(({ effectiveFrom, ...limit }) => ({
    ...limit,
    effectiveFrom: effectiveFrom ?? undefined,
  }));
  return (
    <div className="page">
      <PageHead
        title={t("approvalLimits.title")}
        sentence={t("approvalLimits.sentence")}
        actions={<ExceptionLinks practice={practice} here="limits" />}
      />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by key */}
      <div className="page-scroll" tabIndex={0}>
        <p className="dim">{t("approvalLimits.always")}</p>
        {question.isSuccess && <Limits practice={practice} limits={limits} />}
        {mayWrite && <LimitForm practice={practice} />}
      </div>
    </div>
  );
}

type LimitsProps = { readonly practice: string; readonly limits: readonly ApprovalLimit[] };

function Limits({ practice, limits }: LimitsProps) {
  const today = useBusinessDate(practice);
  return (
    <table className="plain-table" style={{ maxWidth: 640 }}>
      <thead>
        <tr>
          <th scope="col">{t("approvalLimits.role")}</th>
          <th scope="col" className="money">
            {t("approvalLimits.limit")}
          </th>
          <th scope="col">{t("approvalLimits.since")}</th>
        </tr>
      </thead>
      <tbody>
        {limitedRoles.map((role) => (
          <RoleRow key={role} {...{ role, limits, today }} />
        ))}
      </tbody>
    </table>
  );
}

type RowProps = {
  readonly role: LimitedRole;
  readonly limits: readonly ApprovalLimit[];
  readonly today: string;
};

function RoleRow({ role, limits, today }: RowProps) {
  const limit = limitOf(limits, { kind: "write-off", role, on: today });
  const later = limits.filter(
    (each) => each.kind === "write-off" && each.role === role && (each.effectiveFrom ?? "") > today,
  );
  const since = limit?.effectiveFrom;
  return (
    <tr>
      <th scope="row">{tOr(`role.${role}`, role)}</th>
      <td className="money">
        {limit === undefined || limit.limitCents === 0 ? (
          t("approvalLimits.none")
        ) : (
          <Money cents={limit.limitCents} />
        )}
      </td>
      <td>
        {since === undefined ? t("approvalLimits.usual") : formatDate(since)}
        {later.map(({ effectiveFrom = "", limitCents }) => (
          <div key={effectiveFrom} className="small">
            {t("approvalLimits.from", {
              date: formatDate(effectiveFrom),
              amount: (limitCents / 100).toFixed(2),
            })}
          </div>
        ))}
      </td>
    </tr>
  );
}
