import type { Operation } from "../operation.ts";

export const operations: Operation[] = [
  {
    name: "read profile of district",
    method: "GET",
    path: "/api/districts/:number/profile",
    ask: () => ({ params: { number: "01" } }),
  },
  {
    name: "print profile of district",
    method: "GET",
    path: "/print/district/:file",
    ask: () => ({ params: { file: "01.pdf" } }),
  },
  { name: "read progress of all profiles", method: "GET", path: "/api/districts/progress" },
  { name: "print profiles of all districts", method: "GET", path: "/print/districts.pdf" },
];
