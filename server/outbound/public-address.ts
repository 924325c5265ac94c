import ipaddr from "ipaddr.js";

/**
 * Whether an IP address is one of the open internet: not the own machine, private, link-local (where clouds keep
 * their keys), nor any other special range, also where IPv4 hides inside IPv6.
 */
export function isPublicAddress(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.process(address).range() === "unicast";
}

/** Whether an IP address is of the own machine. */
export function isLoopback(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.process(address).range() === "loopback";
}
