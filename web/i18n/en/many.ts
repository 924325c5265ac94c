/** A count with its noun. */
export const many = (count: number, one: string, several: string) =>
  `${count.toLocaleString("en-GB")} ${count === 1 ? one : several}`;
