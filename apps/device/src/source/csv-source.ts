import { readFile } from 'node:fs/promises'
import { ok, utcSeconds } from '@heliobond/domain'
import { type FlowTotals, flowMeter, type IntervalEnergy } from './interval-energy.ts'
import { type MeterSource, type Sample, wattHours } from './meter-source.ts'

const HALF_HOUR = 1_800n

/** A file of half-hours that cannot be used; the message says which line and why. */
export class CsvError extends Error {
  override readonly name = 'CsvError'
}

/** Reads half-hours: a header that names `consumption_wh` and `generation_wh`, then a row each. @throws {CsvError} */
export function parseHalfHours(text: string): readonly IntervalEnergy[] {
  const [header = '', ...lines] = text.split(/\r?\n/)
  const names = header.split(',').map((name) => name.trim().toLowerCase())
  const columns = { consumedWh: names.indexOf('consumption_wh'), generatedWh: names.indexOf('generation_wh') }
  if (columns.consumedWh < 0 || columns.generatedWh < 0) {
    throw new CsvError('the first line must name the columns consumption_wh and generation_wh')
  }
  const rows = lines.flatMap((line, index) => {
    if (line.trim() === '') return []
    const cells = line.split(',')
    const read = (column: number) => {
      const cell = (cells[column] ?? '').trim()
      if (!/^\d{1,15}$/.test(cell)) {
        throw new CsvError(`line ${index + 2}: "${cell}" is not a whole number of watt-hours`)
      }
      return BigInt(cell)
    }
    return [{ consumedWh: read(columns.consumedWh), generatedWh: read(columns.generatedWh) }]
  })
  if (rows.length === 0) throw new CsvError('there is no row below the header')
  return rows
}

/** A file of half-hours, replayed round and round from `startAt`. @throws {CsvError} */
export async function csvSource(file: string, startAt: string): Promise<MeterSource> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new CsvError(`cannot read ${file}`, { cause })
  })
  const rows = parseHalfHours(text)
  const none: IntervalEnergy = { generatedWh: 0n, consumedWh: 0n }
  const meter = flowMeter(HALF_HOUR, (index) => rows[index % rows.length] ?? none)
  const start = utcSeconds(startAt) ?? 0n
  return { read: async (atSeconds) => ok(flowSample(meter(atSeconds - start))), close: async () => undefined }
}

/** The sample of instruments that measure everything. */
export const flowSample = (flow: FlowTotals): Sample => ({
  counters: {
    generated: wattHours('generated', flow.generatedWh),
    consumed: wattHours('consumed', flow.consumedWh),
    exported: wattHours('exported', flow.exportedWh),
  },
  powerW: flow.powerW,
})
