import { Link } from "@tanstack/react-router";
import { t } from "../strings/translate.ts";
import { DemoChoice } from "./demo-choice.tsx";
import type { Session } from "./session.ts";

/** The first question to somebody who has no practice yet. */
export function FirstChoices({ session }: { readonly session: Session }) {
  const mayImport = session.anywhere.includes("practice.create");
  return (
    <main className="first">
      <img src="/icon.svg" alt="" />
      <h1>{t("first.title")}</h1>
      <p>{t("first.text")}</p>
      {mayImport ? (
        <>
          <DemoChoice />
          <Link to="/own-files" className="first-choice">
            <strong>{t("own.choice")}</strong>
            <span>{t("own.choiceText")}</span>
          </Link>
        </>
      ) : (
        <p>{t("first.noPractice")}</p>
      )}
      <p className="small">{t("first.local")}</p>
    </main>
  );
}
