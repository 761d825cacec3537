/** How much of a whole there is. The words beside it say the same. */
export function ProgressBar({
  bps,
  label,
  markBps,
}: {
  /** Of the whole, in basis points. */
  readonly bps: number
  readonly label: string
  /** A mark that matters, such as the minimum of a raise. */
  readonly markBps?: number
}) {
  const percent = Math.min(100, bps / 100)
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.floor(percent)}
      className="relative h-3 overflow-hidden rounded-full border border-line-strong bg-sunken"
    >
      <div className="h-full bg-accent" style={{ width: `${percent}%` }} />
      {markBps !== undefined && markBps < 10_000 && (
        <div className="absolute inset-y-0 w-0.5 bg-ink" style={{ left: `${markBps / 100}%` }} />
      )}
    </div>
  )
}
