/** Sentences about who may move how much alone. */
export const approvalLimitStrings = {
  approvalLimits: {
    title: "Approval limits",
    sentence: "Up to its limit a role writes off alone.",
    always:
      "Beyond it a second person decides. Money sent back and remittances that do not add up always take two people.",
    role: "Role",
    limit: "Limit",
    since: "Since",
    usual: "as delivered",
    from: "from {{date}}: {{amount}}",
    set: "Set a limit",
    amount: "Write-offs up to",
    day: "From",
    badAmount: "An amount such as 100.00",
    save: "Set it (Ctrl Enter)",
    none: "always two people",
  },
} as const;
