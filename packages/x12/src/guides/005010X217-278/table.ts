import {
  type GuideItem,
  type GuideTable,
  type LoopTable,
  loop,
  segment,
} from "../../guide-table.ts";
import { contact, level, optionalAddress, rejection } from "../hierarchy-parts.ts";

const reasons =
  "04,15,33,35,41,42,43,44,45,46,47,49,50,51,52,53,54,55,56,57,58,60,61,62,63,64,65,66,67,68,69,70," +
  "71,72,73,74,75,76,77,78,79,80,82,83,84,85,86,87,88,89,90,91,92,95,96,97,98,AA,AB,AC,AD,AE,AF,AG,AH,AI,AJ,AK,AL,AM,AN,AO,AP,AQ,AR,AS,T4,T5";
const rejected = rejection(reasons);
const reply = segment("HCR S1", "Decision", "1R=A1,A2,A3,A4,A6,C,CT,NA 2S 3S 4S=N,Y");
const services = "(1R=AD,HC,ID,IV,N4,WK,ZZ 2R@procedure 3-6S@modifier 7S 8S@procedure)";
const delivery = segment(
  "HSD S1",
  "Delivery of services",
  "1S=DY,FL,HS,MN,VS 2S 3S=DA,MO,WK 4S 5S 6S 7S 8S",
);
const attachment = segment("PWK S10", "Attachment", "1R 2R=AA,BM,EL,EM,FX,VO 5S=AC 6S 7S");
const request =
  "1R=AR,HS,IN,SC 2R=1,2,3,4,5,6,I,N,R,S 3S 4S(1R 2R=A,B 3S) 5S(1R=AA,AP,EM,OA 2-3S=AA,AP,EM,OA 4S@state 5S@country)" +
  " 6S=03,E,U 7S 8S 9S=A,I,M,N,O,Y 10S=1,2,3,4,7,8,9,10,11,15,16";
const providerCodes = "1T,71,72,73,77,AAJ,DD,DK,DN,FA,G3,P3,QB,QV,SJ";
const providerReferences = "0B,1G,1J,EI,G5,N5,N7,SY,ZH";
const roles = "AD,AS,AT,OP,OR,OT,PC,PE,RF";

/** A provider of the event or of one service. */
function provider(idAndUsage: string): LoopTable {
  return loop(idAndUsage, "Provider", [
    segment(
      "NM1 R1",
      "Provider",
      `1R=${providerCodes} 2R=1,2 3S 4S 5S 6S 7S 8S=24,34,46,XX 9S@npi`,
    ),
    segment("REF S9", "Further identifier", `1R=${providerReferences} 2R 3S`),
    ...optionalAddress,
    contact("S1", "EM,FX,TE,UR"),
    rejected,
    segment("PRV S1", "Specialty", `1R=${roles} 2R=PXC 3R`),
  ]);
}

const service: LoopTable = loop("2000F S>1", "Service level", [
  level("SS", "0"),
  segment("TRN S3", "Trace", "1R=1,2 2R 3R 4S"),
  rejected,
  segment("UM S1", "Review", request),
  reply,
  segment("REF S1", "Earlier certification", "1R=BB 2R"),
  segment("REF S1", "Administrative reference", "1R=NT 2R"),
  segment("DTP S1", "Service date", "1R=472 2R=D8,RD8 3R"),
  segment("DTP S1", "Certification issued", "1R=102 2R=D8 3R"),
  segment("DTP S1", "Certification expires", "1R=036 2R=D8 3R"),
  segment("DTP S1", "Certification effective", "1R=007 2R=D8,RD8 3R"),
  segment("HI S1", "Codes", "1-12S(1R 2R 3S=D8,RD8 4S 5S 6S 7S 8S)"),
  segment(
    "SV1 S1",
    "Professional service",
    `1R${services} 2S 3S=F2,MJ,UN 4S 7S(1R 2-4S) 11S=N,Y 20S`,
  ),
  segment(
    "SV2 S1",
    "Institutional service",
    `1S@revenue 2S${services} 3S 4S=DA,F2,UN 5S 6S 9S 10S`,
  ),
  segment("SV3 S1", "Dental service", `1R${services} 2S 4S(1R 2-5S) 5S=I,R 6S 7S`),
  segment("TOO S32", "Tooth", "1R=JP 2R 3S(1R 2-5S)"),
  delivery,
  attachment,
  segment("MSG S1", "Message", "1R"),
  provider("2010F S12"),
]);

const event: LoopTable = loop("2000E S>1", "Event level", [
  level("EV", "0,1"),
  segment("TRN S3", "Trace", "1R=1,2 2R 3R 4S"),
  rejected,
  segment("UM R1", "Review", request),
  reply,
  segment("REF S1", "Earlier certification", "1R=BB 2R"),
  segment("REF S1", "Administrative reference", "1R=NT 2R"),
  segment("DTP S1", "Accident date", "1R=439 2R=D8 3R"),
  segment("DTP S1", "Last menstrual period", "1R=484 2R=D8 3R"),
  segment("DTP S1", "Estimated birth date", "1R=ABC 2R=D8 3R"),
  segment("DTP S1", "Onset of the illness", "1R=431 2R=D8 3R"),
  segment("DTP S1", "Event date", "1R=AAH 2R=D8,RD8 3R"),
  segment("DTP S1", "Admission date", "1R=435 2R=D8,RD8 3R"),
  segment("DTP S1", "Discharge date", "1R=096 2R=D8,RD8 3R"),
  segment("DTP S1", "Certification issued", "1R=102 2R=D8 3R"),
  segment("DTP S1", "Certification expires", "1R=036 2R=D8 3R"),
  segment("DTP S1", "Certification effective", "1R=007 2R=D8,RD8 3R"),
  segment(
    "HI S1",
    "Diagnoses",
    "1R(1R=ABF,ABJ,ABK,APR,BF,BJ,BK,DR,LOI,PR 2R@diagnosis 3S=D8 4S) 2-12S(1R 2R 3S=D8 4S)",
  ),
  delivery,
  segment("CRC S>1", "Condition", "1R=07,08,11,75,76,ZZ 2R=N,Y 3R 4-7S"),
  segment(
    "CL1 S1",
    "Admission and status",
    "1S@admission-type 2S@admission-source 3S@patient-status 4S",
  ),
  segment(
    "CR1 S1",
    "Ambulance transport",
    "1S=KG,LB 2S 3S=I,R,T,X 4S=A,B,C,D,E 5S=DH,DK 6S 7S 8S 9S 10S",
  ),
  segment("CR2 S1", "Spinal manipulation", "1S 2S 3S 4S 5S 6S 7S 8S 9S 10S 11S 12S"),
  segment("CR5 S1", "Oxygen therapy", "1S 3-18S"),
  segment(
    "CR6 S1",
    "Home health",
    "1R 2R 3S=RD8 4S 5S 6S 7S=N,U,W,Y 8R=1,2,3,4,5,6,I,R,S 9S 10S 11S 12S 13S 14S 15S=D8,RD8 16S 17S 18-21S",
  ),
  attachment,
  segment("MSG S1", "Message", "1R"),
  provider("2010EA S14"),
  loop("2010EB S5", "Transport location", [
    segment("NM1 R1", "Transport location", "1R=45,FS,ND,PW,R3 2R=2 3S"),
    ...optionalAddress,
  ]),
  loop("2010EC S3", "Other review organization", [
    segment("NM1 R1", "Other review organization", "1R=00,CA,L5,SJ 2R=1,2 3S 8S=46,NI,PI,XV,XX 9S"),
    segment("REF S9", "Further identifier", "1R=ZZ,ZH 2R"),
  ]),
  service,
]);

function person(relation: string): GuideItem[] {
  return [
    segment("REF S9", "Further identifier", "1R=1L,1W,3L,6P,A6,DP,EJ,F6,HJ,IG,N6,NQ,SY 2R"),
    ...optionalAddress,
    rejected,
    segment("DMG S1", "Birth date and sex", "1R=D8 2R 3S=F,M,U"),
    segment("INS S1", "Relationship", relation),
  ];
}

/** Services review: request and response, which differ in BHT02 and in AAA and HCR. */
export const servicesReviewTable: GuideTable = {
  version: "005010X217",
  versions: ["005010X217", "005010X217E1", "005010X217E2"],
  setId: "278",
  functionalId: "HI",
  name: "278",
  items: [
    segment("ST R1", "Set header", "1R=278 2R 3R=005010X217,005010X217E1,005010X217E2"),
    segment("BHT R1", "Beginning", "1R=0007 2R=01,11,13,36 3R 4R 5R 6S=18,19,AT,RU"),
    loop("2000A R1", "Review organization level", [
      level("20", "0,1", false),
      rejected,
      loop("2010A R1", "Review organization", [
        segment(
          "NM1 R1",
          "Review organization",
          "1R=X3 2R=1,2 3S 4S 5S 7S 8R=24,34,46,PI,XV,XX 9R@npi",
        ),
        contact("S1", "EM,FX,TE,UR"),
        rejected,
      ]),
      loop("2000B S1", "Requester level", [
        level("21", "0,1"),
        loop("2010B R1", "Requester", [
          segment("NM1 R1", "Requester", "1R=1P,FA 2R=1,2 3S 4S 5S 7S 8R=24,34,46,XX 9R@npi"),
          segment("REF S9", "Further identifier", `1R=${providerReferences} 2R 3S`),
          ...optionalAddress,
          contact("S1", "EM,FX,TE,UR"),
          rejected,
          segment("PRV S1", "Specialty", `1R=${roles},CO,CV,SB 2R=PXC 3R`),
        ]),
        loop("2000C S1", "Subscriber level", [
          level("22", "0,1"),
          loop("2010C R1", "Subscriber", [
            segment("NM1 R1", "Subscriber", "1R=IL 2R=1 3S 4S 5S 6S 7S 8R=II,MI 9R"),
            ...person("1R=Y 2R=18 8S"),
          ]),
          loop("2000D S1", "Dependent level", [
            level("23", "0,1"),
            loop("2010D R1", "Dependent", [
              segment("NM1 R1", "Dependent", "1R=QC 2R=1 3S 4S 5S 6S 7S"),
              ...person("1R=N 2R 17S"),
            ]),
            event,
          ]),
          event,
        ]),
      ]),
    ]),
    segment("SE R1", "Set trailer", "1R 2R"),
  ],
};
