import type { PlacesProblem } from "./places.ts";

/** Position of "no place": it never fills up. */
const none = 0;

interface Moves {
  to: number[];
  cost: number[];
  cell: number[];
}
const noMoves: Moves = { to: [], cost: [], cell: [] };

/**
 * Who is served where, at least cost for the sites that are open; exact after every step. Demand comes in cell by
 * cell along the cheapest chain of moves, which may push others on to their next site or out (successive shortest
 * paths, Busacker and Gowen 1960). Opening and closing a site change only what they must, by the same chains.
 */
export class PlaceService {
  /** Of everybody, with or without a place. */
  cost = 0;
  private readonly problem: PlacesProblem;
  /** Site of each position, -1 for none and for closed ones. */
  private readonly sites: number[] = [-1];
  private readonly free: number[] = [Number.POSITIVE_INFINITY];
  private readonly costs: Float64Array[];
  private readonly served: Map<number, number>[] = [new Map()];
  /** Positions that can serve each cell, `none` last. */
  private readonly options: number[][];
  /** Of full positions: the cheapest move to each other one. */
  private readonly moves: Moves[] = [noMoves];
  /** What making room for one unit costs, and the move it begins with. */
  private room: number[] = [0];
  private first: number[] = [-1];

  constructor(problem: PlacesProblem, open: readonly number[] = []) {
    this.problem = problem;
    this.costs = [problem.unservedCosts];
    this.options = Array.from({ length: problem.demand.length }, () => [none]);
    for (const site of open) this.place(site);
    problem.demand.forEach((demand, cell) => {
      this.insert(cell, demand);
    });
  }

  copy(): PlaceService {
    const copy: PlaceService = Object.create(PlaceService.prototype);
    return Object.assign(copy, this, {
      sites: [...this.sites],
      free: [...this.free],
      costs: [...this.costs],
      served: this.served.map((cells) => new Map(cells)),
      options: this.options.map((positions) => [...positions]),
      moves: [...this.moves],
      room: [...this.room],
      first: [...this.first],
    });
  }

  /** What one more unit of demand would cost in each cell: the prices by which candidates are judged. */
  demandPrices(): Float64Array {
    return Float64Array.from(this.options, (positions, cell) =>
      positions.reduce(
        (least, position) => Math.min(least, this.costs[position]![cell]! + this.room[position]!),
        Number.POSITIVE_INFINITY,
      ),
    );
  }

  /** Cells a site serves, and how much of their demand. */
  servedBy(site: number): ReadonlyMap<number, number> {
    return this.served[this.sites.indexOf(site)]!;
  }

  /** How much of each cell's demand is served at all. */
  servedDemand(): Float64Array {
    const served = this.problem.demand.slice();
    for (const [cell, amount] of this.served[none]!) served[cell]! -= amount;
    return served;
  }

  /** Opens a site: whoever gains by it comes, and others may follow into the room they leave. */
  open(site: number): void {
    const target = this.place(site);
    for (let position = 0; position < this.sites.length; position++) this.listMoves(position);
    while (this.free[target]! > 0) {
      const { cost, first } = this.chains([target]);
      let start = -1;
      for (let position = 0; position < cost.length; position++)
        if (cost[position]! < 0 && (start < 0 || cost[position]! < cost[start]!)) start = position;
      if (start < 0) break;
      const chain = this.follow(start, first, (position) => position === target);
      const amount = chain.reduce(
        (least, { from, cell }) => Math.min(least, this.served[from]!.get(cell)!),
        this.free[target]!,
      );
      this.moveAlong(chain, amount);
      this.free[start]! += amount;
      this.free[target]! -= amount;
      for (const { from, to } of chain) {
        this.listMoves(from);
        this.listMoves(to);
      }
    }
    this.priceRoom();
  }

  /** Closes a site and serves its people elsewhere. */
  close(site: number): void {
    const closed = this.sites.indexOf(site);
    const people = [...this.served[closed]!];
    for (const [cell, amount] of people) this.change(closed, cell, -amount);
    const { cells } = this.problem.sites[site]!;
    for (let k = 0; k < cells.length; k++)
      this.options[cells[k]!] = this.options[cells[k]!]!.filter((position) => position !== closed);
    this.sites[closed] = -1;
    this.free[closed] = 0;
    this.moves[closed] = noMoves;
    for (let position = 0; position < this.sites.length; position++) this.listMoves(position);
    this.priceRoom();
    for (const [cell, amount] of people) this.insert(cell, amount);
  }

  private place(site: number): number {
    const { cells, costs, capacity } = this.problem.sites[site]!;
    const position = this.sites.push(site) - 1;
    const row = new Float64Array(this.problem.demand.length).fill(Number.POSITIVE_INFINITY);
    for (let k = 0; k < cells.length; k++) {
      row[cells[k]!] = costs[k]!;
      this.options[cells[k]!]!.push(position);
    }
    this.costs.push(row);
    this.free.push(capacity);
    this.served.push(new Map());
    this.moves.push(noMoves);
    this.room.push(capacity === 0 ? Number.POSITIVE_INFINITY : 0);
    this.first.push(-1);
    return position;
  }

  private insert(cell: number, amount: number): void {
    for (let left = amount; left > 0; ) {
      let target = none;
      let least = Number.POSITIVE_INFINITY;
      for (const position of this.options[cell]!) {
        const cost = this.costs[position]![cell]! + this.room[position]!;
        if (cost < least) [target, least] = [position, cost];
      }
      const chain = this.follow(target, this.first, (position) => this.free[position]! > 0);
      const last = chain.at(-1)?.to ?? target;
      const moved = chain.reduce(
        (most, { from, cell: other }) => Math.min(most, this.served[from]!.get(other)!),
        Math.min(left, this.free[last]!),
      );
      this.moveAlong(chain, moved);
      this.change(target, cell, moved);
      this.free[last]! -= moved;
      left -= moved;
      const full = [target, ...chain.map(({ to }) => to)].filter((position) => this.free[position] === 0);
      if (full.length === 0) continue;
      for (const position of full) this.listMoves(position);
      this.priceRoom();
    }
  }

  /** The moves from `start` on until `isEnd`. */
  private follow(start: number, first: readonly number[], isEnd: (position: number) => boolean) {
    const chain: { from: number; to: number; cell: number }[] = [];
    for (let position = start; !isEnd(position); ) {
      const { to, cell } = this.moves[position]!;
      const move = first[position]!;
      chain.push({ from: position, to: to[move]!, cell: cell[move]! });
      position = to[move]!;
    }
    return chain;
  }

  private moveAlong(chain: readonly { from: number; to: number; cell: number }[], amount: number): void {
    for (const { from, to, cell } of chain) {
      this.change(from, cell, -amount);
      this.change(to, cell, amount);
    }
  }

  private change(position: number, cell: number, amount: number): void {
    const now = (this.served[position]!.get(cell) ?? 0) + amount;
    if (now === 0) this.served[position]!.delete(cell);
    else this.served[position]!.set(cell, now);
    this.cost += amount * this.costs[position]![cell]!;
  }

  /** The cheapest move from a position to each other one; ties go to the cell served first. */
  private listMoves(position: number): void {
    const where = new Map<number, number>();
    const moves: Moves = { to: [], cost: [], cell: [] };
    for (const cell of this.served[position]!.keys()) {
      const own = this.costs[position]![cell]!;
      for (const to of this.options[cell]!) {
        if (to === position) continue;
        const cost = this.costs[to]![cell]! - own;
        const known = where.get(to);
        if (known === undefined) {
          where.set(to, moves.to.length);
          moves.to.push(to);
          moves.cost.push(cost);
          moves.cell.push(cell);
        } else if (cost < moves.cost[known]!) {
          moves.cost[known] = cost;
          moves.cell[known] = cell;
        }
      }
    }
    this.moves[position] = moves;
  }

  private priceRoom(): void {
    const withRoom = this.sites.map((_, position) => position).filter((p) => this.free[p]! > 0);
    const { cost, first } = this.chains(withRoom);
    this.room = cost;
    this.first = first;
  }

  /** Cheapest chains of moves from every position to one of `ends` (Bellman and Ford). */
  private chains(ends: readonly number[]): { cost: number[]; first: number[] } {
    const cost = new Array<number>(this.sites.length).fill(Number.POSITIVE_INFINITY);
    const first = new Array<number>(this.sites.length).fill(-1);
    const isEnd = new Uint8Array(this.sites.length);
    for (const end of ends) {
      cost[end] = 0;
      isEnd[end] = 1;
    }
    for (let changed = true; changed; ) {
      changed = false;
      for (let position = 0; position < this.sites.length; position++) {
        if (isEnd[position]) continue;
        const moves = this.moves[position]!;
        for (let move = 0; move < moves.to.length; move++) {
          const sum = moves.cost[move]! + cost[moves.to[move]!]!;
          if (sum >= cost[position]!) continue;
          cost[position] = sum;
          first[position] = move;
          changed = true;
        }
      }
    }
    return { cost, first };
  }
}
