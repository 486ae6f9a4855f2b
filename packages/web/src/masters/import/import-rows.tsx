import type { ImportAnswer } from "@headwater/revenue-cycle/masters/import-answers.ts";
import type { Tone } from "../../frame/state-word.tsx";
import { t } from "../../strings/translate.ts";
import { ToneWord } from "../form/tone-word.tsx";

const toneOf: Readonly<Record<ImportAnswer["rows"][number]["outcome"], Tone>> = {
  added: "done",
  changed: "ours",
  same: "note",
  refused: "risk",
};

/** Every row with its outcome, refused ones first, each with the column and the reason. */
export function ImportRows({ answer }: { readonly answer: ImportAnswer }) {
  return (
    <>
      <table className="master-list">
        <thead>
          <tr>
            <th scope="col">{t("takeIn.row")}</th>
            <th scope="col">{t("takeIn.outcome")}</th>
            <th scope="col">{t("takeIn.column")}</th>
            <th scope="col">{t("takeIn.reason")}</th>
          </tr>
        </thead>
        <tbody>
          {answer.rows.map(({ row, outcome, reasons }) => (
            <tr key={row}>
              <td>{row}</td>
              <td>
                <ToneWord tone={toneOf[outcome]} word={t(`importOutcome.${outcome}`)} />
              </td>
              <td>
                {reasons.map((reason) => (
                  <div key={`${reason.column} ${reason.code}`}>{reason.column}</div>
                ))}
              </td>
              <td>
                {reasons.map((reason) => (
                  <div key={`${reason.column} ${reason.code}`}>{reason.reason}</div>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {answer.more > 0 && <p className="dim">{t("takeIn.more", { count: answer.more })}</p>}
    </>
  );
}
