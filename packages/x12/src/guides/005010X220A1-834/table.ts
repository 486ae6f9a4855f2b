import { type GuideItem, type GuideTable, loop, segment } from "../../guide-table.ts";
import { optionalAddress } from "../hierarchy-parts.ts";

const personNumbers = "AP,BN,CP,EM,EX,FX,HP,TE,WP";
const employerNumbers = "AP,BN,CP,EM,EX,FX,TE";
const schoolNumbers = "EM,EX,FX,TE";
const amounts = "1R=B9,C1,D2,EBA,FK,P3,R 2R";
const maintenance =
  "01,02,03,04,05,06,07,08,09,10,11,14,15,16,17,18,20,21,22,25,26,27,28,29,31,32,33,37,38,39,40,41," +
  "43,59,AA,AB,AC,AD,AE,AF,AG,AH,AI,AJ,AL,EC,XN,XT";
const relationships =
  "01,03,04,05,06,07,08,09,10,11,12,13,14,15,16,17,18,19,23,24,25,26,31,38,53,60,D2,G8,G9";
const memberDates =
  "050,286,296,297,300,301,303,336,337,338,339,340,341,350,351,356,357,383,385,386,393,394,473,474";
const employments = "01,02,03,04,05,06,07,08,09,10,11,12,17,18,19,20,21,22,23";
const races =
  "4S=B,D,I,M,R,S,U,W,X 5S^10(1S=7,8,A,B,C,D,E,F,G,H,I,J,N,O,P,Z 2S=RET 3S) 6S=1,2,3,4,5,6,7 10S=REC 11S";
const insuranceLines =
  "AG,AH,AJ,AK,DCP,DEN,EPO,FAC,HE,HLT,HMO,LTC,LTD,MM,MOD,PDG,POS,PPO,PRA,STD,UR,VIS";

const numbersOf = (functionCode: string, kinds: string, name: string) =>
  `1R=${functionCode} ${name}3R=${kinds} 4R 5S=${kinds} 6S 7S=${kinds} 8S`;

/** A person beside the member: name, numbers and address. */
function party(
  idAndUsage: string,
  name: string,
  form: { readonly name: string; readonly numbers?: string; readonly addressRequired?: boolean },
): GuideItem {
  const address = form.addressRequired
    ? [
        segment("N3 R1", "Street", "1R 2S"),
        segment("N4 R1", "City", "1R 2S@state 3S@postal-code 4S@country 7S"),
      ]
    : optionalAddress;
  const numbers = form.numbers === undefined ? [] : [segment("PER S1", "Contact", form.numbers)];
  return loop(idAndUsage, name, [segment("NM1 R1", name, form.name), ...numbers, ...address]);
}

const member: readonly GuideItem[] = [
  loop("2100A R1", "Member", [
    segment("NM1 R1", "Member", "1R=74,IL 2R=1 3R 4S 5S 6S 7S 8S=34,ZZ 9S"),
    segment("PER S1", "Contact", numbersOf("IP", personNumbers, "")),
    segment("N3 S1", "Street", "1R 2S"),
    segment("N4 S1", "City", "1R 2S@state 3S@postal-code 4S@country 5S=60,CY 6S 7S"),
    segment("DMG S1", "Birth date and sex", `1R=D8 2R 3R=F,M,U ${races}`),
    segment("EC S>1", "Employment class", `1R=${employments} 2-3S=${employments}`),
    segment("ICM S1", "Income", "1R=1,2,3,4,6,7,8,9,B,C,H,Q,S,U 2R 3S 4S 5S"),
    segment("AMT S7", "Policy amount", amounts),
    segment("HLH S1", "Health", "1R=N,S,T,U,X 2S 3S"),
    segment("LUI S>1", "Language", "1S=LD,LE 2S 3S 4S=5,6,7,8"),
  ]),
  loop("2100B S1", "Member as known before", [
    segment("NM1 R1", "Member as known before", "1R=70 2R=1 3R 4S 5S 6S 7S 8S=34,ZZ 9S"),
    segment("DMG S1", "Birth date and sex", `1S=D8 2S 3S=F,M,U ${races}`),
  ]),
  party("2100C S1", "Mailing address", { name: "1R=31 2R=1", addressRequired: true }),
  party("2100D S3", "Employer", {
    name: "1R=36 2R=1,2 3S 4S 5S 6S 7S 8S=24,34 9S",
    numbers: numbersOf("EP", employerNumbers, "2S "),
  }),
  party("2100E S3", "School", {
    name: "1R=M8 2R=2 3R",
    numbers: numbersOf("SK", schoolNumbers, "2S "),
  }),
  party("2100F S1", "Custodial parent", {
    name: "1R=S3 2R=1 3R 4R 5S 6S 7S 8S=34,ZZ 9S",
    numbers: numbersOf("PQ", personNumbers, ""),
  }),
  party("2100G S13", "Responsible person", {
    name: "1R=6Y,9K,E1,EI,EXS,GB,GD,J6,LR,QD,S1,TZ,X4 2R=1 3R 4S 5S 6S 7S 8S=34,ZZ 9S",
    numbers: numbersOf("RP", personNumbers, ""),
  }),
  party("2100H S1", "Drop-off location", { name: "1R=45 2R=1 3S 4S 5S 6S 7S" }),
];

const coverage = loop("2300 S99", "Coverage", [
  segment(
    "HD R1",
    "Coverage",
    `1R=001,002,021,024,025,026,030,032 3R=${insuranceLines} 4S` +
      " 5S=CHD,DEP,E1D,E2D,E3D,E5D,E6D,E7D,E8D,E9D,ECH,EMP,ESP,FAM,IND,SPC,SPO,TWO 9S=N,Y",
  ),
  segment("DTP R6", "Coverage date", "1R=300,303,343,348,349,543,695 2R=D8,RD8 3R"),
  segment("AMT S9", "Policy amount", amounts),
  segment("REF S14", "Policy", "1R=17,1L,9V,CE,E8,M7,PID,RB,X9,XM,XX1,XX2,ZX,ZZ 2R"),
  segment("REF S1", "Prior coverage months", "1R=QQ 2R"),
  segment("IDC S3", "Identification card", "1R 2R=D,H,P 3S 4S=1,2,RX"),
  loop("2310 S30", "Provider", [
    segment("LX R1", "Number", "1R"),
    segment(
      "NM1 R1",
      "Provider",
      "1R=1X,3D,80,FA,OD,P3,QA,QN,Y2 2R=1,2 3S 4S 5S 6S 7S 8S=34,FI,SV,XX 9S@npi 10R=25,26,72",
    ),
    segment("N3 S2", "Street", "1R 2S"),
    segment("N4 S1", "City", "1R 2S@state 3S@postal-code 4S@country 7S"),
    segment("PER S2", "Contact", numbersOf("IC", personNumbers, "")),
    segment(
      "PLA S1",
      "Change of provider",
      "1R=2 2R=1P 3R 5R=14,22,46,AA,AB,AC,AD,AE,AF,AG,AH,AI,AJ",
    ),
  ]),
  loop("2320 S5", "Other coverage", [
    segment(
      "COB R1",
      "Other coverage",
      "1R=P,S,T,U 2S 3R=1,5,6 4S^9=1,35,48,50,54,89,90,A4,AG,AL,BB",
    ),
    segment("REF S4", "Further identifier", "1R=60,6P,SY,ZZ 2R"),
    segment("DTP S2", "Date", "1R=344,345 2R=D8 3R"),
    loop("2330 S3", "Party", [
      segment("NM1 R1", "Party", "1R=36,GW,IN 2R=2 3S 8S=FI,NI,XV 9S"),
      ...optionalAddress,
      segment("PER S1", "Contact", "1R=CN 3R=TE 4R"),
    ]),
  ]),
]);

/** Benefit enrollment and maintenance. */
export const enrollmentTable: GuideTable = {
  version: "005010X220A1",
  versions: ["005010X220", "005010X220A1"],
  setId: "834",
  functionalId: "BE",
  name: "834",
  items: [
    segment("ST R1", "Set header", "1R=834 2R 3R=005010X220,005010X220A1"),
    segment("BGN R1", "Beginning", "1R=00,15,22 2R 3R 4R 5S 6S 8R=2,4,RX"),
    segment("REF S1", "Master policy", "1R=38 2R"),
    segment("DTP S>1", "File date", "1R=007,090,091,303,382,388 2R=D8 3R"),
    segment("QTY S3", "Count", "1R=DT,ET,TO 2R"),
    loop("1000A R1", "Sponsor", [segment("N1 R1", "Sponsor", "1R=P5 2S 3R=24,94,FI 4R")]),
    loop("1000B R1", "Payer", [segment("N1 R1", "Payer", "1R=IN 2S 3R=94,FI,XV 4R")]),
    loop("1000C S2", "Broker or administrator", [
      segment("N1 R1", "Broker or administrator", "1R=BO,TV 2R 3R=94,FI,XV 4R"),
      loop("1100C S1", "Account", [segment("ACT R1", "Account", "1R 6S")]),
    ]),
    loop("2000 R>1", "Member level", [
      segment(
        "INS R1",
        "Member",
        `1R=N,Y 2R=${relationships} 3R=001,021,024,025,030 4S=${maintenance} 5R=A,C,S,T` +
          " 6S(1R=A,B,C,D,E 2S=0,1,2) 7S=1,2,3,4,5,6,7,8,9,10,ZZ 8S=AC,AO,AU,FT,L1,PT,RT,TE 9S=F,N,P" +
          " 10S=N,Y 11S=D8 12S 13S=R,U 17S",
      ),
      segment("REF R1", "Subscriber number", "1R=0F 2R"),
      segment("REF S1", "Group number", "1R=1L 2R"),
      segment("REF S13", "Further identifier", "1R=17,23,3H,4A,6O,ABB,D3,DX,F6,P5,Q4,QQ,ZZ 2R"),
      segment("DTP S24", "Member date", `1R=${memberDates} 2R=D8 3R`),
      ...member,
      loop("2200 S>1", "Disability", [
        segment("DSB R1", "Disability", "1R=1,2,3,4 7S=DX,ZZ 8S"),
        segment("DTP S2", "Disability date", "1R=360,361 2R=D8 3R"),
      ]),
      coverage,
      segment("LS S1", "Begin of reporting categories", "1R=2700"),
      loop("2700 S>1", "Reporting category", [
        segment("LX R1", "Number", "1R"),
        loop("2750 S1", "Category", [
          segment("N1 R1", "Category", "1R=75 2R"),
          segment(
            "REF S1",
            "Category reference",
            "1R=00,17,18,19,26,3L,6M,9V,9X,GE,LU,PID,XX1,XX2,YY,ZZ 2R",
          ),
          segment("DTP S1", "Category date", "1R=007 2R=D8,RD8 3R"),
        ]),
      ]),
      segment("LE S1", "End of reporting categories", "1R=2700"),
    ]),
    segment("SE R1", "Set trailer", "1R 2R"),
  ],
};
