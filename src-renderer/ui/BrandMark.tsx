/** The brand mark: a way round that comes back. */
export function BrandMark({ size = 20 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 20 20" fill="none" aria-hidden="true">
      <path d="M11.2 2.1A8 8 0 1 0 17.8 8.4" stroke="currentColor" strokeWidth="2.6" strokeLinecap="round" />
      <circle cx="15.8" cy="3.8" r="2.4" fill="var(--todo-mark)" />
    </svg>
  );
}
