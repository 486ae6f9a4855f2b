import { useQuery } from "@tanstack/react-query";
import { problemOf } from "../frame/problem.ts";
import { getJson } from "../frame/request.ts";
import { t } from "../strings/translate.ts";

const everyMs = 5000;

/** Tells, while files are read, that reading waits because the server's disk is full. */
export function DiskFullNotice() {
  const ready = useQuery({
    queryKey: ["ready"],
    queryFn: ({ signal }) => getJson("/health/ready", signal),
    refetchInterval: everyMs,
    staleTime: 0,
    retry: false,
  });
  if (problemOf(ready.error).code !== "disk_full") return null;
  return (
    <p role="alert" className="error-line">
      {t("diskFull.waits")}
    </p>
  );
}
