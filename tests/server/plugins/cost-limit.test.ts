import { expect, it } from "vitest";
import { CostLimit } from "../../../server/plugins/cost-limit.ts";

it("an address that has spent its points waits, another one does not", async () => {
  const costs = new CostLimit({ points: 10, seconds: 30 });
  await costs.charge("192.0.2.1", 10);
  await expect(costs.charge("192.0.2.1", 1)).rejects.toMatchObject({
    status: 429,
    extras: { retryAfterSeconds: 30 },
  });
  await costs.charge("192.0.2.2", 10);
});

it("addresses of one IPv6 subscriber share their points", async () => {
  const costs = new CostLimit({ points: 10, seconds: 30 });
  await costs.charge("2001:db8:1:2::1", 10);
  await expect(costs.charge("2001:db8:1:2:ffff::9", 1)).rejects.toMatchObject({ status: 429 });
  await costs.charge("2001:db8:1:3::1", 10);
});

it("an IPv4 address written as IPv6 is the same address", async () => {
  const costs = new CostLimit({ points: 10, seconds: 30 });
  await costs.charge("192.0.2.1", 10);
  await expect(costs.charge("::ffff:192.0.2.1", 1)).rejects.toMatchObject({ status: 429 });
});
