import { alarm } from '../alarm.ts'
import type { Queryable, WorkerContext } from '../context.ts'
import { plain, tagOf } from '../index/logged-event.ts'
import type { CouponPeriod } from '../service/coupon-lines.ts'
import { type ProjectFacts, writeProject } from './write-project.ts'

interface Draft {
  readonly id: number
  readonly name: string
  readonly offeringContract: string
  readonly createdAt: bigint
  /** What only people can say, by the issuer's draft: names, wallets, documents, `certificate`. All of it may be missing. */
  readonly body: DraftBody
}

interface DraftBody {
  readonly name?: unknown
  readonly system?: { readonly parties?: readonly { readonly name?: unknown; readonly wallet?: unknown }[] }
  readonly certificate?: unknown
  /** Hashes of documents that are kept here: of the official statement, and of others. */
  readonly documentsHash?: unknown
  readonly documents?: readonly unknown[]
}

/** A statement waits so long for a silent meter before it is closed with an estimate. */
const GRACE_SECONDS = 86_400n

/**
 * Makes a project of every draft whose offering was launched, whoever sent the transactions: from then on it is followed, served and shown. What
 * its contracts say is read from them, and nothing of it is taken from the draft.
 *
 * @returns how many projects are new
 */
export async function recordLaunched(context: WorkerContext): Promise<number> {
  let recorded = 0
  for (const draft of await launchingDrafts(context.store)) {
    const state = await context.contracts.wouldPass<unknown>('offering', draft.offeringContract, 'state')
    // Not deployed yet, or deployed and not launched.
    if (!state.ok || tagOf(state.value) === 'Draft') continue
    const facts = await factsOf(context, draft, tagOf(state.value))
    const offeringId = await context.store.transaction(async (client) => {
      const id = await writeProject(client, facts)
      await client.query(
        `UPDATE draft SET status = 'launched', offering_id = (SELECT id FROM offering WHERE contract_id = $2), system_id = $3 WHERE id = $1`,
        [draft.id, draft.offeringContract, facts.system.id],
      )
      // From now on they are the offering's, for everybody to find. Nobody attaches what somebody else brought.
      await client.query(
        `UPDATE document SET offering_id = (SELECT id FROM offering WHERE contract_id = $2)
         WHERE hash = ANY($3) AND offering_id IS NULL AND owner = (SELECT owner FROM draft WHERE id = $1)`,
        [draft.id, draft.offeringContract, documentsOf(draft.body)],
      )
      return id
    })
    if (offeringId === null) continue
    recorded += 1
    context.log.info({ offering: offeringId, contract: draft.offeringContract, draft: draft.id }, 'project recorded')
    await tellWhatIsMissing(context, offeringId, facts)
  }
  return recorded
}

/** The hashes of a draft's documents. */
const documentsOf = ({ documentsHash, documents = [] }: DraftBody): string[] =>
  [documentsHash, ...documents].filter((hash) => typeof hash === 'string')

async function launchingDrafts(db: Queryable): Promise<Draft[]> {
  const { rows } = await db.query<{
    id: number
    name: string
    offering_contract: string
    created_at: string
    body: DraftBody
  }>(
    `SELECT id, name, offering_contract, created_at, body FROM draft
     WHERE status = 'launching' AND offering_contract IS NOT NULL AND offering_id IS NULL ORDER BY id`,
  )
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    offeringContract: row.offering_contract,
    createdAt: BigInt(row.created_at),
    body: row.body,
  }))
}

interface Links {
  readonly registry: string
  readonly energy: string
  readonly system: number
  readonly settlement: string
  readonly bond: string
}

interface Terms {
  readonly kind: unknown
  readonly principal: unknown
  readonly rate_bps: number
  readonly cap: bigint
  readonly operations_budget: bigint
  readonly reserve_requirement: bigint
  readonly challenge_delay: bigint
  readonly attestations: number
}

interface EnergyConfig {
  readonly tariff: string
  readonly retail: { readonly values?: readonly unknown[] }
  readonly export: { readonly values?: readonly unknown[] }
}

interface RegistrySystem {
  readonly name: unknown
  readonly capacity_w: bigint
  readonly parties: readonly { readonly owner: string; readonly portion_bps: number }[]
  readonly meters: readonly number[]
}

interface RegistryMeter {
  readonly kind: unknown
  readonly party: number
  readonly key: Uint8Array
  readonly epoch: number
  readonly capacity_w: bigint
}

async function factsOf(context: WorkerContext, draft: Draft, state: string): Promise<ProjectFacts> {
  const { contracts } = context
  const offering = draft.offeringContract
  const read = <T>(method: string) => contracts.read<T>('offering', offering, method)
  const links = await read<Links>('links')
  const terms = await read<Terms>('terms')
  const roles = plain(await read('roles')) as Record<string, string>
  const schedule = await read<readonly CouponPeriod[]>('schedule')
  const system = await contracts.read<RegistrySystem>('registry', links.registry, 'system', { system: links.system })
  const energy = await contracts.read<EnergyConfig>('energy', links.energy, 'config')
  const start = schedule[0]?.start ?? draft.createdAt
  const tenderContract = await tenderOf(context, offering, roles.works)
  const name = text(draft.body.name) ?? draft.name
  return {
    offering,
    bondAsset: await assetOf(context, links.bond, 'bond'),
    settlementAsset: await assetOf(context, links.settlement, 'settlement asset'),
    name,
    kind: tagOf(terms.kind) as NonNullable<ProjectFacts['kind']>,
    principal: tagOf(terms.principal) as NonNullable<ProjectFacts['principal']>,
    state,
    terms: {
      principalStroops: String(terms.cap),
      couponBps: terms.rate_bps,
      operationsStroops: String(terms.operations_budget),
      reserveStroops: String(terms.reserve_requirement),
    },
    roles,
    ...(tenderContract !== undefined && { tenderContract }),
    draftId: draft.id,
    createdAt: await context.chain.now(),
    settings: {
      registry: links.registry,
      tariff: energy.tariff,
      energy: links.energy,
      retailSymbol: String(energy.retail.values?.[0] ?? ''),
      exportSymbol: String(energy.export.values?.[0] ?? ''),
      intervals: { kind: 'months', anchor: String(start) },
      graceSeconds: String(GRACE_SECONDS),
      challengeDelaySeconds: String(terms.challenge_delay),
      attestations: terms.attestations,
      rateBps: terms.rate_bps,
      bondSinceLedger: await sinceLedger(context, draft.createdAt),
      ...(tenderContract !== undefined && { tender: tenderContract }),
      ...(text(draft.body.certificate) !== undefined && { certificate: String(draft.body.certificate) }),
      schedule: schedule.map(({ start: from, record, pay, days, basis }) => ({
        start: String(from),
        record: String(record),
        pay: String(pay),
        days,
        basis,
      })),
    },
    system: {
      id: links.system,
      name: text(system.name) ?? name,
      capacityW: system.capacity_w,
      nextFrom: start,
      modelled: false,
    },
    parties: await partiesOf(context, draft, system),
    meters: await metersOf(context, links, system),
  }
}

async function partiesOf(
  { contracts }: WorkerContext,
  { body, offeringContract }: Draft,
  system: RegistrySystem,
): Promise<ProjectFacts['parties']> {
  const parties: ProjectFacts['parties'][number][] = []
  for (const [index, party] of system.parties.entries()) {
    const account = await contracts.wouldPass<{ collection: string }>('offering', offeringContract, 'party_account', {
      party: index,
    })
    const said = body.system?.parties?.[index]
    parties.push({
      name: text(said?.name) ?? `party ${index}`,
      owner: party.owner,
      wallet: text(said?.wallet) ?? '',
      collection: account.ok ? account.value.collection : '',
      portionBps: party.portion_bps,
    })
  }
  return parties
}

async function metersOf(
  { contracts }: WorkerContext,
  links: Links,
  system: RegistrySystem,
): Promise<ProjectFacts['meters']> {
  const meters: ProjectFacts['meters'][number][] = []
  for (const id of system.meters) {
    const meter = await contracts.read<RegistryMeter>('registry', links.registry, 'meter', { meter: id })
    const kind = tagOf(meter.kind).toLowerCase() as 'site' | 'load' | 'combined'
    meters.push({
      id,
      kind,
      partyIndex: kind === 'site' ? null : meter.party,
      publicKey: meter.key,
      epoch: meter.epoch,
      capacityW: meter.capacity_w,
    })
  }
  return meters
}

async function assetOf({ contracts }: WorkerContext, contractId: string, what: string) {
  const asset = await contracts.assetOf(contractId)
  if (asset === null) throw new Error(`the ${what} ${contractId} is no classic asset's contract`)
  return asset
}

/** Who disburses is the tender contract of this offering, or just somebody's account. */
async function tenderOf({ contracts }: WorkerContext, offering: string, works: string | undefined) {
  if (works === undefined || !works.startsWith('C')) return undefined
  const said = await contracts.wouldPass<string>('tender', works, 'offering')
  return said.ok && said.value === offering ? works : undefined
}

/** The ledger from which the project's history is read: none of its transactions is older than its draft. */
async function sinceLedger({ chain }: WorkerContext, createdAt: bigint): Promise<number> {
  const found = await chain.ledgerAt(createdAt)
  if (found === 'not-passed') return (await chain.remembered()).latestLedger
  return found === 'forgotten' ? (await chain.remembered()).oldestLedger : found.sequence
}

/** Without these the project stands, and something of it waits for a person. */
async function tellWhatIsMissing(context: WorkerContext, offeringId: number, facts: ProjectFacts): Promise<void> {
  const partiesWithoutCollection = facts.parties.flatMap(({ collection }, index) => (collection === '' ? [index] : []))
  const hasMeters = facts.meters.length > 0
  const missing = [
    ...partiesWithoutCollection.map((index) => `a collection account of party ${index}`),
    ...(hasMeters ? [] : ['meters']),
  ]
  if (missing.length === 0) return
  await alarm(context, {
    kind: 'project.incomplete',
    subject: `offering:${offeringId}`,
    severity: 'warning',
    message: `The project was launched without ${missing.join(', ')}: bills of those parties cannot be measured or collected until that is mended.`,
    detail: { partiesWithoutCollection, hasMeters },
    offeringId,
    systemId: facts.system.id,
    at: facts.createdAt,
  })
}

const text = (value: unknown): string | undefined => {
  const found = value instanceof Uint8Array ? Buffer.from(value).toString('utf8') : value
  return typeof found === 'string' && found !== '' ? found : undefined
}
