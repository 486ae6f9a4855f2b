import { type GuideTable, type LoopTable, loop, segment } from "../../guide-table.ts";
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
  providerName,
  providerReferences,
  reference,
  subscriberElements,
  subscriberLevel,
  subscriberReferences,
  taxReference,
} from "../837-parts.ts";

const versions = ["005010X224", "005010X224A1", "005010X224A2", "005010X224A3"];
const specialty = segment("PRV S1", "Specialty", "1R=PE 2R=PXC 3R@taxonomy");
const quadrants = "00,01,02,09,10,20,30,40,L,R";
const surfaces = "B,D,F,I,L,M,O";

const line: LoopTable = loop("2400 R50", "Service line", [
  segment("LX R1", "Line number", "1R"),
  segment(
    "SV3 R1",
    "Dental service",
    "1R(1R=AD 2R@procedure 3-6S@modifier 7S) 2R 3S@place-of-service" +
      ` 4S(1R=${quadrants} 2-5S=${quadrants}) 5S=I,R 6S 11S(1R 2-4S)`,
  ),
  segment("TOO S32", "Tooth", `1R=JP 2R 3S(1R=${surfaces} 2-5S=${surfaces})`),
  segment("DTP S1", "Service date", "1R=472 2R=D8,RD8 3R"),
  date("441", "Prior placement date"),
  date("452", "Appliance placement date"),
  date("446", "Appliance replacement date"),
  date("196", "Treatment start date"),
  date("198", "Treatment completion date"),
  segment("CN1 S1", "Contract", contractElements),
  segment("REF S5", "Predetermination number", "1R=G3 2R 4S(1R=2U 2R)"),
  segment("REF S5", "Prior authorization", "1R=G1 2R 4S(1R=2U 2R)"),
  reference("S1", "6R", "Line item control number"),
  reference("S1", "9A", "Repriced claim number"),
  reference("S1", "9C", "Adjusted repriced claim number"),
  segment("REF S5", "Referral", "1R=9F 2R 4S(1R=2U 2R)"),
  segment("AMT S1", "Sales tax", "1R=T 2R"),
  segment("K3 S10", "File information", "1R"),
  pricing("9S=AD,ER,HC,IV,WK 10S 11S=UN 12S"),
  loop("2420A S1", "Rendering provider of the line", [
    providerName("82", "Rendering provider", "1,2"),
    specialty,
    lineProviderReferences("S20"),
  ]),
  loop("2420B S1", "Assistant surgeon of the line", [
    providerName("DD", "Assistant surgeon"),
    segment("PRV S1", "Specialty", "1R=AS 2R=PXC 3R@taxonomy"),
    lineProviderReferences("S20"),
  ]),
  loop("2420C S1", "Supervising provider of the line", [
    providerName("DQ", "Supervising provider"),
    lineProviderReferences("S20"),
  ]),
  loop("2420D S1", "Service facility of the line", [
    organizationName("77", "Service facility"),
    ...address("R1"),
    lineProviderReferences("S3", "0B,G2,LU"),
  ]),
  lineAdjudication("AD,ER,HC,IV,WK", false),
]);

const claim: LoopTable = loop("2300 R100", "Claim", [
  segment(
    "CLM R1",
    "Claim",
    "1R 2R 5R(1R@place-of-service 2R=B 3R@frequency) 6R=N,Y 7R=A,B,C 8R=N,W,Y 9R=I,Y" +
      " 11S(1R=AA,EM,OA 2S=AA,EM,OA 4S@state 5S@country) 12S=01,02,03,05 19S=PB" +
      " 20S=1,2,3,4,5,6,7,8,9,10,11,15",
  ),
  date("439", "Accident date"),
  date("452", "Appliance placement date"),
  segment("DTP S1", "Service date", "1R=472 2R=D8,RD8 3R"),
  date("050", "Repricer received date"),
  segment("DN1 S1", "Orthodontic treatment", "1S 2S 3S=Y 4S"),
  segment("DN2 S35", "Tooth status", "1R 2R=E,M 6R=JP"),
  segment("PWK S10", "Attachment", "1R=B4,DA,DG,EB,OZ,P6,RB,RR 2R=AA,BM,EL,EM,FT,FX 5S=AC 6S"),
  segment("CN1 S1", "Contract", contractElements),
  segment("AMT S1", "Paid by the patient", "1R=F5 2R"),
  reference("S1", "G3", "Predetermination number"),
  segment("REF S1", "Service authorization exception", "1R=4N 2R=1,2,3,4,5,6,7"),
  reference("S1", "F8", "Claim number of the payer"),
  reference("S1", "9F", "Referral"),
  reference("S1", "G1", "Prior authorization"),
  reference("S1", "9A", "Repriced claim number"),
  reference("S1", "9C", "Adjusted repriced claim number"),
  reference("S1", "D9", "Clearinghouse trace number"),
  segment("K3 S10", "File information", "1R"),
  segment("NTE S5", "Claim note", "1R=ADD 2R"),
  segment("HI S1", "Diagnoses", "1R(1R=ABK,BK,TQ 2R@diagnosis) 2-4S(1R=ABF,BF,TQ 2R@diagnosis)"),
  pricing(""),
  loop("2310A S2", "Referring provider", [
    providerName("DN,P3", "Referring provider"),
    segment("PRV S1", "Specialty", "1R=RF 2R=PXC 3R@taxonomy"),
    providerReferences("S3", "0B,1G,G2"),
  ]),
  loop("2310B S1", "Rendering provider", [
    providerName("82", "Rendering provider", "1,2"),
    specialty,
    providerReferences("S4"),
  ]),
  loop("2310C S1", "Service facility", [
    organizationName("77", "Service facility"),
    ...address("R1"),
    providerReferences("S3", "0B,G2,LU"),
  ]),
  loop("2310D S1", "Assistant surgeon", [
    providerName("DD", "Assistant surgeon"),
    segment("PRV S1", "Specialty", "1R=AS 2R=PXC 3R@taxonomy"),
    providerReferences("S4"),
  ]),
  loop("2310E S1", "Supervising provider", [
    providerName("DQ", "Supervising provider"),
    providerReferences("S4"),
  ]),
  otherCoverage({
    secondaryType: true,
    insuranceElements: "3R=N,W,Y 6R=I,Y",
    amounts: otherPayerAmounts,
    outcome: [outpatientOutcome],
    subscriberReferenceUsage: "S2",
    providers: [
      otherPayerProvider("2330C S2", "Referring provider at the other payer", {
        entity: "DN,P3",
        kinds: "1",
        references: "0B,1G,G2 R3",
      }),
      otherPayerProvider("2330D S1", "Rendering provider at the other payer", {
        entity: "82",
        kinds: "1,2",
        references: "0B,1G,G2,LU R3",
      }),
      otherPayerProvider("2330E S1", "Supervising provider at the other payer", {
        entity: "DQ",
        kinds: "1",
        references: "0B,1G,G2,LU R3",
      }),
      otherPayerProvider("2330F S1", "Billing provider at the other payer", {
        entity: "85",
        kinds: "1,2",
        references: "G2,LU R2",
      }),
      otherPayerProvider("2330G S1", "Service facility at the other payer", {
        entity: "77",
        kinds: "2",
        references: "0B,G2,LU R3",
      }),
      otherPayerProvider("2330H S1", "Assistant surgeon at the other payer", {
        entity: "DD",
        kinds: "1",
        references: "0B,1G,G2,LU R3",
      }),
    ],
  }),
  line,
]);

/** Health care claim: dental (005010X224 with A1 to A3). */
export const dentalClaimTable: GuideTable = {
  version: "005010X224A2",
  versions,
  setId: "837",
  functionalId: "HC",
  name: "837D",
  items: [
    ...claimHeader(versions.join(",")),
    billingLevel({
      kinds: "1,2",
      references: [
        taxReference("EI,SY"),
        reference("S2", "0B,1G,G2,LU", "Licence or other identifier"),
      ],
      levels: subscriberLevel({
        subscriberElements: subscriberElements(true),
        patient: [],
        subscriberReferences,
        payerProviderReference: reference("S2", "G2,LU", "Billing provider at the payer"),
        patientElements: `${patientRelationship} 4S=F,N,P`,
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
