'use client'

import 'uplot/dist/uPlot.min.css'
import { useEffect, useRef } from 'react'
import UPlot from 'uplot'
import { ZONE } from '../../format/time.ts'
import type { DenseColumns } from './half-hours.ts'

const HEIGHT = 320
/** How long the first drawing took, from columns to pixels, for whoever measures. */
const MEASURE = 'heliobond-dense-chart'

const token = (name: string) => getComputedStyle(document.documentElement).getPropertyValue(name).trim()

/** Thousands of points in one drawing; drag over a part of it to see it closer, double click to see all. Load on demand. */
export default function DenseChart({
  columns,
  names,
  label,
}: {
  readonly columns: DenseColumns
  readonly names: { readonly generated: string; readonly exported: string; readonly consumed: string }
  readonly label: string
}) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const { current } = place
    if (!current) return
    const line = (name: string, color: string, dash?: number[]): UPlot.Series => ({
      label: name,
      stroke: token(color),
      width: 1,
      ...(dash && { dash }),
      value: (_, value) => (value === null ? '' : `${value.toFixed(2)} kWh`),
    })
    const axis = { stroke: token('--muted'), grid: { stroke: token('--line') }, ticks: { stroke: token('--line') } }
    // It draws after its constructor is done, and again with every size.
    let started: number | null = performance.now()
    const drawn = () => {
      if (started !== null) performance.measure(MEASURE, { start: started, end: performance.now() })
      started = null
    }
    const chart = new UPlot(
      {
        width: current.clientWidth,
        height: HEIGHT,
        tzDate: (seconds) => UPlot.tzDate(new Date(seconds * 1000), ZONE),
        axes: [axis, { ...axis, size: 60 }],
        hooks: { draw: [drawn] },
        series: [
          {},
          line(names.generated, '--chart-generated'),
          line(names.consumed, '--chart-used', [4, 2]),
          line(names.exported, '--chart-exported', [1, 2]),
        ],
      },
      [columns.at, columns.generatedKwh, columns.consumedKwh, columns.exportedKwh],
      current,
    )
    const watch = new ResizeObserver(() => chart.setSize({ width: current.clientWidth, height: HEIGHT }))
    watch.observe(current)
    return () => {
      watch.disconnect()
      chart.destroy()
    }
  }, [columns, names])
  return <div ref={place} role="img" aria-label={label} className="overflow-hidden" />
}
