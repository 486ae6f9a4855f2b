/**
 * The first three digits of a ZIP code, by state: USPS Domestic Mail Manual L002. Ranges are inclusive.
 * A prefix whose places lie in several states stands under each of them; so do those of towns whose
 * post office is across the border.
 */
const prefixesByState: Readonly<Record<string, string>> = {
  AA: "340",
  AE: "090-099",
  AK: "995-999",
  AL: "350-369",
  AP: "962-966",
  AR: "716-729",
  AS: "967",
  AZ: "845 850-865",
  CA: "894 900-961 976",
  CO: "800-816",
  CT: "060-069",
  DC: "200 202-205 569",
  DE: "197-199",
  FL: "320-339 341-349",
  FM: "969",
  GA: "300-319 398-399",
  GU: "969",
  HI: "967-968",
  IA: "500-528",
  ID: "832-838",
  IL: "600-629 636",
  IN: "460-479",
  KS: "660-679",
  KY: "400-427",
  LA: "700-714 717",
  MA: "010-027 055",
  MD: "205-219",
  ME: "039-049",
  MH: "969",
  MI: "480-499",
  MN: "550-567",
  MO: "630-658",
  MP: "969",
  MS: "386-397",
  MT: "577 590-599",
  NC: "270-289",
  ND: "567 580-588 592",
  NE: "577 680-693",
  NH: "030-038",
  NJ: "070-089",
  NM: "811 865 870-884",
  NV: "889-898",
  NY: "005 063 100-149",
  OH: "430-459",
  OK: "730-732 734-749",
  OR: "970-979",
  PA: "150-196",
  PR: "006-007 009",
  PW: "969",
  RI: "028-029",
  SC: "290-299",
  SD: "570-577",
  TN: "370-385 422 723",
  TX: "733 739 750-799 880 885",
  UM: "967-969",
  UT: "840-847 860",
  VA: "201 220-246",
  VI: "008",
  VT: "050-054 056-059",
  WA: "980-994",
  WI: "530-549",
  WV: "247-268",
  WY: "577 820-831 834",
};

/** Each state with each of its prefixes, such as `IL606`, as the codes of a list. */
export function postalAreaCodes(): string {
  return Object.entries(prefixesByState)
    .flatMap(([state, text]) => text.split(" ").flatMap((range) => prefixesOf(state, range)))
    .join(" ");
}

function prefixesOf(state: string, range: string): string[] {
  const [from = "", to = from] = range.split("-");
  return Array.from(
    { length: Number(to) - Number(from) + 1 },
    (_, at) => state + String(Number(from) + at).padStart(3, "0"),
  );
}
