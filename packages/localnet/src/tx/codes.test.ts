import { Account, Asset, Keypair, Networks, Operation, TransactionBuilder, xdr } from '@stellar/stellar-sdk/base'
import { beforeEach, expect, test } from 'vitest'
import { type BuildOptions, type Fate, TEST_TIME, TestNetwork } from '../core/testing.ts'
import type { TransactionWire } from '../ledger/wire.ts'
import { drain, type Scene, sceneOn, submitWire } from '../ops/codes/table.test-helper.ts'

const XLM = Asset.native()

let scene: Scene
let net: TestNetwork
let alice: Keypair
let bob: Keypair

beforeEach(async () => {
  net = await TestNetwork.start()
  scene = sceneOn(net)
  ;({ alice, bob } = scene)
})

const pay = (amount = '1', source?: Keypair) =>
  Operation.payment({
    destination: net.root.publicKey(),
    asset: XLM,
    amount,
    ...(source && { source: source.publicKey() }),
  })

const submit = (options: BuildOptions = {}, operations = [pay()]) => net.submit(alice, operations, options)
const altered = (changes: Partial<TransactionWire>) => submitWire(net, alice, (tx) => ({ ...tx, ...changes }))
const between = (minTime: bigint, maxTime: bigint) => altered({ cond: { type: 1, timeBounds: { minTime, maxTime } } })

type Conditions = Extract<TransactionWire['cond'], { type: 2 }>['v2']

const CONDITIONS: Conditions = {
  timeBounds: null,
  ledgerBounds: null,
  minSeqNum: null,
  minSeqAge: 0n,
  minSeqLedgerGap: 0,
  extraSigners: [],
}

const under = (changes: Partial<Conditions>) => altered({ cond: { type: 2, v2: { ...CONDITIONS, ...changes } } })

const next = () => net.core.latestLedger().sequence + 1
const hashX = (fill: number) => ({ type: 2, hashX: new Uint8Array(32).fill(fill) }) as const

/** Ways to the codes of a whole transaction without a fee bump. `sent` is how the network first answers. */
const WAYS: Record<string, readonly { rule: string; sent?: 'PENDING'; reach: () => Fate }[]> = {
  tx_success: [
    { rule: 'its time begins as the ledger closes', sent: 'PENDING', reach: () => between(TEST_TIME, 0n) },
    { rule: 'and ends as it closes', sent: 'PENDING', reach: () => between(0n, TEST_TIME) },
    {
      rule: 'its ledgers begin with this one and end before the next',
      sent: 'PENDING',
      reach: () => under({ ledgerBounds: { minLedger: next(), maxLedger: next() + 1 } }),
    },
    {
      rule: 'its number may skip others from the least one told',
      sent: 'PENDING',
      reach: () => under({ minSeqNum: net.account(alice.publicKey()).sequence }),
    },
    {
      rule: 'exactly the fee is left above the reserve',
      sent: 'PENDING',
      reach: () => {
        drain(scene, alice, 0n)
        return submit({}, [Operation.bumpSequence({ bumpTo: '0' })])
      },
    },
  ],
  tx_failed: [{ rule: 'an operation failed', sent: 'PENDING', reach: () => submit({}, [pay(), pay('99999'), pay()]) }],
  tx_too_early: [
    { rule: 'one second before its time', reach: () => between(TEST_TIME + 1n, 0n) },
    {
      rule: 'one ledger before its ledgers',
      reach: () => under({ ledgerBounds: { minLedger: next() + 1, maxLedger: 0 } }),
    },
    { rule: 'before it is said to be too late as well', reach: () => between(TEST_TIME + 1n, TEST_TIME - 1n) },
  ],
  tx_too_late: [
    { rule: 'one second past its time', reach: () => between(0n, TEST_TIME - 1n) },
    {
      rule: 'its last ledger is not included',
      reach: () => under({ ledgerBounds: { minLedger: 0, maxLedger: next() } }),
    },
  ],
  tx_missing_operation: [
    { rule: 'nothing to do', reach: () => altered({ operations: [] }) },
    { rule: 'said before its time is looked at', reach: () => submit({ edit: (b) => b.setLedgerbounds(0, 1) }, []) },
  ],
  tx_bad_seq: [
    { rule: 'the number used last', reach: () => submit({ sequence: net.account(alice.publicKey()).sequence - 1n }) },
    { rule: 'the one after the next', reach: () => submit({ sequence: net.account(alice.publicKey()).sequence + 1n }) },
    {
      rule: 'below the least one told',
      reach: () => under({ minSeqNum: net.account(alice.publicKey()).sequence + 1n }),
    },
    {
      rule: 'not above the account’s, though in the bounds told',
      reach: () => {
        const { sequence } = net.account(alice.publicKey())
        return altered({ seqNum: sequence, cond: { type: 2, v2: { ...CONDITIONS, minSeqNum: 0n } } })
      },
    },
    {
      rule: 'the number that accounts of this ledger start with (CAP-19)',
      reach: () => {
        const seqNum = BigInt(next()) << 32n
        return altered({ seqNum, cond: { type: 2, v2: { ...CONDITIONS, minSeqNum: 0n } } })
      },
    },
  ],
  tx_bad_auth: [
    { rule: 'no signature', reach: () => submit({ signers: [] }) },
    { rule: 'that of another', reach: () => submit({ signers: [bob] }) },
    {
      rule: 'that for another network',
      reach: () => {
        const account = new Account(alice.publicKey(), String(net.account(alice.publicKey()).sequence))
        const tx = new TransactionBuilder(account, {
          fee: '100',
          networkPassphrase: Networks.PUBLIC,
          timebounds: { minTime: 0, maxTime: 0 },
        })
          .addOperation(pay())
          .build()
        tx.sign(alice)
        return net.send(tx)
      },
    },
    {
      rule: 'an extra signer who did not sign, told before an operation that nobody signed',
      reach: () => submit({ edit: (b) => b.setExtraSigners([bob.publicKey()]) }, [pay('1', scene.issuer)]),
    },
  ],
  tx_insufficient_balance: [
    {
      rule: 'the fee offered, not only the one that would be charged, is above the reserve',
      reach: () => {
        drain(scene, alice, 0n)
        return submit({ fee: 101 })
      },
    },
    {
      rule: 'and above what offers promise',
      reach: () => {
        net.must(alice, [Operation.manageSellOffer({ selling: XLM, buying: scene.usd, amount: '1', price: '1' })])
        drain(scene, alice, 10_000_000n)
        return submit({ fee: 10_000_000 })
      },
    },
  ],
  tx_no_account: [{ rule: 'of nobody', reach: () => net.submit(Keypair.random(), [pay()], { sequence: 1n }) }],
  tx_insufficient_fee: [
    { rule: 'below a hundred stroops an operation', reach: () => altered({ fee: 99 }) },
    {
      rule: 'told before the account is missed',
      reach: () => net.submit(Keypair.random(), [pay()], { sequence: 1n, fee: 99 }),
    },
    {
      rule: 'of two operations',
      reach: () => {
        const operations = [pay().toXdrObject(), pay().toXdrObject()]
        return altered({ fee: 199, operations })
      },
    },
  ],
  tx_bad_auth_extra: [
    { rule: 'a signature of nobody concerned', reach: () => submit({ signers: [alice, bob] }) },
    { rule: 'the same signature twice', reach: () => submit({ signers: [alice, alice] }) },
    {
      rule: 'a signature that was not needed any more',
      reach: () => {
        net.must(alice, [Operation.setOptions({ signer: { ed25519PublicKey: bob.publicKey(), weight: 1 } })])
        return submit({ signers: [alice, bob] })
      },
    },
  ],
  tx_bad_sponsorship: [
    {
      rule: 'a sponsorship that was begun and not ended',
      sent: 'PENDING',
      reach: () => submit({}, [Operation.beginSponsoringFutureReserves({ sponsoredId: bob.publicKey() })]),
    },
  ],
  tx_bad_min_seq_age_or_gap: [
    {
      rule: 'one second too young',
      reach: () => {
        net.must(alice, [pay()])
        net.core.advance({ seconds: 59 })
        return under({ minSeqAge: 60n })
      },
    },
    {
      rule: 'one ledger too near',
      reach: () => {
        net.must(alice, [pay()])
        net.core.advance({ seconds: 0, ledgers: 3 })
        return under({ minSeqLedgerGap: 5 })
      },
    },
    {
      rule: 'older than time itself',
      reach: () => under({ minSeqAge: 18_446_744_073_709_551_615n }),
    },
    {
      rule: 'told before a signature is missed',
      reach: () => {
        net.must(alice, [pay()])
        return submit({ signers: [], edit: (builder) => builder.setMinAccountSequenceAge(60n) })
      },
    },
  ],
  tx_malformed: [
    { rule: 'an extra signer twice', reach: () => under({ extraSigners: [hashX(1), hashX(1)] }) },
    {
      rule: 'an extra signer of an empty payload',
      reach: () => {
        const ed25519SignedPayload = { ed25519: bob.rawPublicKey(), payload: new Uint8Array() }
        return under({ extraSigners: [{ type: 3, ed25519SignedPayload }] })
      },
    },
    {
      rule: 'a classic transaction with resources of contracts',
      reach: () => {
        const resources = {
          footprint: { readOnly: [], readWrite: [] },
          instructions: 0,
          diskReadBytes: 0,
          writeBytes: 0,
        }
        return altered({ ext: { v: 1, sorobanData: { ext: { v: 0 }, resources, resourceFee: 0n } } })
      },
    },
    {
      rule: 'a contract call without resources',
      reach: () => {
        const hostFunction = { type: 2, wasm: new Uint8Array(8) } as const
        const invokeHostFunctionOp = { hostFunction, auth: [] }
        return altered({ operations: [{ sourceAccount: null, body: { type: 24, invokeHostFunctionOp } }] })
      },
    },
  ],
}

const ELSEWHERE: Record<string, string> = {
  tx_fee_bump_inner_success: 'of fee bumps: below',
  tx_fee_bump_inner_failed: 'of fee bumps: below',
  tx_soroban_invalid: 'of contract calls whose declared resources do not do: see src/soroban',
  tx_internal_error: 'a bug of the network, which then says so; none is known',
  tx_not_supported: 'fee bumps before protocol 13',
  tx_frozen_key_accessed: 'needs ledger keys frozen by a vote on the settings (CAP-77): none are here',
}

test('every code of a transaction is reached, or told why it is not', () => {
  const codes = Object.values(xdr.TransactionResultCode).flatMap((member: unknown) =>
    member instanceof xdr.TransactionResultCode ? [String(member.toJson())] : [],
  )
  expect(codes).toContain('tx_success')
  expect([...Object.keys(WAYS), ...Object.keys(ELSEWHERE)].sort()).toEqual(codes.sort())
})

test.each(Object.entries(WAYS).flatMap(([code, ways]) => ways.map((way) => [code, way.rule, way] as const)))(
  '%s: %s',
  (code, _, { reach, sent = 'ERROR' }) => {
    const fate = reach()
    expect([fate.code, fate.sent.status]).toEqual([code, sent])
  },
)
