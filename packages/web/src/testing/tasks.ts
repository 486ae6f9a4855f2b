import type { Effort } from "./count-keys.ts";

/** A task of a day with what a product should take for it. */
type Task = {
  readonly task: string;
  readonly role: string;
  /** Clicks from the list that the task stands in, as designed. */
  readonly target: number;
  /** What the target leaves out. */
  readonly beside?: string;
};

/** The tasks of a day, in their order; the targets are clicks, reading and typing apart. */
export const tasks: readonly Task[] = [
  { role: "front desk", task: "check in a clear patient and take the copay", target: 3 },
  { role: "coder", task: "code a simple visit and make its claim", target: 3, beside: "reading" },
  { role: "biller", task: "send all clean claims", target: 2 },
  { role: "biller", task: "fix a rejected claim and send it again", target: 3 },
  { role: "payment poster", task: "post a balanced remittance", target: 0 },
  { role: "denial specialist", task: "appeal with a letter", target: 6 },
  { role: "denial specialist", task: "correct a denied claim and send it", target: 4 },
  { role: "manager", task: "from where denials originate to their claims", target: 2 },
];

/** Tasks with a target that no test counts yet, and what their pages ask for. */
const uncounted: readonly (Task & { readonly now: string })[] = [
  {
    role: "biller",
    task: "correct or void a claim",
    target: 3,
    now: "3: the verb on the claim's page, the change, save; then it is sent with the batch",
  },
  {
    role: "payment poster",
    task: "accept the match of money in suspense",
    target: 2,
    now: "2 where one claim of the remittance waits: the row of Exceptions, Post to this claim; else 3",
  },
  {
    role: "payment poster",
    task: "confirm a takeback",
    target: 1,
    now: "0 where the remittance itself names the claim; else it waits in Exceptions, and no press ties it",
  },
  {
    role: "payment poster",
    task: "a line of a paper EOB",
    target: 0,
    beside: "typing",
    now: "a row by keyboard: allowed, paid, reasons; Ctrl Enter posts the whole",
  },
];

/** The page of the reference: each task with its target and what it took. */
export function effortPage(done: readonly Effort[]): string {
  const rows = tasks.flatMap(({ role, task, target, beside }) => {
    const effort = done.find((one) => one.task === task);
    if (effort === undefined) return [];
    const told = beside === undefined ? `${target}` : `${target} after ${beside}`;
    return [`| ${role} | ${task} | ${told} | ${effort.keys} | ${effort.fields} |`];
  });
  return `# Keys per task

What the tasks of a day take without a mouse, from the list that a task stands in to its end: command keys
pressed, Tab among them, and fields typed into. The targets are clicks. The test of a day presses the keys, fails
where a task takes more keys than its target, and writes this page:

\`\`\`
HEADWATER_WRITE_KEYS=1 npm run test:browser -- packages/web/src/testing/a-day.browser.test.ts
\`\`\`

| role | task | target, clicks | keys | fields typed |
|---|---|---|---|---|
${rows.join("\n")}

## Not counted yet

No test presses these; the right column is what their pages ask for, read off the pages.

| role | task | target, clicks | what it takes |
|---|---|---|---|
${uncounted.map(uncountedRow).join("\n")}
`;
}

function uncountedRow({ role, task, target, beside, now }: (typeof uncounted)[number]): string {
  const told = beside === undefined ? `${target}` : `${target} beside ${beside}`;
  return `| ${role} | ${task} | ${told} | ${now} |`;
}
