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
