import type { Operation } from "../operation.ts";

export const operations: Operation[] = [
  {
    name: "read profile of district",
    method: "GET",
    path: "/api/districts/:number/profile",
    ask: () => ({ params: { number: "01" } }),
  },
];
