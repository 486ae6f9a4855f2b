import { americanStates } from "../../code-lists/default-lists.ts";
import type { Segment } from "../../segment.ts";
import type { OpenRuleSet } from "../rule-set.ts";

const box = /^\s*(P\.?\s*O\.?|POST OFFICE)\s*BOX\b/i;
/** CMS: eleven places of a Medicare Beneficiary Identifier; S, L, O, I, B and Z are not used. */
const beneficiaryId =
  /^[1-9][AC-HJKMNP-RT-Y][0-9AC-HJKMNP-RT-Y]\d[AC-HJKMNP-RT-Y][0-9AC-HJKMNP-RT-Y]\d[AC-HJKMNP-RT-Y]{2}\d{2}$/;

/** CMS: the end of the transition from health insurance claim numbers. */
const beneficiaryIdSince = "2020-01-01";

/** Addresses of billing providers and facilities, and Medicare's member number. */
export const providerRules: OpenRuleSet = ({ report, guide, on }) => {
  const isInstitutional = guide.table.name === "837I";
  let filing: string | undefined;
  let otherFiling: string | undefined;
  const needBeneficiaryId = (segment: Segment, payer: string | undefined) => {
    if (payer !== "MA" && payer !== "MB") return;
    if (on !== undefined && on < beneficiaryIdSince) return;
    const id = segment.text(9);
    if (id !== undefined && !beneficiaryId.test(id)) {
      report("X12_MEDICARE_ID", { segment, element: 9 });
    }
  };
  const needNineDigits = (segment: Segment) => {
    const code = segment.text(3) ?? "";
    if (americanStates.has(segment.text(2) ?? "") && code.length === 5) {
      report("X12_POSTAL_CODE_NINE", { segment, element: 3 });
    }
  };
  return {
    segments: {
      "N3@2010AA": (segment) => {
        if (box.test(segment.text(1) ?? "")) {
          report("X12_BILLING_STREET", { segment, element: 1 });
        }
      },
      "N4@2010AA": needNineDigits,
      "N4@2310C": needNineDigits,
      "N4@2310E": (segment) => {
        // The place of an ambulance pick-up in the professional guide, a facility elsewhere.
        if (isInstitutional) needNineDigits(segment);
      },
      "N4@2420C": needNineDigits,
      "SBR@2000B": (segment) => {
        filing = segment.text(9);
      },
      "NM1@2010BA": (segment) => needBeneficiaryId(segment, filing),
      "SBR@2320": (segment) => {
        otherFiling = segment.text(9);
      },
      "NM1@2330A": (segment) => needBeneficiaryId(segment, otherFiling),
    },
    loops: {},
  };
};
