import { CHART_TEXT, ChartFrame, type ChartSeries, chartLabel, hueOf } from './frame.tsx'
import { axisTicks, labelEvery } from './scale.ts'

const WIDTH = 720
const HEIGHT = 280
const LEFT = 64
const BOTTOM = 30
const TOP = 24
const MOST_LABELS = 8

interface Props {
  readonly id: string
  readonly title: string
  readonly summary: string
  readonly labelTitle: string
  /** One a bar, each another. */
  readonly labels: readonly string[]
  /** Shorter, under the bars; the labels unless given. */
  readonly shortLabels?: readonly string[]
  readonly series: readonly ChartSeries[]
  /** On top of one another; else beside. */
  readonly stacked?: boolean
  /** Marks of the vertical axis in words. */
  readonly tick: (value: number) => string
  /** What the marks count. */
  readonly unit: string
}

/** Bars over time, drawn on the server: they are there without scripts, and cost none. */
export function Bars({ stacked = false, ...props }: Props) {
  const { series, labels, shortLabels = labels, tick, unit } = props
  const heightOf = (row: number) =>
    stacked
      ? series.reduce((sum, { values }) => sum + (values[row] ?? 0), 0)
      : Math.max(0, ...series.map(({ values }) => values[row] ?? 0))
  const ticks = axisTicks(Math.max(0, ...labels.map((_, row) => heightOf(row))))
  const most = ticks.at(-1) ?? 1
  const slot = (WIDTH - LEFT) / Math.max(1, labels.length)
  const y = (value: number) => TOP + (HEIGHT - TOP - BOTTOM) * (1 - value / most)
  const gap = Math.min(6, slot * 0.2)
  const every = labelEvery(labels.length, MOST_LABELS)
  return (
    <ChartFrame {...props}>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={props.title} className="h-auto w-full">
        <text x={LEFT - 8} y={TOP - 10} textAnchor="end" className={CHART_TEXT} fill="var(--muted)">
          {unit}
        </text>
        {ticks.map((value) => (
          <g key={value}>
            <line x1={LEFT} x2={WIDTH} y1={y(value)} y2={y(value)} stroke="var(--line)" />
            <text x={LEFT - 8} y={y(value) + 4} textAnchor="end" className={CHART_TEXT} fill="var(--muted)">
              {tick(value)}
            </text>
          </g>
        ))}
        {labels.map((label, row) => {
          let below = 0
          return (
            <g key={label}>
              {series.map(({ id, name, hue, values, texts }, place) => {
                const value = values[row] ?? 0
                if (value <= 0) return null
                const width = stacked ? slot - gap : (slot - gap) / series.length
                const x = LEFT + row * slot + gap / 2 + (stacked ? 0 : place * width)
                const base = stacked ? below : 0
                below += value
                return (
                  <rect
                    key={id}
                    x={x}
                    y={y(base + value)}
                    width={Math.max(0.5, width - (stacked ? 0 : 0.5))}
                    height={Math.max(0.5, y(base) - y(base + value))}
                    rx={Math.min(2, width / 4)}
                    fill={hueOf(hue)}
                    stroke={stacked ? 'var(--surface)' : undefined}
                    strokeWidth={stacked ? 0.75 : undefined}
                  >
                    <title>{`${label}: ${name} ${texts[row] ?? ''}`}</title>
                  </rect>
                )
              })}
              {row % every === 0 && (
                <text
                  x={LEFT + row * slot + slot / 2}
                  y={HEIGHT - 8}
                  textAnchor="middle"
                  className={chartLabel(row / every)}
                  fill="var(--muted)"
                >
                  {shortLabels[row]}
                </text>
              )}
            </g>
          )
        })}
        <line x1={LEFT} x2={WIDTH} y1={y(0)} y2={y(0)} stroke="var(--line-strong)" />
      </svg>
    </ChartFrame>
  )
}
