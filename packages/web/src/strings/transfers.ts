/** The words of the page that shows what one record moved. */
export const transferStrings = {
  moved: {
    title: "What moved",
    open: "{{amount}}: show what moved",
    none: "Nothing moved",
    noneText: "No transfer was made for this: it is told, not posted.",
    count_one: "{{count}} transfer",
    count_other: "{{count}} transfers",
    sentence: "{{count}}, each with its cause.",
    remittance: "What remittance {{id}} moved",
    remittanceClaim: "What claim {{claim}} of remittance {{id}} moved",
    adjustment: "What provider adjustment {{adjustment}} of remittance {{id}} moved",
    payment: "What the payment moved",
    refund: "What refund {{id}} moved",
    writeOff: "What the write-off moved",
    deposit: "What the deposit moved",
    settlement: "What the card gateway's deposit moved",
    journal: "{{debit}} to {{credit}}, {{day}}",
  },
} as const;
