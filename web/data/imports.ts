import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { DatasetLine, FileReading, ImportKind, JobAnswer } from "#domain/contract/import-contract.ts";
import type { ReleaseStatement } from "#domain/dataset/release.ts";
import { usePage } from "../state/use-page.ts";
import { discard, read, send, sendForm } from "./api.ts";

/** How often a job that waits or runs is asked for, beside the events. */
const askAgainMs = 1000;

export const isBusy = (job: Pick<JobAnswer, "state">) => job.state === "WAITING" || job.state === "RUNNING";

export function useDatasets() {
  const sight = usePage((state) => state.sight);
  return useQuery({
    queryKey: ["datasets", sight],
    queryFn: async ({ signal }) => {
      const parameters = new URLSearchParams(sight ? { ceiling: sight } : {});
      return (await read<{ items: DatasetLine[] }>("api/datasets", { signal, parameters })).items;
    },
  });
}

export function useJobs() {
  return useQuery({
    queryKey: ["jobs"],
    queryFn: async ({ signal }) => (await read<{ items: JobAnswer[] }>("api/jobs", { signal })).items,
  });
}

export function useJob(id: string) {
  return useQuery({
    queryKey: ["job", id],
    queryFn: ({ signal }) => read<JobAnswer>(`api/jobs/${id}`, { signal }),
    refetchInterval: ({ state }) => (state.data && isBusy(state.data) ? askAgainMs : false),
  });
}

export interface Upload {
  file: File;
  kind: ImportKind;
  recordType: string | null;
}

/** The acts on import jobs; each puts the job as answered where the page reads it. */
export function useImportActs() {
  const client = useQueryClient();
  const keep = (job: JobAnswer) => {
    client.setQueryData(["job", job.id], job);
    void client.invalidateQueries({ queryKey: ["jobs"] });
  };
  const step = (id: string, name: string, body: object) => send<JobAnswer>(`api/jobs/${id}/${name}`, body);
  return {
    upload: useMutation({
      mutationFn: ({ file, kind, recordType }: Upload) => {
        const form = new FormData();
        form.set("file", file);
        const parameters = new URLSearchParams({ kind, ...(recordType && { recordType }) });
        return sendForm<JobAnswer>("api/imports", form, parameters);
      },
      onSuccess: keep,
    }),
    readAgain: useMutation({
      mutationFn: ({ id, reading }: { id: string; reading: FileReading }) => step(id, "preview", { reading }),
      onSuccess: keep,
    }),
    check: useMutation({
      mutationFn: ({ id, spec }: { id: string; spec: object }) => step(id, "check", { spec }),
      onSuccess: keep,
    }),
    publish: useMutation({
      mutationFn: ({ id, released }: { id: string; released: ReleaseStatement | null }) =>
        step(id, "publish", { released }),
      onSuccess: keep,
    }),
    cancel: useMutation({ mutationFn: (id: string) => step(id, "cancel", {}), onSuccess: keep }),
    discard: useMutation({
      mutationFn: (id: string) => discard(`api/jobs/${id}`),
      onSuccess: () => client.invalidateQueries({ queryKey: ["jobs"] }),
    }),
    undo: useMutation({
      mutationFn: ({ dataset, current, reason }: { dataset: string; current: string; reason: string }) =>
        send<DatasetLine>(`api/datasets/${dataset}/undo`, { current, reason }),
      onSuccess: () => client.invalidateQueries({ queryKey: ["datasets"] }),
    }),
  };
}
