import {
  type Chain,
  createSac,
  deployContract,
  deployedAddress,
  randomSalt,
  sacAddress,
  serializedAsset,
  setOptions,
  specOf,
  uploadWasm,
  wasmHash,
} from '@heliobond/chain'
import { contractWasm } from '@heliobond/contracts'
import { min } from '@heliobond/domain'
import type { ProjectAssets } from './accounts.ts'
import type { Calls } from './calls.ts'
import type { People } from './people.ts'
import { type ProjectPlan, UNCLAIMED_AFTER, UPGRADE_DELAY } from './plan.ts'
import type { Sender } from './sender.ts'

const CONTRACTS = ['registry', 'tariff', 'energy', 'offering'] as const
type ContractName = (typeof CONTRACTS)[number]

export const RETAIL_SYMBOL = 'PR_RETAIL'
export const EXPORT_SYMBOL = 'PR_EXPORT'
/** Of a contract that would close the intervals itself; ours are closed by oracles. */
const DIRECT_INTERVAL_SECONDS = 86_400n
/** A tariff that moves by more than this needs a second feeder. */
const DEVIATION_BPS = 2_500

const other = (symbol: string) => ({ tag: 'Other', values: [symbol] as const })

export interface ProjectContracts {
  readonly registry: string
  readonly tariff: string
  readonly energy: string
  readonly offering: string
}

/** The registry's numbers of the project. */
export interface ProjectNumbers {
  readonly systemId: number
  readonly meters: { readonly site: number; readonly loads: readonly number[] }
}

/** Deploys the contracts, registers the system and its meters, sets the tariff; the offering is launched with the issuing account locked. */
export async function deployProject(
  chain: Chain,
  send: Sender,
  calls: Calls,
  people: People,
  plan: ProjectPlan,
  assets: ProjectAssets,
): Promise<{ contracts: ProjectContracts; numbers: ProjectNumbers; bondSinceLedger: number }> {
  const admin = people.address('admin')
  const bondIssuer = people.address('bond-issuer')
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
  for (const asset of [assets.settlement, assets.bond])
    await send('asset contracts', [admin], [createSac({ source: admin, asset })])

  const hashes = new Map<ContractName, string>()
  for (const name of CONTRACTS) {
    const wasm = await contractWasm(name)
    hashes.set(name, wasmHash(wasm))
    await send(`contract code: ${name}`, [admin], [uploadWasm({ source: admin, wasm })])
  }
  const deploy = async (name: ContractName, args: Record<string, unknown>): Promise<string> => {
    const salt = randomSalt()
    await send(
      `contract: ${name}`,
      [admin],
      [
        deployContract({
          source: admin,
          deployer: admin,
          wasmHash: hashes.get(name) ?? '',
          salt,
          spec: await specOf(name),
          args,
        }),
      ],
    )
    return deployedAddress({ deployer: admin, salt, passphrase: chain.config.passphrase })
  }

  const governance = { admin, trustee: people.address('trustee'), upgrade_delay: UPGRADE_DELAY }
  const registry = await deploy('registry', { governance, approver: people.address('approver') })
  const tariff = await deploy('tariff', {
    governance,
    base: { tag: 'Stellar', values: [sacAddress(assets.settlement, chain.config.passphrase)] },
    feeders: [people.address('feeder')],
    max_age: plan.delays.tariffMaxAge,
    deviation_bps: DEVIATION_BPS,
  })
  const energy = await deploy('energy', {
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

  const numbers = await registerSystem(calls, people, plan, registry)
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

  const settlement = sacAddress(assets.settlement, chain.config.passphrase)
  const offering = await deploy('offering', {
    roles: {
      issuer: people.address('issuer'),
      trustee: people.address('trustee'),
      compliance: people.address('compliance'),
      operator: people.address('operator'),
      works: people.address('works'),
    },
    registry,
    energy,
    system: numbers.systemId,
    terms: termsOf(plan, people, settlement, await chain.now()),
    schedule: plan.schedule.map(({ start, record, pay, days, basis }) => ({ start, record, pay, days, basis })),
    collections: plan.parties.map((_, index) => people.address(`collection.${index}`)),
  })
  await calls.as('approver', 'registry', registry, 'bind_offering', { system: numbers.systemId, offering })
  await calls.as('admin', 'energy', energy, 'open_system', {
    system: numbers.systemId,
    from: start,
    settings: {
      source: { tag: 'Server', values: undefined },
      exports: { tag: 'CashFeedIn', values: undefined },
      critical_floor_w: plan.parties.map(({ criticalFloorW }) => criticalFloorW),
    },
  })
  const bondSinceLedger = await chain.ledger()
  // The escrow becomes the asset's administrator, the offering checks it, and only then is the issuing account locked for ever.
  await calls.sacSetAdmin('bond-issuer', assets.bond, offering)
  await calls.as('issuer', 'offering', offering, 'launch', { serialized_asset: serializedAsset(assets.bond) })
  await send(
    'bond: issuing account locked',
    [bondIssuer],
    [setOptions({ source: bondIssuer, masterWeight: 0, lowThreshold: 0, mediumThreshold: 0, highThreshold: 0 })],
  )
  return { contracts: { registry, tariff, energy, offering }, numbers, bondSinceLedger }
}

async function registerSystem(
  calls: Calls,
  people: People,
  plan: ProjectPlan,
  registry: string,
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
        owner: people.address(`owner.${index}`),
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
  const site = await register('Site', 0, 'meter.site', plan.capacityW.site)
  const loads: number[] = []
  for (const [index] of plan.parties.entries())
    loads.push(await register('Load', index, `meter.load.${index}`, plan.capacityW.load))
  return { systemId, meters: { site, loads } }
}

function termsOf(plan: ProjectPlan, people: People, settlement: string, now: bigint) {
  const bond = 10_000_000n
  // The escrow wants the money raised before the first record date.
  const fundingDeadline = min(now + plan.delays.funding, (plan.schedule[0]?.record ?? now + 2n) - 1n)
  return {
    settlement,
    cap: plan.principalStroops,
    minimum: (plan.principalStroops / bond / 2n) * bond,
    denomination: bond,
    min_ticket: bond,
    max_ticket: plan.principalStroops,
    price_bps: 10_000,
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
    documents_hash: new Uint8Array(32),
  }
}
