import { type GuideTable, loop, segment } from "../../guide-table.ts";

const city = "1R 2S@state 3S@postal-code 4S@country 7S@subdivision";
const numbers = "EM,EX,FX,TE";
const moreAdjustments = [5, 8, 11, 14, 17]
  .map((at) => `${at}S@adjustment-reason ${at + 1}S ${at + 2}S`)
  .join(" ");
const adjustments = `1R=CO,OA,PI,PR 2R@adjustment-reason 3R 4S ${moreAdjustments}`;
const parties = "FI,II,MI";
const payers = "AD,FI,NI,PI,PP,XV";
const providerReferences = "0B,1A,1B,1C,1D,1G,1H,1J,D3,G2";
const providerReasons =
  "50,51,72,90,AH,AM,AP,B2,B3,BD,BN,C5,CR,CS,CT,CV,CW,DM,E3,FB,FC,GO,HM,IP,IR,IS,J1,L3,L6,LE,LS," +
  "OA,OB,PI,PL,RA,RE,SL,TL,WO,WU";
const morePlb = [5, 7, 9, 11, 13]
  .map((at) => `${at}S(1R=${providerReasons} 2S) ${at + 1}S`)
  .join(" ");
const otherAmounts = "T,T2,ZK,ZL,ZM,ZN,ZO";

/** Health care claim payment and remittance advice. */
export const remittanceTable: GuideTable = {
  version: "005010X221A1",
  versions: ["005010X221", "005010X221A1"],
  setId: "835",
  functionalId: "HP",
  name: "835",
  items: [
    segment("ST R1", "Set header", "1R=835 2R"),
    segment(
      "BPR R1",
      "Payment",
      "1R=C,D,H,I,P,U,X 2R 3R=C,D 4R=ACH,BOP,CHK,FWT,NON 5S=CCP,CTX 6S=01,04 7S 8S=DA 9S 10S 11S" +
        " 12S=01,04 13S 14S=DA,SG 15S 16R",
    ),
    segment("TRN R1", "Payment trace", "1R=1 2R 3R 4S"),
    segment("CUR S1", "Currency", "1R=PR 2R@currency"),
    segment("REF S1", "Receiver", "1R=EV 2R"),
    segment("REF S1", "Version", "1R=F2 2R"),
    segment("DTM S1", "Production date", "1R=405 2R"),
    loop("1000A R1", "Payer", [
      segment("N1 R1", "Payer", "1R=PR 2R 3S=XV 4S"),
      segment("N3 R1", "Street", "1R 2S"),
      segment("N4 R1", "City, state and postal code", city),
      segment("REF S4", "Further payer identifier", "1R=2U,EO,HI,NF 2R"),
      segment("PER S1", "Business contact", `1R=CX 2S 3S=EM,FX,TE 4S 5S=${numbers} 6S 7S=EX 8S`),
      segment(
        "PER R>1",
        "Technical contact",
        "1R=BL 2S 3S=EM,TE,UR 4S 5S=EM,EX,FX,TE,UR 6S 7S=EM,EX,FX,UR 8S",
      ),
      segment("PER S1", "Web site", "1R=IC 3R=UR 4R"),
    ]),
    loop("1000B R1", "Payee", [
      segment("N1 R1", "Payee", "1R=PE 2R 3R=FI,XV,XX 4R@npi"),
      segment("N3 S1", "Street", "1R 2S"),
      segment("N4 S1", "City, state and postal code", city),
      segment("REF S>1", "Further payee identifier", "1R=0B,D3,PQ,TJ 2R"),
      segment("RDM S1", "Remittance delivery", "1R=BM,EM,FT,OL 2S 3S"),
    ]),
    loop("2000 S>1", "Group of claims", [
      segment("LX R1", "Group number", "1R"),
      segment("TS3 S1", "Provider summary", "1R 2R 3R 4R 5R 13S 15S 17S 18S 20S 21S 22S 23S 24S"),
      segment("TS2 S1", "Provider supplemental summary", "1-19S"),
      loop("2100 R>1", "Claim payment", [
        segment(
          "CLP R1",
          "Claim payment",
          "1R 2R=1,2,3,4,19,20,21,22,23,25 3R 4R 5S 6R=12,13,14,15,16,17,AM,CH,DS,HM,LM,MA,MB,MC,OF,TV,VA,WC,ZZ" +
            " 7R 8S 9S 11S 12S 13S",
        ),
        segment("CAS S99", "Claim adjustments", adjustments),
        segment("NM1 R1", "Patient", "1R=QC 2R=1 3S 4S 5S 7S 8S=34,HN,II,MI,MR 9S"),
        segment("NM1 S1", "Insured", `1R=IL 2R=1,2 3S 4S 5S 7S 8R=${parties} 9R`),
        segment("NM1 S1", "Corrected patient or insured", "1R=74 2R=1,2 3S 4S 5S 7S 8S=C 9S"),
        segment(
          "NM1 S1",
          "Service provider",
          "1R=82 2R=1,2 3S 4S 5S 7S 8R=BD,BS,FI,MC,PC,SL,UP,XX 9R@npi",
        ),
        segment("NM1 S1", "Crossover carrier", `1R=TT 2R=2 3R 8R=${payers} 9R`),
        segment("NM1 S1", "Corrected priority payer", `1R=PR 2R=2 3R 8R=${payers} 9R`),
        segment("NM1 S1", "Other subscriber", `1R=GB 2R=1,2 3S 4S 5S 7S 8S=${parties} 9S`),
        segment(
          "MIA S1",
          "Inpatient adjudication",
          "1R 2S 3S 4S 5S@remark 6-19S 20-23S@remark 24S",
        ),
        segment("MOA S1", "Outpatient adjudication", "1S 2S 3-7S@remark 8S 9S"),
        segment(
          "REF S5",
          "Other claim identifier",
          "1R=1L,1W,28,6P,9A,9C,BB,CE,EA,F8,G1,G3,IG,SY 2R",
        ),
        segment("REF S10", "Rendering provider identifier", `1R=${providerReferences},LU 2R`),
        segment("DTM S2", "Statement date", "1R=232,233 2R"),
        segment("DTM S1", "Coverage expiration", "1R=036 2R"),
        segment("DTM S1", "Claim received", "1R=050 2R"),
        segment("PER S2", "Claim contact", `1R=CX 2S 3R=EM,FX,TE 4R 5S=${numbers} 6S 7S=EX 8S`),
        segment("AMT S13", "Claim amount", `1R=AU,D8,DY,F5,I,NL,${otherAmounts} 2R`),
        segment("QTY S14", "Claim quantity", "1R=CA,CD,LA,LE,NE,NR,OU,PS,VS,ZK,ZL,ZM,ZN,ZO 2R"),
        loop("2110 S999", "Service payment", [
          segment(
            "SVC R1",
            "Service payment",
            "1R(1R=AD,ER,HC,HP,IV,N4,N6,NU,UI,WK 2R@procedure 3-6S@modifier 7S) 2R 3R 4S@revenue 5S" +
              " 6S(1R=AD,ER,HC,HP,IV,N4,NU,WK 2R@procedure 3-6S@modifier 7S) 7S",
          ),
          segment("DTM S2", "Service date", "1R=150,151,472 2R"),
          segment("CAS S99", "Line adjustments", adjustments),
          segment("REF S8", "Service identifier", "1R=1S,APC,BB,E9,G1,G3,LU,RB 2R"),
          segment("REF S1", "Line item control number", "1R=6R 2R"),
          segment(
            "REF S10",
            "Rendering provider identifier",
            `1R=${providerReferences},HPI,SY,TJ 2R`,
          ),
          segment("REF S5", "Policy", "1R=0K 2R"),
          segment("AMT S9", "Service amount", `1R=B6,KH,${otherAmounts} 2R`),
          segment("QTY S6", "Service quantity", "1R=ZK,ZL,ZM,ZN,ZO 2R"),
          segment("LQ S99", "Remark", "1R=HE,RX 2R"),
        ]),
      ]),
    ]),
    segment("PLB S>1", "Provider adjustment", `1R 2R 3R(1R=${providerReasons} 2S) 4R ${morePlb}`),
    segment("SE R1", "Set trailer", "1R 2R"),
  ],
};
