/** Grey bars where something will be. They stay invisible for 300 ms, so that quick answers do not flicker. */
export function Skeleton({ lines = 3, label }: { lines?: number; label: string }) {
  return (
    <div className="skeleton" role="status" aria-label={label}>
      {Array.from({ length: lines }, (_, line) => `line-${line}`).map((line) => (
        <span key={line} className="skeleton-line" />
      ))}
    </div>
  );
}
