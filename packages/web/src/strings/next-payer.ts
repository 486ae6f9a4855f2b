/** The words of a claim's way from payer to payer. */
export const nextPayer = {
  title: "Next payer",
  order: "Order of payers",
  toPayer: "Make the claim to {{payer}}",
  again: "Make it again",
  onPaper: "On paper",
  toBatches: "Send it with the next batch",
  print: { preprinted: "Print on the red form", plain: "Print on plain paper" },
  mailed: "Mark as mailed",
  billPatient: "Bill the patient",
  reason: "Why nobody else is asked",
  release: "Bill the patient {{amount}}",
  ask: "Write down what the payer says",
  payer: "Payer",
  answeredOn: "Answered",
  charged: "Charged",
  paid: "Paid",
  adjusted: "Adjusted",
  left: "Left to the patient",
  balance: "Charged = paid + adjusted + left to the patient, to the cent.",
  unbalanced:
    "What {{payer}} answered differs from the charge by {{amount}}: no payer after it would take the claim. Import what is missing.",
  faults: "What a strict reader finds wrong:",
  unnamed: "payer {{rank}}",
  state: {
    answered: "answered",
    billed: "was billed",
    next: "is next",
    later: "comes later",
    fromRecord: "from the patient's record, not on the claim",
  },
  sentence: {
    denied:
      "The payer refused {{amount}}: answer that first. The next payer may be asked with the refusal.",
    crossover:
      "The payer passed the claim on itself on {{since}}. Wait until {{due}}: a claim of ours before that would be a duplicate.",
    crossoverOverdue:
      "The payer passed the claim on itself on {{since}}, and nothing came by {{due}}. Ask the next payer whether it has the claim; if not, send it.",
    bill: "{{payer}} comes next: the claim goes on with what was answered before.",
    prepared: "The claim to {{payer}} is made and ready to be sent.",
    preparedPaper:
      "The claim to {{payer}} goes on paper: print it, mail it, and mark it as mailed.",
    faulty: "The claim to {{payer}} is made, but would not be taken as it stands.",
    waiting: "The claim went on to {{payer}}.",
    waitingUntil: "The claim went on to {{payer}}, which has until {{due}} to answer.",
    rejected:
      "{{payer}} rejected the claim before deciding it. Correct what it says, and make it again.",
    waitingOverdue:
      "The claim went on to {{payer}}, which did not answer by {{due}}. Ask it, or send the claim again.",
    patient: "Nobody is left to ask: {{amount}} is the patient's when you say so.",
    released: "You decided that nobody else is asked: {{amount}} is the patient's.",
    protected:
      "Nobody is left to ask, and the law forbids billing this patient {{amount}}: it is written off or sent to Medicaid.",
  },
};

export const nextPayerWorkKind = {
  "next-payer": "Next payer due",
  "next-payer-rejection": "Rejected by the next payer",
  "crossover-wait": "Passed on by the payer",
};

export const nextPayerWorkAction = { "bill-next-payer": "bill the next payer" };
