import { contractOf } from '@heliobond/chain'
import { toHex } from '@heliobond/domain'
import { Type } from 'typebox'
import { platformOf } from '../../platform.ts'
import { defineAction, planCall, type Tools } from '../action.ts'
import { refused } from '../checks.ts'
import { addressIn, hashIn, params } from '../params.ts'

const KINDS = { site: 'Site', load: 'Load', combined: 'Combined' } as const
const meterId = Type.Integer({ minimum: 1, maximum: 4_294_967_295, description: "The registry's number of the meter." })
const watts = (description: string) =>
  Type.String({ pattern: '^[1-9][0-9]{0,11}$', description: `${description} In watts.` })

const registryOf = async ({ database }: Tools) => (await platformOf(database)).registry

/** A system as the registry has it. @throws {Problem} when it has none of that number. */
async function systemIn(tools: Tools, registry: string, system: number) {
  const found = await contractOf('registry', registry, tools.chain).tryRead('system', { system })
  if (!found.ok) throw refused('NOT_RECORDED', 'The registry has no system {system}.', { system })
  return found.value
}

const approveSystem = defineAction({
  name: 'approve-system',
  summary: 'Lets a proposed system in, with its parties and their portions as they were proposed. The approver.',
  params: Type.Object({ system: params.system }, { additionalProperties: false }),
  async plan({ system }, tools) {
    const registry = await registryOf(tools)
    const { name, capacity_w: capacityW, parties, proposer } = await systemIn(tools, registry, system)
    return planCall(tools, 'registry', registry, 'approve', { system }, () => ({
      moves: [],
      facts: {
        system: String(system),
        name,
        capacityW: capacityW.toString(),
        proposer,
        parties: parties.map(({ owner, portion_bps: bps }) => `${owner} ${bps}`).join(', '),
      },
    }))
  },
})

const registerMeter = defineAction({
  name: 'register-meter',
  summary:
    "Registers a meter by its public key: from then on what it signs counts. The approver, who has seen the device's key.",
  params: Type.Object(
    {
      system: params.system,
      kind: Type.Unsafe<keyof typeof KINDS>({
        type: 'string',
        enum: Object.keys(KINDS),
        description: 'site: generation and export; load: what one party consumes; combined: all three.',
      }),
      party: params.party,
      publicKey: params.hash("The meter's Ed25519 key."),
      capacityW: watts('Rated power.'),
    },
    { additionalProperties: false },
  ),
  returns: { contract: 'registry', method: 'register_meter' },
  async plan({ system, kind, party, publicKey, capacityW }, tools) {
    const registry = await registryOf(tools)
    const { name } = await systemIn(tools, registry, system)
    const args = {
      system,
      kind: { tag: KINDS[kind], values: undefined },
      party,
      key: hashIn(publicKey, 'publicKey'),
      capacity_w: BigInt(capacityW),
    }
    return planCall(tools, 'registry', registry, 'register_meter', args, (meter) => ({
      moves: [],
      facts: { system: String(system), name, kind, party: String(party), publicKey, capacityW, meter: String(meter) },
    }))
  },
})

/** A meter with the system that it is in. @throws {Problem} when the registry has none of that number. */
async function meterIn(tools: Tools, registry: string, meter: number) {
  const found = await contractOf('registry', registry, tools.chain).tryRead('meter', { meter })
  if (!found.ok) throw refused('NOT_RECORDED', 'The registry has no meter {meter}.', { meter })
  return found.value
}

/** What is done to one meter. */
const METER_CALLS = [
  ['revoke-meter', 'revoke_meter', 'Ends a meter for ever: what it signs counts no more. The approver.'],
  ['new-meter-epoch', 'new_epoch', 'Begins a new epoch of a meter, whose registers start at 0. The approver.'],
] as const

const meterActions = METER_CALLS.map(([name, method, summary]) =>
  defineAction({
    name,
    summary,
    params: Type.Object({ meter: meterId }, { additionalProperties: false }),
    async plan({ meter }, tools) {
      const registry = await registryOf(tools)
      const { system, key, epoch } = await meterIn(tools, registry, meter)
      return planCall(tools, 'registry', registry, method, { meter }, () => ({
        moves: [],
        facts: { meter: String(meter), system: String(system), publicKey: toHex(key), epoch: String(epoch) },
      }))
    },
  }),
)

const bindOffering = defineAction({
  name: 'bind-offering',
  summary: 'Binds an offering to a system, once: it alone finances it from then on. The approver.',
  params: Type.Object(
    { system: params.system, contract: params.address("The offering's contract.") },
    { additionalProperties: false },
  ),
  async plan({ system, contract }, tools) {
    const registry = await registryOf(tools)
    const { name } = await systemIn(tools, registry, system)
    const args = { system, offering: addressIn(contract, 'contract') }
    return planCall(tools, 'registry', registry, 'bind_offering', args, () => ({
      moves: [],
      facts: { system: String(system), name, offeringContract: contract },
    }))
  },
})

export const registryActions = [approveSystem, registerMeter, ...meterActions, bindOffering]
