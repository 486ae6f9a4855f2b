/** What the address of the patients' list may hold. */
export const patientSearchNames = ["search", "registered", "open"] as const;
