import type { MadeClaim, Move } from "./hand-made-practice.ts";

function paid(on: string, cents: number): Move {
  return ["cash", "insurance-receivable", cents, on];
}
function contractual(on: string, cents: number, reason = "45"): Move {
  return ["contractual", "insurance-receivable", cents, on, reason];
}
function toPatient(on: string, cents: number): Move {
  return ["patient-receivable", "insurance-receivable", cents, on, "2"];
}
function patientPaid(on: string, cents: number): Move {
  return ["cash", "patient-receivable", cents, on];
}

/** Twenty claims; the newest date in them is 2026-06-30. The tests compute every measure from it. */
export const tableOfClaims: readonly MadeClaim[] = [
  {
    number: "C01",
    payer: 1,
    state: "closed",
    service: "2026-06-01",
    submitted: "2026-06-03",
    accepted: "2026-06-04",
    adjudicated: ["paid", "2026-06-17", 6000],
    lines: [
      {
        charged: 10000,
        moves: [
          paid("2026-06-17", 6000),
          contractual("2026-06-17", 3000),
          toPatient("2026-06-17", 1000),
          patientPaid("2026-06-25", 1000),
        ],
      },
    ],
  },
  {
    number: "C02",
    payer: 1,
    state: "patient",
    service: "2026-06-02",
    submitted: "2026-06-03",
    accepted: "2026-06-04",
    adjudicated: ["paid", "2026-06-23", 12000],
    lines: [
      {
        charged: 20000,
        moves: [
          paid("2026-06-23", 12000),
          contractual("2026-06-23", 6000),
          toPatient("2026-06-23", 2000),
        ],
      },
    ],
  },
  {
    number: "C03",
    payer: 1,
    state: "denied",
    service: "2026-06-05",
    submitted: "2026-06-08",
    accepted: "2026-06-09",
    adjudicated: ["denied", "2026-06-22", 0],
    lines: [{ charged: 15000, denied: 15000 }],
    denials: [
      {
        line: 1,
        reason: "197",
        cents: 15000,
        category: "authorization",
        stage: "front-end",
        dueOn: "2026-07-05",
      },
    ],
  },
  {
    number: "C04",
    payer: 1,
    state: "partly-paid",
    service: "2026-06-05",
    submitted: "2026-06-08",
    accepted: "2026-06-09",
    adjudicated: ["partly-paid", "2026-06-22", 12000],
    lines: [
      { charged: 20000, moves: [paid("2026-06-22", 12000), contractual("2026-06-22", 8000)] },
      { charged: 10000, denied: 10000, code: "93000" },
    ],
    denials: [
      {
        line: 2,
        reason: "97",
        cents: 10000,
        category: "bundling",
        stage: "mid-cycle",
        dueOn: "2026-09-20",
        preventable: "possibly",
      },
    ],
  },
  {
    number: "C05",
    payer: 1,
    state: "rejected",
    service: "2026-06-10",
    submitted: "2026-06-11",
    rejected: "2026-06-12",
    lines: [{ charged: 8000 }],
  },
  {
    number: "C06",
    payer: 1,
    state: "submitted",
    service: "2026-06-20",
    submitted: "2026-06-22",
    lines: [{ charged: 9000 }],
  },
  {
    number: "C07",
    payer: 1,
    state: "patient",
    service: "2026-03-20",
    submitted: "2026-03-25",
    accepted: "2026-03-26",
    adjudicated: ["patient", "2026-04-24", 0],
    lines: [
      { charged: 12000, moves: [contractual("2026-04-24", 4000), toPatient("2026-04-24", 8000)] },
    ],
  },
  {
    number: "C08",
    payer: 1,
    state: "accepted",
    service: "2026-02-01",
    submitted: "2026-02-05",
    accepted: "2026-02-06",
    lines: [{ charged: 25000, code: "99999" }],
  },
  {
    number: "C09",
    payer: 1,
    state: "replaced",
    service: "2026-04-10",
    submitted: "2026-04-12",
    accepted: "2026-04-13",
    adjudicated: ["denied", "2026-04-30", 0],
    lines: [{ charged: 11000, moves: [["charges", "insurance-receivable", 11000, "2026-05-05"]] }],
    denials: [
      {
        line: 1,
        reason: "16",
        cents: 11000,
        category: "coding",
        stage: "mid-cycle",
        dueOn: "2026-07-29",
        state: "superseded",
      },
    ],
  },
  {
    number: "C10",
    payer: 1,
    state: "closed",
    service: "2026-04-10",
    submitted: "2026-05-05",
    accepted: "2026-05-06",
    frequency: "7",
    replaces: "C09",
    adjudicated: ["paid", "2026-05-25", 7000],
    lines: [{ charged: 11000, moves: [paid("2026-05-25", 7000), contractual("2026-05-25", 4000)] }],
  },
  {
    number: "C11",
    payer: 2,
    state: "closed",
    service: "2025-11-15",
    submitted: "2025-11-18",
    accepted: "2025-11-19",
    adjudicated: ["paid", "2025-12-03", 23520],
    lines: [
      {
        charged: 40000,
        moves: [
          paid("2025-12-03", 23520),
          contractual("2025-12-03", 12000),
          contractual("2025-12-03", 480, "253"),
          toPatient("2025-12-03", 4000),
          ["bad-debt", "patient-receivable", 4000, "2026-05-01"],
        ],
      },
    ],
  },
  {
    number: "C12",
    payer: 2,
    state: "closed",
    service: "2025-12-01",
    submitted: "2025-12-02",
    adjudicated: ["denied", "2025-12-20", 0],
    lines: [
      {
        charged: 50000,
        moves: [["write-off", "insurance-receivable", 50000, "2026-02-01", "29"]],
      },
    ],
    denials: [
      {
        line: 1,
        reason: "29",
        cents: 50000,
        category: "timely-filing",
        stage: "back-end",
        dueOn: "2026-03-20",
        state: "closed",
      },
    ],
  },
  {
    number: "C13",
    payer: 2,
    state: "denied",
    service: "2025-10-01",
    submitted: "2025-10-03",
    accepted: "2025-10-04",
    adjudicated: ["denied", "2025-10-20", 0],
    lines: [{ charged: 22000, code: "99213", denied: 22000 }],
    denials: [
      {
        line: 1,
        reason: "50",
        cents: 22000,
        category: "medical-necessity",
        stage: "mid-cycle",
        dueOn: "2026-02-17",
        preventable: "possibly",
      },
    ],
  },
  {
    number: "C14",
    payer: 2,
    state: "closed",
    service: "2026-01-05",
    submitted: "2026-01-06",
    accepted: "2026-01-07",
    adjudicated: ["paid", "2026-01-20", 9000],
    lines: [
      {
        charged: 16000,
        code: "99213",
        moves: [paid("2026-01-20", 9000), contractual("2026-01-20", 7000)],
      },
    ],
  },
  {
    number: "C15",
    payer: 2,
    state: "closed",
    service: "2026-01-10",
    submitted: "2026-01-12",
    accepted: "2026-01-13",
    adjudicated: ["paid", "2026-01-26", 16000],
    lines: [
      {
        charged: 32000,
        code: "99213",
        units: 2,
        moves: [
          paid("2026-01-26", 16000),
          contractual("2026-01-26", 12000),
          toPatient("2026-01-26", 4000),
          patientPaid("2026-03-01", 4000),
        ],
      },
    ],
  },
  {
    number: "C16",
    payer: 2,
    state: "closed",
    service: "2026-06-15",
    submitted: "2026-06-16",
    accepted: "2026-06-17",
    adjudicated: ["paid", "2026-06-30", 6000],
    lines: [
      {
        charged: 10000,
        moves: [
          paid("2026-06-30", 6000),
          contractual("2026-06-30", 4000),
          ["cash", "insurance-credit", 2000, "2026-06-30"],
        ],
      },
    ],
  },
  {
    number: "C17",
    payer: 2,
    state: "forwarded",
    service: "2026-06-18",
    submitted: "2026-06-19",
    accepted: "2026-06-20",
    adjudicated: ["paid", "2026-06-30", 7000],
    lines: [{ charged: 13000, moves: [paid("2026-06-30", 7000), contractual("2026-06-30", 3000)] }],
  },
  {
    number: "C18",
    payer: 2,
    state: "void",
    service: "2026-06-01",
    submitted: "2026-06-02",
    lines: [{ charged: 7500, moves: [["charges", "insurance-receivable", 7500, "2026-06-03"]] }],
  },
  {
    number: "C19",
    payer: 2,
    state: "submitted",
    service: null,
    submitted: "2026-06-01",
    lines: [{ charged: 6000 }],
  },
  {
    number: "C20",
    payer: 2,
    state: "closed",
    service: "2026-05-20",
    submitted: "2026-05-21",
    accepted: "2026-05-22",
    adjudicated: ["paid", "2026-06-05", 6500],
    lines: [
      {
        charged: 10000,
        moves: [
          paid("2026-06-05", 6500),
          contractual("2026-06-05", 3500),
          ["insurance-receivable", "incentive-income", 500, "2026-06-05"],
          ["withhold-receivable", "insurance-receivable", 500, "2026-06-05"],
        ],
      },
    ],
  },
];
