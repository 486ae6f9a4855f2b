/** Which denials a list shows: those that wait for us or a payer, those that ended, by how. */
export const denialStandings = ["open", "won", "lost", "all"] as const;

/** How old a denial is, in days since the payer refused. */
export const denialAges = ["0-30", "31-60", "61-90", ">90"] as const;

/** How the last day for an answer stands to the practice's day. */
export const denialDues = ["overdue", "week", "later", "none"] as const;
