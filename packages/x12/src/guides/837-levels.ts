import type { LoopRow } from "../guide.ts";

const person = ["N2", "N3", "N4", "DMG", "REF", "PER"];

/**
 * Loops that the three health care claim guides have alike: header, billing provider, subscriber,
 * patient, other payers. Loops of 004010 that still occur are included so that they can be read.
 */
export const claimLevels: readonly LoopRow[] = [
  {
    id: "ST",
    name: "Transaction set",
    under: [],
    opens: { segment: "ST" },
    segments: ["BHT", "REF"],
  },
  {
    id: "1000A",
    name: "Submitter",
    under: ["ST"],
    opens: { segment: "NM1", element: 1, values: ["41"] },
    segments: ["N2", "PER"],
  },
  {
    id: "1000B",
    name: "Receiver",
    under: ["ST"],
    opens: { segment: "NM1", element: 1, values: ["40"] },
    segments: ["N2", "PER"],
  },
  {
    id: "2000A",
    name: "Billing provider level",
    under: ["ST"],
    opens: { segment: "HL", element: 3, values: ["20"] },
    segments: ["PRV", "CUR"],
  },
  {
    id: "2010AA",
    name: "Billing provider",
    under: ["2000A"],
    opens: { segment: "NM1", element: 1, values: ["85"] },
    segments: person,
  },
  {
    id: "2010AB",
    name: "Pay-to address",
    under: ["2000A"],
    opens: { segment: "NM1", element: 1, values: ["87"] },
    segments: person,
  },
  {
    id: "2010AC",
    name: "Pay-to plan",
    under: ["2000A"],
    opens: { segment: "NM1", element: 1, values: ["PE"] },
    segments: person,
  },
  {
    id: "2000B",
    name: "Subscriber level",
    under: ["2000A"],
    opens: { segment: "HL", element: 3, values: ["22"] },
    segments: ["SBR", "PAT"],
  },
  {
    id: "2010BA",
    name: "Subscriber",
    under: ["2000B"],
    opens: { segment: "NM1", element: 1, values: ["IL"] },
    segments: person,
  },
  {
    id: "2010BB",
    name: "Payer",
    under: ["2000B"],
    opens: { segment: "NM1", element: 1, values: ["PR"] },
    segments: person,
  },
  {
    id: "2010BC",
    name: "Responsible party or credit card holder",
    under: ["2000B"],
    opens: { segment: "NM1", element: 1, values: ["QD", "AO", "GB"] },
    segments: person,
  },
  {
    id: "2000C",
    name: "Patient level",
    under: ["2000B"],
    opens: { segment: "HL", element: 3, values: ["23"] },
    segments: ["PAT"],
  },
  {
    id: "2010CA",
    name: "Patient",
    under: ["2000C"],
    opens: { segment: "NM1", element: 1, values: ["QC"] },
    segments: person,
  },
  {
    id: "2320",
    name: "Other coverage",
    under: ["2300"],
    opens: { segment: "SBR" },
    segments: ["CAS", "AMT", "DMG", "OI", "MIA", "MOA"],
  },
  {
    id: "2330A",
    name: "Other subscriber",
    under: ["2320"],
    opens: { segment: "NM1", element: 1, values: ["IL"] },
    segments: person,
  },
  {
    id: "2330B",
    name: "Other payer",
    under: ["2320"],
    opens: { segment: "NM1", element: 1, values: ["PR"] },
    segments: [...person, "DTP"],
  },
  {
    id: "2330C",
    name: "Other payer's patient or provider",
    under: ["2320"],
    opens: { segment: "NM1", element: 1 },
    segments: person,
  },
];
