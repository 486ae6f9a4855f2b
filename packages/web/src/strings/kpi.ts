/** Sentences of the page of measures by month, quarter and year. */
export const kpiStrings = {
  kpi: {
    title: "Measures",
    asOf: "As of {{date}}.",
    countedAt: "Something was recorded since; counted at {{at}}.",
    counting: "The figures are being counted for the first time.",
    period: "Period",
    all: "all months",
    from: "From month",
    through: "Through month",
    measure: "Measure",
    value: "Value",
    trend: "24 months",
    trendOf: "{{name}} over 24 months",
    noTrend: "no trend yet",
    originTitle: "Where do our denials originate?",
    originsOverTime: "Denied dollars by month and by where they began",
    noDenials: "No denial was received in these months.",
    preventable: "{{dollars}} of it could have been prevented.",
  },
} as const;
