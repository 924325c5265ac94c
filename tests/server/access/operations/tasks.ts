import type { Operation } from "../operation.ts";

export const operations: Operation[] = [{ name: "list own tasks", method: "GET", path: "/api/tasks" }];
