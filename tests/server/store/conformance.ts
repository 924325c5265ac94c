import { describe } from "vitest";
import { accountsSuite } from "./conformance/accounts.ts";
import { askedAreasSuite } from "./conformance/asked-areas.ts";
import { auditSuite } from "./conformance/audit.ts";
import { changesSuite } from "./conformance/changes.ts";
import { concurrencySuite } from "./conformance/concurrency.ts";
import { type Harness, withStore } from "./conformance/harness.ts";
import { listsSuite } from "./conformance/lists.ts";
import { recordsSuite } from "./conformance/records.ts";
import { releaseContentSuite } from "./conformance/release-content.ts";
import { releasesSuite } from "./conformance/releases.ts";
import { scopeSuite } from "./conformance/scope.ts";

/** What a database must do to be a store; both run it in full. */
export function conformance(harness: Harness): void {
  const opened = withStore(harness);
  describe("records", () => recordsSuite(opened));
  describe("several people at once", () => concurrencySuite(opened));
  describe("lists", () => listsSuite(opened));
  describe("who reads what", () => scopeSuite(opened));
  describe("audit", () => auditSuite(opened));
  describe("dataset releases", () => releasesSuite(opened));
  describe("files of releases", () => releaseContentSuite(opened));
  describe("areas somebody asked for", () => askedAreasSuite(opened));
  describe("accounts", () => accountsSuite(opened));
  describe("changes", () => changesSuite(opened));
}
