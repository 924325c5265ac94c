/** A place with capacity, and the cells it can serve. */
export interface PlaceSite {
  /** In thousandths of a person, as demand is. */
  capacity: number;
  /** Ascending. */
  cells: ArrayLike<number>;
  /** Whole cost of serving one thousandth of a person; below `unservedCost`. */
  costs: ArrayLike<number>;
}

/** People, places, and what it costs to bring one to the other. Whole numbers throughout. */
export interface PlacesProblem {
  demand: Float64Array;
  /** Cost of whoever gets no place, per thousandth of a person of each cell. */
  unservedCosts: Float64Array;
  sites: readonly PlaceSite[];
  /** Sites that are open anyway. */
  existing: readonly number[];
  /** Sites that may be opened, ascending. */
  usable: readonly number[];
}

/** Who is served where when some sites are open. */
export interface Service {
  cost: number;
  /** Per open site, in the order asked for: cells and how much of their demand it serves. */
  served: Map<number, number>[];
  /** What one more unit of capacity would save at each open site. */
  capacityPrices: number[];
  /** What one more unit of demand would cost in each cell. */
  demandPrices: Float64Array;
}

interface Move {
  cell: number;
  cost: number;
}

/**
 * Serves all demand at least cost with these sites open: cell after cell along the cheapest chain of moves, which
 * may push others on to their next site or out (successive shortest paths, Busacker and Gowen 1960). Exact: no
 * assignment costs less.
 */
export function serve(problem: PlacesProblem, open: readonly number[]): Service {
  return new Assignment(problem, open).run();
}

class Assignment {
  private readonly problem: PlacesProblem;
  private readonly open: readonly number[];
  /** Open sites of each cell with their costs. */
  private readonly options: { site: number; cost: number }[][];
  private readonly free: number[];
  private readonly served: Map<number, number>[];
  /** Of each full site: cheapest move to each other site, the last being "no place". */
  private readonly moves: Map<number, Move>[];
  /** What making room for one unit costs, and by which move it begins. */
  private readonly room: number[];
  private readonly way: (number | null)[];
  private readonly none: number;

  constructor(problem: PlacesProblem, open: readonly number[]) {
    this.problem = problem;
    this.open = open;
    this.none = open.length;
    this.options = Array.from({ length: problem.demand.length }, () => []);
    open.forEach((site, position) => {
      const { cells, costs } = problem.sites[site]!;
      for (let k = 0; k < cells.length; k++)
        this.options[cells[k]!]!.push({ site: position, cost: costs[k]! });
    });
    this.free = [...open.map((site) => problem.sites[site]!.capacity), Number.POSITIVE_INFINITY];
    this.served = this.free.map(() => new Map());
    this.moves = this.free.map(() => new Map());
    this.room = new Array(open.length + 1).fill(0);
    this.way = new Array(open.length + 1).fill(null);
    this.open.forEach((_, site) => {
      if (this.free[site] === 0) this.room[site] = Number.POSITIVE_INFINITY;
    });
  }

  run(): Service {
    const { demand, unservedCosts } = this.problem;
    for (let cell = 0; cell < demand.length; cell++) this.insert(cell, demand[cell]!);
    let cost = 0;
    this.served.forEach((cells, site) => {
      for (const [cell, amount] of cells) cost += amount * this.cost(cell, site);
    });
    const demandPrices = unservedCosts.map((unserved, cell) =>
      this.options[cell]!.reduce(
        (least, { site, cost }) => Math.min(least, cost + this.room[site]!),
        unserved,
      ),
    );
    const capacityPrices = this.open.map((_, site) => this.room[site]!);
    return { cost, served: this.served.slice(0, this.none), capacityPrices, demandPrices };
  }

  private cost(cell: number, site: number): number {
    if (site === this.none) return this.problem.unservedCosts[cell]!;
    return this.options[cell]!.find((option) => option.site === site)!.cost;
  }

  private insert(cell: number, amount: number): void {
    let left = amount;
    while (left > 0) {
      let target = this.none;
      let least = this.problem.unservedCosts[cell]!;
      for (const { site, cost } of this.options[cell]!)
        if (cost + this.room[site]! < least) [target, least] = [site, cost + this.room[site]!];
      left -= this.push(cell, target, left);
    }
  }

  /** Sends as much as fits along the chain of moves that begins at `target`; returns how much. */
  private push(cell: number, target: number, wanted: number): number {
    const chain: { from: number; to: number; cell: number }[] = [];
    let amount = wanted;
    let site = target;
    while (this.free[site] === 0) {
      const to = this.way[site]!;
      const moved = this.moves[site]!.get(to)!.cell;
      amount = Math.min(amount, this.served[site]!.get(moved)!);
      chain.push({ from: site, to, cell: moved });
      site = to;
    }
    amount = Math.min(amount, this.free[site]!);
    for (const { from, to, cell: moved } of chain) {
      this.change(from, moved, -amount);
      this.change(to, moved, amount);
    }
    this.change(target, cell, amount);
    this.free[site]! -= amount;
    const touched = [target, ...chain.map(({ to }) => to)].filter((s) => this.free[s] === 0);
    if (touched.length > 0) {
      for (const full of touched) this.listMoves(full);
      this.priceRoom();
    }
    return amount;
  }

  private change(site: number, cell: number, amount: number): void {
    const now = (this.served[site]!.get(cell) ?? 0) + amount;
    if (now === 0) this.served[site]!.delete(cell);
    else this.served[site]!.set(cell, now);
  }

  private listMoves(site: number): void {
    const moves = this.moves[site]!;
    moves.clear();
    const offer = (to: number, cell: number, cost: number) => {
      const known = moves.get(to);
      if (!known || cost < known.cost || (cost === known.cost && cell < known.cell))
        moves.set(to, { cell, cost });
    };
    for (const cell of this.served[site]!.keys()) {
      const own = this.cost(cell, site);
      for (const option of this.options[cell]!)
        if (option.site !== site) offer(option.site, cell, option.cost - own);
      offer(this.none, cell, this.problem.unservedCosts[cell]! - own);
    }
  }

  /** Cheapest chains of moves from every full site to one with room (Bellman and Ford). */
  private priceRoom(): void {
    const full = this.open.map((_, site) => site).filter((site) => this.free[site] === 0);
    for (const site of full) {
      this.room[site] = Number.POSITIVE_INFINITY;
      this.way[site] = null;
    }
    for (let changed = true; changed; ) {
      changed = false;
      for (const site of full)
        for (const [to, { cost }] of this.moves[site]!)
          if (cost + this.room[to]! < this.room[site]!) {
            this.room[site] = cost + this.room[to]!;
            this.way[site] = to;
            changed = true;
          }
    }
  }
}
