/**
 * Nodes roughly by cost: each bucket holds a stretch of costs, and buckets are emptied one after another. Few
 * buckets exist, used in a ring that grows where costs are farther apart. A node may lie in several; whoever
 * takes it out knows whether it still has something to do.
 */
export interface CostBuckets {
  /** `cost` must not be below that of the bucket being emptied. */
  put(node: number, cost: number): void;
  /** A node of the lowest bucket that is not empty, −1 when all are. */
  take(): number;
  /** No node still inside is cheaper than this. */
  lowest(): number;
  clear(): void;
}

export function costBuckets(width: number): CostBuckets {
  let heads = new Int32Array(256).fill(-1);
  let mask = heads.length - 1;
  /** Entries: a node, the number of its bucket counted from cost 0, and the next entry of the bucket. */
  let nodes = new Int32Array(1024);
  let numbers = new Int32Array(1024);
  let nexts = new Int32Array(1024);
  let used = 0;
  let inside = 0;
  let current = 0;

  const growEntries = () => {
    const larger = (array: Int32Array<ArrayBuffer>) => {
      const copy = new Int32Array(array.length * 2);
      copy.set(array);
      return copy;
    };
    [nodes, numbers, nexts] = [larger(nodes), larger(numbers), larger(nexts)];
  };

  const growRing = (number: number) => {
    const former = heads;
    let size = heads.length;
    while (number - current >= size) size *= 2;
    heads = new Int32Array(size).fill(-1);
    mask = size - 1;
    for (const head of former) {
      for (let entry = head; entry !== -1; ) {
        const next = nexts[entry]!;
        const at = numbers[entry]! & mask;
        nexts[entry] = heads[at]!;
        heads[at] = entry;
        entry = next;
      }
    }
  };

  return {
    put(node, cost) {
      const number = Math.floor(cost / width);
      if (number - current >= heads.length) growRing(number);
      if (used === nodes.length) growEntries();
      const at = number & mask;
      nodes[used] = node;
      numbers[used] = number;
      nexts[used] = heads[at]!;
      heads[at] = used++;
      inside++;
    },
    take() {
      if (inside === 0) return -1;
      while (heads[current & mask] === -1) current++;
      const entry = heads[current & mask]!;
      heads[current & mask] = nexts[entry]!;
      inside--;
      return nodes[entry]!;
    },
    lowest: () => current * width,
    clear() {
      if (inside > 0) heads.fill(-1);
      used = 0;
      inside = 0;
      current = 0;
    },
  };
}
