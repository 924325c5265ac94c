/** What open pages are told: ids and versions only, filtered for each audience by the events route. */
export type ServerEvent =
  | { event: "layer"; layer: string; version: string | null }
  | { event: "records"; type: string; ids: string[] }
  | { event: "datasets"; datasets: string[] }
  /** An import job moved on; only those who read it are told. */
  | { event: "job"; id: string }
  /** Rights or sessions of an account changed. No page is told; open ones of that account ask who they are. */
  | { event: "account"; id: string };

/** In-process distribution of events to the open connections. */
export class EventHub {
  readonly #listeners = new Set<(event: ServerEvent) => void>();

  publish(event: ServerEvent): void {
    for (const listener of this.#listeners) listener(event);
  }

  /** How many connections listen now. */
  get listeners(): number {
    return this.#listeners.size;
  }

  subscribe(listener: (event: ServerEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
