import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { type Page, pageOf } from "../../masters/answer-schemas.ts";
import type { FileIssueRow } from "./file-answers.ts";

/** What is wrong with a file, in the order of its issues. */
export async function listFileIssues(
  transaction: PracticeTransaction,
  file: { readonly publicId: string; readonly severity?: string | undefined },
  page: { readonly limit: number; readonly after?: readonly [number] | undefined },
): Promise<Page<FileIssueRow, [number]>> {
  const { practiceId } = transaction;
  const rows = await transaction.query<FileIssueRow>(sql`
    select s.issue_number as number, s.code, s.severity, s.snip, s.interchange,
      s.set_control_number as set, s.loop, s.segment, s.segment_id as "segmentId", s.line,
      s.column_number as column, s.element, s.component, s.message, s.source
    from file_issues s
    where s.practice_id = ${practiceId}
      and s.file_id = (select file_id from files
        where practice_id = ${practiceId} and public_id = ${file.publicId})
      ${file.severity === undefined ? sql`` : sql`and s.severity = ${file.severity}`}
      ${page.after ? sql`and s.issue_number > ${page.after[0]}` : sql``}
    order by s.issue_number
    limit ${page.limit + 1}`);
  return pageOf(rows, page.limit, (row) => [row.number]);
}
