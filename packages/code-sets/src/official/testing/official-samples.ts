/** Small files in the layouts of the official ones. The rows are made up or of public sets; no CPT words. */

/** An ICD-10-CM order file of these codes. */
export function icd10cmOrder(
  codes: readonly (readonly [code: string, isBillable: 0 | 1, text: string])[],
): string {
  const lines = codes.map(([code, billable, text], at) => {
    const number = String(at + 1).padStart(5, "0");
    return `${number} ${code.padEnd(7)} ${billable} ${text.slice(0, 60).padEnd(60)} ${text}`;
  });
  return `${lines.join("\r\n")}\r\n`;
}

export const icd10cmCodes = [
  ["A00", 0, "Cholera"],
  ["A000", 1, "Cholera due to Vibrio cholerae 01, biovar cholerae"],
  ["E11", 0, "Type 2 diabetes mellitus"],
  ["E119", 1, "Type 2 diabetes mellitus without complications"],
  ["M545", 0, "Low back pain"],
  ["M5450", 1, "Low back pain, unspecified"],
  ["QA0", 0, "Neurodevelopmental disorders related to specific genetic pathogenic variants"],
  ["Z99", 0, "Dependence on enabling machines and devices, not elsewhere classified"],
  ["Z9989", 1, "Dependence on other enabling machines and devices"],
] as const;

export const icd10cmTabular = `<?xml version="1.0" encoding="utf-8"?>
<ICD10CM.tabular>
  <version>2026</version>
  <introduction><introSection type="title"><title>A title</title></introSection></introduction>
  <chapter>
    <name>4</name>
    <desc>Endocrine, nutritional and metabolic diseases (E00-E89)</desc>
    <excludes1><note>transitory disorders of the newborn (P70-P74)</note></excludes1>
    <section id="E08-E13">
      <desc>Diabetes mellitus (E08-E13)</desc>
      <diag>
        <name>E11</name>
        <desc>Type 2 diabetes mellitus</desc>
        <excludes1><note>type 1 diabetes mellitus (E10.-)</note></excludes1>
        <diag placeholder="true">
          <name>E11.32</name>
          <desc>With retinopathy &lt;mild&gt;</desc>
          <sevenChrDef><extension char="1">right eye</extension></sevenChrDef>
        </diag>
      </diag>
    </section>
  </chapter>
</ICD10CM.tabular>
`;

type HcpcsSample = {
  readonly code: string;
  readonly record: "3" | "4" | "7" | "8";
  readonly text: string;
  readonly added?: string;
  readonly terminated?: string;
};

/** A HCPCS text file with its notice; rows of 320 columns. */
export function hcpcsText(rows: readonly HcpcsSample[]): string {
  const lines = rows.map((row) => {
    const columns = Array.from({ length: 320 }, () => " ");
    const put = (from: number, text: string) => {
      for (let at = 0; at < text.length; at += 1) columns[from - 1 + at] = text[at] ?? " ";
    };
    put(1, row.code.padStart(5, " "));
    put(6, "00100");
    put(11, row.record);
    put(12, row.text);
    if (row.record === "3" || row.record === "7") {
      put(92, row.text.slice(0, 28));
      put(230, "C");
      put(269, row.added ?? "20020101");
      put(285, row.terminated ?? "");
      put(293, "N");
    }
    return columns.join("");
  });
  return `***Disclaimers\t\t\r\n\r\n${lines.join("\r\n")}\r\n`;
}

export const hcpcsRows: readonly HcpcsSample[] = [
  { code: "AA", record: "7", text: "Anesthesia performed personally" },
  { code: "A0428", record: "3", text: "Ambulance service, basic life support," },
  { code: "A0428", record: "4", text: "non-emergency transport" },
  { code: "J1885", record: "3", text: "Injection, ketorolac tromethamine", added: "19930101" },
  { code: "V5364", record: "3", text: "Dysphagia screening", terminated: "20261031" },
];

/** A file of procedure-to-procedure edits; each row is the seven columns. */
export function ptpText(rows: readonly (readonly string[])[]): string {
  const heading = [
    "A notice.\t\t\t\t\t\t",
    "Column1/Column2 Edits\t\t\t\t\t\t",
    "Column 1\tColumn 2\t*=in existence\tEffective\tDeletion\tModifier\tPTP Edit Rationale",
    "\t\tprior to 1996\tDate\tDate\t0=not allowed\t",
    "\t\t\t\t*=no data\t1=allowed\t",
    "\t\t\t\t\t9=not applicable\t",
  ];
  return [...heading, ...rows.map((row) => row.join("\t")), ""].join("\r\n");
}

/** A file of medically unlikely edits for practitioners. */
export function mueText(rows: readonly string[]): string {
  const heading =
    '"A notice\r\n\r\nover lines, with a ""quote""."\r\n"HCPCS/\r\nCPT Code",Practitioner Services MUE Values,MUE Adjudication Indicator,MUE Rationale';
  return [heading, ...rows, ""].join("\r\n");
}

/** A relative value file: of 32 columns as since 2026, or of 31 as before. */
export function relativeValueText(rows: readonly string[], columnCount: 31 | 32 = 32): string {
  const stacked = [
    ",,2026 National Physician Fee Schedule Relative Value File July Release,,,,,,,,,,,,,,,,,,,,,,,,,,,,,",
    ",,RELEASED 06/30/2026,,,,,,,,,,,,,,,,,,,,,,,,,,,,,",
    ",,,,,,,,,,,,,,,,,,,,,,,,,,,,,NON-FACILITY,FACILITY,",
    ",,,,NOT USED,,,,,,,,,,,,,,,,,,,,,,PHYSICIAN,,DIAGNOSTIC,PE USED,PE USED,MP USED",
    ",,,,FOR,,,NON-FAC,,FACILITY,,,,,,,,,,,,,,,,,SUPERVISION OF,,IMAGING,FOR OPPS,FOR OPPS,FOR OPPS",
    ",,,STATUS,MEDICARE,WORK,NON-FAC,NA,FACILITY,NA,MP,NON-FACILITY,FACILITY,PCTC,GLOB,PRE,INTRA,POST,MULT,BILAT,ASST,CO-,TEAM,PRIC,ENDO,CONV,DIAGNOSTIC,CALCULATION,FAMILY,PAYMENT,PAYMENT,PAYMENT",
    "HCPCS,MOD,DESCRIPTION,CODE,PAYMENT,RVU,PE RVU,INDICATOR,PE RVU,INDICATOR,RVU,TOTAL,TOTAL,IND,DAYS,OP,OP,OP,PROC,SURG,SURG,SURG,SURG,IND,BASE,FACTOR,PROCEDURES,FLAG,INDICATOR,AMOUNT,AMOUNT,AMOUNT",
  ];
  const priceIndicator = 23;
  const lines = [...stacked, ...rows].map((line) => {
    const cells = line.split(",");
    if (columnCount === 31) cells.splice(priceIndicator, 1);
    return cells.join(",");
  });
  return `${lines.join("\r\n")}\r\n`;
}

/** A row of the relative value file; the words of the code are a mark that must be kept nowhere. */
export function relativeValueRow(
  code: string,
  modifier: string,
  values: readonly [work: string, nonfacility: string, facility: string, malpractice: string],
): string {
  const [work, nonfacility, facility, malpractice] = values;
  return `${code},${modifier},NOT-KEPT,A,,${work},${nonfacility},,${facility},NA,${malpractice},9.99,9.99,0,XXX,0.00,0.00,0.00,0,0,0,0,0,1,,33.4009,09,0,99,0.00,0.00,0.00`;
}

/** A file of cost indices with as many localities as asked for, then footnotes. */
export function costIndexText(localities: number): string {
  const rows = Array.from({ length: localities }, (_, at) => {
    const locality = at === 0 ? "0" : String(at).padStart(2, "0");
    return `10112,AL,${locality},PLACE ${at}*,1.000,0.875,0.566`;
  });
  return [
    "ADDENDUM E. FINAL CY 2026 GEOGRAPHIC PRACTICE COST INDICES (GPCIs) BY STATE AND MEDICARE LOCALITY,,,,,,",
    ",,,,,,",
    "Medicare Administrative Contractor (MAC),State,Locality Number,Locality Name,2026 PW GPCI (with 1.0 Floor)***,2026 PE GPCI,2026 MP GPCI",
    ...rows,
    ",,,,,,",
    '"***Note, with a comma",,,,,,',
    "",
  ].join("\n");
}

/** A taxonomy file with as many made-up rows as asked for. */
export function taxonomyText(count: number): string {
  const rows = Array.from({ length: count }, (_, at) => {
    const code = `${String(100 + at).padStart(4, "0")}00000X`;
    return `${code},Grouping,Classification ${at},Part ${at},"A definition\r\nover two lines",,Shown ${at},Individual`;
  });
  return [
    "Code,Grouping,Classification,Specialization,Definition,Notes,Display Name,Section",
    ...rows,
    "",
  ].join("\r\n");
}

/** The table of places of service with as many rows as asked for. */
export function placeOfServiceText(count: number): string {
  const rows = Array.from({ length: count }, (_, at) => {
    const name = at === 10 ? "Office" : at === 5 ? "Unassigned" : `Place ${at}`;
    return `${String(at + 1).padStart(2, "0")},${name},"Words, of ${at}"`;
  });
  return [
    "Place of Service Code(s),Place of Service Name,Place of Service Description",
    ...rows,
    "",
  ].join("\n");
}
