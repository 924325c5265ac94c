import type { FastifyReply } from "fastify";
import { describe, expect, it } from "vitest";
import { pagePolicy, workerPolicy } from "../../../server/plugins/security-headers.ts";

/** The policy a page would get. */
function policyOfPage(outsideHost?: string): string {
  let policy = "";
  const reply = {
    headers: (headers: Record<string, string>) => {
      policy = headers["content-security-policy"]!;
    },
  };
  pagePolicy(reply as unknown as FastifyReply, outsideHost);
  return policy;
}

describe("policies", () => {
  it("let workers run WebAssembly, which the solver is, but no other code of their making", () => {
    expect(workerPolicy(undefined)).toContain("script-src 'self' 'wasm-unsafe-eval';");
    expect(workerPolicy(undefined)).not.toMatch(/'unsafe-eval'|'unsafe-inline'/);
  });

  it("let no page run WebAssembly or code of its making", () => {
    for (const policy of [policyOfPage(), policyOfPage("https://karten.example")]) {
      expect(policy).toContain("script-src 'self';");
      expect(policy).not.toMatch(/unsafe-/);
    }
  });
});
