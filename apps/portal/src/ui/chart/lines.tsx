import { CHART_TEXT, ChartFrame, type ChartSeries, chartLabel, hueOf } from './frame.tsx'
import { axisTicks, labelEvery } from './scale.ts'

const WIDTH = 720
const HEIGHT = 280
const LEFT = 64
const BOTTOM = 30
const TOP = 24
const RIGHT = 6
const MOST_LABELS = 7
/** Up to so many points each is marked: a lone one would not be seen. */
const MOST_DOTS = 40
/** Lines differ by more than their colour. */
const DASHES = ['', '7 4', '2 4', '10 4 2 4'] as const

interface Props {
  readonly id: string
  readonly title: string
  readonly summary: string
  readonly labelTitle: string
  readonly labels: readonly string[]
  readonly shortLabels?: readonly string[]
  readonly series: readonly ChartSeries[]
  readonly tick: (value: number) => string
  /** What the marks count. */
  readonly unit: string
  /** A level that matters, such as the least coverage the terms want. */
  readonly mark?: { readonly value: number; readonly label: string }
}

/** Lines over time, drawn on the server. A line is broken where nothing is known. */
export function Lines(props: Props) {
  const { series, labels, shortLabels = labels, tick, unit, mark } = props
  const ticks = axisTicks(Math.max(mark?.value ?? 0, ...series.flatMap(({ values }) => values.map((one) => one ?? 0))))
  const most = ticks.at(-1) ?? 1
  const x = (index: number) => LEFT + ((WIDTH - LEFT - RIGHT) * index) / Math.max(1, labels.length - 1)
  const y = (value: number) => TOP + (HEIGHT - TOP - BOTTOM) * (1 - value / most)
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
        {mark && (
          <g>
            <line
              x1={LEFT}
              x2={WIDTH}
              y1={y(mark.value)}
              y2={y(mark.value)}
              stroke="var(--bad)"
              strokeWidth="1.5"
              strokeDasharray="4 4"
            />
            <text x={WIDTH - 4} y={y(mark.value) - 5} textAnchor="end" className={CHART_TEXT} fill="var(--bad)">
              {mark.label}
            </text>
          </g>
        )}
        {series.map(({ id, hue, values }, place) => (
          <path
            key={id}
            d={pathOf(values, x, y)}
            fill="none"
            stroke={hueOf(hue)}
            strokeWidth="2.25"
            strokeLinejoin="round"
            strokeLinecap="round"
            strokeDasharray={DASHES[place % DASHES.length]}
          />
        ))}
        {labels.length <= MOST_DOTS &&
          series.map(({ id, hue, values, name, texts }) =>
            labels.map((label, index) => {
              const value = values[index]
              return value === null || value === undefined ? null : (
                <circle key={`${id} ${label}`} cx={x(index)} cy={y(value)} r="4" fill={hueOf(hue)}>
                  <title>{`${label}: ${name} ${texts[index] ?? ''}`}</title>
                </circle>
              )
            }),
          )}
        {labels.map(
          (label, index) =>
            index % every === 0 && (
              <text
                key={label}
                x={x(index)}
                y={HEIGHT - 8}
                textAnchor={index === 0 ? 'start' : index === labels.length - 1 ? 'end' : 'middle'}
                className={chartLabel(index / every)}
                fill="var(--muted)"
              >
                {shortLabels[index]}
              </text>
            ),
        )}
        <line x1={LEFT} x2={WIDTH} y1={y(0)} y2={y(0)} stroke="var(--line-strong)" />
      </svg>
    </ChartFrame>
  )
}

function pathOf(
  values: readonly (number | null)[],
  x: (index: number) => number,
  y: (value: number) => number,
): string {
  let path = ''
  let drawing = false
  for (const [index, value] of values.entries()) {
    if (value !== null) path += `${drawing ? 'L' : 'M'}${x(index).toFixed(1)} ${y(value).toFixed(1)}`
    drawing = value !== null
  }
  return path
}
