// What every call of the contracts costs on the embedded network, beside a bare transfer of an asset contract.
//
//   node soroban-contracts/bench/main.ts           1,000 holders, 10 periods
//   node soroban-contracts/bench/main.ts --short   100 holders, 3 periods, for the gate
//
// Every figure is of a transaction that was carried out, counted by the network's own host; nothing is estimated. Exits 1
// when a call fails, or when the figures break a rule of checks.ts.
import { parseArgs } from 'node:util'
import { randomSalt, tokenOf } from '@heliobond/chain'
import { largestBatch } from './batch.ts'
import { end, period, sell } from './bond.ts'
import { brokenRules } from './checks.ts'
import { buildWorks } from './contractor.ts'
import { otherCalls } from './others.ts'
import { openPlant } from './plant.ts'
import { printBatch, printGrowth, printStored, printTable } from './print.ts'
import { CallFailedError } from './stage.ts'
import { buildTown, type Town, UNIT } from './town.ts'
import { troubles } from './troubles.ts'

const HELP = `npm run contracts:bench -- [options]

Deploys the built contracts on an embedded network and prints what every call costs, beside a bare transfer of an asset contract.
Exits 1 when a pushed claim costs more than two transfers, a call grows with holders or periods, or changes something and announces
nothing.

  --short   100 holders and 3 periods instead of 1,000 and 10
  --help    this text
`

const { values } = parseArgs({
  options: { short: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
})
if (values.help) {
  process.stdout.write(HELP)
  process.exit(0)
}
const size = values.short ? { few: 20, many: 100, periods: 3 } : { few: 100, many: 1_000, periods: 10 }

let town: Town | undefined
try {
  town = await buildTown()
  await run(town)
} catch (error) {
  if (!(error instanceof CallFailedError)) throw error
  console.error(`failed: ${error.message}`)
  process.exitCode = 1
} finally {
  await town?.stage.close()
}

async function run(town: Town): Promise<void> {
  const { stage, usd } = town
  const started = performance.now()
  const transfer = { from: stage.address('payer'), to: stage.address('operator'), amountStroops: UNIT }
  await stage.single('payer', 'sac.transfer', tokenOf(usd, stage.chain).transfer(transfer))

  const salt = randomSalt()
  const few = await sell(town, { tag: 'few', holders: size.few, periods: 1, works: stage.addressOf(salt) })
  const fewPlant = await openPlant(town, few.system, 'Server')
  await buildWorks(town, few, fewPlant, salt)
  await period(town, few, fewPlant, { number: 1, tag: 'few', principal: BigInt(size.few) * 10n * UNIT })
  await end(town, few)

  const many = await sell(town, { tag: 'many', holders: size.many, periods: size.periods })
  const plant = await openPlant(town, many.system, 'Server')
  const contractor = stage.address('bidder.a')
  await many.call({ who: 'works', method: 'disburse', args: { to: contractor, amount: UNIT } })
  await many.call({ who: 'works', method: 'go_live' })
  const leaves = await period(town, many, plant, { number: 1, tag: 'many', principal: 0n })
  const batch = await largestBatch(town, many, leaves.slice(11))
  await otherCalls(town, few, fewPlant)
  const principal = BigInt(size.many) * 10n * UNIT
  for (let number = 2; number <= size.periods; number += 1) {
    const isLast = number === size.periods
    await period(town, many, plant, { number, tag: isLast ? 'late' : 'crowd', principal: isLast ? principal : 0n })
  }
  await end(town, many)
  await troubles(town)

  printTable(stage.table)
  printBatch(stage.table, batch, size.many)
  printGrowth(stage.table, size)
  printStored(stage.stored)
  const broken = brokenRules(stage.table, batch, stage.stored)
  for (const rule of broken) console.error(`broken: ${rule}`)
  if (broken.length > 0) process.exitCode = 1
  console.log(`\n${((performance.now() - started) / 1_000).toFixed(0)} s`)
}
