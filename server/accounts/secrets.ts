import { createHash, randomBytes } from "node:crypto";

/** 256 random bits, as text that fits into cookies and headers. */
export function newSecret(): string {
  return randomBytes(32).toString("base64url");
}

/**
 * What is kept of a secret: its SHA-256. No slow hash is needed where the secret itself cannot be guessed, and the
 * database can look it up.
 */
export function secretHash(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}
