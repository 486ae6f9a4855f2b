import { type GuideTable, type LoopTable, loop, segment } from "../../guide-table.ts";
import { level } from "../hierarchy-parts.ts";

const status = "(1R@status-category 2R@status 3S 4S=RX)";
/** Of a batch or a provider, which no prescription belongs to. */
const statusAbove = "(1R@status-category 2R@status 3S)";

const statusOfMany = segment(
  "STC R>1",
  "Status",
  `1R${statusAbove} 2R 10S${statusAbove} 11S${statusAbove}`,
);

/** The claim that is answered about, below the subscriber or a dependent. */
function claim(suffix: "D" | "E", usage: string): LoopTable {
  return loop(`2200${suffix} ${usage}`, "Claim", [
    segment("TRN R1", "Trace", "1R=2 2R"),
    segment("STC R>1", "Status", `1R${status} 2R 4S 5S 6S 8S 9S 10S${status} 11S${status}`),
    segment("REF S1", "Claim number of the payer", "1R=1K 2R"),
    segment("REF S1", "Type of bill", "1R=BLT 2R"),
    segment("REF S1", "Patient control number", "1R=EJ 2R"),
    segment("REF S1", "Prescription number", "1R=XZ 2R"),
    segment("REF S1", "Voucher", "1R=VV 2R"),
    segment("REF S1", "Clearinghouse trace number", "1R=D9 2R"),
    segment("DTP S1", "Service dates", "1R=472 2R=D8,RD8 3R"),
    loop(`2220${suffix} S>1`, "Service line", [
      segment(
        "SVC R1",
        "Service",
        "1R(1R=AD,ER,HC,HP,IV,N4,NU,WK 2R@procedure 3-6S@modifier) 2R 3R 4S@revenue 7R",
      ),
      segment("STC R>1", "Status", `1R${status} 2R 10S${status} 11S${status}`),
      segment("REF S1", "Line item control number", "1R=FJ 2R"),
      segment("DTP R1", "Service dates", "1R=472 2R=D8,RD8 3R"),
    ]),
  ]);
}

/** Claim status answer. */
export const statusAnswerTable: GuideTable = {
  version: "005010X212",
  versions: ["005010X212", "005010X212E1"],
  setId: "277",
  functionalId: "HN",
  name: "277",
  items: [
    segment("ST R1", "Set header", "1R=277 2R 3R=005010X212,005010X212E1"),
    segment("BHT R1", "Beginning", "1R=0010 2R=08 3R 4R 5R 6R=DG"),
    loop("2000A R>1", "Source level", [
      level("20", "1", false),
      loop("2100A R1", "Payer", [
        segment("NM1 R1", "Payer", "1R=PR 2R=2 3R 8R=PI,XV 9R"),
        segment(
          "PER S1",
          "Contact",
          "1R=IC 2S 3R=ED,EM,FX,TE 4R 5S=ED,EM,EX,FX,TE 6S 7S=ED,EM,EX,FX,TE 8S",
        ),
      ]),
      loop("2000B R>1", "Receiver level", [
        level("21", "0,1"),
        loop("2100B R1", "Receiver", [
          segment("NM1 R1", "Receiver", "1R=41 2R=1,2 3S 4S 5S 8R=46 9R"),
        ]),
        loop("2200B S1", "Answer to the receiver", [
          segment("TRN R1", "Trace", "1R=2 2R"),
          statusOfMany,
        ]),
        loop("2000C S>1", "Provider level", [
          level("19", "0,1"),
          loop("2100C R2", "Provider", [
            segment("NM1 R1", "Provider", "1R=1P 2R=1,2 3S 4S 5S 7S 8R=FI,SV,XX 9R@npi"),
          ]),
          loop("2200C S1", "Answer to the provider", [
            segment("TRN R1", "Trace", "1R=1 2R"),
            statusOfMany,
          ]),
          loop("2000D S>1", "Subscriber level", [
            level("22", "0,1"),
            loop("2100D R1", "Subscriber", [
              segment("NM1 R1", "Subscriber", "1R=IL 2R=1,2 3R 4S 5S 7S 8R=24,II,MI 9R"),
            ]),
            claim("D", "S>1"),
            loop("2000E S>1", "Dependent level", [
              level("23", ""),
              loop("2100E R1", "Dependent", [
                segment("NM1 R1", "Dependent", "1R=QC 2R=1 3R 4S 5S 7S"),
              ]),
              claim("E", "R>1"),
            ]),
          ]),
        ]),
      ]),
    ]),
    segment("SE R1", "Set trailer", "1R 2R"),
  ],
};
