/** Spans of procedure codes with what a patient would call them; the first that holds a code names it. */
const spans: readonly (readonly [from: string, through: string, words: string])[] = [
  ["00100", "01999", "Anesthesia"],
  ["10004", "69990", "Procedure"],
  ["70010", "76499", "X-ray or scan"],
  ["76506", "76999", "Ultrasound"],
  ["77001", "79999", "X-ray or scan"],
  ["80047", "89398", "Laboratory test"],
  ["90281", "90399", "Injected protection"],
  ["90460", "90474", "Giving a vaccine"],
  ["90476", "90759", "Vaccine"],
  ["90785", "90899", "Mental health visit"],
  ["90935", "90999", "Dialysis"],
  ["92002", "92499", "Eye care"],
  ["92502", "92700", "Ear, nose and throat care"],
  ["92920", "93799", "Heart test or treatment"],
  ["93880", "93998", "Blood vessel test"],
  ["94002", "94799", "Lung test or treatment"],
  ["95004", "95199", "Allergy test or treatment"],
  ["95700", "96020", "Nerve or sleep test"],
  ["96130", "96171", "Health assessment"],
  ["96360", "96379", "Injection or infusion"],
  ["96401", "96549", "Infusion of medicine"],
  ["97010", "97799", "Therapy"],
  ["98925", "98943", "Manual treatment"],
  ["98966", "98972", "Telephone or online visit"],
  ["99202", "99215", "Office visit"],
  ["99221", "99239", "Hospital visit"],
  ["99242", "99255", "Specialist visit"],
  ["99281", "99288", "Emergency room visit"],
  ["99291", "99292", "Intensive care"],
  ["99304", "99350", "Visit in a home or nursing home"],
  ["99381", "99429", "Yearly checkup"],
  ["99441", "99458", "Telephone or online visit"],
  ["99460", "99482", "Hospital visit"],
  ["A0021", "A0999", "Ambulance"],
  ["A4206", "B9999", "Supplies"],
  ["E0100", "E8002", "Medical equipment"],
  ["G0008", "G0010", "Giving a vaccine"],
  ["G0402", "G0402", "Yearly checkup"],
  ["G0438", "G0439", "Yearly checkup"],
  ["J0120", "J9999", "Medicine"],
  ["K0001", "K0900", "Medical equipment"],
  ["L0112", "L9900", "Brace or artificial limb"],
  ["P2028", "P9615", "Laboratory test"],
  ["Q0138", "Q5150", "Medicine or supplies"],
];

/** What a patient would call a service: the practice's own words for it, else the kind of service. */
export function plainWords(code: string | undefined, label: string | undefined): string {
  const own = label?.trim();
  if (own) return own;
  if (code === undefined) return "Care";
  const found = spans.find(([from, through]) => from <= code && code <= through);
  return found?.[2] ?? (code.startsWith("D") ? "Dental care" : "Care");
}

/** Why an amount is the patient's, by its claim adjustment reason code, in the patient's words. */
const shareWords: Readonly<Record<string, string>> = {
  "1": "deductible",
  "2": "your share of the cost",
  "3": "copay",
  "26": "no coverage on that day",
  "27": "no coverage on that day",
  "66": "blood deductible",
  "96": "not covered by your plan",
  "119": "over your plan's limit",
  "122": "mental health share",
  "200": "no coverage on that day",
  "204": "not covered by your plan",
  "241": "low income copay",
  "247": "deductible",
  "248": "your share of the cost",
};

/** What insurance left to the patient and why. */
export function shareReason(reasonCode: string | undefined): string {
  return shareWords[reasonCode ?? ""] ?? "left to you by your insurance";
}
