/**
 * Why a sign-in through the city's single sign-on came to nothing, as the sign-in page is told in its address. Whoever
 * tampers with an answer hears "refused" whatever was wrong with it.
 */
export const signInRefusals = [
  /** Given up at the city's sign-on, or not allowed there. */
  "denied",
  /** It took too long, or its answer was used before. */
  "expired",
  "refused",
  "no-role",
  "locked",
  "unreachable",
] as const;
export type SignInRefusal = (typeof signInRefusals)[number];
