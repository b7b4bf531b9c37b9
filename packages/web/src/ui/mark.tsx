/** The house's mark: one ring under two rules. */
export function MarkIcon() {
  return (
    <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="2.2" aria-hidden="true">
      <circle cx="12" cy="15.6" r="6.9" />
      <path d="M3.5 2.2h17M3.5 5.8h17" strokeWidth="1.9" />
    </svg>
  );
}
