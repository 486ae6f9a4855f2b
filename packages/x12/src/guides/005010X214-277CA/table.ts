import { type GuideTable, loop, segment } from "../../guide-table.ts";

const entities =
  "03,1P,1Z,36,40,41,71,72,73,77,82,85,87,AY,DK,DN,DQ,FA,GB,HK,IL,LI,MSC,PR,PRP,QB,QC,QD,SEP,TL,TTP,TU";
const status = `(1R@status-category 2R@status 3S=${entities})`;
const tax = "0B,1G,G2,LU,SY,TJ";

/** Health care claim acknowledgment. */
export const claimAcknowledgmentTable: GuideTable = {
  version: "005010X214",
  versions: ["005010X214"],
  setId: "277",
  functionalId: "HN",
  name: "277CA",
  items: [
    segment("ST R1", "Set header", "1R=277 2R 3R=005010X214"),
    segment("BHT R1", "Beginning", "1R=0085 2R=08 3R 4R 5R 6R=TH"),
    loop("2000A R1", "Source level", [
      segment("HL R1", "Level", "1R 3R=20 4R=1"),
      loop("2100A R1", "Source", [
        segment("NM1 R1", "Source", "1R=AY,PR 2R=2 3R 8R=46,FI,PI,XV 9R"),
      ]),
      loop("2200A R1", "Receipt", [
        segment("TRN R1", "Receipt number", "1R=1 2R"),
        segment("DTP R1", "Received date", "1R=050 2R=D8 3R"),
        segment("DTP R1", "Processed date", "1R=009 2R=D8 3R"),
      ]),
      loop("2000B R1", "Receiver level", [
        segment("HL R1", "Level", "1R 2R 3R=21 4R=0,1"),
        loop("2100B R1", "Receiver", [
          segment("NM1 R1", "Receiver", "1R=41 2R=1,2 3R 4S 5S 8R=46 9R"),
        ]),
        loop("2200B R1", "Answer to the receiver", [
          segment("TRN R1", "Batch number", "1R=2 2R"),
          segment("STC R>1", "Status", `1R${status} 2R 3R=U,WQ 4R 10S${status} 11S${status}`),
          segment("QTY S1", "Accepted claims", "1R=90 2R"),
          segment("QTY S1", "Rejected claims", "1R=AA 2R"),
          segment("AMT S1", "Accepted amount", "1R=YU 2R"),
          segment("AMT S1", "Rejected amount", "1R=YY 2R"),
        ]),
        loop("2000C S>1", "Billing provider level", [
          segment("HL R1", "Level", "1R 2R 3R=19 4R=0,1"),
          loop("2100C R1", "Billing provider", [
            segment("NM1 R1", "Billing provider", "1R=85 2R=1,2 3R 4S 5S 7S 8R=FI,SV,XX 9R@npi"),
          ]),
          loop("2200C S1", "Answer to the provider", [
            segment("TRN R1", "Trace number", "1R=1,2 2R"),
            segment("STC R>1", "Status", `1R${status} 2S 3R=U,WQ 4S 10S${status} 11S${status}`),
            segment("REF S3", "Further identifier", `1R=${tax} 2R`),
            segment("QTY S1", "Accepted claims", "1R=QA 2R"),
            segment("QTY S1", "Rejected claims", "1R=QC 2R"),
            segment("AMT S1", "Accepted amount", "1R=YU 2R"),
            segment("AMT S1", "Rejected amount", "1R=YY 2R"),
          ]),
          loop("2000D S>1", "Patient level", [
            segment("HL R1", "Level", "1R 2R 3R=PT"),
            loop("2100D R1", "Patient", [
              segment("NM1 R1", "Patient", "1R=QC 2R=1,2 3R 4S 5S 7S 8R=II,MI 9R"),
            ]),
            loop("2200D S>1", "Answer to a claim", [
              segment("TRN R1", "Patient control number", "1R=2 2R"),
              segment(
                "STC R>1",
                "Status",
                `1R${status} 2R 3R=U,WQ 4R 10S${status} 11S${status} 12S`,
              ),
              segment("REF S1", "Claim number of the payer", "1R=1K 2R"),
              segment("REF S1", "Clearinghouse trace number", "1R=D9 2R"),
              segment("REF S1", "Type of bill", "1R=BLT 2R"),
              segment("DTP R1", "Service dates", "1R=472 2R=D8,RD8 3R"),
              loop("2220D S>1", "Answer to a line", [
                segment(
                  "SVC R1",
                  "Service",
                  // Codes as they were sent, right or wrong.
                  "1R(1R=AD,ER,HC,HP,IV,NU,WK 2R 3-6S) 2R 4S 7S",
                ),
                segment("STC R>1", "Status", `1R${status} 2S 3R=U 10S${status} 11S${status} 12S`),
                segment("REF S1", "Line item control number", "1R=FJ 2R"),
                segment("REF S1", "Prescription number", "1R=XZ 2R"),
                segment("DTP S1", "Service dates", "1R=472 2R=D8,RD8 3R"),
              ]),
            ]),
          ]),
        ]),
      ]),
    ]),
    segment("SE R1", "Set trailer", "1R 2R"),
  ],
};
