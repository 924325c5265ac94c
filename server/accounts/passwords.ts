import { hash, type Options, parseOptions, verify } from "@node-rs/argon2";

/** Argon2id, the library's default kind, with 19 MiB and two passes: the least OWASP asks for (RELIABILITY A-10). */
const strength = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const satisfies Options;

/** Hash of a password nobody knows: checking against it takes as long as against a real one. */
const nobodys =
  "$argon2id$v=19$m=19456,t=2,p=1$6zSXmAgzdoQRYMnGGryNyw$my1omZx6lVWYycFTaEbvoEbJ1gy2vMdnrPdp/TZkSFg";

/** PHC string of the password. */
export function passwordHash(password: string): Promise<string> {
  return hash(password.normalize("NFC"), strength);
}

/** Whether this is the password; without a hash the answer is no, after the same time. */
export async function isPassword(password: string, phc: string | null): Promise<boolean> {
  const isRight = await verify(phc ?? nobodys, password.normalize("NFC"));
  return isRight && phc !== null;
}

/** True for a hash made with less than is asked for today. */
export function isWeaker(phc: string): boolean {
  const { algorithm, memoryCost, timeCost } = parseOptions(phc);
  const argon2id = 2;
  return algorithm !== argon2id || memoryCost < strength.memoryCost || timeCost < strength.timeCost;
}
