/** How long the lines are, of the whole: none like its neighbour, as text is. */
const WIDTHS = ['90%', '73%', '82%', '61%', '88%', '70%'] as const

/** Where something will stand in a moment. */
export function Skeleton({ label }: { readonly label: string }) {
  return (
    <div role="status" className="mt-10 space-y-4">
      <span className="sr-only">{label}</span>
      {WIDTHS.map((width) => (
        <div
          key={width}
          className="h-5 motion-safe:animate-[breathe_1.6s_ease-in-out_infinite] rounded bg-line"
          style={{ width }}
        />
      ))}
    </div>
  )
}
