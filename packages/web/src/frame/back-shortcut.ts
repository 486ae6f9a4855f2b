import { useCanGoBack, useNavigate, useRouter } from "@tanstack/react-router";
import { useShortcut } from "./shortcuts.ts";

type Fallback = {
  readonly to:
    | "/p/$practice/accounts"
    | "/p/$practice/claims"
    | "/p/$practice/deposits"
    | "/p/$practice/denials"
    | "/p/$practice/exceptions"
    | "/p/$practice/paper-remittances"
    | "/p/$practice/patient-balances"
    | "/p/$practice/patients"
    | "/p/$practice/remittances"
    | "/p/$practice/files";
  readonly params: { readonly practice: string };
};

/** Escape leaves a record's page for the list it was opened from, at the same row and scroll. */
export function useBackShortcut(fallback: Fallback) {
  const router = useRouter();
  const navigate = useNavigate();
  const canGoBack = useCanGoBack();
  useShortcut("Escape", () => {
    if (canGoBack) router.history.back();
    else void navigate(fallback);
  });
}
