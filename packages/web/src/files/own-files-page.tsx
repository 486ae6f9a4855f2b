import { TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { problemSentence } from "../frame/notice.tsx";
import { type Problem, problemOf } from "../frame/problem.ts";
import { sessionQuery, useSession } from "../frame/session.ts";
import { t } from "../strings/translate.ts";
import type { HandedFile } from "./collect-files.ts";
import { DropZone } from "./drop-zone.tsx";
import { createOwnFilesPractice, startImport } from "./start-import.ts";

/** Names a practice, takes a folder, and goes on to its import. */
export function OwnFilesPage() {
  const session = useSession();
  const taken = new Set(session?.practices.map((practice) => practice.name));
  const [name, setName] = useState(() => freeName(taken));
  const own = useOwnFiles(name);
  return (
    <main className="first">
      <Link to="/" className="small">
        ‹ {t("product")}
      </Link>
      <h1>{t("own.title")}</h1>
      <p>{t("own.text")}</p>
      <TextInput
        label={t("own.name")}
        description={t("own.nameText")}
        value={name}
        maxLength={200}
        error={!own.isBusy && taken.has(name.trim()) ? t("own.nameTaken") : undefined}
        onChange={(event) => setName(event.currentTarget.value)}
        w={320}
      />
      {own.problem && (
        <p role="alert" className="error-line">
          {problemSentence(own.problem)} <span className="small">{own.problem.code}</span>
        </p>
      )}
      <DropZone onFiles={own.begin} isBusy={own.isBusy} />
      <p className="small">{t("first.local")}</p>
    </main>
  );
}

function useOwnFiles(name: string) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [problem, setProblem] = useState<Problem | undefined>(undefined);
  const [isBusy, setBusy] = useState(false);
  const begin = async (files: readonly HandedFile[]) => {
    if (files.length === 0) return;
    setBusy(true);
    setProblem(undefined);
    try {
      const practice = await createOwnFilesPractice(name.trim() || t("own.defaultName"));
      await queries.invalidateQueries({ queryKey: sessionQuery.queryKey, refetchType: "all" });
      const importId = await startImport(practice, files);
      await navigate({
        to: "/p/$practice/imports/$import",
        params: { practice, import: importId },
      });
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setBusy(false);
    }
  };
  return { problem, isBusy, begin: (files: readonly HandedFile[]) => void begin(files) };
}

function freeName(taken: ReadonlySet<string>): string {
  const base = t("own.defaultName");
  if (!taken.has(base)) return base;
  let number = 2;
  while (taken.has(`${base} ${number}`)) number += 1;
  return `${base} ${number}`;
}
