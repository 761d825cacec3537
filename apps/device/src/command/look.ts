import { loadSource } from '../config/config.ts'
import { openSource } from '../source/open-source.ts'
import { addSample, registersOf } from '../source/registers.ts'

/**
 * Looks at the instruments once and prints what they say and what the registers would be. Nothing is signed or kept: for
 * whoever wires a cabinet.
 *
 * @returns the exit code: 1 when there is no reading to be had.
 */
export async function look(configPath: string, say: (line: string) => void): Promise<number> {
  const { source: config, kind } = await loadSource(configPath)
  const source = await openSource(config)
  try {
    const read = await source.read(BigInt(Math.floor(Date.now() / 1_000)))
    if (!read.ok) {
      say(`${read.error.code}: ${read.error.detail}`)
      return 1
    }
    for (const [name, { raw, scale, bits, quantity }] of Object.entries(read.value.counters)) {
      say(`${name}: ${raw} x 10^${scale} Wh ${quantity} (${bits} bits)`)
    }
    if (read.value.powerW !== undefined) say(`power: ${read.value.powerW} W`)
    if (kind === undefined) {
      say('The kind of meter is told at enrolment; then its registers are shown here too.')
      return 0
    }
    const totals = addSample({}, read.value, 0n)
    const registers = totals.ok ? registersOf(kind, read.value, totals.value, undefined) : totals
    if (!registers.ok) {
      say(`no registers of a ${kind} meter: ${registers.error.code}: ${registers.error.detail}`)
      return 1
    }
    const { generatedWh, consumedWh, exportedWh } = registers.value
    say(`registers of a ${kind} meter: generated ${generatedWh}, consumed ${consumedWh}, exported ${exportedWh} Wh`)
    return 0
  } finally {
    await source.close()
  }
}
