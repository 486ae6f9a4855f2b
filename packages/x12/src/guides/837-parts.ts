import {
  type GuideItem,
  type LoopTable,
  loop,
  type SegmentTable,
  segment,
} from "../guide-table.ts";

/** What the three claim guides have alike, as items of their tables. */

const cityElements = "1R 2S@state 3S@postal-code 4S@country 7S@subdivision";
const licenceCodes = "0B,1G,G2,LU";
const relationships = "01,19,20,21,39,40,53,G8";
const filingIndicators = "11,12,13,14,15,16,17,AM,BL,CH,CI,DS,FI,HM,LM,MA,MB,MC,OF,TV,VA,WC,ZZ";
const payerSequences = "A,B,C,D,E,F,G,H,P,S,T,U";
export const medicareSecondaryTypes = "12,13,14,15,16,41,42,43,47";
const reportTypes =
  "03,04,05,06,07,08,09,10,11,13,15,21,A3,A4,AM,AS,B2,B3,B4,BR,BS,BT,CB,CK,CT,D2,DA,DB,DG,DJ,DS," +
  "EB,HC,HR,I5,IR,LA,M1,MT,NN,OB,OC,OD,OE,OX,OZ,P4,P5,PE,PN,PO,PQ,PY,PZ,RB,RR,RT,RX,SG,V5,XP";
const numberKinds = "EM,FX,TE";
const moreNumberKinds = "EM,EX,FX,TE";
const adjustmentReason = "2R@adjustment-reason 3R 4S";
const moreAdjustments = [5, 8, 11, 14, 17]
  .map((at) => `${at}S@adjustment-reason ${at + 1}S ${at + 2}S`)
  .join(" ");
export const procedureComponents = "2R@procedure 3-6S@modifier 7S";

/** CAS: up to six adjustments of one group. */
export const adjustmentElements = `1R=CO,CR,OA,PI,PR ${adjustmentReason} ${moreAdjustments}`;
export const contractElements = "1R=01,02,03,04,05,06,09 2S 3S 4S 5S 6S";
export const reportElements = `1R=${reportTypes} 2R=AA,BM,EL,EM,FT,FX 5S=AC 6S`;
const contactElements = `1R=IC 2S 3R=${numberKinds} 4R 5S=${moreNumberKinds} 6S 7S=${moreNumberKinds} 8S`;
const phoneElements = "1R=IC 2S 3R=TE 4R 5S=EX 6S";
const conditionElements = "1R=D8 2R 3R=F,M,U";

/** A REF with one or more qualifiers. */
export function reference(usage: string, codes: string, name: string): SegmentTable {
  return segment(`REF ${usage}`, name, `1R=${codes} 2R`);
}

/** The tax number of a billing provider or plan. */
export function taxReference(codes: string): SegmentTable {
  return segment("REF R1", "Tax identification number", `1R=${codes} 2R@tax-id`);
}

/** A DTP with its qualifier and one day, or another format. */
export function date(codes: string, name: string, form = "D8"): SegmentTable {
  return segment("DTP S1", name, `1R=${codes} 2R=${form} 3R`);
}

/** N3 and N4, both required or both situational. */
export function address(usage: "R1" | "S1"): SegmentTable[] {
  return [
    segment(`N3 ${usage}`, "Street", "1R 2S"),
    segment(`N4 ${usage}`, "City, state and postal code", cityElements),
  ];
}

/** NM1 of a provider: qualifiers, kinds of entity, and whether it may be an organisation. */
export function providerName(codes: string, name: string, kinds = "1"): SegmentTable {
  return segment("NM1 R1", name, `1R=${codes} 2R=${kinds} 3R 4S 5S 7S 8S=XX 9S@npi`);
}

/** NM1 of an organisation with an optional NPI. */
export function organizationName(codes: string, name: string): SegmentTable {
  return segment("NM1 R1", name, `1R=${codes} 2R=2 3R 8S=XX 9S@npi`);
}

/** Secondary identifiers of a provider on a claim. */
export function providerReferences(usage: string, codes = licenceCodes): SegmentTable {
  return segment(`REF ${usage}`, "Further identifier", `1R=${codes} 2R`);
}

/** Secondary identifiers of a provider on a line, which may belong to another payer. */
export function lineProviderReferences(usage: string, codes = licenceCodes): SegmentTable {
  return segment(`REF ${usage}`, "Further identifier", `1R=${codes} 2R 4S(1R=2U 2R)`);
}

/** A provider that another payer knows by its own number. */
export function otherPayerProvider(
  idAndUsage: string,
  name: string,
  codes: { readonly entity: string; readonly kinds: string; readonly references: string },
): LoopTable {
  const [ids = "", usage = ""] = codes.references.split(" ");
  return loop(idAndUsage, name, [
    segment("NM1 R1", name, `1R=${codes.entity} 2R=${codes.kinds}`),
    segment(`REF ${usage}`, "Identifier at the other payer", `1R=${ids} 2R`),
  ]);
}

/** Header and 1000A, 1000B. */
export function claimHeader(version: string): GuideItem[] {
  return [
    segment("ST R1", "Set header", `1R=837 2R 3R=${version}`),
    segment("BHT R1", "Beginning", "1R=0019 2R=00,18 3R 4R 5R 6R=31,CH,RP"),
    loop("1000A R1", "Submitter", [
      segment("NM1 R1", "Submitter", "1R=41 2R=1,2 3R 4S 5S 8R=46 9R"),
      segment("PER R2", "Contact", contactElements),
    ]),
    loop("1000B R1", "Receiver", [segment("NM1 R1", "Receiver", "1R=40 2R=2 3R 8R=46 9R")]),
  ];
}

/** What differs in the billing provider's level of the three guides. */
export type BillingOptions = {
  /** NM102 of the billing provider and the pay-to address. */
  readonly kinds: string;
  readonly references: readonly SegmentTable[];
  readonly levels: LoopTable;
};

/** 2000A with the billing provider, where payment goes, and the subscribers below. */
export function billingLevel(options: BillingOptions): LoopTable {
  return loop("2000A R>1", "Billing provider level", [
    segment("HL R1", "Level", "1R 3R=20 4R=1"),
    segment("PRV S1", "Specialty", "1R=BI 2R=PXC 3R@taxonomy"),
    segment("CUR S1", "Currency", "1R=85 2R@currency"),
    loop("2010AA R1", "Billing provider", [
      options.kinds === "2"
        ? organizationName("85", "Billing provider")
        : providerName("85", "Billing provider", options.kinds),
      ...address("R1"),
      ...options.references,
      segment("PER S2", "Contact", contactElements),
    ]),
    loop("2010AB S1", "Pay-to address", [
      segment("NM1 R1", "Pay-to address", `1R=87 2R=${options.kinds}`),
      ...address("R1"),
    ]),
    loop("2010AC S1", "Pay-to plan", [
      segment("NM1 R1", "Pay-to plan", "1R=PE 2R=2 3R 8R=PI,XV 9R"),
      ...address("R1"),
      reference("S1", "2U,FY,NF", "Further identifier"),
      taxReference("EI"),
    ]),
    options.levels,
  ]);
}

/** What differs in the subscriber's level of the three guides. */
export type SubscriberOptions = {
  readonly subscriberElements: string;
  /** PAT of the subscriber, where the guide has it. */
  readonly patient: readonly SegmentTable[];
  /** Segments of 2010BA after DMG. */
  readonly subscriberReferences: readonly SegmentTable[];
  readonly payerProviderReference: SegmentTable;
  readonly patientElements: string;
  /** Segments of 2010CA after DMG. */
  readonly patientReferences: readonly SegmentTable[];
  /** 2300, which stands below the subscriber or below the patient. */
  readonly claim: LoopTable;
};

/** 2000B with subscriber, payer, claims and patients. */
export function subscriberLevel(options: SubscriberOptions): LoopTable {
  return loop("2000B R>1", "Subscriber level", [
    segment("HL R1", "Level", "1R 2R 3R=22 4R=0,1"),
    segment("SBR R1", "Subscriber", options.subscriberElements),
    ...options.patient,
    loop("2010BA R1", "Subscriber", [
      segment("NM1 R1", "Subscriber", "1R=IL 2R=1,2 3R 4S 5S 7S 8S=II,MI 9S"),
      ...address("S1"),
      segment("DMG S1", "Birth date and sex", conditionElements),
      ...options.subscriberReferences,
    ]),
    loop("2010BB R1", "Payer", [
      segment("NM1 R1", "Payer", "1R=PR 2R=2 3R 8R=PI,XV 9R"),
      ...address("S1"),
      reference("S3", "2U,EI,FY,NF", "Further payer identifier"),
      options.payerProviderReference,
    ]),
    { ...options.claim, required: false },
    loop("2000C S>1", "Patient level", [
      segment("HL R1", "Level", "1R 2R 3R=23 4R=0"),
      segment("PAT R1", "Patient", options.patientElements),
      loop("2010CA R1", "Patient", [
        segment("NM1 R1", "Patient", "1R=QC 2R=1 3R 4S 5S 7S"),
        ...address("R1"),
        segment("DMG R1", "Birth date and sex", conditionElements),
        ...options.patientReferences,
      ]),
      options.claim,
    ]),
  ]);
}

/** Identifiers of the subscriber: social security number, property and casualty claim. */
export const subscriberReferences: readonly SegmentTable[] = [
  reference("S1", "SY", "Social security number"),
  reference("S1", "Y4", "Property and casualty claim number"),
];

/** Contact of the subscriber or patient of a property and casualty claim. */
export const casualtyContact = segment("PER S1", "Property and casualty contact", phoneElements);

/** SBR of the destination payer; `secondary` allows the Medicare secondary payer type. */
export function subscriberElements(secondary: boolean): string {
  const type = secondary ? ` 5S=${medicareSecondaryTypes}` : "";
  return `1R=${payerSequences} 2S=18 3S 4S${type} 9S=${filingIndicators}`;
}

export const patientRelationship = `1R=${relationships}`;

/** What differs in another payer's coverage. */
export type OtherCoverageOptions = {
  readonly secondaryType: boolean;
  /** OI elements; the signature source exists in the professional guide only. */
  readonly insuranceElements: string;
  readonly amounts: readonly SegmentTable[];
  readonly outcome: readonly SegmentTable[];
  readonly providers: readonly LoopTable[];
  readonly subscriberReferenceUsage: string;
};

/** 2320 with the other subscriber, the other payer and its providers. */
export function otherCoverage(options: OtherCoverageOptions): LoopTable {
  const type = options.secondaryType ? ` 5S=${medicareSecondaryTypes}` : "";
  const relation = `18,${relationships}`;
  return loop("2320 S10", "Other coverage", [
    segment(
      "SBR R1",
      "Other subscriber",
      `1R=${payerSequences} 2R=${relation} 3S 4S${type} 9S=${filingIndicators}`,
    ),
    segment("CAS S5", "Claim adjustments of the other payer", adjustmentElements),
    ...options.amounts,
    segment("OI R1", "Other insurance", options.insuranceElements),
    ...options.outcome,
    loop("2330A R1", "Other subscriber", [
      segment("NM1 R1", "Other subscriber", "1R=IL 2R=1,2 3R 4S 5S 7S 8R=II,MI 9R"),
      ...address("S1"),
      reference(options.subscriberReferenceUsage, "SY", "Social security number"),
    ]),
    loop("2330B R1", "Other payer", [
      segment("NM1 R1", "Other payer", "1R=PR 2R=2 3R 8R=PI,XV 9R"),
      ...address("S1"),
      date("573", "Adjudication date of the claim"),
      reference("S2", "2U,EI,FY,NF", "Further payer identifier"),
      reference("S1", "G1", "Prior authorization"),
      reference("S1", "9F", "Referral"),
      segment("REF S1", "Claim adjustment indicator", "1R=T4 2R=Y"),
      reference("S1", "F8", "Claim number of the other payer"),
    ]),
    ...options.providers,
  ]);
}

/** AMT: paid by the other payer, still owed by the patient, not covered. */
export const otherPayerAmounts: readonly SegmentTable[] = [
  segment("AMT S1", "Paid by the other payer", "1R=D 2R"),
  segment("AMT S1", "Left to the patient", "1R=EAF 2R"),
  segment("AMT S1", "Not covered in total", "1R=A8 2R"),
];

/** MOA: amounts and remarks of an outpatient adjudication. */
export const outpatientOutcome = segment(
  "MOA S1",
  "Outpatient adjudication",
  "1S 2S 3-7S@remark 8S 9S",
);

/** 2430: what another payer decided about a line. */
export function lineAdjudication(procedures: string, revenue: boolean): LoopTable {
  const procedure = revenue ? "3S" : "3R";
  return loop("2430 S15", "Decision of another payer about the line", [
    segment(
      "SVD R1",
      "Line payment",
      `1R 2R ${procedure}(1R=${procedures} ${procedureComponents})${revenue ? " 4R@revenue" : ""} 5R 6S`,
    ),
    segment("CAS S5", "Line adjustments", adjustmentElements),
    segment("DTP R1", "Adjudication date of the line", "1R=573 2R=D8 3R"),
    segment("AMT S1", "Left to the patient", "1R=EAF 2R"),
  ]);
}

/** HCP: pricing by an intermediary, for a claim or a line; `06` prices lines and institutional claims. */
export function pricing(claimOrLine: string): SegmentTable {
  const lineOnly = claimOrLine === "" ? "" : "06,";
  return segment(
    "HCP S1",
    "Pricing",
    `1R=00,01,02,03,04,05,${lineOnly}07,08,09,10,11,12,13,14 2R 3S 4S 5S 6S 7S ${claimOrLine}` +
      " 13S=T1,T2,T3,T4,T5,T6 14S=1,2,3,4,5 15S=1,2,3,4,5,6",
  );
}
