import { isCivilDate } from "@headwater/code-sets/civil-date.ts";
import { isNpi } from "../../masters/provider/check-npi.ts";
import type { Form } from "./condition.ts";

const states = new Set(
  (
    "AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ " +
    "NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY AS GU MP PR VI UM FM MH PW " +
    "AA AE AP"
  ).split(" "),
);

/**
 * The forms of published identifiers.
 *
 * - `medicare-number`: the eleven places of the Medicare Beneficiary Identifier (CMS, "Understanding
 *   the MBI format"), written without dashes
 * - `ndc`: eleven digits, 5-4-2 without hyphens (005010X222A1 2410 LIN03)
 * - `clia`: two digits, D, seven digits (42 CFR 493; 005010X222A1 2300 REF X4)
 */
const checks: Readonly<Record<Form, (text: string) => boolean>> = {
  "civil-date": isCivilDate,
  npi: isNpi,
  "tax-id": (text) => /^\d{9}$/.test(text) && text !== "000000000",
  taxonomy: (text) => /^[0-9A-Z]{9}X$/.test(text),
  state: (text) => states.has(text),
  "postal-code": (text) => /^\d{5}(?:\d{4})?$/.test(text) && !text.startsWith("00000"),
  "postal-code-nine": (text) => /^\d{9}$/.test(text) && !text.endsWith("0000"),
  phone: (text) => /^[2-9]\d{9}$/.test(text),
  "icd-10-cm": (text) => /^[A-Z]\d[0-9A-Z](?:\.?[0-9A-Z]{1,4})?$/.test(text),
  procedure: (text) => /^(?:\d{4}[0-9A-Z]|[A-Z]\d{4})$/.test(text),
  modifier: (text) => /^[0-9A-Z]{2}$/.test(text),
  ndc: (text) => /^\d{11}$/.test(text) && text !== "00000000000",
  clia: (text) => /^\d{2}D\d{7}$/.test(text),
  "medicare-number": (text) =>
    /^[1-9][AC-HJKMNP-RT-Y][0-9AC-HJKMNP-RT-Y]\d[AC-HJKMNP-RT-Y][0-9AC-HJKMNP-RT-Y]\d[AC-HJKMNP-RT-Y]{2}\d{2}$/.test(
      text,
    ),
};

/** Whether a text has the form of a published identifier. */
export function hasForm(form: Form, text: string): boolean {
  return checks[form](text);
}
