import { type CodeList, type CodeListName, codeList } from "./code-list.ts";
import { postalAreaCodes } from "./postal-areas.ts";

/** Two-letter codes of the fifty states, the district, territories, and the armed forces. */
export const americanStates: ReadonlySet<string> = new Set(
  (
    "AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ " +
    "NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY AS FM GU MH MP PR PW VI UM AA AE " +
    "AP"
  ).split(" "),
);

/** Two-letter codes of the provinces and territories of Canada. */
export const canadianProvinces: ReadonlySet<string> = new Set(
  "AB BC MB NB NL NS NT NU ON PE QC SK YT".split(" "),
);

/**
 * Lists that come with the library: codes and dates only. All can be replaced; a code that a list
 * lacks is a warning. What is not listed here (procedures, diagnoses, remarks, statuses) is judged by
 * its form unless a list is given.
 */
export const defaultCodeLists: Partial<Record<CodeListName, CodeList>> = {
  state: codeList("USPS and Canada Post codes", "2026-01-01", stateCodes()),
  "postal-area": codeList("USPS Domestic Mail Manual L002", "2026-01-01", postalAreaCodes()),
  country: codeList("ISO 3166-1 alpha-2", "2026-01-01", countryCodes()),
  "place-of-service": codeList("CMS place of service codes", "2026-01-01", placeCodes()),
  "bill-facility": codeList("NUBC type of bill, first two digits", "2026-01-01", billCodes()),
  frequency: codeList("NUBC type of bill, last digit", "2026-01-01", frequencyCodes()),
  "admission-type": codeList("NUBC form locator 14", "2026-01-01", "1 2 3 4 5 9"),
  "admission-source": codeList("NUBC form locator 15", "2026-01-01", admissionSources()),
  "patient-status": codeList("NUBC form locator 17", "2026-01-01", patientStatuses()),
  "adjustment-reason": codeList("X12 external list 139", "2026-11-01", adjustmentReasons()),
  "status-category": codeList("X12 external list 507", "2026-11-01", statusCategories()),
};

function stateCodes(): string {
  return [...americanStates, ...canadianProvinces].join(" ");
}

function countryCodes(): string {
  return (
    "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR " +
    "BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ " +
    "EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW " +
    "GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY " +
    "KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV " +
    "MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY " +
    "QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG " +
    "TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM " +
    "ZW"
  );
}

function placeCodes(): string {
  return (
    "01 02 03 04 05 06 07 08 09 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 31 32 33 34 " +
    "41 42 49 50 51 52 53 54 55 56 57 58 60 61 62 65 66 71 72 81 99"
  );
}

function billCodes(): string {
  return (
    "11 12 13 14 15 16 17 18 21 22 23 24 25 26 27 28 31 32 33 34 41 42 43 44 45 46 47 48 51 52 53 " +
    "54 55 56 57 58 61 62 63 64 65 66 67 68 71 72 73 74 75 76 77 78 79 81 82 83 84 85 86 87 89"
  );
}

function frequencyCodes(): string {
  return "0 1 2 3 4 5 6 7 8 9 A B C D E F G H I J K M O P Q X Y Z";
}

/** Where a patient came from; those of newborns are among them. */
function admissionSources(): string {
  return "1 2 4 5 6 7<2010-06-30 8 9 B<2010-06-30 C<2010-06-30 D E F G";
}

/** How a stay ended, or that it goes on. */
function patientStatuses(): string {
  return (
    "01 02 03 04 05 06 07 09 20 21 30 40 41 42 43 50 51 61 62 63 64 65 66 69 70 81 82 83 84 85 86 " +
    "87 88 89 90 91 92 93 94 95"
  );
}

function adjustmentReasons(): string {
  return (
    "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15<2018-04-30 16 17<2009-06-30 18 19 20 21 22 23 24 " +
    "25<2008-03-31 26 27 29 30<2006-01-31 31 32 33 34 35 38<2012-12-31 39 40 42<2007-05-31 44 45 " +
    "46<2003-10-15 47<2006-01-31 48<2003-10-15 49 50 51 52<2006-01-31 53 54 55 56 57<2007-06-29 58 " +
    "59 60 61 62<2007-03-31 66 69 70 74 75 76 78 85 87<2011-12-31 88<2007-06-29 89 90 91 " +
    "92<2003-10-15 93<2003-10-15 94 95 96 97 100 101 102 103 104 105 106 107 108 109 110 111 112 " +
    "113<2007-06-29 114 115 116 117 118 119 120<2007-06-29 121 122 123<2007-06-29 124<2007-06-29 " +
    "125<2013-10-31 126<2008-03-31 127<2008-03-31 128 129 130 131 132 133 134 135 136 137 " +
    "138<2018-04-30 139 140 141<2012-06-30 142 143 144 145<2008-03-31 146 147 148 149 150 151 152 " +
    "153 154 155 156<2009-09-30 157 158 159 160 161 162<2014-06-30 163 164 165<2018-04-30 166 167 " +
    "168<2018-04-30 169 170 171 172 173 174 175 176 177 178 179 180 181 182 183 184 185 186 187 188 " +
    "189 190 191<2014-06-30 192 193 194 195 196<2007-01-31 197 198 199 200 201 202 203 204 205 206 " +
    "207 208 209 210 211 212 213 214<2014-06-30 215 216 217<2014-06-30 218<2014-06-30 219 " +
    "220<2014-06-30 221<2014-06-30 222 223 224 225 226 227 228 229 230<2014-06-30 231 232 233 234 " +
    "235 236 237 238 239 240 241 242 243 244<2014-06-30 245 246 247 248 249 250 251 252 253 254 " +
    "255<2014-06-30 256 257 258 259 260 261 262 263 264 265 266 267 268 269 270 271 272 273 274 275 " +
    "276 277 278 279 280 281 282 283 284 285 286 287 288 289 290 291 292 293 294 295 296 297 298 " +
    "299 300 301 302 303 304 305 306 A0 A1 A2<2007-12-31 A4<2008-03-31 A5 A6 A7<2015-06-30 A8 B1 B4 " +
    "B5<2016-04-30 B6<2006-01-31 B7 B8 B9 B10 B11 B12 B13 B14 B15 B16 B17<2006-01-31 B18<2009-02-28 " +
    "B20 B22 B23 D21<2007-06-29 D23<2011-12-31 P1 P2 P3 P4 P5 P6 P7 P8 P9 P10 P11 P12 P13 P14 P15 " +
    "P16 P17 P18 P19 P20 P21 P22 P23 P24 P25 P26 P27 P28 P29 P30 P31 P32 W1<2014-06-30 " +
    "W2<2014-06-30 W3<2014-06-30 W4<2014-06-30 W5<2014-06-30 W6<2014-06-30 W7<2014-06-30 " +
    "W8<2014-06-30 W9<2014-06-30 Y1<2014-06-30 Y2<2014-06-30 Y3<2014-06-30"
  );
}

function statusCategories(): string {
  return (
    "A0 A1 A2 A3 A4 A5 A6 A7 A8 D0 DR01 DR02 DR03 DR04 DR05 DR06 DR07 DR08 E0 E1 E2 E3 E4 F0 F1 F2 " +
    "F3 F3F F3N F4 P0 P1 P2 P3 P4 P5 R0 R1 R3 R4 R5 R6 R7 R8 R9 R10 R11 R12 R13 R14 R15 R16"
  );
}
