import { type GuideTable, loop, segment } from "../../guide-table.ts";

const setErrors = "1,2,3,4,5,6,7,8,9,10,11,12,13,15,16,17,18,19,23,24,25,26,27,I5,I6";
const groupErrors = "1,2,3,4,5,6,10,11,12,13,14,15,16,17,18,19,23,24,25,26";
const situation = "1R^10(1R=SITUATIONAL_TRIGGER) 2R 3R 4S 5S(1R 2S 3S) 6S(1R 2S)";
const businessUnits =
  "CLM01,ENT01,NM109,PATIENT_NAME_NM109,SUBSCRIBER_NAME_NM109,SUBSCRIBER_NUMBER_REF02,TRN02";

/** Implementation acknowledgment. */
export const implementationAcknowledgmentTable: GuideTable = {
  version: "005010X231A1",
  versions: ["005010X231", "005010X231A1"],
  setId: "999",
  functionalId: "FA",
  name: "999",
  items: [
    segment("ST R1", "Set header", "1R=999 2R 3R=005010X231,005010X231A1"),
    segment("AK1 R1", "Group answered", "1R=BE,FA,HB,HC,HI,HN,HP,HR,HS,PI,RA 2R 3R"),
    loop("2000 S>1", "Answer to a set", [
      segment("AK2 R1", "Set answered", "1R=270,271,275,276,277,278,820,834,835,837 2R 3S"),
      loop("2100 S>1", "Segment in error", [
        segment("IK3 R1", "Segment in error", "1R 2R 3S 4S=1,2,3,4,5,6,7,8,I4,I6,I7,I8,I9"),
        segment("CTX S9", "Segment that made it necessary", situation),
        segment("CTX S1", "Business unit", `1R^10(1R=${businessUnits} 2R) 5S(1R 2S 3S)`),
        loop("2110 S>1", "Element in error", [
          segment(
            "IK4 R1",
            "Element in error",
            "1R(1R 2S 3S) 2S 3R=1,2,3,4,5,6,7,8,9,10,12,13,I6,I9,I10,I11,I12,I13 4S",
          ),
          segment("CTX S10", "Element that made it necessary", situation),
        ]),
      ]),
      segment("IK5 R1", "Answer", `1R=A,E,M,R,W,X 2-6S=${setErrors}`),
    ]),
    segment("AK9 R1", "Answer to the group", `1R=A,E,M,P,R,W,X 2R 3R 4R 5-9S=${groupErrors}`),
    segment("SE R1", "Set trailer", "1R 2R"),
  ],
};
