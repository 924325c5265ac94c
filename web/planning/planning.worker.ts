import { expose } from "comlink";
import { fetchBytes } from "./fetch-bytes.ts";
import { makePlanningDesk } from "./planning-desk.ts";

expose(makePlanningDesk({ fetchBytes }));
