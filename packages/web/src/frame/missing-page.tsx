import { Link } from "@tanstack/react-router";
import { t } from "../strings/translate.ts";
import { Notice } from "./notice.tsx";

export function MissingPage() {
  return (
    <Notice title={t("missing.title")} text={t("missing.text")}>
      <Link to="/">{t("missing.home")}</Link>
    </Notice>
  );
}
