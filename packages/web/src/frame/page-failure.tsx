import type { ErrorComponentProps } from "@tanstack/react-router";
import { FailureNotice } from "./notice.tsx";

/** What stands in place of a page that could not be shown. */
export function PageFailure({ error, reset }: ErrorComponentProps) {
  return <FailureNotice error={error} onRetry={reset} />;
}
