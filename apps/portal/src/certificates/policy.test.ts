import { buildEnvelope, contractCall, createKey, specOf } from '@heliobond/chain'
import { expect, test } from 'vitest'
import { inspectEnvelope } from '../chain/inspect.ts'
import { bpsTyped, isPolicy, policyArgument } from './policy.ts'

const owner = createKey().address
const shares = { kind: 'Rec', owner, ownerBps: 1_000, partiesBps: 3_000, donorsBps: 6_000 } as const
const donors = { root: 'ab'.repeat(32), unitsStroops: '20000000000', leafCount: 3 }

/** What this browser reads of a call that carries a policy, as the contract's own interface encodes it. */
function readBack(policy: object): string | undefined {
  const PASSPHRASE = 'Standalone Network ; February 2017'
  const operation = contractCall({
    spec: specOf('certificate'),
    contractId: 'CAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAD2KM',
    method: 'announce_policy',
    args: { system: 1, policy },
  })
  const { envelopeXdr } = buildEnvelope(
    { source: createKey().address, sequence: 1n, operations: [operation], now: 1n, lifetimeSeconds: 60 },
    PASSPHRASE,
  )
  return inspectEnvelope(envelopeXdr, PASSPHRASE).operations[0]?.call?.args[1]
}

test('the policy that a call carries is read back share by share, with the donors’ root', () => {
  const of = { kind: { tag: 'Rec', values: undefined }, owner, owner_bps: 1_000, parties_bps: 3_000 }
  const named = { donors_bps: 6_000, donors_root: new Uint8Array(32).fill(0xab), donors_count: 3 }
  expect(readBack({ ...of, ...named, donors_units: 20_000_000_000n })).toBe(policyArgument(shares, donors))
})

test('a policy without donors names none, whoever is recorded', () => {
  const of = { kind: { tag: 'Carbon', values: undefined }, owner, owner_bps: 10_000, parties_bps: 0 }
  const nobody = { donors_bps: 0, donors_root: new Uint8Array(32), donors_count: 0, donors_units: 0n }
  const whole = { kind: 'Carbon', owner, ownerBps: 10_000, partiesBps: 0, donorsBps: 0 } as const
  expect(readBack({ ...of, ...nobody })).toBe(policyArgument(whole, donors))
})

test('a share that nobody fills in is none, and what is no percentage is refused', () => {
  expect([' 12.5 ', '', '101'].map(bpsTyped)).toEqual([1_250, 0, null])
})

test('a policy is whole: its shares are everything, its owner is an address, and donors with a share are recorded', () => {
  expect(isPolicy(shares, donors)).toBe(true)
  expect(isPolicy(shares, null)).toBe(false)
  expect(isPolicy({ ...shares, ownerBps: 999 }, donors)).toBe(false)
  expect(isPolicy({ ...shares, owner: 'the town' }, donors)).toBe(false)
})
