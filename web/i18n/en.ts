import { de, type Messages } from "./de.ts";

export const en: Messages = de;
