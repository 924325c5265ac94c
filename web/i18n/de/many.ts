/** A count with its noun. */
export const many = (count: number, one: string, several: string) =>
  `${count.toLocaleString("de-DE")} ${count === 1 ? one : several}`;
