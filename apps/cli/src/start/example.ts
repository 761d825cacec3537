import type { Asset } from '@heliobond/chain'
import { openSecret } from '@heliobond/db'
import { max } from '@heliobond/domain'
import { loadProjects, type Project } from '@heliobond/worker'
import { topUpWallet } from '../demo/top-up.ts'
import { modelYear } from '../meters/model.ts'
import type { MeterYear } from '../meters/year.ts'
import { createPeople, type People } from '../project/people.ts'
import { createSender } from '../project/sender.ts'
import { EXAMPLE, issueExample } from '../stage/issue.ts'
import { PERSON } from '../stage/stage.ts'
import type { Parts } from './parts.ts'

export const EXAMPLE_SCALES = { generationScale: 80n, consumptionScale: 20n }
const UNIT = 10_000_000n
/** What the example's users keep in their wallets: two bills of a quarter-hour of full sun. */
const FLOAT_BILL_STROOPS = 20n * UNIT
const CLAIMS_LEFT_SECONDS = '86400'
const TOP_UP_MS = 60_000
/** How often they look whether a bill came that is beyond it, because the clock was turned far. */
const LOOK_MS = 2_000

/** A bond's days begin at midnight UTC, which is evening in Puerto Rico. The example begins at ten in the morning there, so that the sun shines at the first start. */
const MORNING_SECONDS = 14n * 3_600n

/** The year that the example's panels and loads follow, from the bond's first moment on: modelled, and labelled so wherever it shows. */
export const exampleYear = (): MeterYear => modelYear(new Date('2026-01-01T00:00:00Z'))

/**
 * The example project of a local network: issued on the first start, found again on every later one. Null where the network is somebody
 * else's: nobody's money is spent on an example.
 */
export async function ensureExampleProject(parts: Parts, say: (text: string) => void): Promise<Project | null> {
  const { context, localnet, chain, config } = parts
  const [known] = await loadProjects(context.store)
  if (known) return known
  if (localnet === null || config.network !== 'local') return null

  const example = await issueExample({
    chain,
    database: parts.database,
    secretKey: parts.secretKey,
    advance: (seconds) => localnet.advance({ seconds }),
    onStep: (step) => parts.log.info({ step }, 'example project'),
    say,
    beginsAfterSeconds: MORNING_SECONDS,
  })
  await leaveClaims(parts, example.live)
  const recorded = await loadProjects(context.store)
  return recorded.find((one) => one.offeringId === example.live) ?? null
}

/** Holders of the example have a day to claim a coupon by hand, as anybody may who does not wait for it to be pushed. */
async function leaveClaims({ database }: Parts, offering: number): Promise<void> {
  await database.pool.query(
    `UPDATE setting SET value = value || jsonb_build_object('claimsLeftSeconds', $2::text) WHERE key = $1`,
    [`project:${offering}`, CLAIMS_LEFT_SECONDS],
  )
}

/** The people of the example, from the keys that the first start kept. */
export async function examplePeople({ database, secretKey }: Parts): Promise<People> {
  const rows = await database.prisma.secret.findMany({ where: { name: { startsWith: PERSON } } })
  return createPeople(new Map(rows.map((row) => [row.name.slice(PERSON.length), openSecret(secretKey, row.name, row)])))
}

/**
 * The example's users filling their prepaid wallets by their own keys, as their phones would: once a minute, and at once where a bill is beyond
 * what is in them, as one of a whole month is.
 */
export async function startTopUps(parts: Parts, project: Project): Promise<{ close(): Promise<void> }> {
  const { chain, database, log } = parts
  const row = await database.prisma.setting.findUnique({ where: { key: EXAMPLE } })
  const euro = (row?.value as { euro?: Asset } | null | undefined)?.euro
  const people = await examplePeople(parts)
  const signers = () => project.parties.map((party) => people.signer(`owner.${party.index}`))
  const send = createSender(chain, signers, (step) => log.debug({ step }, 'example user'))
  let toppedUpMs = Number.NEGATIVE_INFINITY
  async function topUp(): Promise<void> {
    const open = await openStroops(parts, project)
    const isDue = performance.now() - toppedUpMs >= TOP_UP_MS
    for (const { index } of project.parties) {
      const asset = index === 0 && euro !== undefined ? euro : project.settlementAsset
      const most = max(FLOAT_BILL_STROOPS, open.get(index) ?? 0n)
      if (!isDue && most === FLOAT_BILL_STROOPS) continue
      await topUpWallet(chain, send, people, index, asset, project.settlementAsset, most)
    }
    if (isDue) toppedUpMs = performance.now()
  }
  let working = topUp()
  const timer = setInterval(() => {
    working = working
      .then(topUp)
      .catch((error: unknown) => log.error({ err: error }, 'an example user could not fill the wallet'))
  }, LOOK_MS)
  return {
    async close() {
      clearInterval(timer)
      await working.catch(() => undefined)
    },
  }
}

/** What each party has to pay still. */
async function openStroops({ database }: Parts, { systemId }: Project): Promise<ReadonlyMap<number, bigint>> {
  const rows = await database.pool.query<{ party_index: number; open: string }>(
    `select party_index, sum(due_stroops - paid_stroops) as open from bill
     where system_id = $1 and paid_stroops < due_stroops group by party_index`,
    [systemId],
  )
  return new Map(rows.rows.map((row) => [row.party_index, BigInt(row.open)]))
}
