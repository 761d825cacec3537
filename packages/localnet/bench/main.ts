/**
 * All that is measured of the embedded network, each in a process of its own.
 *
 *   npm run bench -w packages/localnet -- [--short]
 */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { readShort } from './report.ts'

const isShort = readShort(`npm run bench -w packages/localnet -- [options]

Start-up, payments and calls through the RPC; payments among 1,000 and 100,000 accounts, memory after 100,000 transactions; pages of
Horizon over 100,000 transactions. Every figure stands beside a baseline of the same run. Some minutes.

  --short   smaller loads, in seconds
  --help    this text
`)

for (const script of ['localnet.ts', 'growth.ts', 'horizon.ts']) {
  const path = fileURLToPath(new URL(script, import.meta.url))
  const { status } = spawnSync(process.execPath, ['--expose-gc', path, ...(isShort ? ['--short'] : [])], {
    stdio: 'inherit',
  })
  if (status !== 0) process.exit(status ?? 1)
}
