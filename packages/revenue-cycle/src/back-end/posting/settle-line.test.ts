import { describe, expect, test } from "vitest";
import type { TreatedAdjustment, Treatment } from "./posting.ts";
import {
  lineTransfer,
  type NetAdjustment,
  type NetAdjustments,
  netAdjustments,
  type SettlingTerms,
  settleLine,
} from "./settle-line.ts";
import { accountNames } from "./testing/golden-cases.ts";

type Adjusted = readonly [code: string, cents: number, treatment: Treatment];

const treated = ([code, cents, treatment]: Adjusted): TreatedAdjustment => ({
  groupCode: code.slice(0, 2),
  reasonCode: code.slice(2),
  cents,
  quantity: undefined,
  treatment,
});

function netOf(adjusted: readonly Adjusted[], sources = 1): NetAdjustments {
  return netAdjustments({
    lineNumber: 1,
    charged: 0,
    paid: 0,
    adjustments: adjusted.map(treated),
    remarkCodes: new Set(),
    sources,
  });
}

const codesOf = (list: readonly (NetAdjustment & { readonly account?: string })[]) =>
  list.map(({ groupCode, reasonCode, cents, account }) =>
    [`${groupCode}${reasonCode}`, cents, account].filter(Boolean).join(" "),
  );

/** What is not empty, in words. */
function netWords(net: NetAdjustments): Record<string, unknown> {
  const lists = ["contractual", "withheld", "patient", "denied", "waiting", "held"] as const;
  const filled = lists.flatMap((name) =>
    net[name].length > 0 ? [[name, codesOf(net[name])] as const] : [],
  );
  return { ...Object.fromEntries(filled), ...(net.incentive ? { incentive: net.incentive } : {}) };
}

describe("what the adjustments of a line come to", () => {
  test.each<[string, Adjusted[], Record<string, unknown>, number?]>([
    ["nothing", [], {}],
    ["contractual", [["CO45", 1, "contractual"]], { contractual: ["CO45 1"] }],
    ["sequestration", [["CO253", 1, "sequestration"]], { contractual: ["CO253 1"] }],
    ["capitation", [["CO24", 1, "capitation"]], { contractual: ["CO24 1"] }],
    ["the patient's", [["PR2", 1, "patient"]], { patient: ["PR2 1"] }],
    ["a denial", [["CO50", 1, "denial"]], { denied: ["CO50 1"] }],
    ["withheld", [["CO104", 1, "withhold"]], { withheld: ["CO104 1 withhold-receivable"] }],
    ["taxed", [["CO105", 1, "irs-withholding"]], { withheld: ["CO105 1 irs-withholding"] }],
    ["an earlier payer's", [["OA23", 1, "prior-payer"]], { waiting: ["OA23 1"] }],
    ["for information", [["OA209", 1, "informational"]], { waiting: ["OA209 1"] }],
    ["pended", [["CO133", 1, "pended"]], { waiting: ["CO133 1"] }],
    ["an incentive that lowers", [["CO144", 1, "incentive"]], { waiting: ["CO144 1"] }],
    ["read by no rule", [["PR45", 1, "hold"]], { waiting: ["PR45 1"], held: ["PR45 1"] }],
    [
      "zeros are nowhere",
      [
        ["PR2", 0, "patient"],
        ["CO104", 0, "withhold"],
        ["CO45", 0, "contractual"],
        ["PR45", 0, "hold"],
      ],
      {},
    ],
    ["a zero alone is nowhere", [["PR2", 0, "patient"]], {}],
    [
      "of one group and reason summed, others kept apart",
      [
        ["CO45", 20, "contractual"],
        ["PR45", 3, "hold"],
        ["CO45", 30, "contractual"],
        ["CO59", 5, "contractual"],
      ],
      { contractual: ["CO45 50", "CO59 5"], waiting: ["PR45 3"], held: ["PR45 3"] },
    ],
    [
      "a sum of zero is nowhere",
      [
        ["PR2", 20, "patient"],
        ["PR2", -20, "incentive"],
      ],
      {},
    ],
    [
      "read by the sign of its sum: reduced in the end",
      [
        ["CO97", -10, "incentive"],
        ["CO97", 40, "denial"],
      ],
      { denied: ["CO97 30"] },
    ],
    [
      "read by the sign of its sum: added in the end",
      [
        ["CO97", 10, "denial"],
        ["CO97", -40, "incentive"],
      ],
      { incentive: 30 },
    ],
    [
      "what is added takes contractual adjustments first, in their order",
      [
        ["CO45", 30, "contractual"],
        ["CO59", 20, "contractual"],
        ["CO144", -40, "incentive"],
      ],
      { contractual: ["CO59 10"] },
    ],
    [
      "what is added in two amounts is added up",
      [
        ["CO144", -40, "incentive"],
        ["OA94", -5, "incentive"],
        ["CO45", 30, "contractual"],
      ],
      { incentive: 15 },
    ],
    [
      "what is added leaves denials and the patient's share of a line returned once",
      [
        ["CO97", 40, "denial"],
        ["PR2", 10, "patient"],
        ["CO133", 5, "pended"],
        ["OA94", -40, "incentive"],
      ],
      { denied: ["CO97 40"], patient: ["PR2 10"], waiting: ["CO133 5"], incentive: 40 },
    ],
    [
      "what one part of a line adds is what another refused",
      [
        ["CO97", 40, "denial"],
        ["PR2", 10, "patient"],
        ["OA94", -40, "incentive"],
      ],
      { patient: ["PR2 10"] },
      2,
    ],
    [
      "what one part adds beyond a refusal meets what waits, and then is incentive",
      [
        ["CO97", 40, "denial"],
        ["PR45", 10, "hold"],
        ["OA94", -60, "incentive"],
      ],
      { incentive: 10 },
      2,
    ],
    [
      "what one part adds leaves a rest of what waits",
      [
        ["PR45", 10, "hold"],
        ["OA94", -4, "incentive"],
      ],
      { waiting: ["PR45 6"], held: ["PR45 6"] },
      2,
    ],
  ])("%s", (_, adjusted, expected, sources = 1) => {
    expect(netWords(netOf(adjusted, sources))).toEqual(expected);
  });
});

describe("the movements of one adjudication on one line", () => {
  type Settled = {
    readonly moved: readonly string[];
    readonly kept?: number;
    readonly denied?: number;
  };
  const contractual = (cents: number): Adjusted => ["CO45", cents, "contractual"];
  const patient = (cents: number): Adjusted => ["PR2", cents, "patient"];
  test.each<[string, number, Adjusted[], Partial<SettlingTerms>, Settled]>([
    ["nothing at all", 0, [], {}, { moved: [] }],
    ["a cent paid", 1, [], {}, { moved: ["ins>cash 1"] }],
    [
      "paid, the patient's share, adjusted",
      6000,
      [contractual(2000), patient(2000)],
      {},
      { moved: ["ins>cash 6000", "ins>pat 2000 PR2", "ins>con 2000 CO45"] },
    ],
    ["from suspense", 6000, [], { money: "suspense" }, { moved: ["ins>sus 6000"] }],
    [
      "paid beyond what is open",
      6000,
      [],
      { openInsurance: 4000 },
      { moved: ["ins>cash 4000", "icr>cash 2000"] },
    ],
    ["paid where nothing is open", 1, [], { openInsurance: 0 }, { moved: ["icr>cash 1"] }],
    [
      "with an incentive that widens what is open",
      10_500,
      [["CO144", -500, "incentive"]],
      {},
      { moved: ["inc>ins 500", "ins>cash 10500"] },
    ],
    [
      "the patient's share, no more than is open",
      8500,
      [patient(2000), contractual(700)],
      {},
      { moved: ["ins>cash 8500", "ins>pat 1500 PR2"] },
    ],
    [
      "two shares of the patient, the second cut short",
      8000,
      [["PR1", 1500, "patient"], patient(1000)],
      {},
      { moved: ["ins>cash 8000", "ins>pat 1500 PR1", "ins>pat 500 PR2"] },
    ],
    [
      "a cent of each",
      1,
      [contractual(1), patient(1), ["CO104", 1, "withhold"]],
      {},
      { moved: ["ins>cash 1", "ins>pat 1 PR2", "ins>wh 1 CO104", "ins>con 1 CO45"] },
    ],
    [
      "the patient's share kept for the next payer, the adjustments not out of it",
      7000,
      [patient(2000), contractual(5000)],
      { isPatientDue: false },
      { moved: ["ins>cash 7000", "ins>con 1000 CO45"], kept: 2000 },
    ],
    [
      "two shares kept, no more than is open",
      7500,
      [["PR1", 2000, "patient"], patient(1000)],
      { isPatientDue: false },
      { moved: ["ins>cash 7500"], kept: 2500 },
    ],
    [
      "nothing kept once the next payer has spoken",
      7000,
      [patient(2000), contractual(5000)],
      { isPatientDue: false, isNextPayerHeard: true },
      { moved: ["ins>cash 7000", "ins>con 3000 CO45"] },
    ],
    [
      "withheld, no more than is open",
      9000,
      [["CO104", 600, "withhold"], ["CO105", 600, "irs-withholding"], contractual(500)],
      {},
      { moved: ["ins>cash 9000", "ins>wh 600 CO104", "ins>irs 400 CO105"] },
    ],
    [
      "withheld, not out of what is kept",
      8000,
      [patient(1500), ["CO104", 1000, "withhold"]],
      { isPatientDue: false },
      { moved: ["ins>cash 8000", "ins>wh 500 CO104"], kept: 1500 },
    ],
    [
      "two adjustments, the second cut short",
      7000,
      [contractual(2000), ["CO253", 2000, "sequestration"]],
      {},
      { moved: ["ins>cash 7000", "ins>con 2000 CO45", "ins>con 1000 CO253"] },
    ],
    [
      "two refusals",
      6000,
      [
        ["CO50", 1000, "denial"],
        ["CO97", 500, "denial"],
      ],
      {},
      { moved: ["ins>cash 6000"], denied: 1500 },
    ],
    [
      "refused, no more than stays open",
      6000,
      [
        ["CO50", 3000, "denial"],
        ["CO97", 2000, "denial"],
      ],
      {},
      { moved: ["ins>cash 6000"], denied: 4000 },
    ],
    [
      "refused, not what is kept for the next payer",
      6000,
      [patient(1000), ["CO50", 5000, "denial"]],
      { isPatientDue: false },
      { moved: ["ins>cash 6000"], kept: 1000, denied: 3000 },
    ],
  ])("%s", (_, paid, adjusted, rest, { moved, kept = 0, denied = 0 }) => {
    const terms: SettlingTerms = {
      lineNumber: 3,
      openInsurance: 10_000,
      money: "cash",
      isPatientDue: true,
      isNextPayerHeard: false,
      ...rest,
    };
    const settled = settleLine(paid, netOf(adjusted), terms);
    const words = settled.transfers.map(({ debit, credit, cents, groupCode, reasonCode }) => {
      const accounts = `${accountNames[credit]}>${accountNames[debit]}`;
      return [accounts, cents, `${groupCode ?? ""}${reasonCode ?? ""}`].filter(Boolean).join(" ");
    });
    expect(words).toEqual(moved);
    expect(settled.transfers.every(({ lineNumber }) => lineNumber === 3)).toBe(true);
    expect([settled.keptForNextPayer, settled.denied]).toEqual([kept, denied]);
  });

  test("a movement without a reason has neither group nor reason", () => {
    const moved = lineTransfer(1, { debit: "cash", credit: "insurance-receivable", cents: 1 });
    expect([moved.groupCode, moved.reasonCode]).toEqual([undefined, undefined]);
  });
});
