/**
 * What the agent costs the Pi at a reading a second, as it is copied there, against a real broker, ingest and database.
 *
 *     node apps/device/bench/agent.ts [--short]
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { buildPackage, type Cost, measureAgent } from '../src/agent-cost.test-helper.ts'

const HELP = `node apps/device/bench/agent.ts [--short]

Memory and processor time of the agent at a reading a second, beside a Node that does nothing.

  --short   10 s, for the gate; else a minute
  --help    this text
`

const MOST_MEGABYTES = 80
const MOST_CORES = 0.03

const { values } = parseArgs({ options: { short: { type: 'boolean' }, help: { type: 'boolean' } } })
if (values.help) process.stdout.write(HELP)
else await measure(values.short ? 10 : 60)

async function measure(seconds: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'heliobond-bench-agent-'))
  try {
    buildPackage(join(folder, 'dist'))
    const cost = await measureAgent(join(folder, 'dist'), join(folder, 'agent'), seconds)
    const { bareNode } = cost
    const text = ({ megabytes, cores }: Cost) => `${megabytes.toFixed(1)} MB, ${(cores * 100).toFixed(2)} % of a core`
    console.log(`the agent, a reading a second for ${seconds} s: ${text(cost)} (at most 80 MB and 3 %)`)
    console.log(`a Node that does nothing:                 ${text(bareNode)}`)
    console.log(`memory: ${(cost.megabytes / bareNode.megabytes).toFixed(2)} times that of a Node that does nothing`)
    console.log(`${cost.acknowledged} readings acknowledged`)
    if (cost.megabytes >= MOST_MEGABYTES || cost.cores >= MOST_CORES) process.exitCode = 1
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
