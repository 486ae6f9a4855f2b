import { severities } from "@headwater/revenue-cycle/work/edit/edit.ts";
import type { EditDecision, EditPage } from "@headwater/revenue-cycle/work/edit/edit-answers.ts";
import { factOf, isFactName } from "@headwater/revenue-cycle/work/edit/fact-catalogue.ts";
import { describeMessage } from "@headwater/revenue-cycle/work/edit/finding-message.ts";
import { Button, NativeSelect } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { formatDate, formatInstant } from "../../frame/format.ts";
import { FailureNotice, problemSentence } from "../../frame/notice.tsx";
import { problemOf } from "../../frame/problem.ts";
import { getJson, practiceAddress, sendJson } from "../../frame/request.ts";
import { SidePanel } from "../../frame/side-panel.tsx";
import { t, tOr } from "../../strings/translate.ts";
import { DryRunResult, triedClaims, useDryRun } from "./dry-run.tsx";
import { draftOf, emptyEdit, formOf } from "./edit-draft.ts";
import { EditFormFields } from "./edit-form.tsx";
import { EditStateWord } from "./edit-words.tsx";

type Props = {
  readonly practice: string;
  /** A code, or `new`. */
  readonly code: string;
  readonly today: string;
  readonly mayWrite: boolean;
  readonly onClose: () => void;
  readonly onSaved: (code: string) => void;
};

/** One edit beside the list: in words, with what may be done about it, or as a form. */
export function EditPanel({ practice, code, today, mayWrite, onClose, onSaved }: Props) {
  const isNew = code === "new";
  const [isChanging, setChanging] = useState(false);
  const answer = useQuery({
    queryKey: [practice, "edits", "one", code],
    queryFn: ({ signal }) => getJson<EditPage>(practiceAddress(practice, `edits/${code}`), signal),
    enabled: !isNew,
    staleTime: 0,
  });
  const known = answer.data;
  const saved = (savedCode: string) => {
    setChanging(false);
    onSaved(savedCode);
  };
  return (
    <SidePanel title={isNew ? t("edits.write") : code} isWide onClose={onClose}>
      {answer.error && <FailureNotice error={answer.error} onRetry={() => void answer.refetch()} />}
      {isNew && (
        <EditFormFields
          practice={practice}
          known={undefined}
          start={emptyEdit(today)}
          onSaved={saved}
        />
      )}
      {known && isChanging && (
        <EditFormFields practice={practice} known={known} start={formOf(known)} onSaved={saved} />
      )}
      {known && !isChanging && (
        <EditRead
          practice={practice}
          edit={known}
          mayWrite={mayWrite}
          onChange={() => setChanging(true)}
        />
      )}
    </SidePanel>
  );
}

type ReadProps = {
  readonly practice: string;
  readonly edit: EditPage;
  readonly mayWrite: boolean;
  readonly onChange: () => void;
};

function EditRead({ practice, edit, mayWrite, onChange }: ReadProps) {
  return (
    <>
      <p style={{ marginTop: 0 }}>{describeMessage(edit.message)}</p>
      <dl className="fact-list">
        <dt>{t("edits.condition")}</dt>
        <dd>{edit.words}</dd>
        <dt>{t("edits.stage")}</dt>
        <dd>{t(`editStage.${edit.stage}`)}</dd>
        <dt>{t("edits.state")}</dt>
        <dd>
          <EditStateWord word={edit.state} />
        </dd>
        <dt>{t("edits.severity")}</dt>
        <dd>
          <EditStateWord word={edit.severity} />
        </dd>
        <dt>{t("edits.owner")}</dt>
        <dd>{tOr(`role.${edit.ownerRole}`, edit.ownerRole)}</dd>
        <dt>{t("edits.field")}</dt>
        <dd>{isFactName(edit.field) ? factOf(edit.field).label : edit.field}</dd>
        {edit.restriction && <RestrictionFacts restriction={edit.restriction} />}
        <dt>{t("edits.from")}</dt>
        <dd>{formatDate(edit.effectiveFrom)}</dd>
        {edit.effectiveTo && (
          <>
            <dt>{t("edits.through")}</dt>
            <dd>{formatDate(edit.effectiveTo)}</dd>
          </>
        )}
        <dt>{t("edits.source")}</dt>
        <dd>{edit.source}</dd>
        <dt>{t("edits.open")}</dt>
        <dd>{edit.open}</dd>
        <dt>{t("edits.found")}</dt>
        <dd>{edit.found}</dd>
      </dl>
      <p className="dim small">{t(edit.isBuiltIn ? "edits.builtIn" : "edits.own")}</p>
      {mayWrite && <Decisions practice={practice} edit={edit} onChange={onChange} />}
      <Versions edit={edit} />
    </>
  );
}

function RestrictionFacts({
  restriction,
}: {
  readonly restriction: NonNullable<EditPage["restriction"]>;
}) {
  const words = Object.values(restriction).flatMap((list) => (list ?? []).map(String));
  if (words.length === 0) return null;
  return (
    <>
      <dt>{t("edits.for")}</dt>
      <dd>{words.join(", ")}</dd>
    </>
  );
}

function Versions({ edit }: { readonly edit: EditPage }) {
  if (edit.versions.length === 0) return null;
  return (
    <>
      <h3>{t("edits.versions")}</h3>
      <ul className="small">
        {edit.versions.map(({ version, effectiveFrom, recordedAt, actor }) => (
          <li key={version}>
            {t("edits.version", { version, from: formatDate(effectiveFrom), actor })}{" "}
            {formatInstant(recordedAt)}
          </li>
        ))}
      </ul>
    </>
  );
}

function Decisions({ practice, edit, onChange }: Omit<ReadProps, "mayWrite">) {
  const decide = useDecision(practice, edit);
  const dryRun = useDryRun(practice);
  const isActive = edit.state === "active";
  const severity = edit.severity === edit.writtenSeverity ? "" : edit.severity;
  return (
    <>
      <div className="edit-buttons">
        <Button
          variant={isActive ? "default" : "filled"}
          loading={decide.isPending}
          onClick={() => decide.mutate({ state: isActive ? "retired" : "active" })}
        >
          {t(isActive ? "edits.retire" : "edits.activate")}
        </Button>
        <NativeSelect
          aria-label={t("edits.severity")}
          value={severity}
          data={[
            { value: "", label: t("edits.asWritten", { severity: edit.writtenSeverity }) },
            ...severities.map((one) => ({ value: one, label: t(`editSeverity.${one}`) })),
          ]}
          onChange={({ currentTarget: { value } }) =>
            decide.mutate({ severity: severities.find((one) => one === value) ?? null })
          }
        />
        {!edit.isBuiltIn && (
          <Button variant="default" onClick={onChange}>
            {t("edits.change")}
          </Button>
        )}
        <Button
          variant="default"
          loading={dryRun.isPending}
          onClick={() => dryRun.mutate(draftOf(formOf(edit)))}
        >
          {t("edits.try", { count: triedClaims })}
        </Button>
      </div>
      {(decide.error ?? dryRun.error) && (
        <p role="alert" className="error-line">
          {problemSentence(problemOf(decide.error ?? dryRun.error))}
        </p>
      )}
      {dryRun.data && (
        <DryRunResult practice={practice} run={dryRun.data} isHold={edit.severity === "hold"} />
      )}
    </>
  );
}

function useDecision(practice: string, edit: EditPage) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (decision: EditDecision) =>
      sendJson<EditPage>(practiceAddress(practice, `edits/${edit.code}`), {
        method: "PATCH",
        body: decision,
        revision: edit.revision,
      }),
    onSettled: () => queries.invalidateQueries({ queryKey: [practice, "edits"] }),
  });
}
