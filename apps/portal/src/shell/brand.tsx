/** The mark: a sun that rises over a ledger line. */
export function Brand() {
  return (
    <span className="inline-flex items-center gap-2.5 font-semibold text-ink">
      <svg viewBox="0 0 28 28" width="28" height="28" aria-hidden="true" focusable="false">
        <path d="M5 19a9 9 0 0 1 18 0z" fill="var(--chart-generated)" />
        <path
          d="M14 3v4M4.8 7.8l2.6 2.6M23.2 7.8l-2.6 2.6"
          stroke="var(--chart-generated)"
          strokeWidth="2"
          strokeLinecap="round"
        />
        <path d="M2 19h24M6 24h16" stroke="var(--accent)" strokeWidth="2.2" strokeLinecap="round" />
      </svg>
      <span className="text-lg tracking-tight">Heliobond</span>
    </span>
  )
}
