import { type GuideItem, type GuideTable, loop, segment } from "../../guide-table.ts";
import { contact, level, optionalAddress, rejection } from "../hierarchy-parts.ts";

const roles = "AD,AT,BI,CO,CV,H,HH,LA,OT,P1,P2,PC,PE,R,RF,SK,SU";
const diagnoses = "1R(1R=ABK,BK 2R@diagnosis) 2-8S(1R=ABF,BF 2R@diagnosis)";
const trace = segment("TRN S3", "Trace", "1R=1,2 2R 3R 4S");
const personDates =
  "096,102,152,291,307,318,340,341,342,343,346,347,356,357,382,435,442,458,472,539,540,636,771";
const benefitDates =
  "096,193,194,198,290,291,292,295,304,307,318,346,348,349,356,357,435,472,636,771";
const military =
  "1R=A,C,L,O,P,S,T 2R=AE,AO,AS,AT,AU,CC,DD,HD,IR,LX,PE,RE,RM,RR,RU 3R=A,B,C,D,E,F,G,H,I,J,K,L,M,N,O,Q,R,S,U,W 4S 5S 6S=D8,RD8 7S";
const benefits = "1,2,3,4,5,6,7,8,A,B,C,CB,D,E,F,G,H,I,J,K,L,M,MC,N,O,P,Q,R,S,T,U,V,W,X,Y";
const numberKinds = "ED,EM,FX,TE,UR,WP";
const referenceCodes = "18,1L,1W,49,6P,CE,CT,EA,EJ,F6,GH,HJ,IF,IG,N6,NQ,Q4,SY,Y4";

/** 2110 with what a plan covers, and 2115 and 2120 below it. */
function benefit(suffix: "C" | "D"): GuideItem {
  return loop(`2110${suffix} S>1`, "Benefit", [
    segment(
      "EB R1",
      "Benefit",
      `1R=${benefits} 2S=CHD,DEP,ECH,EMP,ESP,FAM,IND,SPC,SPO 3S^99 4S 5S` +
        " 6S=6,7,13,21,22,23,24,25,26,27,28,29,30,31,32,33,34,35,36 7S 8S 9S 10S 11S=N,U,Y 12S=N,U,W,Y" +
        " 13S(1R=AD,CJ,HC,ID,IV,N4,ZZ 2R 3-6S@modifier 8S) 14S(1R 2-4S)",
    ),
    segment(
      "HSD S9",
      "Delivery of services",
      "1S=DY,FL,HS,MN,VS 2S 3S=DA,MO,VS,WK,YR 4S 5S=6,7,21,22,23,24,25,26,27,28,29,30,31,32,33,34,35 6S 7S 8S",
    ),
    segment(
      "REF S9",
      "Further identifier",
      "1R=18,1L,1W,49,6P,9F,ALS,CLI,F6,FO,G1,IG,M7,N6,NQ 2R 3S",
    ),
    segment("DTP S20", "Date", `1R=${benefitDates} 2R=D8,RD8 3R`),
    rejection("15,33,52,53,54,55,56,57,60,61,62,63,69,70,98,AA,AE,AF,AG,AO,CI,E8,IA,MA"),
    segment("MSG S10", "Message", "1R"),
    loop(`2115${suffix} S10`, "Further benefit information", [
      segment("III R1", "Diagnosis, place or nature", "1S=BF,BK,GR,NI,ZZ 2S 3S=44 4S"),
    ]),
    segment("LS S1", "Begin of related parties", "1R=2120"),
    loop(`2120${suffix} S23`, "Related party", [
      segment(
        "NM1 R1",
        "Related party",
        "1R=13,1I,1P,2B,36,73,FA,GP,GW,I3,IL,LR,OC,P3,P4,P5,PR,PRP,SEP,TTP,VER,VN,VY,X3,Y2 2R=1,2" +
          " 3S 4S 5S 7S 8S=24,34,46,FA,FI,II,MI,NI,PI,PP,SV,XV,XX 9S@npi 10S=01,02,27,41,48,65,72",
      ),
      segment("N3 S1", "Street", "1R 2S"),
      segment("N4 S1", "City", "1R 2S@state 3S@postal-code 4S@country 5S=RJ 6S 7S"),
      contact("S3", numberKinds),
      segment("PRV S1", "Provider", `1R=${roles},SB 2S=PXC 3S`),
    ]),
    segment("LE S1", "End of related parties", "1R=2120"),
  ]);
}

function person(form: { readonly references: string; readonly relation: string }): GuideItem[] {
  return [
    segment("REF S9", "Further identifier", `1R=${form.references} 2R 3S`),
    ...optionalAddress,
    rejection(
      "15,33,35,42,43,45,47,48,49,51,52,56,57,58,60,61,62,63,64,65,66,67,68,71,72,73,74,75,76,77,78",
    ),
    segment("PRV S1", "Provider", `1R=${roles} 2S=PXC 3S`),
    segment("DMG S1", "Birth date and sex", "1S=D8 2S 3S=F,M,U"),
    segment("INS S1", "Relationship", form.relation),
    segment("HI S1", "Diagnoses", diagnoses),
    segment("DTP S9", "Date", `1R=${personDates} 2R=D8,RD8 3R`),
    segment("MPI S9", "Military service", military),
  ];
}

/** Eligibility and benefit answer. */
export const eligibilityAnswerTable: GuideTable = {
  version: "005010X279A1",
  versions: ["005010X279", "005010X279A1"],
  setId: "271",
  functionalId: "HB",
  name: "271",
  items: [
    segment("ST R1", "Set header", "1R=271 2R 3R=005010X279,005010X279A1"),
    segment("BHT R1", "Beginning", "1R=0022 2R=06,11 3S 4R 5R"),
    loop("2000A R>1", "Source level", [
      level("20", "0,1", false),
      rejection("04,41,42,79"),
      loop("2100A R1", "Source", [
        segment(
          "NM1 R1",
          "Source",
          "1R=2B,36,GP,P5,PR 2R=1,2 3S 4S 5S 7S 8R=24,46,FI,NI,PI,XV,XX 9R@npi",
        ),
        contact("S3", "ED,EM,FX,TE,UR"),
        rejection("04,41,42,79,80,T4"),
      ]),
      loop("2000B S>1", "Receiver level", [
        level("21", "0,1"),
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
          rejection("15,41,43,44,45,46,47,48,50,51,79,97,T4"),
          segment("PRV S1", "Provider", `1R=${roles},SB 2S=PXC 3S`),
        ]),
        loop("2000C S>1", "Subscriber level", [
          level("22", "0,1"),
          trace,
          loop("2100C R1", "Subscriber", [
            segment("NM1 R1", "Subscriber", "1R=IL 2R=1,2 3S 4S 5S 7S 8S=II,MI 9S"),
            ...person({
              references: `3H,${referenceCodes}`,
              relation: "1R=Y 2R=18 3S=001 4S=25 17S",
            }),
          ]),
          benefit("C"),
          loop("2000D S>1", "Dependent level", [
            level("23", "0"),
            trace,
            loop("2100D R1", "Dependent", [
              segment("NM1 R1", "Dependent", "1R=03 2R=1 3S 4S 5S 7S"),
              ...person({
                references: `MRC,${referenceCodes}`,
                relation: "1R=N 2R=01,19,20,21,39,40,53,G8 3S=001 4S=25 17S",
              }),
            ]),
            benefit("D"),
          ]),
        ]),
      ]),
    ]),
    segment("SE R1", "Set trailer", "1R 2R"),
  ],
};
