import { writtenCode } from "@headwater/revenue-cycle/masters/code-set/code-set.ts";
import type { CodeFacts } from "@headwater/revenue-cycle/masters/code-set/code-set-answers.ts";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { formatCents, formatDate } from "../../frame/format.ts";
import { FailureNotice } from "../../frame/notice.tsx";
import { getJson, practiceAddress } from "../../frame/request.ts";
import { SidePanel } from "../../frame/side-panel.tsx";
import { StateWord } from "../../frame/state-word.tsx";
import { t, tOr } from "../../strings/translate.ts";
import { FilterSelect } from "../../table/filter-select.tsx";
import "./code-sets.css";

type Props = {
  readonly practice: string;
  readonly code: string;
  readonly title: string;
  readonly on: string | undefined;
  readonly onClose: () => void;
};

/** Everything that is loaded about a code on a day, and what is not. */
export function CodePanel({ practice, code, title, on, onClose }: Props) {
  const [locality, setLocality] = useState<string | undefined>(undefined);
  const facts = useQuery({
    queryKey: [practice, "code-sets", "code", code, on, locality],
    queryFn: ({ signal }) =>
      getJson<CodeFacts>(
        practiceAddress(practice, `code-sets/codes/${code}`, { on, locality }),
        signal,
      ),
  });
  return (
    <SidePanel title={title} onClose={onClose}>
      {facts.error && <FailureNotice error={facts.error} onRetry={() => void facts.refetch()} />}
      {facts.data && (
        <>
          {facts.data.standings.map((standing) => (
            <Standing key={standing.codeSet} standing={standing} code={facts.data.code} />
          ))}
          {isOf(facts.data, "hcpcs") && (
            <>
              <MostUnits mue={facts.data.mue} />
              <RelativeValues
                practice={practice}
                facts={facts.data}
                locality={locality}
                onLocality={setLocality}
              />
            </>
          )}
          {isOf(facts.data, "icd-10-cm") && <Notes notes={facts.data.notes} />}
        </>
      )}
    </SidePanel>
  );
}

/** A CPT number: its words are not ours to hold. */
const cptNumber = /^\d{4}[0-9A-Z]$/;

/** Units and values belong to procedures, notes to diagnoses. */
function isOf(facts: CodeFacts, codeSet: string): boolean {
  return facts.standings.some((standing) => standing.codeSet === codeSet);
}

type StandingProps = {
  readonly standing: CodeFacts["standings"][number];
  readonly code: string;
};

function Standing({ standing, code }: StandingProps) {
  const { codeSet, answer, edition, label } = standing;
  if (cptNumber.test(code)) return <p className="dim">{t("codeSets.cptText")}</p>;
  const days = [standing.effectiveFrom, standing.effectiveTo];
  return (
    <section>
      <p>
        <strong>{writtenCode(codeSet, code)}</strong> <StateWord state={answer} />
      </p>
      {label && <p>{label}</p>}
      <p className="small">
        {tOr(`codeSet.${codeSet}`, codeSet)} {edition?.edition}
        {days[0] && ` · ${t("codeSets.codeFrom", { date: formatDate(days[0]) })}`}
        {days[1] && ` · ${t("codeSets.codeTo", { date: formatDate(days[1]) })}`}
      </p>
      {answer === "not-loaded" && <p className="dim">{t("codeSets.notLoadedText")}</p>}
    </section>
  );
}

function MostUnits({ mue }: { readonly mue: CodeFacts["mue"] }) {
  return (
    <section>
      <h3>{t("codeSets.mostUnits")}</h3>
      {mue.answer === "found" ? (
        <p>
          {t("codeSets.units", { count: mue.units ?? 0 })}{" "}
          <span className="small">
            {tOr(`mueIndicator.${mue.adjudicationIndicator}`, "")} · {mue.rationale}
          </span>
        </p>
      ) : (
        <p className="dim">{t(`codeSets.mue-${mue.answer}`)}</p>
      )}
    </section>
  );
}

type ValuesProps = {
  readonly practice: string;
  readonly facts: CodeFacts;
  readonly locality: string | undefined;
  readonly onLocality: (locality: string | undefined) => void;
};

type Localities = {
  readonly rows: readonly { readonly id: string; readonly state: string; readonly name: string }[];
};

function RelativeValues({ practice, facts, locality, onLocality }: ValuesProps) {
  const { relativeValues, on } = facts;
  const { answer } = relativeValues;
  const isFound = answer === "found";
  const localities = useQuery({
    queryKey: [practice, "code-sets", "localities", on],
    queryFn: ({ signal }) =>
      getJson<Localities>(practiceAddress(practice, "code-sets/localities", { on }), signal),
    enabled: isFound,
  });
  const options = (localities.data?.rows ?? []).map(
    ({ id, state, name }) => [id, `${state} ${name}`] as const,
  );
  if (answer !== "found") {
    return (
      <section>
        <h3>{t("codeSets.relativeValues")}</h3>
        <p className="dim">{t(`codeSets.rvu-${answer}`)}</p>
      </section>
    );
  }
  return (
    <section>
      <h3>{t("codeSets.relativeValues")}</h3>
      <p className="code-locality">
        <FilterSelect
          label={t("codeSets.locality")}
          value={locality}
          otherwise={t("codeSets.chooseLocality")}
          options={options}
          onChange={onLocality}
        />
      </p>
      <table className="plain-table">
        <thead>
          <tr>
            <th>{t("codeSets.modifier")}</th>
            <th>{t("codeSets.status")}</th>
            <th className="number">{t("codeSets.work")}</th>
            <th className="number">{t("codeSets.expense")}</th>
            <th className="number">{t("codeSets.malpractice")}</th>
            {locality && <th className="money">{t("codeSets.office")}</th>}
            {locality && <th className="money">{t("codeSets.facility")}</th>}
          </tr>
        </thead>
        <tbody>
          {relativeValues.rows.map((row) => (
            <tr key={row.modifier}>
              <td>{row.modifier || "–"}</td>
              <td>
                {row.status} {row.globalDays}
              </td>
              <td className="number">{row.work}</td>
              <td className="number">
                {row.nonfacilityPracticeExpense} / {row.facilityPracticeExpense}
              </td>
              <td className="number">{row.malpractice}</td>
              {locality && <Amount cents={row.amounts?.nonfacilityCents} />}
              {locality && <Amount cents={row.amounts?.facilityCents} />}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="small">
        {t("codeSets.factor", { factor: relativeValues.rows[0]?.conversionFactor ?? "" })}
      </p>
    </section>
  );
}

function Amount({ cents }: { readonly cents: number | null | undefined }) {
  return <td className="money">{cents == null ? "" : formatCents(cents)}</td>;
}

function Notes({ notes }: { readonly notes: CodeFacts["notes"] }) {
  if (notes.rows.length === 0) {
    return notes.isLoaded ? null : <p className="dim">{t("codeSets.notesNotLoaded")}</p>;
  }
  const kinds = [...new Set(notes.rows.map((note) => note.kind))];
  return (
    <section>
      <h3>{t("codeSets.notes")}</h3>
      {kinds.map((kind) => (
        <div key={kind}>
          <h4>{tOr(`diagnosisNote.${kind}`, kind)}</h4>
          <ul>
            {notes.rows
              .filter((note) => note.kind === kind)
              .map((note) => (
                <li key={`${note.at} ${note.character} ${note.text}`}>
                  {note.character && <strong>{note.character} </strong>}
                  {note.text} <span className="small">{writtenCode("icd-10-cm", note.at)}</span>
                </li>
              ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
