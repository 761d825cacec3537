import {
  type AccountState,
  type Asset,
  account,
  accounts,
  assetOf,
  type Chain,
  codeKey,
  contractOf,
  deployedAddress,
  instanceKey,
  lifetimes,
  sacAddress,
  tokenOf,
  trustlines,
  wasmHash,
} from '@heliobond/chain'
import { contractWasm } from '@heliobond/contracts'
import type { Database, Draft } from '@heliobond/db'
import { sha256, toHex, utf8Bytes } from '@heliobond/domain'
import type { Platform } from '../platform.ts'
import type { LaunchPlan } from './plan.ts'

type CodeName = 'offering' | 'tender'

/** Where a launch stands: read from the network and the database every time, so that nobody can claim a step. */
export interface LaunchState {
  readonly draft: Draft
  readonly plan: LaunchPlan
  readonly platform: Platform
  /** The registry's approver and the energy contract's administrator. */
  readonly approver: string
  readonly energyAdmin: string
  /** As the registry has it; null before it is proposed. */
  readonly system: { readonly approved: boolean; readonly offering: string | null } | null
  readonly bondIssuer: AccountState | null
  /** The bond, once its issuing account is known. */
  readonly bond: Asset | null
  readonly bondContractExists: boolean
  /** Who administers the bond's contract. */
  readonly bondAdmin: string | null
  /** Code of ours that the network has. */
  readonly uploaded: ReadonlySet<CodeName>
  /** Collection accounts by party; null where one has no key yet. */
  readonly collections: readonly (string | null)[]
  /** Whether all of them are open, with their lines. */
  readonly collectionsOpen: boolean
  readonly offering: { readonly contractId: string; readonly salt: string; readonly state: string | null }
  readonly tender: { readonly contractId: string; readonly salt: string; readonly exists: boolean } | null
  readonly energyOpen: boolean
}

/** Names of the secrets of a system's collection accounts, as the worker looks for them. */
export const collectionKey = (system: number, party: number): string => `collection.${system}.${party}`

/** The salt of a draft's contract: the same every time, so that a second try meets the first. */
export const saltOf = ({ id, createdAt }: Pick<Draft, 'id' | 'createdAt'>, what: CodeName): string =>
  toHex(sha256(utf8Bytes(`heliobond draft ${id} of ${createdAt}: ${what}`)))

/** Reads where the launch of a draft stands. */
export async function launchState(
  p: { readonly database: Database; readonly chain: Chain },
  draft: Draft,
  plan: LaunchPlan,
  platform: Platform,
): Promise<LaunchState> {
  const { chain } = p
  const { passphrase } = chain.config
  const deployer = draft.owner
  const contractAt = (salt: string) => deployedAddress({ deployer, salt, passphrase })
  const offeringSalt = saltOf(draft, 'offering')
  const offeringId = contractAt(offeringSalt)
  const tenderSalt = saltOf(draft, 'tender')
  const tenderId = 'tender' in plan.works ? contractAt(tenderSalt) : null
  const bond = draft.bondIssuer === null ? null : assetOf(plan.bondCode, draft.bondIssuer)
  const codes = await codeKeysByName()
  const [existing, system, roles, issuer, collections, energyOpen] = await Promise.all([
    lifetimes(chain, [
      ...codes.values(),
      instanceKey(offeringId),
      ...(tenderId === null ? [] : [instanceKey(tenderId)]),
      ...(bond === null ? [] : [instanceKey(sacAddress(bond, passphrase))]),
    ]),
    systemOf(chain, platform.registry, draft.systemId),
    officesOf(chain, platform),
    draft.bondIssuer === null ? undefined : account(chain, draft.bondIssuer),
    collectionsOf(p, draft, plan),
    isEnergyOpen(chain, platform.energy, draft.systemId),
  ])
  const exists = (contractId: string) => existing.has(instanceKey(contractId))
  const bondContractExists = bond !== null && exists(sacAddress(bond, passphrase))
  const state = exists(offeringId) ? (await contractOf('offering', offeringId, chain).read('state')).tag : null
  return {
    draft,
    plan,
    platform,
    ...roles,
    system,
    bondIssuer: issuer ?? null,
    bond,
    bondContractExists,
    bondAdmin: bondContractExists && bond !== null ? await tokenOf(bond, chain).admin() : null,
    uploaded: new Set([...codes].filter(([, key]) => existing.has(key)).map(([name]) => name)),
    ...collections,
    offering: { contractId: offeringId, salt: offeringSalt, state },
    tender: tenderId === null ? null : { contractId: tenderId, salt: tenderSalt, exists: exists(tenderId) },
    energyOpen,
  }

  async function codeKeysByName(): Promise<ReadonlyMap<CodeName, string>> {
    const names: readonly CodeName[] = 'tender' in plan.works ? ['offering', 'tender'] : ['offering']
    return new Map(
      await Promise.all(names.map(async (name) => [name, codeKey(wasmHash(await contractWasm(name)))] as const)),
    )
  }
}

async function systemOf(chain: Chain, registry: string, id: number | null): Promise<LaunchState['system']> {
  if (id === null) return null
  const found = await contractOf('registry', registry, chain).tryRead('system', { system: id })
  if (!found.ok) return null
  const { approved, offering } = found.value
  return { approved, offering: offering ?? null }
}

async function officesOf(chain: Chain, { registry, energy }: Platform) {
  const [approver, governance] = await Promise.all([
    contractOf('registry', registry, chain).read('approver'),
    contractOf('energy', energy, chain).read('governance'),
  ])
  return { approver, energyAdmin: governance.admin }
}

async function isEnergyOpen(chain: Chain, energy: string, system: number | null): Promise<boolean> {
  if (system === null) return false
  return (await contractOf('energy', energy, chain).tryRead('attested', { system })).ok
}

async function collectionsOf(
  { database, chain }: { readonly database: Database; readonly chain: Chain },
  { systemId }: Draft,
  { system, settlementAsset }: LaunchPlan,
): Promise<Pick<LaunchState, 'collections' | 'collectionsOpen'>> {
  if (systemId === null) return { collections: system.parties.map(() => null), collectionsOpen: false }
  const names = system.parties.map((_, index) => collectionKey(systemId, index))
  const rows = await database.prisma.secret.findMany({
    where: { name: { in: names } },
    select: { name: true, publicKey: true },
  })
  const byName = new Map(rows.map(({ name, publicKey }) => [name, publicKey]))
  const collections = names.map((name) => byName.get(name) ?? null)
  const known = collections.filter((address) => address !== null)
  if (known.length < names.length) return { collections, collectionsOpen: false }
  const [open, lines] = await Promise.all([accounts(chain, known), trustlines(chain, known, settlementAsset)])
  return { collections, collectionsOpen: known.every((address) => open.has(address) && lines.has(address)) }
}
