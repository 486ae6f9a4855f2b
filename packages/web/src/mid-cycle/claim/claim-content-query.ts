import { queryOptions } from "@tanstack/react-query";
import { getJson, practiceAddress } from "../../frame/request.ts";
import type { EditNode } from "./claim-edit.ts";

/** What the server says of a claim that was written here. */
export type ClaimContent = {
  readonly claimId: number;
  readonly patientControlNumber: string;
  readonly frequencyCode: string;
  readonly chargedCents: number;
  readonly state: string;
  readonly purpose: "original" | "resend" | "replacement" | "void";
  readonly predecessorId: number | null;
  readonly isChangeable: boolean;
  readonly content: EditNode;
  readonly faults: readonly {
    readonly code: string;
    readonly severity: "error" | "warning";
    readonly loop: string | null;
    readonly segmentId: string | null;
    readonly element: number | null;
    readonly component: number | null;
    readonly lineNumber: number | null;
    readonly message: string;
  }[];
  /** What the edits found, those that hold first, with the path of the form's field. */
  readonly findings: readonly {
    readonly code: string;
    readonly severity: "hold" | "warning" | "information";
    readonly message: string;
    readonly field: string | null;
  }[];
  readonly rejection: { readonly sentence: string; readonly field: string | null } | null;
  readonly revision: number;
};

export function claimContentQuery(practice: string, claim: string) {
  return queryOptions({
    queryKey: [practice, "claim-content", claim],
    queryFn: ({ signal }) =>
      getJson<ClaimContent>(practiceAddress(practice, `claims/${claim}/content`), signal),
    staleTime: 0,
  });
}
