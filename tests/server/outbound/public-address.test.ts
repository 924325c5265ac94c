import { describe, expect, it } from "vitest";
import { isPublicAddress } from "../../../server/outbound/public-address.ts";

describe("addresses of the open internet", () => {
  it.each([
    ["127.0.0.1", false],
    ["10.1.2.3", false],
    ["172.20.0.1", false],
    ["192.168.1.1", false],
    ["169.254.169.254", false],
    ["100.64.0.1", false],
    ["::1", false],
    ["fd00::1", false],
    ["fe80::1", false],
    ["::ffff:127.0.0.1", false],
    ["::ffff:7f00:1", false],
    ["0.0.0.0", false],
    ["2002:7f00:1::", false],
    ["64:ff9b::7f00:1", false],
    ["193.196.190.40", true],
    ["2a02:8071::1", true],
  ])("I-22 knows that %s is public: %s", (address, isPublic) => {
    expect(isPublicAddress(address)).toBe(isPublic);
  });
});
