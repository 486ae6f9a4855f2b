import { drawPaper, type Paper, type TextPlace } from "@headwater/platform/pdf/paper.ts";
import { amount, dollars, letterDate, phoneText, shortDate } from "./letter-words.ts";
import { accountNumber, type StatementContent, type StatementVisit } from "./statement.ts";

const left = 48;
const right = 564;
const wide = right - left;

/** The amounts of a visit, each with its heading and where its column ends. */
const columns = [
  { title: "Charge", cents: (of: Sums) => of.chargedCents, end: 318 },
  { title: "Insurance paid", cents: (of: Sums) => of.insurancePaidCents, end: 396 },
  { title: "Taken off", cents: (of: Sums) => of.adjustedCents, end: 450 },
  { title: "You paid", cents: (of: Sums) => of.paidCents, end: 504 },
  { title: "You owe", cents: (of: Sums) => of.owedCents, end: right },
] as const;

type Sums = Pick<
  StatementVisit,
  "chargedCents" | "insurancePaidCents" | "adjustedCents" | "paidCents" | "owedCents"
>;

const slipTop = 636;
const tableEnd = 500;

/**
 * The statement as a letter, from what was kept of it and nothing else: the same content is the same
 * bytes. One visit fits on one page, with the slip to send back at its foot.
 */
export function drawStatement(content: StatementContent): Promise<Uint8Array> {
  return drawStatements([content]);
}

/** Several statements in one file, each on pages of its own, for the printer. */
export function drawStatements(contents: readonly StatementContent[]): Promise<Uint8Array> {
  const [first] = contents;
  const title = contents.length === 1 ? `Statement ${first?.number}` : "Statements";
  return drawPaper({ title, writtenOn: first?.issuedOn ?? "2000-01-01" }, (paper) => {
    contents.forEach((content, index) => {
      if (index > 0) paper.nextPage();
      drawLetter(paper, content);
    });
  });
}

function drawLetter(paper: Paper, content: StatementContent): void {
  const write = writer(paper);
  head(paper, content);
  let y = 214;
  const owed = `You owe ${dollars(content.owedCents)}. Please pay by ${letterDate(content.dueOn)}.`;
  y += write(owed, y, { size: 17, isBold: true }) + 6;
  for (const message of content.messages) y += write(message, y, { size: 11 }) + 4;
  y = visits(paper, content, y + 10);
  if (y > tableEnd) {
    paper.nextPage();
    y = 60;
  }
  y = aging(paper, content, y + 8);
  y += write("How to pay", y, { size: 11, isBold: true }) + 2;
  for (const way of content.waysToPay) y += write(`\u2022 ${way}`, y, { size: 10 }) + 1;
  y += 4;
  y += write(content.helpNotice, y, { size: 10 }) + 4;
  if (content.practice.phone !== undefined) {
    const questions = `Questions? Call ${phoneText(content.practice.phone)}.`;
    y += write(questions, y, { size: 11, isBold: true });
  }
  if (y > slipTop - 8) paper.nextPage();
  slip(paper, content);
}

/** Writes over the whole width. */
function writer(paper: Paper) {
  return (text: string, y: number, style: Pick<TextPlace, "size" | "isBold" | "grey">): number =>
    paper.text(text, { x: left, y, width: wide, ...style });
}

/** Who writes to whom: the address stands in the window of an envelope. */
function head(paper: Paper, content: StatementContent): void {
  const { practice, addressee } = content;
  let y = 44;
  y += paper.text(practice.name, { x: left, y, width: 300, size: 14, isBold: true });
  for (const line of practice.remitLines) {
    y += paper.text(line, { x: left, y, width: 300, size: 10 });
  }
  const facts: readonly (readonly [string, string])[] = [
    ["Statement", content.number],
    ["Date", letterDate(content.issuedOn)],
    ["Account", accountNumber(content.account)],
    ["Pay by", letterDate(content.dueOn)],
    ["Amount due", dollars(content.owedCents)],
  ];
  paper.fill({ x: 372, y: 40, width: right - 372, height: facts.length * 17 + 12, grey: 0.94 });
  facts.forEach(([name, value], index) => {
    const line = { y: 48 + index * 17, size: 10, isBold: index === facts.length - 1 };
    paper.text(name, { ...line, x: 382, width: 70 });
    paper.text(value, { ...line, x: 446, width: right - 456, align: "right" });
  });
  y = 148;
  for (const line of [addressee.name, ...addressee.lines]) {
    y += paper.text(line, { x: left + 18, y, width: 280, size: 11 });
  }
}

function visits(paper: Paper, content: StatementContent, top: number): number {
  let y = headings(paper, top);
  for (const visit of content.visits) {
    if (y + visitHeight(paper, visit) > 740) {
      paper.nextPage();
      y = headings(paper, 48);
    }
    y = visitRow(paper, visit, y);
  }
  const total = sumOf(content.visits);
  if (content.visits.length > 1) y = amountsRow(paper, "All visits", { sums: total, y: y + 4 }) + 4;
  if (content.unappliedCents > 0) {
    y = dueRow(paper, "You paid, not yet used for a visit", { cents: -content.unappliedCents, y });
  }
  paper.line({ from: left, to: right, y: y + 2, grey: 0 });
  return dueRow(paper, "Amount due", { cents: content.owedCents, y: y + 6 }) + 6;
}

function headings(paper: Paper, y: number): number {
  const size = 9;
  paper.text("Visit", { x: left, y, width: 200, size, isBold: true });
  columns.forEach(({ title, end }, index) => {
    const width = end - (columns[index - 1]?.end ?? 270);
    paper.text(title, { x: end - width, y, width, size, isBold: true, align: "right" });
  });
  paper.line({ from: left, to: right, y: y + 13, grey: 0 });
  return y + 18;
}

function visitLines({ on, patient, provider, services, payer, shares }: StatementVisit) {
  const day = on === undefined ? "" : `${shortDate(on)} \u00b7 `;
  const why = shares.map(({ words, cents }) => `${words} ${dollars(cents)}`).join(", ");
  return {
    title: `${day}${patient}`,
    details: [
      `${services.map(({ words, chargedCents }) => `${words} ${dollars(chargedCents)}`).join(", ")}${provider === undefined ? "" : `. Seen by ${provider}`}.`,
      why === "" ? `Insurance: ${payer}.` : `${payer} left to you: ${why}.`,
    ],
  };
}

const detail = { width: wide, size: 9, grey: 0.3 } as const;

function visitHeight(paper: Paper, visit: StatementVisit): number {
  const { details } = visitLines(visit);
  return 16 + details.reduce((sum, line) => sum + paper.heightOf(line, detail), 0) + 10;
}

function visitRow(paper: Paper, visit: StatementVisit, top: number): number {
  const { title, details } = visitLines(visit);
  let y = amountsRow(paper, title, { sums: visit, y: top });
  for (const line of details) y += paper.text(line, { ...detail, x: left, y });
  paper.line({ from: left, to: right, y: y + 4 });
  return y + 10;
}

function amountsRow(
  paper: Paper,
  title: string,
  { sums, y }: { readonly sums: Sums; readonly y: number },
): number {
  const size = 10;
  const height = paper.text(title, { x: left, y, width: 222, size, isBold: true });
  columns.forEach(({ cents, end }, index) => {
    const width = end - (columns[index - 1]?.end ?? 270);
    const isBold = index === columns.length - 1;
    paper.text(amount(cents(sums)), { x: end - width, y, width, size, isBold, align: "right" });
  });
  return y + height + 2;
}

function dueRow(
  paper: Paper,
  title: string,
  { cents, y }: { readonly cents: number; readonly y: number },
): number {
  const isBold = cents >= 0;
  paper.text(title, { x: left, y, width: 380, size: 11, isBold });
  paper.text(amount(cents), { x: right - 110, y, width: 110, size: 11, isBold, align: "right" });
  return y + 16;
}

function sumOf(all: readonly StatementVisit[]): Sums {
  const sum = (cents: (visit: Sums) => number) => all.reduce((total, one) => total + cents(one), 0);
  return {
    chargedCents: sum((one) => one.chargedCents),
    insurancePaidCents: sum((one) => one.insurancePaidCents),
    adjustedCents: sum((one) => one.adjustedCents),
    paidCents: sum((one) => one.paidCents),
    owedCents: sum((one) => one.owedCents),
  };
}

const ages = [
  ["0-30", "0 to 30 days"],
  ["31-60", "31 to 60 days"],
  ["61-90", "61 to 90 days"],
  ["over-90", "over 90 days"],
] as const;

/** How long it has been owed; left out while all of it is fresh. */
function aging(paper: Paper, content: StatementContent, y: number): number {
  if (ages.slice(1).every(([age]) => content.aging[age] === 0)) return y;
  const width = wide / 5;
  paper.text("Owed for", { x: left, y, width: width + 10, size: 9, isBold: true });
  ages.forEach(([age, words], index) => {
    const x = left + (index + 1) * width;
    paper.text(words, { x, y, width, size: 9, align: "right", grey: 0.3 });
    paper.text(amount(content.aging[age]), { x, y: y + 12, width, size: 10, align: "right" });
  });
  return y + 32;
}

/** What goes back with a check. */
function slip(paper: Paper, content: StatementContent): void {
  const { practice, addressee } = content;
  paper.line({ from: left, to: right, y: slipTop, grey: 0.4, dash: 4 });
  const cut = "Please send this part back with your check.";
  paper.text(cut, { x: left, y: slipTop + 6, width: wide, size: 8, grey: 0.3 });
  let y = slipTop + 24;
  y += paper.text(`Make your check out to ${practice.name}`, {
    x: left,
    y,
    width: 270,
    size: 10,
    isBold: true,
  });
  for (const line of practice.remitLines) {
    y += paper.text(line, { x: left, y, width: 270, size: 10 });
  }
  paper.text(`From ${addressee.name}`, { x: left, y: slipTop + 104, width: 270, size: 10 });
  const facts: readonly (readonly [string, string])[] = [
    ["Account", accountNumber(content.account)],
    ["Statement", content.number],
    ["Pay by", letterDate(content.dueOn)],
    ["Amount due", dollars(content.owedCents)],
    ["You pay", "$ ____________"],
  ];
  facts.forEach(([name, value], index) => {
    const line = { y: slipTop + 24 + index * 18, size: 11, isBold: index > 2 };
    paper.text(name, { ...line, x: 348, width: 80 });
    paper.text(value, { ...line, x: 420, width: right - 420, align: "right" });
  });
}
