import { describe, expect, test } from "vitest";
import { buildClaim } from "./build-claim.ts";
import { type MendableClaim, mendContent, mendingRefusal } from "./mend-content.ts";
import { exampleSources } from "./testing/example-sources.ts";

const accepted: MendableClaim = {
  state: "denied",
  kind: "professional",
  filingIndicator: "CI",
  frequencyCode: "1",
  payerClaimControlNumber: "P77",
};

describe("whether a claim can be mended", () => {
  test.each([
    ["a denied one is replaced", "replacement", {}, undefined],
    ["a paid one is withdrawn", "void", { state: "paid" }, undefined],
    ["a rejected one is sent again", "resend", { state: "rejected" }, undefined],
    ["Medicare's denied one is sent anew", "resend", { filingIndicator: "MB" }, undefined],
    ["an institutional one is not", "void", { kind: "institutional" }, "claim_not_professional"],
    ["one not sent is changed as it is", "replacement", { state: "ready" }, "claim_not_sent"],
    ["a replaced one is past", "replacement", { state: "replaced" }, "claim_overtaken"],
    ["one that was taken in is not resent", "resend", { state: "accepted" }, "claim_not_rejected"],
    ["a rejected one is not replaced", "replacement", { state: "rejected" }, "claim_rejected"],
    [
      "the payer's number must be known",
      "void",
      { payerClaimControlNumber: undefined },
      "payer_number_missing",
    ],
    [
      "Medicare takes no replacement",
      "replacement",
      { filingIndicator: "MB" },
      "payer_takes_no_replacement",
    ],
  ] as const)("%s", (_, mending, changes, expected) => {
    expect(mendingRefusal({ ...accepted, ...changes }, mending)).toBe(expected);
  });
});

describe("the claim that mends", () => {
  const built = buildClaim(exampleSources, "HAAAAAAAA1B");
  if (built.is !== "built") throw new Error("a claim was expected");

  test.each([
    ["replacement", "7", "P77"],
    ["void", "8", "P77"],
    ["resend", "1", undefined],
  ] as const)("%s has frequency %s", (mending, frequencyCode, payerNumber) => {
    const mended = mendContent(built.claim, {
      mending,
      patientControlNumber: "HAAAAAAAA2C",
      payerClaimControlNumber: "P77",
    });
    expect(mended).toMatchObject({
      patientControlNumber: "HAAAAAAAA2C",
      frequencyCode,
      lines: [{ lineItemControlNumber: "HAAAAAAAA2CL1" }],
    });
    expect(mended.originalPayerClaimControlNumber).toBe(payerNumber);
    expect(mended.references.find(({ qualifier }) => qualifier === "F8")?.id).toBe(payerNumber);
  });
});
