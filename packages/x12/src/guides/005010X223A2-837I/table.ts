import {
  type GuideTable,
  type LoopTable,
  loop,
  type SegmentTable,
  segment,
} from "../../guide-table.ts";
import {
  address,
  billingLevel,
  claimHeader,
  contractElements,
  date,
  lineAdjudication,
  lineProviderReferences,
  organizationName,
  otherCoverage,
  otherPayerAmounts,
  otherPayerProvider,
  outpatientOutcome,
  patientRelationship,
  pricing,
  procedureComponents,
  providerName,
  providerReferences,
  reference,
  reportElements,
  subscriberElements,
  subscriberLevel,
  subscriberReferences,
  taxReference,
} from "../837-parts.ts";

const versions = ["005010X223", "005010X223A1", "005010X223A2", "005010X223A3"];
const procedures = "ER,HC,HP,IV,WK";
const presence = "9S=N,U,W,Y";

/** HI with one kind of code in all of its twelve places. */
function codes(usage: string, name: string, inner: string): SegmentTable {
  return segment(`HI ${usage}`, name, `1R(${inner}) 2-12S(${inner})`);
}

const line: LoopTable = loop("2400 R999", "Service line", [
  segment("LX R1", "Line number", "1R"),
  segment(
    "SV2 R1",
    "Institutional service",
    `1R@revenue 2S(1R=${procedures} ${procedureComponents}) 3R 4R=DA,UN 5R 7S`,
  ),
  segment("PWK S10", "Attachment", reportElements),
  segment("DTP S1", "Service date", "1R=472 2R=D8,RD8 3R"),
  reference("S1", "6R", "Line item control number"),
  reference("S1", "9B", "Repriced line number"),
  reference("S1", "9D", "Adjusted repriced line number"),
  segment("AMT S1", "Service tax", "1R=GT 2R"),
  segment("AMT S1", "Facility tax", "1R=N8 2R"),
  segment("NTE S1", "Note of a third party", "1R=TPO 2R"),
  pricing(`8S 9S=${procedures} 10S 11S=DA,UN 12S`),
  loop("2410 S1", "Drug", [
    segment("LIN R1", "Drug", "2R=N4 3R@drug"),
    segment("CTP R1", "Drug quantity", "4R 5R(1R=F2,GR,ME,ML,UN)"),
    reference("S1", "VY,XZ", "Prescription or compound number"),
  ]),
  loop("2420A S1", "Operating physician of the line", [
    providerName("72", "Operating physician"),
    lineProviderReferences("S20"),
  ]),
  loop("2420B S1", "Other operating physician of the line", [
    providerName("ZZ", "Other operating physician"),
    lineProviderReferences("S20"),
  ]),
  loop("2420C S1", "Rendering provider of the line", [
    providerName("82", "Rendering provider"),
    lineProviderReferences("S20"),
  ]),
  loop("2420D S1", "Referring provider of the line", [
    providerName("DN", "Referring provider"),
    lineProviderReferences("S20", "0B,1G,G2"),
  ]),
  lineAdjudication(procedures, true),
]);

const atOtherPayer = (idAndUsage: string, name: string, entity: string) =>
  otherPayerProvider(idAndUsage, name, { entity, kinds: "1", references: "0B,1G,G2,LU R4" });

const claim: LoopTable = loop("2300 R100", "Claim", [
  segment(
    "CLM R1",
    "Claim",
    "1R 2R 5R(1R@bill-facility 2R=A 3R@frequency) 7R=A,B,C 8R=N,W,Y 9R=I,Y" +
      " 20S=1,2,3,4,5,6,7,8,9,10,11,15",
  ),
  date("096", "Discharge hour", "TM"),
  segment("DTP R1", "Statement dates", "1R=434 2R=RD8 3R"),
  date("435", "Admission date and hour", "D8,DT"),
  date("050", "Repricer received date"),
  segment(
    "CL1 R1",
    "Admission and status",
    "1S@admission-type 2S@admission-source 3R@patient-status",
  ),
  segment("PWK S10", "Attachment", reportElements),
  segment("CN1 S1", "Contract", contractElements),
  segment("AMT S1", "Estimated patient amount", "1R=F3 2R"),
  segment("REF S1", "Service authorization exception", "1R=4N 2R=1,2,3,4,5,6,7"),
  reference("S1", "9F", "Referral"),
  reference("S1", "G1", "Prior authorization"),
  reference("S1", "F8", "Claim number of the payer"),
  reference("S1", "9A", "Repriced claim number"),
  reference("S1", "9C", "Adjusted repriced claim number"),
  reference("S5", "LX", "Investigational device"),
  reference("S1", "D9", "Clearinghouse trace number"),
  reference("S1", "LU", "State of an accident"),
  reference("S1", "EA", "Medical record number"),
  reference("S1", "P4", "Demonstration project"),
  reference("S1", "G4", "Peer review approval"),
  segment("K3 S10", "File information", "1R"),
  segment("NTE S10", "Claim note", "1R=ALG,DCP,DGN,DME,MED,NTR,ODT,RHB,RLH,RNH,SET,SFM,SPT,UPI 2R"),
  segment("NTE S1", "Billing note", "1R=ADD 2R"),
  segment("CRC S1", "EPSDT referral", "1R=ZZ 2R=N,Y 3R=AV,NU,S2,ST 4-5S=AV,NU,S2,ST"),
  segment("HI R1", "Principal diagnosis", `1R(1R=ABK,BK 2R@diagnosis ${presence})`),
  segment("HI S1", "Admitting diagnosis", "1R(1R=ABJ,BJ 2R@diagnosis)"),
  segment(
    "HI S1",
    "Reason for the visit",
    "1R(1R=APR,PR 2R@diagnosis) 2-3S(1R=APR,PR 2R@diagnosis)",
  ),
  codes("S1", "External causes", `1R=ABN,BN 2R@diagnosis ${presence}`),
  segment("HI S1", "Diagnosis related group", "1R(1R=DR 2R@diagnosis-group)"),
  codes("S2", "Other diagnoses", `1R=ABF,BF 2R@diagnosis ${presence}`),
  segment("HI S1", "Principal procedure", "1R(1R=BBR,BR,CAH 2R@procedure 3R=D8 4R)"),
  codes("S2", "Other procedures", "1R=BBQ,BQ 2R@procedure 3R=D8 4R"),
  codes("S2", "Occurrence spans", "1R=BI 2R@condition 3R=RD8 4R"),
  codes("S2", "Occurrences", "1R=BH 2R@condition 3R=D8 4R"),
  codes("S2", "Values", "1R=BE 2R@condition 5R"),
  codes("S2", "Conditions", "1R=BG 2R@condition"),
  codes("S2", "Treatments", "1R=TC 2R"),
  pricing("8S 11S=DA,UN 12S"),
  loop("2310A S1", "Attending provider", [
    providerName("71", "Attending provider"),
    segment("PRV S1", "Specialty", "1R=AT 2R=PXC 3R@taxonomy"),
    providerReferences("S4"),
  ]),
  loop("2310B S1", "Operating physician", [
    providerName("72", "Operating physician"),
    providerReferences("S4"),
  ]),
  loop("2310C S1", "Other operating physician", [
    providerName("ZZ", "Other operating physician"),
    providerReferences("S4"),
  ]),
  loop("2310D S1", "Rendering provider", [
    providerName("82", "Rendering provider"),
    providerReferences("S4"),
  ]),
  loop("2310E S1", "Service facility", [
    organizationName("77", "Service facility"),
    ...address("R1"),
    providerReferences("S3", "0B,G2,LU"),
  ]),
  loop("2310F S1", "Referring provider", [
    providerName("DN", "Referring provider"),
    providerReferences("S3", "0B,1G,G2"),
  ]),
  otherCoverage({
    secondaryType: false,
    insuranceElements: "3R=N,W,Y 6R=I,Y",
    amounts: otherPayerAmounts,
    outcome: [
      segment("MIA S1", "Inpatient adjudication", "1R 3S 4S 5S@remark 6-19S 20-23S@remark 24S"),
      outpatientOutcome,
    ],
    subscriberReferenceUsage: "S2",
    providers: [
      atOtherPayer("2330C S1", "Attending provider at the other payer", "71"),
      atOtherPayer("2330D S1", "Operating physician at the other payer", "72"),
      atOtherPayer("2330E S1", "Other operating physician at the other payer", "ZZ"),
      otherPayerProvider("2330F S1", "Service facility at the other payer", {
        entity: "77",
        kinds: "2",
        references: "0B,G2,LU R3",
      }),
      atOtherPayer("2330G S1", "Rendering provider at the other payer", "82"),
      otherPayerProvider("2330H S1", "Referring provider at the other payer", {
        entity: "DN",
        kinds: "1",
        references: "0B,1G,G2 R3",
      }),
      otherPayerProvider("2330I S1", "Billing provider at the other payer", {
        entity: "85",
        kinds: "2",
        references: "G2,LU R2",
      }),
    ],
  }),
  line,
]);

/** Health care claim: institutional (005010X223 with A1 to A3). */
export const institutionalClaimTable: GuideTable = {
  version: "005010X223A2",
  versions,
  setId: "837",
  functionalId: "HC",
  name: "837I",
  items: [
    ...claimHeader(versions.join(",")),
    billingLevel({
      kinds: "2",
      references: [taxReference("EI")],
      levels: subscriberLevel({
        subscriberElements: subscriberElements(false),
        patient: [],
        subscriberReferences,
        payerProviderReference: reference("S1", "G2,LU", "Billing provider at the payer"),
        patientElements: patientRelationship,
        patientReferences: [
          reference("S1", "Y4", "Property and casualty claim number"),
          reference("S1", "1W,SY", "Property and casualty patient identifier"),
        ],
        claim,
      }),
    }),
    segment("SE R1", "Set trailer", "1R 2R"),
  ],
};
