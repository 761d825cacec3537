import { readFile } from 'node:fs/promises'
import type { HalfHour, MeterYear } from './year.ts'

/** A line of meter data that cannot be read. The message says which line and what it should hold. */
export class MeterDataError extends Error {}

/**
 * Reads half-hours from CSV text: a header, then one row a half-hour, in order. Columns are found by the names `consumption_wh` and
 * `generation_wh`; the start column is a label only, since rows count as equal half-hours from the bond's start.
 *
 * @throws {MeterDataError} a missing column, an empty file, or a value that is not a whole number of watt-hours from 0 up.
 */
export function parseMeterCsv(text: string): HalfHour[] {
  const lines = text.split(/\r?\n/)
  const header = (lines[0] ?? '').split(',').map((name) => name.trim().toLowerCase())
  const consumption = header.indexOf('consumption_wh')
  const generation = header.indexOf('generation_wh')
  if (consumption < 0 || generation < 0)
    throw new MeterDataError('the first line must name the columns start, consumption_wh, generation_wh')
  const rows: HalfHour[] = []
  for (const [index, line] of lines.entries()) {
    if (index === 0 || line.trim() === '') continue
    const cells = line.split(',')
    const read = (column: number, name: string) => {
      const cell = (cells[column] ?? '').trim()
      if (!/^\d{1,15}$/.test(cell))
        throw new MeterDataError(`line ${index + 1}: ${name} must be a whole number of watt-hours, not "${cell}"`)
      return BigInt(cell)
    }
    rows.push({
      consumptionWh: read(consumption, 'consumption_wh'),
      generationWh: read(generation, 'generation_wh'),
    })
  }
  if (rows.length === 0) throw new MeterDataError('there is no row of meter data below the header')
  return rows
}

/** Reads a meter-data file. @throws {MeterDataError} also when the file cannot be read. */
export async function readMeterCsv(path: string): Promise<MeterYear> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new MeterDataError(`cannot read the meter data file ${path}`, {
      cause,
    })
  })
  return {
    source: `measured: ${path.split('/').at(-1) ?? path}`,
    modelled: false,
    rows: parseMeterCsv(text),
  }
}
