import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { t } from "../strings/translate.ts";
import { problemSentence } from "./notice.tsx";
import { problemOf } from "./problem.ts";
import { practiceAddress, sendJson } from "./request.ts";
import { sessionQuery } from "./session.ts";

/** Makes an invented practice and goes to the reading of its files. */
export function DemoChoice() {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const demo = useMutation({
    mutationFn: async () => {
      const body = { name: t("demo.name"), kind: "demo" };
      const { id } = await sendJson<{ id: string }>("/api/practices", { method: "POST", body });
      const filled = await sendJson<{ import: string }>(practiceAddress(id, "demo"), {
        method: "POST",
        body: {},
      });
      return { practice: id, import: filled.import };
    },
    onSuccess: async (params) => {
      await queries.invalidateQueries({ queryKey: sessionQuery.queryKey, refetchType: "all" });
      await navigate({ to: "/p/$practice/imports/$import", params });
    },
  });
  return (
    <>
      <button
        type="button"
        className="first-choice"
        disabled={demo.isPending}
        onClick={() => demo.mutate()}
      >
        <strong>{t("demo.choice")}</strong>
        <span>{t(demo.isPending ? "demo.making" : "demo.choiceText")}</span>
      </button>
      {demo.isError && (
        <p role="alert" className="error-line">
          {problemSentence(problemOf(demo.error))}
        </p>
      )}
    </>
  );
}
