/** For the tests of lives that do not go as planned: what the worker, the books and the contracts say. */
import { createWorker, type Finding, loadProjects, type Role, reconcile } from '@heliobond/worker'
import type { Launched } from '../demo/launched.test-helper.ts'

export const UNIT = 10_000_000n
export const DAY = 86_400n

/** The roles that serve the debt: where nothing is measured the others have no part. */
export const DEBT: readonly Role[] = ['index', 'service', 'attestor', 'submit']

/** The worker does everything that is due. */
export const settle = (launched: Launched, roles?: readonly Role[]) =>
  createWorker(launched.context, roles).settleDown({ pollMs: 5 })

/** The clock goes on to a time, and the worker does what is due then. */
export async function at(launched: Launched, time: bigint, roles?: readonly Role[]): Promise<void> {
  await launched.parts.until(time)
  await settle(launched, roles)
}

export const offeringOf = ({ parts }: Launched) => parts.database.prisma.offering.findFirstOrThrow()

export const couponOf = ({ parts }: Launched, number: number) =>
  parts.database.prisma.coupon.findFirstOrThrow({ where: { number } })

export const openAlarms = async ({ parts }: Launched): Promise<string[]> => {
  const rows = await parts.database.prisma.alarm.findMany({ where: { clearedAt: null }, orderBy: { kind: 'asc' } })
  return rows.map(({ kind }) => kind)
}

/** What a person holds of the stablecoin. */
export const stablecoinOf = async (launched: Launched, person: string): Promise<bigint> => {
  const { context, life } = launched
  return context.contracts.balance(life.assets.settlement, life.people.address(person))
}

interface Buckets {
  readonly credits: readonly bigint[]
  readonly [name: string]: bigint | readonly bigint[]
}

/** The escrow's buckets, and that they add up to what it holds. */
export async function buckets(launched: Launched): Promise<Record<string, bigint>> {
  const { context, life } = launched
  const { offering } = life.project.contracts
  const { credits, ...named } = await context.contracts.read<Buckets>('offering', offering, 'buckets')
  const all: Record<string, bigint> = { ...(named as Record<string, bigint>) }
  for (const [party, credit] of credits.entries()) all[`credit:${party}`] = credit
  const sum = Object.values(all).reduce((total, stroops) => total + stroops, 0n)
  const held = await context.contracts.balance(life.assets.settlement, offering)
  if (sum !== held) throw new Error(`buckets of ${sum} stroops, and the escrow holds ${held}`)
  return all
}

/** What is off between the books, the ledger and the engine. */
export async function reconciledFindings({ context }: Launched): Promise<readonly Finding[]> {
  const [project] = await loadProjects(context.store)
  if (!project) throw new Error('there is a project')
  return (await reconcile(context, project)).findings
}

/**
 * What reconciliation finds once a single stroop of the newest receipt has moved from one of its buckets to another; the books are put
 * back afterwards, and agree again.
 */
export async function findingsOfMovedStroop(launched: Launched): Promise<string[]> {
  const { pool } = launched.parts.database
  const { rows } = await pool.query<{ id: bigint; from: string }>(
    `SELECT id, CASE WHEN coupon_stroops > 0 THEN 'coupon' WHEN principal_stroops > 0 THEN 'principal' ELSE 'operations' END AS from
     FROM collection WHERE coupon_stroops > 0 OR principal_stroops > 0 OR operations_stroops > 0 ORDER BY id DESC LIMIT 1`,
  )
  const [receipt] = rows
  if (!receipt) throw new Error('no receipt has filled a bucket')
  const move = (stroops: 1 | -1) =>
    pool.query(
      `UPDATE collection SET ${receipt.from}_stroops = ${receipt.from}_stroops - (${stroops}), reserve_stroops = reserve_stroops + (${stroops}) WHERE id = $1`,
      [receipt.id],
    )
  await move(1)
  const found = await reconciledFindings(launched)
  await move(-1)
  const left = await reconciledFindings(launched)
  if (left.length > 0) throw new Error(`the books were put back, and ${left[0]?.what} is off`)
  return found.map(
    ({ what, expected, actual }) =>
      `${what.replace(/^receipt \d+ of party \w+: /, '')} ${BigInt(actual) - BigInt(expected)}`,
  )
}
