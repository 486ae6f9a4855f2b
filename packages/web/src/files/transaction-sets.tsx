import type { FileAnswer } from "@headwater/revenue-cycle/back-end/file/file-answers.ts";
import { Link } from "@tanstack/react-router";
import { formatCount } from "../frame/format.ts";
import { StateWord } from "../frame/state-word.tsx";
import { t, tOr } from "../strings/translate.ts";

type Props = { readonly practice: string; readonly file: FileAnswer };

/** What stands in a file, set by set, each with its own verdict. */
export function TransactionSets({ practice, file }: Props) {
  if (file.transactionSets.length === 0) return null;
  return (
    <section aria-label={t("file.sets")}>
      <h2 className="section-title">{t("file.sets")}</h2>
      <div className="plain-table-scroll">
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col" className="number">
                #
              </th>
              <th scope="col">{t("files.kind")}</th>
              <th scope="col">{t("file.control")}</th>
              <th scope="col">{t("file.sender")}</th>
              <th scope="col">{t("files.verdict")}</th>
              <th scope="col">{t("files.why")}</th>
              <th scope="col" className="number">
                {t("files.claims")}
              </th>
              <th scope="col">{t("segments.title")}</th>
            </tr>
          </thead>
          <tbody>
            {file.transactionSets.map((set) => (
              <tr key={set.id}>
                <td className="number">{set.number}</td>
                <td>{set.kind}</td>
                <td>{`${set.interchangeControl} / ${set.groupControl} / ${set.control}`}</td>
                <td>{`${set.senderId} → ${set.receiverId}`}</td>
                <td>
                  <StateWord state={set.verdict} />
                </td>
                <td>
                  {set.reason ??
                    (set.reasonCode ? tOr(`reason.${set.reasonCode}`, set.reasonCode) : "")}
                </td>
                <td className="number">
                  {set.remittanceId ? (
                    <Link
                      to="/p/$practice/remittances/$remittance"
                      params={{ practice, remittance: String(set.remittanceId) }}
                    >
                      {formatCount(set.claims)}
                    </Link>
                  ) : (
                    formatCount(set.claims)
                  )}
                </td>
                <td>
                  <Link
                    to="/p/$practice/files/$file"
                    params={{ practice, file: file.id }}
                    search={{ from: String(set.segmentFrom), to: String(set.segmentTo) }}
                  >
                    {`${formatCount(set.segmentFrom)}–${formatCount(set.segmentTo)}`}
                  </Link>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {file.transactionSetsCut && <p className="small">{t("file.setsCut")}</p>}
    </section>
  );
}
