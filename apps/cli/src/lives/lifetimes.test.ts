import type { storedEntries } from '@heliobond/contracts'
import type { Role } from '@heliobond/worker'
import { afterEach, expect, test } from 'vitest'
import { type Launched, startLaunched } from '../demo/launched.test-helper.ts'
import { DAY, openAlarms, settle } from './lives.test-helper.ts'

let launched: Launched
afterEach(() => launched.close())

/** The roles that keep alive what nobody touches. */
const KEEPERS: readonly Role[] = ['index', 'keep', 'submit']

interface Kept {
  readonly key_xdr: string
  readonly kind: string
  readonly name: string
}

/** What the keeper knows of, and how many ledgers of each are left by the network's own word. */
async function left(): Promise<ReadonlyMap<string, number>> {
  const { context, parts } = launched
  const { rows } = await parts.database.pool.query<Kept>(
    'SELECT key_xdr, kind, name FROM entry_lifetime ORDER BY key_xdr',
  )
  const alive = await context.chain.lifetimes(rows.map(({ key_xdr }) => key_xdr))
  const ledger = await context.chain.ledger()
  return new Map(
    rows.map(({ key_xdr, kind, name }) => [`${kind} ${name} ${key_xdr}`, (alive.get(key_xdr) ?? 0) - ledger]),
  )
}
const ended = async () => [...(await left())].filter(([, ledgers]) => ledgers < 0).map(([name]) => name)

test('what nobody touches for a year stays alive; after half a year without a keeper all of it comes back', async () => {
  launched = await startLaunched()
  await settle(launched, KEEPERS)
  const kinds = new Set([...(await left()).keys()].map((name) => name.split(' ')[0]))
  expect([...kinds].sort()).toEqual(['balance', 'code', 'instance', 'record', 'state'])
  for (const name of ['Buckets', 'Schedule', 'Terms'] satisfies (keyof typeof storedEntries.offering)[])
    expect(
      [...(await left()).keys()].some((kept) => kept.includes(` ${name}(`)),
      name,
    ).toBe(true)
  for (let day = 0n; day < 365n; day += 45n) {
    await launched.later(45n * DAY)
    await settle(launched, KEEPERS)
    expect(await ended()).toEqual([])
  }
  await launched.later(185n * DAY)
  expect((await ended()).length).toBeGreaterThan(10)
  await settle(launched, KEEPERS)
  expect(await ended()).toEqual([])
  expect((await openAlarms(launched)).filter((kind) => /^(job|outbox|fees|reconciliation)\./.test(kind))).toEqual([])
}, 900_000)
