import { Keypair, Operation, xdr } from '@stellar/stellar-sdk/base'
import { expect, test } from 'vitest'
import { TestNetwork } from '../../core/testing.ts'
import type { Wire } from '../../ledger/wire.ts'
import { describeCodes, drain, type Scene, sceneOn, submitOperation } from './table.test-helper.ts'

type SetOptionsWire = Wire<xdr.SetOptionsOp>

const NO_OPTIONS: SetOptionsWire = {
  inflationDest: null,
  clearFlags: null,
  setFlags: null,
  masterWeight: null,
  lowThreshold: null,
  medThreshold: null,
  highThreshold: null,
  homeDomain: null,
  signer: null,
}

const set = ({ net, alice }: Scene, options: Partial<SetOptionsWire>) =>
  submitOperation(net, alice, { type: 5, setOptionsOp: { ...NO_OPTIONS, ...options } })

const signer = (weight = 1, keypair = Keypair.random()) => ({
  key: { type: 0, ed25519: keypair.rawPublicKey() } as const,
  weight,
})

/** Does it first, then leaves what comes after to be refused. */
const after = (first: Partial<SetOptionsWire>, then: Partial<SetOptionsWire>) => (scene: Scene) => {
  expect(set(scene, first).code).toBe('tx_success')
  return set(scene, then)
}

const domain = (text: string) => new xdr.XdrString(Uint8Array.from(Buffer.from(text, 'latin1')))

describeCodes('SetOptions', xdr.SetOptionsResultCode, {
  ways: {
    success: [
      { rule: 'nothing asked, nothing done', reach: (scene) => set(scene, {}) },
      {
        rule: 'all at once',
        reach: (scene) =>
          set(scene, {
            inflationDest: { type: 0, ed25519: scene.bob.rawPublicKey() },
            setFlags: 0b1011,
            masterWeight: 255,
            lowThreshold: 1,
            medThreshold: 2,
            highThreshold: 3,
            homeDomain: domain('town.example'),
            signer: signer(255),
          }),
      },
      { rule: 'a signer that is not there is taken away', reach: (scene) => set(scene, { signer: signer(0) }) },
      {
        rule: 'a signer is added with exactly the reserve for it',
        reach: (scene) => {
          drain(scene, scene.alice, 5_000_000n)
          return set(scene, { signer: signer() })
        },
      },
      {
        rule: 'one of twenty signers takes another weight',
        reach: (scene) => {
          const last = Keypair.random()
          fillSigners(scene, last)
          return set(scene, { signer: signer(2, last) })
        },
      },
      {
        rule: 'an immutable account sets and clears no flags at all',
        reach: after({ setFlags: 4 }, { setFlags: 0, clearFlags: 0 }),
      },
      { rule: 'revocability and clawback are given up together', reach: after({ setFlags: 10 }, { clearFlags: 10 }) },
    ],
    low_reserve: {
      rule: 'a signer takes a base reserve',
      reach: (scene) => {
        drain(scene, scene.alice, 4_999_999n)
        return set(scene, { signer: signer() })
      },
    },
    too_many_signers: {
      rule: 'twenty at most',
      reach: (scene) => {
        fillSigners(scene)
        return set(scene, { signer: signer() })
      },
    },
    bad_flags: {
      rule: 'a flag both set and cleared',
      whenSent: true,
      reach: (scene) => set(scene, { setFlags: 3, clearFlags: 1 }),
    },
    invalid_inflation: {
      rule: 'the destination of inflation exists, though there is no inflation any more',
      reach: (scene) => set(scene, { inflationDest: { type: 0, ed25519: Keypair.random().rawPublicKey() } }),
    },
    cant_change: [
      { rule: 'an immutable account sets no flag', reach: after({ setFlags: 4 }, { setFlags: 1 }) },
      { rule: 'nor clears one', reach: after({ setFlags: 5 }, { clearFlags: 1 }) },
      { rule: 'nor enables clawback', reach: after({ setFlags: 6 }, { setFlags: 8 }) },
    ],
    unknown_flag: [
      { rule: 'four flags can be set', whenSent: true, reach: (scene) => set(scene, { setFlags: 16 }) },
      {
        rule: 'and cleared; that is looked at before their combination',
        whenSent: true,
        reach: (scene) => set(scene, { setFlags: 17, clearFlags: 17 }),
      },
    ],
    threshold_out_of_range: [
      {
        rule: 'the master key weighs 255 at most',
        whenSent: true,
        reach: (scene) => set(scene, { masterWeight: 256 }),
      },
      { rule: 'the low threshold is 255 at most', whenSent: true, reach: (scene) => set(scene, { lowThreshold: 256 }) },
      { rule: 'so is the medium one', whenSent: true, reach: (scene) => set(scene, { medThreshold: 256 }) },
      { rule: 'and the high one', whenSent: true, reach: (scene) => set(scene, { highThreshold: 0xffff_ffff }) },
    ],
    bad_signer: [
      {
        rule: 'not the account itself',
        whenSent: true,
        reach: (scene) => set(scene, { signer: signer(1, scene.alice) }),
      },
      {
        rule: 'of no more than 255 (protocol 10 on)',
        whenSent: true,
        reach: (scene) => set(scene, { signer: signer(256) }),
      },
      {
        rule: 'of a payload that is not empty (CAP-40)',
        whenSent: true,
        reach: (scene) => {
          const ed25519SignedPayload = { ed25519: scene.bob.rawPublicKey(), payload: new Uint8Array() }
          return set(scene, { signer: { key: { type: 3, ed25519SignedPayload }, weight: 1 } })
        },
      },
    ],
    invalid_home_domain: [
      { rule: 'no control characters', whenSent: true, reach: (scene) => set(scene, { homeDomain: domain('a\nb') }) },
      {
        rule: 'not the one behind the tilde',
        whenSent: true,
        reach: (scene) => set(scene, { homeDomain: domain('\x7f') }),
      },
      { rule: 'nothing beyond ASCII', whenSent: true, reach: (scene) => set(scene, { homeDomain: domain('\xe4') }) },
    ],
    auth_revocable_required: [
      { rule: 'clawback goes with revocability', reach: (scene) => set(scene, { setFlags: 8 }) },
      { rule: 'which is not given up alone', reach: after({ setFlags: 10 }, { clearFlags: 2 }) },
    ],
  },
})

function fillSigners(scene: Scene, last = Keypair.random()): void {
  const others = Array.from({ length: 19 }, () => Keypair.random())
  scene.net.must(
    scene.alice,
    [...others, last].map((keypair) =>
      Operation.setOptions({ signer: { ed25519PublicKey: keypair.publicKey(), weight: 1 } }),
    ),
  )
}

test('signers are listed by kind, then by key, whatever the order they came in', async () => {
  const scene = sceneOn(await TestNetwork.start())
  const bytes = (at: number) => new Uint8Array(32).fill(at)
  const keys = [
    { type: 3, ed25519SignedPayload: { ed25519: bytes(1), payload: Uint8Array.of(2) } },
    { type: 0, ed25519: bytes(255) },
    { type: 2, hashX: bytes(0) },
    { type: 0, ed25519: bytes(3) },
    { type: 1, preAuthTx: bytes(7) },
    { type: 3, ed25519SignedPayload: { ed25519: bytes(1), payload: Uint8Array.of(1) } },
  ] as const
  for (const key of keys) expect(set(scene, { signer: { key, weight: 1 } }).code).toBe('tx_success')
  const listed = scene.net.account(scene.alice.publicKey()).signers.map(({ key }) => key)
  expect(listed).toEqual([3, 1, 4, 2, 5, 0].map((at) => keys[at]))
})
