import type { Operation } from "../operation.ts";

export const operations: Operation[] = [
  { name: "me", method: "GET", path: "/api/me" },
  {
    name: "choose demo role",
    method: "POST",
    path: "/api/demo/role",
    ask: () => ({ payload: { role: "PLANNER", department: "51" } }),
  },
];
