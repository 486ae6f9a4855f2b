import {
  type ClaimFormField,
  claimFormGroups,
} from "@headwater/revenue-cycle/mid-cycle/claim/claim-form-fields.ts";
import { claimFormLists } from "@headwater/revenue-cycle/mid-cycle/claim/claim-form-lists.ts";
import { claimParts } from "@headwater/revenue-cycle/mid-cycle/claim/claim-form-parts.ts";
import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { FailureNotice, problemSentence } from "../../frame/notice.tsx";
import { PageHead } from "../../frame/page-head.tsx";
import { PageShape } from "../../frame/page-shape.tsx";
import { isAllowed, useSession } from "../../frame/session.ts";
import { useShortcut } from "../../frame/shortcuts.ts";
import { StateWord } from "../../frame/state-word.tsx";
import { t } from "../../strings/translate.ts";
import { Money } from "../../table/money.tsx";
import type { MendedFact } from "./claim-actions.tsx";
import { type ClaimContent, claimContentQuery } from "./claim-content-query.ts";
import { type EditNode, valueAt, withValue } from "./claim-edit.ts";
import { ClaimFormConflict } from "./claim-form-conflict.tsx";
import { ClaimFormInput } from "./claim-form-input.tsx";
import { claimFieldLabel } from "./claim-form-labels.ts";
import { ClaimFormLines } from "./claim-form-lines.tsx";
import { ClaimFormEntries } from "./claim-form-list.tsx";
import { ClaimFormOthers } from "./claim-form-others.tsx";
import { ClaimFormParties } from "./claim-form-parties.tsx";
import { ClaimFormParts } from "./claim-form-parts.tsx";
import { withFollowing } from "./merge-drafts.ts";
import { useClaimForm } from "./use-claim-form.ts";
import "./claim-form.css";

/** The form of a claim that was written here: all that the 837P carries. */
export function ClaimFormPage() {
  const { practice, claim } = useParams({ from: "/p/$practice/claims/$claim/form" });
  const { fact, line } = useSearch({ from: "/p/$practice/claims/$claim/form" });
  const content = useQuery(claimContentQuery(practice, claim));
  if (content.isError) {
    return <FailureNotice error={content.error} onRetry={() => void content.refetch()} />;
  }
  if (!content.data) return <PageShape />;
  const asked = fact && { field: fact, ...(line ? { at: Number(line) } : {}) };
  return (
    <ClaimForm key={claim} practice={practice} start={content.data} asked={asked || undefined} />
  );
}

/** The patient's own fields stand there only where he is not the insured (2000C). */
function shownFields(fields: readonly ClaimFormField[], draft: EditNode) {
  if (valueAt(draft, "patientRelationship") !== undefined) return fields;
  return fields.filter(({ path }) => !path.startsWith("patient."));
}

/** What stands of the patient beside his fields, only where he is not the insured. */
function shownParts(draft: EditNode) {
  if (valueAt(draft, "patientRelationship") !== undefined) return claimParts;
  return claimParts.filter(({ path }) => path !== "patient");
}

type Props = {
  readonly practice: string;
  readonly start: ClaimContent;
  /** What the claim is mended for. */
  readonly asked: MendedFact | undefined;
};

function ClaimForm({ practice, start, asked }: Props) {
  const form = useClaimForm(practice, start, asked);
  const navigate = useNavigate();
  const { stored, draft, errors } = form;
  const mayWrite = isAllowed(useSession(), practice, "claim.write");
  const isReadOnly = !stored.isChangeable || !mayWrite;
  const change = (path: string, value: unknown) =>
    form.setDraft((before) => withValue(before, path, value));
  const replace = (next: EditNode) => form.setDraft(() => next);
  const toClaim = () =>
    void navigate({
      to: "/p/$practice/claims/$claim",
      params: { practice, claim: String(stored.claimId) },
    });
  const send = async () => {
    if (await form.send()) toClaim();
  };
  useShortcut("Ctrl+Enter", () => void send(), !isReadOnly && !form.isBusy && !form.theirs);
  return (
    <div className="page-scroll">
      <FormHead practice={practice} stored={stored} />
      {form.isRestored && <p className="waiting-work">{t("conflict.missed")}</p>}
      {form.theirs && (
        <ClaimFormConflict
          base={stored.content}
          theirs={form.theirs.content}
          mine={withFollowing(draft, form.theirs.content)}
          labelOf={claimFieldLabel}
          onResolve={form.resolve}
        />
      )}
      <form
        className="claim-form"
        onSubmit={(event) => {
          event.preventDefault();
          void form.save();
        }}
      >
        <FormSections
          draft={draft}
          errors={errors}
          isReadOnly={isReadOnly}
          onChange={change}
          onReplace={replace}
        />
        <FormBar form={form} isReadOnly={isReadOnly} onSend={() => void send()} />
      </form>
    </div>
  );
}

type SectionsProps = {
  readonly draft: EditNode;
  readonly errors: ReadonlyMap<string, string>;
  readonly isReadOnly: boolean;
  readonly onChange: (path: string, value: unknown) => void;
  readonly onReplace: (draft: EditNode) => void;
};

function FormSections({ draft, errors, isReadOnly, onChange, onReplace }: SectionsProps) {
  const listOf = (path: string) => (valueAt(draft, path) ?? []) as readonly EditNode[];
  return (
    <>
      {claimFormGroups.map((group) => (
        <section key={group.title} className="claim-form-group">
          <h2 className="section-title">{group.title}</h2>
          {shownFields(group.fields, draft).map((field) => (
            <ClaimFormInput
              key={field.path}
              field={field}
              path={field.path}
              value={valueAt(draft, field.path)}
              error={errors.get(field.path)}
              isReadOnly={isReadOnly}
              onChange={(value) => onChange(field.path, value)}
            />
          ))}
        </section>
      ))}
      {claimFormLists.map((list) => (
        <ClaimFormEntries
          key={list.path}
          list={list}
          entries={listOf(list.path)}
          error={errors.get(list.path)}
          isReadOnly={isReadOnly}
          onChange={(entries) => onChange(list.path, entries)}
        />
      ))}
      <section className="claim-form-group">
        <h2 className="section-title">{t("claimParts.title")}</h2>
        <ClaimFormParts
          parts={shownParts(draft)}
          node={draft}
          path=""
          errors={errors}
          isReadOnly={isReadOnly}
          onChange={onReplace}
        />
      </section>
      <ClaimFormParties
        parties={listOf("parties")}
        errors={errors}
        isReadOnly={isReadOnly}
        onChange={(parties) => onChange("parties", parties)}
      />
      <ClaimFormLines
        lines={listOf("lines")}
        errors={errors}
        isReadOnly={isReadOnly}
        onChange={(lines) => onChange("lines", lines)}
      />
      <ClaimFormOthers
        others={listOf("otherCoverages")}
        errors={errors}
        isReadOnly={isReadOnly}
        onChange={(others) => onChange("otherCoverages", others)}
      />
    </>
  );
}

function FormHead({
  practice,
  stored,
}: {
  readonly practice: string;
  readonly stored: ClaimContent;
}) {
  const { purpose, rejection, isChangeable, patientControlNumber } = stored;
  return (
    <>
      <PageHead
        title={t("claimForm.title", { number: patientControlNumber })}
        sentence={t("claimForm.sentence")}
        actions={<StateWord state={stored.state} />}
      />
      <p className="dim" style={{ margin: "0 0 8px" }}>
        {purpose !== "original" && `${t(`claimForm.${purpose}`)} `}
        {!isChangeable && `${t("claimForm.sent")} `}
        <Link
          to="/p/$practice/claims/$claim"
          params={{ practice, claim: String(stored.predecessorId ?? stored.claimId) }}
        >
          {t("action.openPage")}
        </Link>
      </p>
      {rejection && isChangeable && (
        <p className="waiting-work">
          <strong>{t("claimForm.rejection")}</strong> {rejection.sentence}
        </p>
      )}
    </>
  );
}

type BarProps = {
  readonly form: ReturnType<typeof useClaimForm>;
  readonly isReadOnly: boolean;
  readonly onSend: () => void;
};

function FormBar({ form, isReadOnly, onSend }: BarProps) {
  const { stored, draft, problem } = form;
  const lines = (valueAt(draft, "lines") ?? []) as readonly EditNode[];
  const total = lines.reduce((sum, line) => sum + Number(line.chargedCents ?? 0), 0);
  const wrong = [
    ...stored.faults.filter(({ severity }) => severity === "error"),
    ...stored.findings.filter(({ severity }) => severity === "hold"),
  ];
  const told = stored.findings.filter(({ severity }) => severity === "warning");
  return (
    <div className="claim-form-bar">
      {!isReadOnly && (
        <>
          <Button type="submit" variant="default" loading={form.isBusy}>
            {t("claimForm.save")}
          </Button>
          <Button type="button" loading={form.isBusy} onClick={onSend}>
            {t("claimForm.saveAndSend")}
          </Button>
        </>
      )}
      <span>
        {t("claimForm.total")} <Money cents={total} />
      </span>
      <span role="status">
        {wrong.length === 0 ? t("claimForm.ready") : t("claimForm.wrong", { count: wrong.length })}{" "}
        {[...wrong, ...told].map(({ message }) => message).join(" ")}
      </span>
      {problem && (
        <span role="alert" className="error-line">
          {problemSentence(problem)} <span className="small">{problem.code}</span>
        </span>
      )}
    </div>
  );
}
