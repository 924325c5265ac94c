import type { Operation } from "../operation.ts";

export const operations: Operation[] = [
  { name: "read audit", method: "GET", path: "/api/audit" },
  { name: "export audit", method: "GET", path: "/api/audit/export.csv" },
  { name: "verify audit", method: "GET", path: "/api/audit/verification" },
];
