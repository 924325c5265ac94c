/**
 * Nodes by ascending cost: a heap with four children per entry, in flat arrays that only ever grow. An entry
 * whose node has meanwhile got a lower cost stays inside; whoever takes it out notices and passes over it.
 */
export interface CostQueue {
  push(cost: number, node: number): void;
  /** Takes out the entry with the lowest cost; false when there is none. It is then in `cost` and `node`. */
  pop(): boolean;
  cost: number;
  node: number;
  clear(): void;
}

export function costQueue(capacity: number): CostQueue {
  let costs = new Uint32Array(Math.max(16, capacity));
  let nodes = new Uint32Array(costs.length);
  let size = 0;

  const grow = () => {
    const [more, further] = [new Uint32Array(costs.length * 2), new Uint32Array(costs.length * 2)];
    more.set(costs);
    further.set(nodes);
    [costs, nodes] = [more, further];
  };

  const queue: CostQueue = {
    cost: 0,
    node: 0,
    push(cost, node) {
      if (size === costs.length) grow();
      let at = size++;
      while (at > 0) {
        const parent = (at - 1) >> 2;
        if (costs[parent]! <= cost) break;
        costs[at] = costs[parent]!;
        nodes[at] = nodes[parent]!;
        at = parent;
      }
      costs[at] = cost;
      nodes[at] = node;
    },
    pop() {
      if (size === 0) return false;
      queue.cost = costs[0]!;
      queue.node = nodes[0]!;
      size--;
      const cost = costs[size]!;
      const node = nodes[size]!;
      let at = 0;
      for (let child = 1; child < size; child = 4 * at + 1) {
        let least = child;
        const end = Math.min(child + 4, size);
        for (let other = child + 1; other < end; other++) if (costs[other]! < costs[least]!) least = other;
        if (costs[least]! >= cost) break;
        costs[at] = costs[least]!;
        nodes[at] = nodes[least]!;
        at = least;
      }
      costs[at] = cost;
      nodes[at] = node;
      return true;
    },
    clear() {
      size = 0;
    },
  };
  return queue;
}
