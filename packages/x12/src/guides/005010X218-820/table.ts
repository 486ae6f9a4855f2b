import { type GuideItem, type GuideTable, loop, segment } from "../../guide-table.ts";

const contact = "1R=IC 2R 3R=EM,FX,TE 4R 5S=EM,EX,FX,TE 6S 7S=EM,EX,FX,TE 8S";
const currentReasons = "20,52,53,AA,AX,H1,H6,IA,J3";
const previousReasons = "52,53,80,81,86,BJ,H1,H6,RU,WO";
const party: readonly GuideItem[] = [
  segment("N2 S1", "Further name", "1R"),
  segment("N3 S1", "Street", "1R 2S"),
  segment("N4 S1", "City", "1R 2S@state 3S@postal-code 4S@country 7S"),
];
const coveragePeriod = segment("DTM S1", "Coverage period", "1R=582,AAG 2S 5S=RD8 6S");

/** Premium payment. */
export const premiumPaymentTable: GuideTable = {
  version: "005010X218",
  versions: ["005010X218"],
  setId: "820",
  functionalId: "RA",
  name: "820",
  items: [
    segment("ST R1", "Set header", "1R=820 2R 3R=005010X218"),
    segment(
      "BPR R1",
      "Payment",
      "1R=C,D,I,P,U,X 2R 3R=C 4R=ACH,BOP,CHK,FWT,NON,SWT 5S=CCP,CTX 6S=01,02,04 7S 8S=ALC,DA 9S 10S" +
        " 11S 12S=01,02,04 13S 14S=DA,SG 15S 16R",
    ),
    segment("TRN R1", "Trace", "1R=1,3 2R 3S 4S"),
    segment("CUR S1", "Currency", "1R=2B,PR 2R@currency"),
    segment("REF S>1", "Reference", "1R=14,17,18,2F,38,72,LB 2R"),
    segment("DTM S1", "Process date", "1R=009 2R"),
    segment("DTM S1", "Delivery date", "1R=035 2R"),
    segment("DTM S1", "Coverage period", "1R=582 5R=RD8 6R"),
    segment("DTM S1", "Creation date", "1R=097 2R"),
    loop("1000A R1", "Premium receiver", [
      segment("N1 R1", "Premium receiver", "1R=PE 2S 3S=1,9,EQ,FI,XV 4S"),
      ...party,
      segment("RDM S1", "Remittance delivery", "1R=BM,EM,FT,FX,IA,OL 2S 3S"),
    ]),
    loop("1000B R1", "Premium payer", [
      segment("N1 R1", "Premium payer", "1R=PR 2S 3S=1,24,75,9,EQ,FI,PI 4S"),
      ...party,
      segment("PER S>1", "Contact", contact),
    ]),
    loop("1000C S14", "Intermediary bank", [
      segment(
        "N1 R1",
        "Intermediary bank",
        "1R=04,0B,8W,AK,BE,BK,C1,C2,IAT,MJ,RB,Z6,ZB,ZL 2S 3S=31,57,94,A3,A4,A6,CF,G,PA 4S",
      ),
      ...party,
      segment("PER S>1", "Contact", contact),
    ]),
    loop("2000A S1", "Payment of an organization", [
      segment("ENT R1", "Organization", "1R 2R=2L,AG,NH,RGA,UN 3R=1,24,9,FI 4R"),
      loop("2200A S>1", "Adjustment of an earlier payment", [
        segment("ADX R1", "Adjustment", `1R 2R=${previousReasons},WW`),
      ]),
      loop("2300A R>1", "Remittance", [
        segment("RMR R1", "Remittance", "1R=11,1L,CT,IK 2R 3S=PA,PI,PO,PP 4R 5S"),
        segment("REF S>1", "Reference", "1R=14,17,18,2F,38,E9,LB,LU,ZZ 2R"),
        coveragePeriod,
        loop("2310A S1", "Line", [
          segment("IT1 R1", "Line", "1R"),
          loop("2312A S4", "Charge", [
            segment("SAC R1", "Charge", "1R=C 2R=A172,B680,D940,G740 5R"),
          ]),
          loop("2315A S3", "Member count", [
            segment("SLN R1", "Member count", "1R 3R=O 4R 5R(1R=10,IE,PR)"),
          ]),
        ]),
        loop("2320A S>1", "Adjustment", [
          segment("ADX R1", "Adjustment", `1R 2R=${currentReasons}`),
        ]),
      ]),
    ]),
    loop("2000B S>1", "Payment of a person", [
      segment("ENT R1", "Person", "1R 2R=2J 3R=34,EI,II 4R"),
      loop("2100B S>1", "Name", [
        segment("NM1 R1", "Name", "1R=DO,EY,IL,QE 2R=1 3S 4S 5S 6S 7S 8S=34,EI,N 9S"),
      ]),
      loop("2200B S>1", "Adjustment of an earlier payment", [
        segment("ADX R1", "Adjustment", `1R 2R=${previousReasons}`),
      ]),
      loop("2300B R>1", "Premium", [
        segment("RMR R1", "Premium", "1R=11,9J,AZ,B7,CT,ID,IG,IK,KW 2R 4R 5S"),
        segment("REF S>1", "Reference", "1R=14,18,2F,38,E9,LU,ZZ 2R"),
        coveragePeriod,
        loop("2320B S>1", "Adjustment", [
          segment("ADX R1", "Adjustment", `1R 2R=${currentReasons}`),
        ]),
      ]),
    ]),
    segment("SE R1", "Set trailer", "1R 2R"),
  ],
};
