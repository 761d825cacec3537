/** Half-hours of a long time, asked in parts: the API answers so many buckets at once. */
import { ok, type Result } from '@heliobond/domain'
import { ask } from '../../api/browser.ts'
import type { ApiProblem } from '../../api/problem.ts'
import type { EnergySeries } from '../../api/types.ts'
import { partsOf } from './parts.ts'

/** Aligned columns for a chart: Unix seconds, then kilowatt-hours made, exported and consumed in each half-hour. */
export interface DenseColumns {
  readonly at: number[]
  readonly generatedKwh: number[]
  readonly exportedKwh: number[]
  readonly consumedKwh: number[]
}

/** Puts answers one behind the other. For drawing only, so numbers do; with a party, its consumption alone. */
export function columnsOf(series: readonly EnergySeries[], party?: number): DenseColumns {
  const columns: DenseColumns = { at: [], generatedKwh: [], exportedKwh: [], consumedKwh: [] }
  for (const { data } of series) {
    for (const { from, generatedWh, exportedWh, consumedWh } of data) {
      columns.at.push(Date.parse(from) / 1000)
      columns.generatedKwh.push(Number(generatedWh) / 1000)
      columns.exportedKwh.push(Number(exportedWh) / 1000)
      const consumed = party === undefined ? consumedWh : [consumedWh[party] ?? '0']
      columns.consumedKwh.push(consumed.reduce((sum, wh) => sum + Number(wh), 0) / 1000)
    }
  }
  return columns
}

const moment = (seconds: number) => `${new Date(seconds * 1000).toISOString().slice(0, 19)}Z`

/** All half-hours from one moment to another. */
export async function loadHalfHours(
  systemId: number,
  from: number,
  to: number,
  party?: number,
): Promise<Result<DenseColumns, ApiProblem>> {
  const marks = partsOf(from, to)
  const series: EnergySeries[] = []
  for (const [index, start] of marks.slice(0, -1).entries()) {
    const query = new URLSearchParams({ from: moment(start), to: moment(marks[index + 1] ?? to), step: 'half-hour' })
    const answer = await ask<EnergySeries>(`/api/v1/systems/${systemId}/energy?${query}`)
    if (!answer.ok) return answer
    series.push(answer.value)
  }
  return ok(columnsOf(series, party))
}
