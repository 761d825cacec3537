/** The steps of a launch, in order: who signs each, what it needs before, how it is seen to be done, and what it is. */
import {
  type ChainOperation,
  contractCall,
  createAccount,
  createSac,
  deployOurs,
  openSponsored,
  serializedAsset,
  setOptions,
  specOf,
  tokenOf,
  uploadWasm,
  wasmHash,
} from '@heliobond/chain'
import { contractWasm } from '@heliobond/contracts'
import { Problem } from '../errors.ts'
import { type Plan, planCall, planClassic, type Tools } from '../transactions/action.ts'
import { refused } from '../transactions/checks.ts'
import { offeringArgs, tenderArgs } from './deployment.ts'
import { collectionKey, type LaunchState } from './launch-state.ts'

export const STEP_NAMES = [
  'propose-system',
  'approve-system',
  'open-issuer',
  'deploy-asset',
  'open-collections',
  'upload-offering',
  'upload-tender',
  'deploy-offering',
  'deploy-tender',
  'bind-offering',
  'hand-over-asset',
  'launch',
  'open-energy',
  'lock-issuer',
] as const
export type StepName = (typeof STEP_NAMES)[number]

/** Who has to sign a step. */
export type StepRole = 'issuer' | 'approver' | 'energy-admin'

export interface LaunchStep {
  readonly name: StepName
  /** What it does, for people. */
  readonly title: string
  readonly role: StepRole
  /** Whether the bond's issuing account signs too: its key is where the issuer is, and never here. */
  readonly withBondIssuer?: boolean
  readonly needs: readonly StepName[]
  /** Whether this launch has the step at all. */
  isWanted?(state: LaunchState): boolean
  isDone(state: LaunchState): boolean
  /** @param bondIssuer of the step that opens it */
  plan(state: LaunchState, tools: Tools, bondIssuer: string | undefined): Promise<Plan>
}

/** What the ledger keeps of an account without entries. */
const LEAST_BALANCE_STROOPS = 10_000_000n

const asIssuing = ({ draft }: LaunchState): string => {
  if (draft.bondIssuer === null) throw new Error(`draft ${draft.id} has no issuing account yet`)
  return draft.bondIssuer
}

const bondOf = ({ bond, draft }: LaunchState) => {
  if (bond === null) throw new Error(`draft ${draft.id} has no bond yet`)
  return bond
}

const systemOf = ({ draft }: LaunchState): number => {
  if (draft.systemId === null) throw new Error(`draft ${draft.id} has no system yet`)
  return draft.systemId
}

const nothing = (facts: Readonly<Record<string, string>>) => ({ moves: [], facts })

/** Code that anybody may put on the network; its hash is what counts. */
async function planUpload(name: 'offering' | 'tender'): Promise<Plan> {
  const wasm = await contractWasm(name)
  return planContract([uploadWasm({ wasm })], { contract: name, wasmHash: wasmHash(wasm), bytes: String(wasm.length) })
}

/** A contract operation that is no call of ours: nothing of its return is shown. */
const planContract = (
  operations: readonly ChainOperation[],
  facts: Readonly<Record<string, string>>,
  signers: readonly string[] = [],
): Plan => ({ operations, signers, describe: () => nothing(facts) })

export const STEPS: readonly LaunchStep[] = [
  {
    name: 'propose-system',
    title: 'Propose the system with its parties to the registry',
    role: 'issuer',
    needs: [],
    isDone: ({ system }) => system !== null,
    async plan({ draft, plan, platform }, tools) {
      const { name, capacityW, parties } = plan.system
      const args = {
        proposer: draft.owner,
        name,
        capacity_w: capacityW,
        shares: parties.map(({ owner, portionBps }) => ({ owner, portion_bps: portionBps })),
      }
      return planCall(tools, 'registry', platform.registry, 'propose', args, (system) =>
        nothing({ system: String(system), name, capacityW: String(capacityW), parties: String(parties.length) }),
      )
    },
  },
  {
    name: 'approve-system',
    title: 'Let the system in',
    role: 'approver',
    needs: ['propose-system'],
    isDone: ({ system }) => system?.approved === true,
    async plan(state, tools) {
      const system = systemOf(state)
      return planCall(tools, 'registry', state.platform.registry, 'approve', { system }, () =>
        nothing({ system: String(system), name: state.plan.system.name }),
      )
    },
  },
  {
    name: 'open-issuer',
    title: "Open the bond's issuing account, whose key was made where the issuer is",
    role: 'issuer',
    withBondIssuer: true,
    needs: [],
    isDone: ({ bondIssuer }) => bondIssuer !== null,
    async plan({ draft, plan }, _tools, bondIssuer) {
      if (bondIssuer === undefined) {
        throw new Problem(
          'HELIOBOND_INVALID_REQUEST',
          'bondIssuer is wanted: the address of a new key, made for this bond.',
          {},
          { reason: 'BOND_ISSUER_MISSING' },
        )
      }
      // Flags before the first line: they act only on lines that come after.
      return planClassic(
        [
          createAccount({ destination: bondIssuer, startingStroops: LEAST_BALANCE_STROOPS }),
          setOptions({
            source: bondIssuer,
            flags: { authRequired: true, authRevocable: true, authClawbackEnabled: true },
            homeDomain: plan.homeDomain,
          }),
        ],
        {
          moves: [{ from: draft.owner, to: bondIssuer, asset: 'native', amountStroops: LEAST_BALANCE_STROOPS }],
          facts: { bondIssuer, homeDomain: plan.homeDomain, flags: 'required, revocable, clawback' },
        },
        { signers: [bondIssuer] },
      )
    },
  },
  {
    name: 'deploy-asset',
    title: "Put the bond asset's contract on the network",
    role: 'issuer',
    needs: ['open-issuer'],
    isDone: ({ bondContractExists }) => bondContractExists,
    async plan(state) {
      const asset = bondOf(state)
      return planContract([createSac({ asset })], { asset })
    },
  },
  {
    name: 'open-collections',
    title: 'Open a collection account for each party; the platform pays their reserves',
    role: 'issuer',
    needs: ['approve-system'],
    isDone: ({ collectionsOpen }) => collectionsOpen,
    async plan(state, { keys, sponsor }) {
      if (!keys || !sponsor) throw refused('NOT_CONFIGURED', 'This platform opens no accounts.')
      const system = systemOf(state)
      const { parties } = state.plan.system
      const addresses = await Promise.all(parties.map((_, party) => keys.addressOf(collectionKey(system, party))))
      return planClassic(
        addresses.flatMap((address) =>
          openSponsored({ sponsor: sponsor.address, address, assets: [state.plan.settlementAsset] }),
        ),
        nothing(Object.fromEntries(addresses.map((address, party) => [`collection.${party}`, address]))),
        { signers: [sponsor.address, ...addresses] },
      )
    },
  },
  {
    name: 'upload-offering',
    title: "Put the offering contract's code on the network",
    role: 'issuer',
    needs: [],
    isDone: ({ uploaded }) => uploaded.has('offering'),
    plan: () => planUpload('offering'),
  },
  {
    name: 'upload-tender',
    title: "Put the tender contract's code on the network",
    role: 'issuer',
    needs: [],
    isWanted: ({ tender }) => tender !== null,
    isDone: ({ uploaded }) => uploaded.has('tender'),
    plan: () => planUpload('tender'),
  },
  {
    name: 'deploy-offering',
    title: 'Make the contract of the offering: its terms are fixed',
    role: 'issuer',
    needs: ['approve-system', 'open-collections', 'upload-offering'],
    isDone: ({ offering }) => offering.state !== null,
    async plan(state, { chain }) {
      const { draft, offering, plan } = state
      const hash = wasmHash(await contractWasm('offering'))
      const operation = deployOurs('offering', {
        deployer: draft.owner,
        wasmHash: hash,
        salt: offering.salt,
        args: offeringArgs(state, chain.config.passphrase),
      })
      return planContract([operation], {
        contract: offering.contractId,
        wasmHash: hash,
        capStroops: plan.terms.capStroops.toString(),
        rateBps: String(plan.terms.rateBps),
        coupons: String(plan.schedule.length),
        documentsHash: plan.terms.documentsHash,
      })
    },
  },
  {
    name: 'deploy-tender',
    title: 'Make the contract of the tender, which pays the works',
    role: 'issuer',
    needs: ['upload-tender', 'deploy-offering'],
    isWanted: ({ tender }) => tender !== null,
    isDone: ({ tender }) => tender?.exists === true,
    async plan(state) {
      const { draft, tender } = state
      if (tender === null) throw new Error(`draft ${draft.id} has no tender`)
      const hash = wasmHash(await contractWasm('tender'))
      const args = tenderArgs(state)
      const operation = deployOurs('tender', { deployer: draft.owner, wasmHash: hash, salt: tender.salt, args })
      return planContract([operation], { contract: tender.contractId, wasmHash: hash })
    },
  },
  {
    name: 'bind-offering',
    title: 'Bind the offering to the system, once',
    role: 'approver',
    needs: ['deploy-offering'],
    isDone: ({ system, offering }) => system?.offering === offering.contractId,
    async plan(state, tools) {
      const system = systemOf(state)
      const { contractId } = state.offering
      const args = { system, offering: contractId }
      return planCall(tools, 'registry', state.platform.registry, 'bind_offering', args, () =>
        nothing({ system: String(system), offeringContract: contractId }),
      )
    },
  },
  {
    name: 'hand-over-asset',
    title: "Make the offering's contract the administrator of the bond",
    role: 'issuer',
    withBondIssuer: true,
    needs: ['deploy-asset', 'deploy-offering'],
    isDone: ({ bondAdmin, offering }) => bondAdmin === offering.contractId,
    async plan(state, { chain }) {
      const source = asIssuing(state)
      const asset = bondOf(state)
      const admin = state.offering.contractId
      return planContract([tokenOf(asset, chain).setAdmin({ source, admin })], { asset, admin }, [source])
    },
  },
  {
    name: 'launch',
    title: 'Open the sale',
    role: 'issuer',
    needs: ['bind-offering', 'hand-over-asset'],
    isDone: ({ offering }) => offering.state !== null && offering.state !== 'Draft',
    async plan(state) {
      const { contractId } = state.offering
      const args = { serialized_asset: serializedAsset(bondOf(state)) }
      const operation = contractCall({ spec: specOf('offering'), contractId, method: 'launch', args })
      return planContract([operation], { contract: contractId, asset: bondOf(state) })
    },
  },
  {
    name: 'open-energy',
    title: 'Begin to keep the account of its energy',
    role: 'energy-admin',
    needs: ['approve-system'],
    isDone: ({ energyOpen }) => energyOpen,
    async plan(state, tools) {
      const system = systemOf(state)
      const from = state.plan.schedule[0]?.start ?? 0n
      const settings = {
        source: { tag: 'Server' as const, values: undefined },
        exports: { tag: 'CashFeedIn' as const, values: undefined },
        critical_floor_w: state.plan.system.parties.map(({ criticalFloorW }) => criticalFloorW),
      }
      const args = { system, from, settings }
      return planCall(tools, 'energy', state.platform.energy, 'open_system', args, () =>
        nothing({ system: String(system), from: String(from) }),
      )
    },
  },
  {
    name: 'lock-issuer',
    title: "Lock the bond's issuing account for ever: nobody can issue more",
    role: 'issuer',
    withBondIssuer: true,
    needs: ['launch'],
    isDone: ({ bondIssuer }) => bondIssuer?.masterWeight === 0,
    async plan(state) {
      const source = asIssuing(state)
      const locked = { masterWeight: 0, lowThreshold: 0, mediumThreshold: 0, highThreshold: 0 }
      return planClassic([setOptions({ source, ...locked })], nothing({ bondIssuer: source }), { signers: [source] })
    },
  },
]

/** Where a step stands. */
export interface StepStatus {
  readonly step: LaunchStep
  readonly signer: string
  readonly status: 'done' | 'ready' | 'waiting'
  /** What is to be done before. */
  readonly waitsFor: readonly StepName[]
}

/** All steps of a launch and where they stand. */
export function stepsOf(state: LaunchState): readonly StepStatus[] {
  const wanted = STEPS.filter((step) => step.isWanted?.(state) ?? true)
  const open = new Set(wanted.filter((step) => !step.isDone(state)).map(({ name }) => name))
  return wanted.map((step) => {
    const waitsFor = step.needs.filter((name) => open.has(name))
    const status = !open.has(step.name) ? 'done' : waitsFor.length > 0 ? 'waiting' : 'ready'
    return { step, signer: signerOf(step, state), status, waitsFor: status === 'done' ? [] : waitsFor }
  })
}

function signerOf({ role }: LaunchStep, { draft, approver, energyAdmin }: LaunchState): string {
  if (role === 'approver') return approver
  return role === 'energy-admin' ? energyAdmin : draft.owner
}
