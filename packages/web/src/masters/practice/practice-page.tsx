import {
  type PracticeProfileDraft,
  practiceProfileFaultsOf,
  tidyPracticeProfile,
} from "@headwater/revenue-cycle/masters/practice/decide-practice-profile.ts";
import type {
  PracticeProfileAnswer,
  SetupAnswer,
} from "@headwater/revenue-cycle/masters/practice/practice-profile-answers.ts";
import type { ProviderAnswer } from "@headwater/revenue-cycle/masters/provider/provider-answers.ts";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { FailureNotice } from "../../frame/notice.tsx";
import { PageHead } from "../../frame/page-head.tsx";
import { getJson, practiceAddress } from "../../frame/request.ts";
import { isAllowed, useSession } from "../../frame/session.ts";
import { t } from "../../strings/translate.ts";
import { draftOf } from "../form/draft-of.ts";
import { RecordForm } from "../form/record-form.tsx";
import { SetupChecklist } from "./setup-checklist.tsx";

const emptyProfile: PracticeProfileDraft = {
  billingProviderId: null,
  submitterName: "",
  submitterIdentifier: "",
  contactName: "",
  contactPhone: "",
  contactEmail: "",
  remitLine1: "",
  remitLine2: "",
  remitCity: "",
  remitState: "",
  remitPostalCode: "",
  statementPhone: "",
  statementMessage: "",
};

/** How the practice presents itself, with what is still to be set up beside it. */
export function PracticePage() {
  const { practice } = useParams({ from: "/p/$practice/practice" });
  const mayManage = isAllowed(useSession(), practice, "user.manage");
  const setup = useQuery({
    queryKey: [practice, "setup"],
    queryFn: ({ signal }) => getJson<SetupAnswer>(practiceAddress(practice, "setup"), signal),
    staleTime: 0,
  });
  return (
    <div className="page">
      <PageHead
        title={t("practiceProfile.title")}
        sentence={setup.data && sentenceOf(setup.data)}
        actions={
          mayManage && (
            <Link to="/p/$practice/people" params={{ practice }} className="action-link">
              {t("people.link")}
            </Link>
          )
        }
      />
      <div className="master-columns">
        <section className="master-section" aria-label={t("practiceProfile.profile")}>
          <h2>{t("practiceProfile.profile")}</h2>
          <Profile practice={practice} />
        </section>
        <section className="master-section" aria-label={t("practiceProfile.checklist")}>
          <h2>{t("practiceProfile.checklist")}</h2>
          {setup.error && (
            <FailureNotice error={setup.error} onRetry={() => void setup.refetch()} />
          )}
          {setup.isPending && <p className="dim">{t("masters.loading")}</p>}
          {setup.data && <SetupChecklist practice={practice} rows={setup.data.rows} />}
        </section>
      </div>
    </div>
  );
}

function sentenceOf({ rows }: SetupAnswer): string {
  const done = rows.filter((row) => row.isDone).length;
  if (done === rows.length) return t("practiceProfile.allDone");
  return t("practiceProfile.sentence", { done, all: rows.length });
}

function Profile({ practice }: { readonly practice: string }) {
  const mayWrite = isAllowed(useSession(), practice, "masters.write");
  const [shown, setShown] = useState(0);
  const profile = useQuery({
    queryKey: [practice, "profile"],
    queryFn: ({ signal }) =>
      getJson<PracticeProfileAnswer>(practiceAddress(practice, "profile"), signal),
    staleTime: 0,
  });
  const providers = useBillingProviders(practice);
  const reload = async () => {
    await profile.refetch();
    setShown(shown + 1);
  };
  if (profile.error) {
    return <FailureNotice error={profile.error} onRetry={() => void profile.refetch()} />;
  }
  const known = profile.data;
  if (known === undefined) return <p className="dim">{t("masters.loading")}</p>;
  return (
    <RecordForm<PracticeProfileDraft, PracticeProfileAnswer>
      key={shown}
      practice={practice}
      path="profile"
      known={known}
      start={draftOf(emptyProfile, known)}
      rows={[
        [{ field: "billingProviderId", options: providers, isId: true }],
        [{ field: "submitterName" }, { field: "submitterIdentifier" }],
        [{ field: "contactName" }, { field: "contactPhone" }, { field: "contactEmail" }],
        [{ field: "remitLine1" }, { field: "remitLine2" }],
        [{ field: "remitCity" }, { field: "remitState" }, { field: "remitPostalCode" }],
        [{ field: "statementPhone" }],
        [{ field: "statementMessage", kind: "long" }],
      ]}
      // Whether the provider bills, the list offers already and the server decides.
      faultsOf={(draft) => practiceProfileFaultsOf(tidyPracticeProfile(draft), "not-stated")}
      mayWrite={mayWrite}
      onSaved={() => void reload()}
      onReload={() => void reload()}
    />
  );
}

type Providers = { readonly rows: readonly ProviderAnswer[] };

/** Providers who bill, for a choice; none chosen is empty. */
function useBillingProviders(practice: string): readonly (readonly [string, string])[] {
  const providers = useQuery({
    queryKey: [practice, "providers", "billing"],
    queryFn: ({ signal }) =>
      getJson<Providers>(
        practiceAddress(practice, "providers", { role: "billing", limit: 200 }),
        signal,
      ),
  });
  const rows = providers.data?.rows ?? [];
  return [
    ["", t("masters.choose")],
    ...rows.map((row) => [String(row.id), `${row.name ?? ""} ${row.npi}`.trim()] as const),
  ];
}
