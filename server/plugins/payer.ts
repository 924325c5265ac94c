import ipaddr from "ipaddr.js";

/** One subscriber holds a whole IPv6 network of 64 bits; counting its addresses one by one would count nothing. */
export function payerOf(address: string): string {
  if (!ipaddr.isValid(address)) return address;
  const parsed = ipaddr.process(address);
  return parsed.kind() === "ipv6"
    ? parsed.toNormalizedString().split(":").slice(0, 4).join(":")
    : parsed.toString();
}
