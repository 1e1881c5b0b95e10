/** Shown until the first snapshot: the shape of the panel without its content. */
export function Loading() {
  return (
    <main class="loading">
      <span class="visually-hidden" role="status">
        Loading the lifecycle
      </span>
      <div class="skeleton skeleton-loop" />
      <div class="skeleton-lines">
        {[45, 90, 80, 85, 60, 75].map((width) => (
          <div key={width} class="skeleton skeleton-line" style={{ width: `${width}%` }} />
        ))}
      </div>
    </main>
  );
}
