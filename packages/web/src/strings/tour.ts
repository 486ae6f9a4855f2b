/** Sentences of the guided tour of a demo practice. */
export const tourStrings = {
  tour: {
    title: "Guided tour",
    link: "Guided tour",
    sentence: "{{done}} of {{all}} exercises done",
    intro:
      "Ten short exercises with this invented practice. Each is checked by what stands in its books, not by what you click; do them in any order, in your own way.",
    start: "Begin the tour",
    restart: "Begin anew",
    restartWhy: "Nothing that was done so far counts then.",
    allDone: "All ten are done.",
    open: "done",
    check: "Check",
    notYet: "Not yet: {{why}}",
    lack: {
      "copay-not-taken": "the patient is checked in, but no copay was taken.",
      "mended-not-sent": "the claim is corrected, but it has not gone out. Send it from Batches.",
      "sent-anew-not-replaced":
        "a denied claim went out anew. The payer has decided it and needs a replacement.",
      "paper-not-posted": "what you typed in is a draft. Post it once its equations hold.",
      "paper-taken-back": "what was posted was taken back again.",
      "deposit-untied": "the deposit and its remittance were parted again.",
      "other-claim": "the payment of that claim was not taken back here. Look again.",
      "other-step": "another step was taken. The exercise asks for an appeal.",
      "step-undone": "the appeal was undone.",
      "refund-cancelled": "the refund was cancelled.",
      "other-origin": "something else cost more dollars of initial denials. Look again.",
    },
    goTo: "Go to {{place}}",
    takeback: "{{payer}} took back {{amount}} on {{on}} (payment {{trace}}).",
    takebackNone: "No payer has taken anything back here yet: step the days on.",
    takebackLabel: "Number of the claim",
    takebackOpen: "Open that remittance",
    originLabel: "Stage and process",
    originChoose: "Choose",
    exercise: {
      "check-in": {
        title: "Check a patient in and take the copay",
        text: "Open a visit of today on the calendar, check the patient in and take the copay: one receipt.",
        place: "the calendar",
      },
      "fix-rejection": {
        title: "Fix a rejection",
        text: "A claim was rejected before a payer judged it. Open it from the work list, correct the field that is named, and send it again from Batches.",
        place: "the work list",
      },
      "next-payer": {
        title: "Bill the secondary payer",
        text: "A payer has answered and another one covers the rest. Open the work item and send the claim to the next payer.",
        place: "the work list",
      },
      "paper-remittance": {
        title: "Post a paper EOB",
        text: "Type in what a payer answered on paper until its three equations hold, and post it.",
        place: "paper remittances",
      },
      "match-deposit": {
        title: "Reassociate a deposit",
        text: "The bank shows money that no remittance explains. Find the remittance of the same amount and tie the two.",
        place: "deposits",
      },
      "explain-takeback": {
        title: "Explain a takeback",
        text: "A payer took money back. Find the claim whose payment it was, and write its number here.",
        place: "remittances",
      },
      "correct-denied": {
        title: "Correct and resend a denied claim",
        text: "Take a denial that a correction cures: replace the claim (frequency 7) with the payer's number and send it from Batches.",
        place: "denials",
      },
      appeal: {
        title: "Appeal a denial",
        text: "Take a denial that was decided wrongly and appeal it with the drafted letter.",
        place: "denials",
      },
      "return-credit": {
        title: "Resolve a credit balance",
        text: "Somebody paid too much. Find a claim that is in credit and ask for the money to go back.",
        place: "credits",
      },
      "find-origin": {
        title: "Find where denials originate",
        text: "Which stage and process cost the most dollars of initial denials? The report knows; choose it here.",
        place: "the report",
      },
    },
  },
} as const;
