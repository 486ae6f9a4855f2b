import { type ReactNode, useEffect } from "react";
import { t } from "../strings/translate.ts";

type Props = {
  readonly title: string;
  /** The answer first: one sentence with the number and the money. */
  readonly sentence?: ReactNode;
  readonly actions?: ReactNode;
};

/** Title, the sentence that answers the page's question, and its actions, in one line. */
export function PageHead({ title, sentence, actions }: Props) {
  useEffect(() => {
    document.title = `${title} · ${t("product")}`;
  }, [title]);
  return (
    <header className="page-head">
      <h1>{title}</h1>
      {sentence && <p>{sentence}</p>}
      {actions && <div className="page-actions">{actions}</div>}
    </header>
  );
}
