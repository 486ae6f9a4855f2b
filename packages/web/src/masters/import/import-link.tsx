import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { t } from "../../strings/translate.ts";
import type { ImportKind } from "./import-kinds.ts";

type Props = { readonly practice: string; readonly what: ImportKind };

/** Leads to the page that takes rows of a kind in from a table. */
export function ImportLink({ practice, what }: Props) {
  return (
    <Button
      size="compact-sm"
      variant="default"
      renderRoot={(props) => (
        <Link {...props} to="/p/$practice/take-in" params={{ practice }} search={{ what }} />
      )}
    >
      {t("masters.import")}
    </Button>
  );
}
