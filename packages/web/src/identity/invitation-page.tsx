import { Button, PasswordInput, TextInput } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { problemSentence } from "../frame/notice.tsx";
import { problemOf } from "../frame/problem.ts";
import { sendJson } from "../frame/request.ts";
import { t, tOr } from "../strings/translate.ts";

type Opened = {
  readonly practice: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly string[];
  readonly secret: string;
  readonly address: string;
};

/** What the link of an invitation opens: a password, an authenticator, and it is accepted. */
export function InvitationPage() {
  const [token] = useState(() => window.location.hash.slice(1));
  const opened = useQuery({
    queryKey: ["invitation", token],
    queryFn: () => sendJson<Opened>("/api/invitations/open", { method: "POST", body: { token } }),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <main className="first">
      <img src="/icon.svg" alt="" />
      {opened.isLoading && <p>{t("invitation.opening")}</p>}
      {opened.error && (
        <>
          <h1>{t("invitation.invalid")}</h1>
          <p role="alert">{problemSentence(problemOf(opened.error))}</p>
        </>
      )}
      {opened.data && <Accepting token={token} opened={opened.data} />}
    </main>
  );
}

function Accepting({ token, opened }: { readonly token: string; readonly opened: Opened }) {
  const [password, setPassword] = useState("");
  const [code, setCode] = useState("");
  const accept = useMutation({
    mutationFn: () =>
      sendJson("/api/invitations/accept", { method: "POST", body: { token, password, code } }),
  });
  const { practice, name, email, roles, secret, address } = opened;
  if (accept.isSuccess) {
    return (
      <>
        <h1>{t("invitation.welcome", { practice })}</h1>
        <p role="status">{t("invitation.done")}</p>
        <Link to="/sign-in">{t("invitation.signIn")}</Link>
      </>
    );
  }
  const words = roles.map((role) => tOr(`role.${role}`, role)).join(", ");
  return (
    <>
      <h1>{t("invitation.welcome", { practice })}</h1>
      <p>{t("invitation.asRoles", { name, email, roles: words })}</p>
      <p>{t("invitation.steps")}</p>
      <form
        style={{ width: "100%", maxWidth: 360 }}
        onSubmit={(event) => {
          event.preventDefault();
          accept.mutate();
        }}
      >
        <PasswordInput
          label={t("invitation.password")}
          description={t("invitation.passwordHint")}
          autoComplete="new-password"
          required
          autoFocus
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <TextInput
          mt="sm"
          label={t("invitation.secret")}
          value={secret}
          readOnly
          onFocus={(event) => event.currentTarget.select()}
        />
        <p className="small">
          <a href={address}>{t("invitation.openAuthenticator")}</a>
        </p>
        <TextInput
          label={t("invitation.code")}
          inputMode="numeric"
          autoComplete="one-time-code"
          pattern="[0-9]{6}"
          required
          value={code}
          onChange={(event) => setCode(event.currentTarget.value.trim())}
        />
        <div role="alert" style={{ minHeight: 40, marginTop: 12 }}>
          {accept.error && <p className="error-line">{problemSentence(problemOf(accept.error))}</p>}
        </div>
        <Button type="submit" loading={accept.isPending}>
          {t("invitation.accept")}
        </Button>
      </form>
      <p className="small">{t("invitation.known")}</p>
    </>
  );
}
