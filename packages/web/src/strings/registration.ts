/** Sentences about the quality of registrations, what edits find at the desk, and holds of people. */
export const registrationStrings = {
  registration: {
    title: "Registration",
    score: "{{score}} of 100.",
    lacks: "Lacks {{parts}}.",
    clean: "Nothing was found.",
    findings: "What the edits found",
    mend: "Mend it",
    compare: "Compare the two",
    loading: "The registration is looked at.",
  },
  personHold: {
    title: "Held",
    place: "Hold",
    placed: "Hold it",
    reason: "Why it is held",
    owner: "Who must act",
    byEdits: "Held by edits for: {{role}}.",
    byPerson: "Held by {{who}} for {{role}}: {{reason}}",
    visit: "The patient is not checked in until what was found is mended, or the hold is released.",
    charges: "No claim is made of these charges until the hold is released.",
    claim: "The claim is not sent until the hold is released.",
    registration: "Visits of the patient are not checked in until this is mended or released.",
    heldFor: "Held for",
  },
};
