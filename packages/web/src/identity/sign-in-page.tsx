import { Button, PasswordInput, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { hasDrafts } from "../frame/drafts.ts";
import { problemSentence } from "../frame/notice.tsx";
import { type Problem, problemOf } from "../frame/problem.ts";
import { sendJson } from "../frame/request.ts";
import { sessionQuery } from "../frame/session.ts";
import { t } from "../strings/translate.ts";
import { ownAddress } from "./own-address.ts";

/** E-mail, password and, once the server asks for it, the authenticator's code. */
export function SignInPage() {
  const signIn = useSignIn();
  const needsCode = signIn.problem?.code === "code_required" || signIn.isCodeKnown;
  return (
    <main className="first">
      <img src="/icon.svg" alt="" />
      <h1>{t("signIn.title")}</h1>
      {signIn.isReturn && (
        <p>
          {t("signIn.return")} {hasDrafts() && t("signIn.drafts")}
        </p>
      )}
      <form onSubmit={signIn.submit} style={{ width: "100%", maxWidth: 320 }}>
        <TextInput
          name="email"
          type="email"
          label={t("signIn.email")}
          autoComplete="username"
          required
          autoFocus
        />
        <PasswordInput
          name="password"
          mt="sm"
          label={t("signIn.password")}
          autoComplete="current-password"
          required
        />
        {needsCode && (
          <TextInput
            name="code"
            mt="sm"
            label={t("signIn.code")}
            inputMode="numeric"
            autoComplete="one-time-code"
            autoFocus
            required
          />
        )}
        <div role="alert" style={{ minHeight: 40, marginTop: 12 }}>
          {signIn.problem && <p className="error-line">{problemSentence(signIn.problem)}</p>}
        </div>
        <Button type="submit" size="sm" loading={signIn.isBusy}>
          {t("signIn.submit")}
        </Button>
      </form>
      <p className="small">{t("signIn.local")}</p>
    </main>
  );
}

function useSignIn() {
  const { from } = useSearch({ from: "/sign-in" });
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [problem, setProblem] = useState<Problem | undefined>(undefined);
  const [isCodeKnown, setCodeKnown] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name) ?? "");
    const code = text("code");
    const body = { email: text("email"), password: text("password"), ...(code ? { code } : {}) };
    setBusy(true);
    try {
      await sendJson("/api/session", { method: "POST", body });
      queries.clear();
      await queries.fetchQuery(sessionQuery);
      await navigate({ href: ownAddress(from, window.location.origin) });
    } catch (error) {
      const refused = problemOf(error);
      setProblem(refused);
      if (refused.code === "code_required") setCodeKnown(true);
    } finally {
      setBusy(false);
    }
  };
  return {
    problem,
    isCodeKnown,
    isBusy,
    isReturn: from !== undefined,
    submit: (event: FormEvent<HTMLFormElement>) => void submit(event),
  };
}
