import { as } from "../../lib/running-app.ts";
import type { Person } from "./operation.ts";

/** Columns of the role matrix, in this order. */
export const people: readonly Person[] = [
  { name: "PUBLIC", role: "PUBLIC", headers: { host: "localhost" } },
  { name: "DISTRICT_HEAD", role: "DISTRICT_HEAD", headers: as("DISTRICT_HEAD", { district: "01" }) },
  { name: "PLANNER", role: "PLANNER", headers: as("PLANNER", { department: "51" }) },
  { name: "PLANNER elsewhere", role: "PLANNER", headers: as("PLANNER", { department: "40" }) },
  { name: "SECRETARIAT", role: "SECRETARIAT", headers: as("SECRETARIAT") },
  { name: "STATISTICS", role: "STATISTICS", headers: as("STATISTICS") },
  { name: "PARTNER", role: "PARTNER", headers: as("PARTNER") },
  { name: "ADMIN", role: "ADMIN", headers: as("ADMIN") },
];
