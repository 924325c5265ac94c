/** German wording of this part; en/sketch.ts has the same keys. */
export const sketch = {} as const;
