import {
  type Chain,
  type ConstructorArgs,
  createSac,
  deployedAddress,
  deployOurs,
  randomSalt,
  sacAddress,
  serializedAsset,
  setOptions,
  uploadWasm,
  wasmHash,
} from '@heliobond/chain'
import { type ContractName, contractWasm } from '@heliobond/contracts'
import { min } from '@heliobond/domain'
import type { ProjectAssets } from './accounts.ts'
import type { Calls } from './calls.ts'
import type { People } from './people.ts'
import { type ProjectPlan, UNCLAIMED_AFTER, UPGRADE_DELAY } from './plan.ts'
import type { Sender } from './sender.ts'

const other = (symbol: string) => ({ tag: 'Other' as const, values: [symbol] as const })

export const RETAIL_SYMBOL = 'PR_RETAIL'
export const EXPORT_SYMBOL = 'PR_EXPORT'
/** Of a contract that would close the intervals itself; ours are closed by oracles. */
const DIRECT_INTERVAL_SECONDS = 86_400n
/** A tariff that moves by more than this needs a second feeder. */
const DEVIATION_BPS = 2_500

/** The contracts that many systems share. */
export interface PlatformContracts {
  readonly registry: string
  readonly tariff: string
  readonly energy: string
  /** The ledger before they were made: their history begins after it. */
  readonly sinceLedger: number
}

export interface ProjectContracts extends PlatformContracts {
  readonly offering: string
  /** Where a tender contract pays for the works. */
  readonly tender?: string
}

/** The registry's numbers of the project. */
export interface ProjectNumbers {
  readonly systemId: number
  readonly meters: { readonly site: number; readonly loads: readonly number[] }
}

/** An offering that is launched: its bond is for sale. */
export interface Launched {
  readonly contracts: ProjectContracts
  readonly numbers: ProjectNumbers
  /** The ledger from which on its history is read: before all of its contracts were made. */
  readonly bondSinceLedger: number
}

/** What deploying takes; the same for every contract of an installation. */
export interface Deployer {
  readonly chain: Chain
  readonly send: Sender
  readonly calls: Calls
  readonly people: People
  /** Contracts whose code was uploaded already. */
  readonly uploaded: Set<ContractName>
}

/** Uploads the code of a contract and makes one of it, as the administrator. @returns its address. */
export async function deploy<Name extends ContractName>(
  { chain, send, people, uploaded }: Deployer,
  name: Name,
  args: ConstructorArgs<Name>,
  salt = randomSalt(),
): Promise<string> {
  const admin = people.address('admin')
  const wasm = await contractWasm(name)
  if (!uploaded.has(name)) await send(`contract code: ${name}`, [admin], [uploadWasm({ source: admin, wasm })])
  uploaded.add(name)
  const operation = deployOurs(name, { source: admin, deployer: admin, wasmHash: wasmHash(wasm), salt, args })
  await send(`contract: ${name}`, [admin], [operation])
  return deployedAddress({ deployer: admin, salt, passphrase: chain.config.passphrase })
}

/** Who governs the contracts of an installation. */
export const governanceOf = (people: People) => ({
  admin: people.address('admin'),
  trustee: people.address('trustee'),
  upgrade_delay: UPGRADE_DELAY,
})

/** Deploys what many systems share (registry, tariff, energy) and sets the tariff. */
export async function deployPlatform(
  deployer: Deployer,
  plan: ProjectPlan,
  assets: ProjectAssets,
): Promise<PlatformContracts> {
  const { chain, send, calls, people } = deployer
  const admin = people.address('admin')
  const sinceLedger = await chain.ledger()
  await send('asset contracts', [admin], [createSac({ source: admin, asset: assets.settlement })])
  const governance = governanceOf(people)
  const registry = await deploy(deployer, 'registry', { governance, approver: people.address('approver') })
  const tariff = await deploy(deployer, 'tariff', {
    governance,
    base: { tag: 'Stellar', values: [sacAddress(assets.settlement, chain.config.passphrase)] },
    feeders: [people.address('feeder')],
    max_age: plan.delays.tariffMaxAge,
    deviation_bps: DEVIATION_BPS,
  })
  const energy = await deploy(deployer, 'energy', {
    governance,
    config: {
      registry,
      tariff,
      retail: other(RETAIL_SYMBOL),
      export: other(EXPORT_SYMBOL),
      threshold: 1,
      due_secs: plan.delays.billDue,
      grace_secs: plan.delays.billGrace,
      default_secs: plan.delays.billDefault,
      interval_secs: DIRECT_INTERVAL_SECONDS,
    },
    oracles: [people.address('oracle')],
  })
  const start = plan.schedule[0]?.start ?? 0n
  for (const [symbol, price] of [
    [RETAIL_SYMBOL, plan.tariffStroopsPerKwh],
    [EXPORT_SYMBOL, plan.exportTariffStroopsPerKwh],
  ] as const)
    await calls.as(
      'feeder',
      'tariff',
      tariff,
      'set_price',
      { asset: other(symbol), price, effective_at: start },
      'feeder',
    )
  return { registry, tariff, energy, sinceLedger }
}

/** What of a launch is not in the plan. */
export interface LaunchOptions {
  /** Names of this project's own keys begin so: `park.` makes `park.bond-issuer`, `park.owner.0`. */
  readonly prefix?: string
  /** The tender contract's constructor roles; without them the works are paid by the account `works`. */
  readonly tender?: { readonly roles: ConstructorArgs<'tender'>['roles'] }
}

/** Registers a system and its meters and launches its offering, with the bond's issuing account locked. */
export async function launchOffering(
  deployer: Deployer,
  platform: PlatformContracts,
  plan: ProjectPlan,
  assets: ProjectAssets,
  { prefix = '', tender }: LaunchOptions = {},
): Promise<Launched> {
  const { chain, send, calls, people } = deployer
  const { registry, energy } = platform
  const admin = people.address('admin')
  const bondIssuer = people.address(`${prefix}bond-issuer`)
  // Flags before the first trustline: they act only on lines that come after.
  await send(
    'bond: issuing account',
    [bondIssuer],
    [
      setOptions({
        source: bondIssuer,
        flags: { authRequired: true, authRevocable: true, authClawbackEnabled: true },
        homeDomain: plan.homeDomain,
      }),
    ],
  )
  await send('asset contracts', [admin], [createSac({ source: admin, asset: assets.bond })])
  const numbers = await registerSystem(calls, people, plan, registry, prefix)
  const tenderSalt = randomSalt()
  const { passphrase } = chain.config
  const tenderContract = tender && deployedAddress({ deployer: admin, salt: tenderSalt, passphrase })
  const settlement = sacAddress(assets.settlement, passphrase)
  const terms = termsOf(plan, people, settlement, await chain.now())
  const offering = await deploy(deployer, 'offering', {
    roles: {
      issuer: people.address('issuer'),
      trustee: people.address('trustee'),
      compliance: people.address('compliance'),
      operator: people.address('operator'),
      works: tenderContract ?? people.address('works'),
    },
    registry,
    energy,
    system: numbers.systemId,
    terms,
    schedule: plan.schedule.map(({ start, record, pay, days, basis }) => ({ start, record, pay, days, basis })),
    collections: plan.parties.map((_, index) => people.address(`${prefix}collection.${index}`)),
  })
  if (tender) {
    const governance = { ...governanceOf(people), admin: people.address('issuer') }
    await deploy(deployer, 'tender', { governance, offering, roles: tender.roles }, tenderSalt)
  }
  await calls.as('approver', 'registry', registry, 'bind_offering', { system: numbers.systemId, offering })
  await calls.as('admin', 'energy', energy, 'open_system', {
    system: numbers.systemId,
    from: plan.schedule[0]?.start ?? 0n,
    settings: {
      source: { tag: 'Server', values: undefined },
      exports: { tag: 'CashFeedIn', values: undefined },
      critical_floor_w: plan.parties.map(({ criticalFloorW }) => criticalFloorW),
    },
  })
  // The escrow becomes the asset's administrator, the offering checks it, and only then is the issuing account locked for ever.
  await calls.sacSetAdmin(`${prefix}bond-issuer`, assets.bond, offering)
  await calls.as('issuer', 'offering', offering, 'launch', { serialized_asset: serializedAsset(assets.bond) })
  await send(
    'bond: issuing account locked',
    [bondIssuer],
    [setOptions({ source: bondIssuer, masterWeight: 0, lowThreshold: 0, mediumThreshold: 0, highThreshold: 0 })],
  )
  const contracts = { ...platform, offering, ...(tenderContract !== undefined && { tender: tenderContract }) }
  return { contracts, numbers, bondSinceLedger: platform.sinceLedger }
}

/** Deploys everything for one project: the contracts that systems share, and its own. */
export async function deployProject(
  chain: Chain,
  send: Sender,
  calls: Calls,
  people: People,
  plan: ProjectPlan,
  assets: ProjectAssets,
): Promise<Launched> {
  const deployer = { chain, send, calls, people, uploaded: new Set<ContractName>() }
  return launchOffering(deployer, await deployPlatform(deployer, plan, assets), plan, assets)
}

async function registerSystem(
  calls: Calls,
  people: People,
  plan: ProjectPlan,
  registry: string,
  prefix: string,
): Promise<ProjectNumbers> {
  const systemId = await calls.as<number>(
    'issuer',
    'registry',
    registry,
    'propose',
    {
      name: plan.systemName,
      capacity_w: plan.capacityW.site,
      shares: plan.parties.map((party, index) => ({
        owner: people.address(`${prefix}owner.${index}`),
        portion_bps: party.portionBps,
      })),
    },
    'proposer',
  )
  await calls.as('approver', 'registry', registry, 'approve', { system: systemId })
  const register = (kind: string, party: number, name: string, capacityW: bigint) =>
    calls.as<number>('approver', 'registry', registry, 'register_meter', {
      system: systemId,
      kind: { tag: kind, values: undefined },
      party,
      key: calls.publicKey(name),
      capacity_w: capacityW,
    })
  const site = await register('Site', 0, `${prefix}meter.site`, plan.capacityW.site)
  const loads: number[] = []
  for (const [index] of plan.parties.entries())
    loads.push(await register('Load', index, `${prefix}meter.load.${index}`, plan.capacityW.load))
  return { systemId, meters: { site, loads } }
}

/** The terms of an offering, as its contract takes them. */
export function termsOf(
  plan: ProjectPlan,
  people: People,
  settlement: string,
  now: bigint,
): ConstructorArgs<'offering'>['terms'] {
  const bond = 10_000_000n
  const { sale } = plan
  // The escrow wants the money raised before the first record date.
  const fundingDeadline =
    sale?.fundingDeadline ?? min(now + plan.delays.funding, (plan.schedule[0]?.record ?? now + 2n) - 1n)
  return {
    settlement,
    cap: plan.principalStroops,
    minimum: sale?.minimumStroops ?? (plan.principalStroops / bond / 2n) * bond,
    denomination: sale?.denominationStroops ?? bond,
    min_ticket: sale?.minTicketStroops ?? bond,
    max_ticket: sale?.maxTicketStroops ?? plan.principalStroops,
    price_bps: sale?.priceBps ?? 10_000,
    rate_bps: plan.couponBps,
    funding_deadline: fundingDeadline,
    operations_budget: plan.operationsStroops,
    reserve_requirement: plan.reserveStroops,
    reserve_from_proceeds: plan.reserveStroops,
    capitalized_interest: 0n,
    renewal_requirement: 0n,
    kind: { tag: 'Bond', values: undefined },
    principal: { tag: 'SinkingFund', values: undefined },
    share_bps: 0,
    default_grace: plan.delays.bondGrace,
    long_stop: fundingDeadline + plan.delays.works,
    unclaimed_after: UNCLAIMED_AFTER,
    // Where no office of the state is known, the trustee keeps unclaimed money for its owners.
    unclaimed_to: people.address('trustee'),
    upgrade_delay: UPGRADE_DELAY,
    call_notice: plan.delays.callNotice,
    challenge_delay: plan.delays.challenge,
    attestations: 2,
    documents_hash: plan.documentsHash ?? new Uint8Array(32),
    ...plan.terms,
  }
}
