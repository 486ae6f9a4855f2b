import {
  type ImportAnswer,
  importCharactersMost,
} from "@headwater/revenue-cycle/masters/import-answers.ts";
import { importOutcomes } from "@headwater/revenue-cycle/masters/import-preview.ts";
import { Button } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { Link, useParams, useSearch } from "@tanstack/react-router";
import { type ChangeEvent, useRef, useState } from "react";
import { formatCount } from "../../frame/format.ts";
import { problemSentence } from "../../frame/notice.tsx";
import { PageHead } from "../../frame/page-head.tsx";
import { type Problem, problemOf } from "../../frame/problem.ts";
import { practiceAddress, sendJson } from "../../frame/request.ts";
import { t } from "../../strings/translate.ts";
import { type ImportKind, importKindOf, importKinds } from "./import-kinds.ts";
import { ImportRows } from "./import-rows.tsx";
import "../form/record-form.css";

/** Takes rows in from a table: every row's outcome first, then the confirmation. */
export function TakeInPage() {
  const { practice } = useParams({ from: "/p/$practice/take-in" });
  const { what } = useSearch({ from: "/p/$practice/take-in" });
  const kind = importKindOf(what);
  const taking = useTaking(practice, kind);
  const { file, answer } = taking;
  const { page, words } = importKinds[kind];
  return (
    <div className="page">
      <PageHead
        title={t("takeIn.title", { what: t(words) })}
        sentence={
          file &&
          answer &&
          t(answer.isWritten ? "takeIn.written" : "takeIn.sentence", { name: file.name })
        }
        actions={
          <Button
            size="compact-sm"
            variant="default"
            renderRoot={(props) => <Link {...props} to={page} params={{ practice }} />}
          >
            {t("takeIn.back")}
          </Button>
        }
      />
      <div className="master-section" style={{ overflow: "auto" }}>
        {answer === undefined && <Columns kind={kind} />}
        <FileChoice isBusy={taking.isBusy} hasFile={file !== undefined} onText={taking.preview} />
        {taking.problem && (
          <p role="alert" className="error-line">
            {taking.problem.detail ?? problemSentence(taking.problem)}{" "}
            <span className="small">{taking.problem.code}</span>
          </p>
        )}
        {answer && <Outcome answer={answer} isBusy={taking.isBusy} onConfirm={taking.confirm} />}
      </div>
    </div>
  );
}

type Chosen = { readonly name: string; readonly text: string };

type Taking = {
  readonly file: Chosen | undefined;
  readonly answer: ImportAnswer | undefined;
  readonly problem: Problem | undefined;
  readonly isBusy: boolean;
  readonly preview: (file: Chosen) => void;
  readonly confirm: () => void;
};

function useTaking(practice: string, kind: ImportKind): Taking {
  const queries = useQueryClient();
  const [file, setFile] = useState<Chosen | undefined>(undefined);
  const [answer, setAnswer] = useState<ImportAnswer | undefined>(undefined);
  const [problem, setProblem] = useState<Problem | undefined>(undefined);
  const [isBusy, setBusy] = useState(false);
  const send = async (chosen: Chosen, confirmed: string | undefined) => {
    setProblem(undefined);
    setBusy(true);
    try {
      const url = practiceAddress(practice, importKinds[kind].path);
      const body = { text: chosen.text, ...(confirmed ? { confirmed } : {}) };
      setAnswer(await sendJson<ImportAnswer>(url, { method: "POST", body }));
      if (confirmed) await queries.invalidateQueries({ queryKey: [practice] });
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setBusy(false);
    }
  };
  const preview = (chosen: Chosen) => {
    setFile(chosen);
    setAnswer(undefined);
    void send(chosen, undefined);
  };
  const confirm = () => {
    if (file && answer) void send(file, answer.digest);
  };
  return { file, answer, problem, isBusy, preview, confirm };
}

function Columns({ kind }: { readonly kind: ImportKind }) {
  const { required, optional } = importKinds[kind].columns;
  return (
    <section aria-label={t("takeIn.columns")}>
      <h2>{t("takeIn.columns")}</h2>
      <p>
        <code>{required.join(",")}</code> <span className="dim">{t("takeIn.required")}</span>
      </p>
      {optional.length > 0 && (
        <p>
          <code>{optional.join(",")}</code> <span className="dim">{t("takeIn.optional")}</span>
        </p>
      )}
    </section>
  );
}

type ChoiceProps = {
  readonly isBusy: boolean;
  readonly hasFile: boolean;
  readonly onText: (file: Chosen) => void;
};

function FileChoice({ isBusy, hasFile, onText }: ChoiceProps) {
  const input = useRef<HTMLInputElement>(null);
  const [isTooLarge, setTooLarge] = useState(false);
  const choose = async (event: ChangeEvent<HTMLInputElement>) => {
    const element = event.currentTarget;
    const file = element.files?.[0];
    if (file === undefined) return;
    const text = await file.text();
    element.value = "";
    setTooLarge(text.length > importCharactersMost);
    if (text.length <= importCharactersMost) onText({ name: file.name, text });
  };
  return (
    <div>
      <Button
        loading={isBusy}
        variant={hasFile ? "default" : "filled"}
        onClick={() => input.current?.click()}
      >
        {t(hasFile ? "takeIn.again" : "takeIn.choose")}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept=".csv,.txt,text/csv"
        data-testid="choose-table"
        onChange={(event) => void choose(event)}
      />
      {isTooLarge && (
        <p role="alert" className="error-line">
          {t("takeIn.tooLarge")}
        </p>
      )}
    </div>
  );
}

type OutcomeProps = {
  readonly answer: ImportAnswer;
  readonly isBusy: boolean;
  readonly onConfirm: () => void;
};

function Outcome({ answer, isBusy, onConfirm }: OutcomeProps) {
  const { counts, ignored, isWritten } = answer;
  const count = counts.added + counts.changed;
  return (
    <>
      <dl className="import-counts">
        {importOutcomes.map((outcome) => (
          <div key={outcome}>
            <dt style={{ display: "inline" }}>{t(`importOutcome.${outcome}`)}</dt>{" "}
            <dd style={{ display: "inline", margin: 0 }}>
              <strong>{formatCount(counts[outcome])}</strong>
            </dd>
          </div>
        ))}
      </dl>
      {ignored.length > 0 && (
        <p className="dim">{t("takeIn.ignored", { columns: ignored.join(", ") })}</p>
      )}
      {!isWritten && count > 0 && (
        <div>
          <Button loading={isBusy} onClick={onConfirm}>
            {t("takeIn.confirm", { count })}
          </Button>
        </div>
      )}
      {!isWritten && count === 0 && <p>{t("takeIn.nothing")}</p>}
      <ImportRows answer={answer} />
    </>
  );
}
