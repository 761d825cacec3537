import type { EnergySeries } from '../api/types.ts'

const LINE_END = '\r\n'

/**
 * A series as CSV (RFC 4180): a bucket a line, whole watt-hours, consumption in a column for each party by its number.
 *
 * Only times and whole numbers of our own interface are in it: nothing that a spreadsheet could run.
 */
export function energyCsv(buckets: EnergySeries['data']): string {
  const parties = Math.max(0, ...buckets.map(({ consumedWh }) => consumedWh.length))
  const indices = Array.from({ length: parties }, (_, index) => index)
  const head = ['from', 'to', 'generatedWh', 'exportedWh', ...indices.map((index) => `consumedWh.${index}`)]
  const lines = buckets.map(({ from, to, generatedWh, exportedWh, consumedWh }) => [
    ...[from, to, generatedWh, exportedWh],
    ...indices.map((index) => consumedWh[index] ?? ''),
  ])
  return [head, ...lines].map((cells) => cells.join(',') + LINE_END).join('')
}
