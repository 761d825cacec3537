import { payment, submitNow } from '@heliobond/chain'
import { createContractsPort, createWorker } from '@heliobond/worker'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { CLINIC, type Launched, startLaunched } from './launched.test-helper.ts'

const UNIT = 10_000_000n

let launched: Launched
beforeEach(async () => {
  launched = await startLaunched()
})
afterEach(() => launched.close())

const settle = () => createWorker(launched.context).settleDown({ pollMs: 5 })

async function withoutAllowance(): Promise<void> {
  const { life, parts } = launched
  const from = life.people.address(`collection.${CLINIC}`)
  const operation = createContractsPort(parts.chain).approve({
    source: from,
    asset: life.assets.settlement,
    from,
    spender: life.project.contracts.offering,
    amountStroops: 0n,
    expiresLedger: (await parts.chain.ledger()) + 10,
  })
  // The account holds no lumens: somebody else pays for it, as the platform does.
  const signers = [life.people.signer(`collection.${CLINIC}`)]
  const sent = await submitNow(parts.chain, { source: parts.funder, signers, operations: [operation] })
  expect(sent.kind).toBe('success')
}

async function collections(): Promise<Record<string, number>> {
  const { rows } = await launched.parts.database.pool.query<{ status: string; count: number }>(
    `SELECT status, count(*)::int FROM outbox WHERE kind = 'offering.collect' AND lane LIKE '%:${CLINIC}' GROUP BY status`,
  )
  return Object.fromEntries(rows.map(({ status, count }) => [status, count]))
}

const gift = (units: bigint) => {
  const { life } = launched
  const source = life.people.address('utility')
  const destination = life.people.address(`collection.${CLINIC}`)
  const asset = life.assets.settlement
  return life.send('gift', [source], [payment({ source, destination, asset, amountStroops: units * UNIT })])
}

test('a collection that the escrow refuses is asked for again with growing pauses, and at once when the keeper has renewed its allowance', async () => {
  await settle()
  await withoutAllowance()
  await gift(5n)
  await settle()
  await settle()
  expect(await collections()).toEqual({ failed: 1 })
  await launched.later(301n)
  await settle()
  await settle()
  expect(await collections()).toEqual({ failed: 2 })
  await launched.later(301n)
  await settle()
  expect(await collections(), 'each pause is longer').toEqual({ failed: 2 })
  const { life, context, parts } = launched
  // What the keeper knows of the allowance: it is about to run out.
  await parts.database.pool.query(
    `UPDATE setting SET value = jsonb_build_object('expiresLedger', $1::int) WHERE key LIKE 'allowance:%:${CLINIC}'`,
    [await parts.chain.ledger()],
  )
  await settle()
  await settle()
  expect(await collections()).toEqual({ failed: 2, succeeded: 1 })
  const account = life.people.address(`collection.${CLINIC}`)
  expect(await context.chain.trustline(account, life.assets.settlement)).toMatchObject({ balanceStroops: 0n })
})
