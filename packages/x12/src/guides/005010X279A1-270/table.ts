import {
  type GuideItem,
  type GuideTable,
  type LoopTable,
  loop,
  segment,
} from "../../guide-table.ts";
import { level, optionalAddress } from "../hierarchy-parts.ts";

const roles = "AD,AT,BI,CO,CV,H,HH,LA,OT,P1,P2,PC,PE,R,RF,SK,SU";
const diagnoses = "1R(1R=ABK,BK 2R@diagnosis) 2-8S(1R=ABF,BF 2R@diagnosis)";
const trace = segment("TRN S2", "Trace", "1R=1 2R 3R 4S");

/** What is asked about the subscriber or a dependent. */
function inquiry(idAndUsage: string, amounts: readonly GuideItem[]): LoopTable {
  return loop(idAndUsage, "Inquiry", [
    segment(
      "EQ R1",
      "Inquiry",
      "1S^99 2S(1R=AD,CJ,HC,ID,IV,N4,ZZ 2R 3-6S@modifier) 3S=FAM,IND 5S(1R 2-4S)",
    ),
    ...amounts,
    segment("III S1", "Place of service", "1R=ZZ 2R@place-of-service"),
    segment("REF S1", "Referral or authorization", "1R=9F,G1 2R"),
    segment("DTP S1", "Service date", "1R=291 2R=D8,RD8 3R"),
  ]);
}

function person(form: {
  readonly references: string;
  readonly sex: string;
  readonly relation: string;
}): GuideItem[] {
  return [
    segment("REF S9", "Further identifier", `1R=${form.references} 2R`),
    ...optionalAddress,
    segment("PRV S1", "Provider", `1R=${roles} 2S=9K,D3,EI,HPI,PXC,SY,TJ 3S`),
    segment("DMG S1", "Birth date and sex", `1S=D8 2S 3S=${form.sex}`),
    segment("INS S1", "Relationship", form.relation),
    segment("HI S1", "Diagnoses", diagnoses),
    segment("DTP S2", "Date", "1R=102,291 2R=D8,RD8 3R"),
  ];
}

/** Eligibility and benefit inquiry. */
export const eligibilityInquiryTable: GuideTable = {
  version: "005010X279A1",
  versions: ["005010X279", "005010X279A1"],
  setId: "270",
  functionalId: "HS",
  name: "270",
  items: [
    segment("ST R1", "Set header", "1R=270 2R 3R=005010X279,005010X279A1"),
    segment("BHT R1", "Beginning", "1R=0022 2R=01,13,36 3S 4R 5R 6S=RT,RU"),
    loop("2000A R>1", "Source level", [
      level("20", "1", false),
      loop("2100A R1", "Source", [
        segment(
          "NM1 R1",
          "Source",
          "1R=2B,36,GP,P5,PR 2R=1,2 3S 4S 5S 7S 8R=24,46,FI,NI,PI,XV,XX 9R@npi",
        ),
      ]),
      loop("2000B R>1", "Receiver level", [
        level("21", "1"),
        loop("2100B R1", "Receiver", [
          segment(
            "NM1 R1",
            "Receiver",
            "1R=1P,2B,36,80,FA,GP,P5,PR 2R=1,2 3S 4S 5S 7S 8R=24,34,FI,PI,PP,SV,XV,XX 9R@npi",
          ),
          segment(
            "REF S9",
            "Further identifier",
            "1R=0B,1C,1D,1J,4A,CT,EL,EO,HPI,JD,N5,N7,Q4,SY,TJ 2R 3S",
          ),
          ...optionalAddress,
          segment("PRV S1", "Provider", `1R=${roles},SB 2S=PXC 3S`),
        ]),
        loop("2000C R>1", "Subscriber level", [
          level("22", "0,1"),
          trace,
          loop("2100C R1", "Subscriber", [
            segment("NM1 R1", "Subscriber", "1R=IL 2R=1,2 3S 4S 5S 7S 8S=II,MI 9S"),
            ...person({
              references: "18,1L,1W,3H,6P,CT,EA,EJ,F6,GH,HJ,IG,N6,NQ,SY,Y4",
              sex: "F,M",
              relation: "1R=Y 2R=18 17S",
            }),
          ]),
          inquiry("2110C S99", [
            segment("AMT S1", "Spend down", "1R=R 2R"),
            segment("AMT S1", "Spend down billed", "1R=PB 2R"),
          ]),
          loop("2000D S>1", "Dependent level", [
            level("23", "0"),
            trace,
            loop("2100D R1", "Dependent", [
              segment("NM1 R1", "Dependent", "1R=03 2R=1 3S 4S 5S 7S"),
              ...person({
                references: "18,1L,1W,6P,CT,EA,EJ,F6,GH,HJ,IF,IG,MRC,N6,SY,Y4",
                sex: "F,M",
                relation: "1R=N 2R=01,19,34 17S",
              }),
            ]),
            inquiry("2110D R99", []),
          ]),
        ]),
      ]),
    ]),
    segment("SE R1", "Set trailer", "1R 2R"),
  ],
};
