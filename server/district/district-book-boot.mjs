import { register } from "tsx/esm/api";

// A thread reads TypeScript only after this: options of the process that started it do not reach its loader.
register();
await import("./district-book-worker.ts");
