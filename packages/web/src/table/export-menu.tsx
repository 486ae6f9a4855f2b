import { Button, Menu } from "@mantine/core";
import { practiceAddress } from "../frame/request.ts";
import { t } from "../strings/translate.ts";
import type { ListQuestion } from "./keyset-rows.ts";

/** Downloads the whole list, not only the rows in sight, as CSV or a workbook. */
export function ExportMenu({ question }: { readonly question: ListQuestion }) {
  const link = (format: "csv" | "xlsx") =>
    practiceAddress(question.practice, question.path, { ...question.query, format });
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" size="compact-sm">
          {t("action.export")}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item component="a" href={link("csv")} download>
          {t("export.csv")}
        </Menu.Item>
        <Menu.Item component="a" href={link("xlsx")} download>
          {t("export.xlsx")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
