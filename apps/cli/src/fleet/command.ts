/** `npm run fleet`: many meters in one process. */
import { writeFile } from 'node:fs/promises'
import { Progress } from '../demo/progress.ts'
import { type FleetReport, liveFleet, population } from './fleet.ts'
import { HELP, readOptions } from './options.ts'
import { keyLine } from './platform.ts'
import { Chance } from './random.ts'

const MOST_SHOWN = 20
/** As shells say that a program was interrupted. */
const INTERRUPTED = 130

/** @returns the exit status */
export async function runFleet(args: readonly string[]): Promise<number> {
  const options = readOptions(args)
  if (!options) {
    process.stdout.write(HELP)
    return 0
  }
  if (options.keysOnly) {
    for (const meter of population(options, 0, new Chance(options.seed))) {
      process.stdout.write(`${keyLine(options.system, meter)}\n`)
    }
    return 0
  }
  // Asked to end, it closes what it started; asked again, it ends at once.
  const interruption = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => interruption.abort())
  const report = await liveFleet(options, new Progress(), interruption.signal)
  if (!report) {
    process.stderr.write('ended before its time: nothing was compared\n')
    return INTERRUPTED
  }
  if (options.report !== undefined) await writeFile(options.report, `${JSON.stringify(report, null, 2)}\n`)
  process.stdout.write(words(report))
  return report.disagreements.length === 0 ? 0 : 1
}

function words(report: FleetReport): string {
  const refused = Object.entries(report.refused).map(([code, count]) => `${count} ${code}`)
  const lines = [
    `seed ${report.seed}: ${report.meters} meters, ${report.simulatedHours} h in ${(report.elapsedMs / 1_000).toFixed(1)} s (${report.speed} simulated seconds in a second), ${report.residentMegabytes} MB`,
    `${report.readings} readings, ${report.sent} messages: ${report.duplicated} twice, ${report.reordered} held back, ${report.tampered} forged beside; ${report.dropouts} dropouts, ${report.resets} resets; at most ${report.mostWaiting} waited`,
    `${report.acknowledged} acknowledged${refused.length > 0 ? `, of them refused: ${refused.join(', ')}` : ''}`,
    ...report.disagreements.slice(0, MOST_SHOWN),
    report.disagreements.length === 0
      ? 'every good reading is stored once, every bad one refused, every register right'
      : `${report.disagreements.length} DISAGREEMENTS`,
  ]
  return `${lines.join('\n')}\n`
}
