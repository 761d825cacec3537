import {
  assetOf,
  buildEnvelope,
  type ChainOperation,
  changeTrust,
  contractCall,
  createAccount,
  createKey,
  createSac,
  manageSellOffer,
  muxedAddress,
  pathPaymentStrictReceive,
  payment,
  sacAddress,
  setOptions,
  uploadWasm,
  wasmHash,
} from '@heliobond/chain'
import { expect, test } from 'vitest'
import { assetContractId, inspectEnvelope } from '../chain/inspect.ts'
import type { BuiltTransaction } from './built.ts'
import { judge, type Mismatch } from './judge.ts'

const PASSPHRASE = 'Standalone Network ; February 2017'
const [me, other, issuer] = [createKey().address, createKey().address, createKey().address]
const USDC = assetOf('USDC', issuer)
const BOND = assetOf('SOLAR27', issuer)
const CONTRACT = 'CAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAD2KM'

function built(
  action: string,
  operations: readonly ChainOperation[],
  shown: Partial<BuiltTransaction> = {},
): { built: BuiltTransaction; mismatches: Mismatch[] } {
  const envelope = buildEnvelope({ source: me, sequence: 5n, operations, now: 1_000n, lifetimeSeconds: 60 }, PASSPHRASE)
  const inspected = inspectEnvelope(envelope.envelopeXdr, PASSPHRASE)
  const transaction: BuiltTransaction = {
    action,
    envelopeXdr: envelope.envelopeXdr,
    networkPassphrase: PASSPHRASE,
    hash: envelope.hash,
    expiresAt: '1970-01-01T00:17:40Z',
    feeStroops: String(inspected.feeStroops),
    signers: [me],
    moves: [],
    facts: {},
    ...shown,
  }
  return { built: transaction, mismatches: judge(inspected, transaction, { address: me, passphrase: PASSPHRASE }) }
}

const pays = (amount: bigint, to: string) =>
  pathPaymentStrictReceive({
    sendAsset: USDC,
    sendMaxStroops: amount,
    destination: muxedAddress(to, 7n),
    destAsset: USDC,
    destAmountStroops: amount,
    path: [],
  })
const calls = (method: string) =>
  contractCall({ spec: { funcArgsToScVals: () => [] }, contractId: CONTRACT, method, args: {} })
const PAYMENT = {
  moves: [{ from: me, to: other, asset: USDC, amountStroops: '100' }],
  facts: { sendAsset: USDC, sendMaxStroops: '101' },
}

test('what does what it shows may be signed', () => {
  expect(built('trust', [changeTrust({ asset: USDC })]).mismatches).toEqual([])
  expect(built('pay-bill', [pays(101n, other)], PAYMENT).mismatches).toEqual([])
  const offer = manageSellOffer({ selling: BOND, buying: USDC, amountStroops: 30n, price: { n: 1, d: 1 } })
  expect(built('sell', [offer], { facts: { side: 'sell', bondAsset: BOND, bondStroops: '30' } }).mismatches).toEqual([])
  const call = calls('claim')
  expect(
    built('claim', [call], { moves: [{ from: CONTRACT, to: me, asset: USDC, amountStroops: '1' }] }).mismatches,
  ).toEqual([])
})

test('a prepaid wallet of the signer may be acted for, its auto-pay key may pay and no other key gets a weight', () => {
  const judged = (signer: { address: string; weight: number }, accounts: string[] = [other]) => {
    const { built: transaction } = built('autopay-start', [setOptions({ source: other, signer })], {
      facts: { autopayKey: issuer },
    })
    const inspected = inspectEnvelope(transaction.envelopeXdr, PASSPHRASE)
    return judge(inspected, transaction, { address: me, passphrase: PASSPHRASE, accounts })
  }
  expect(judged({ address: issuer, weight: 1 })).toEqual([])
  expect(judged({ address: issuer, weight: 2 })).toEqual(['STRANGE_KEY'])
  expect(judged({ address: other, weight: 1 })).toEqual(['STRANGE_KEY'])
  expect(judged({ address: issuer, weight: 1 }, [])).toEqual(['WRONG_SOURCE'])
})

test('what leaves a wallet of the signer is held to what is shown, too', () => {
  const take = payment({ source: other, destination: me, asset: USDC, amountStroops: 5n })
  const judged = (amountStroops: string) => {
    const { built: transaction } = built('wallet-withdraw', [take], {
      moves: [{ from: other, to: me, asset: USDC, amountStroops }],
    })
    const inspected = inspectEnvelope(transaction.envelopeXdr, PASSPHRASE)
    return judge(inspected, transaction, { address: me, passphrase: PASSPHRASE, accounts: [other] })
  }
  expect(judged('5')).toEqual([])
  expect(judged('4')).toEqual(['MORE_THAN_SHOWN'])
})

test('a call must carry what was made in this browser: no other seal is signed than its own', () => {
  const { built: transaction } = built('bid-commit', [calls('commit')], { facts: { contract: CONTRACT } })
  const inspected = inspectEnvelope(transaction.envelopeXdr, PASSPHRASE)
  const withArgs = (args: string[]) => ({
    ...inspected,
    operations: inspected.operations.map((one) => ({ ...one, call: one.call && { ...one.call, args } })),
  })
  const expected = { address: me, passphrase: PASSPHRASE, args: ['5ea1', 'd0c5'] }
  expect(judge(withArgs(['1', me, '5ea1', 'd0c5']), transaction, expected)).toEqual([])
  expect(judge(withArgs(['1', me, '5ea2', 'd0c5']), transaction, expected)).toEqual(['WRONG_ARGUMENT'])
})

test('a launch is signed step by step: what is deployed is what is shown, and no step changes the account that signs', () => {
  const step = (name: string, operations: readonly ChainOperation[], shown: Partial<BuiltTransaction> = {}) => {
    const { built: transaction } = built('draft-step', operations, shown)
    const inspected = inspectEnvelope(transaction.envelopeXdr, PASSPHRASE)
    return judge(inspected, transaction, { address: me, passphrase: PASSPHRASE, step: name })
  }
  const wasm = Uint8Array.of(0, 97, 115, 109)
  const code = { facts: { wasmHash: wasmHash(wasm) } }
  expect(step('upload-offering', [uploadWasm({ wasm })], code)).toEqual([])
  expect(step('upload-offering', [uploadWasm({ wasm: Uint8Array.of(1) })], code)).toEqual(['WRONG_CODE'])
  expect(step('launch', [uploadWasm({ wasm })], code)).toEqual(['UNEXPECTED_OPERATION'])
  expect(step('deploy-asset', [createSac({ asset: BOND })], { facts: { asset: BOND } })).toEqual([])
  expect(step('deploy-asset', [createSac({ asset: USDC })], { facts: { asset: BOND } })).toEqual(['WRONG_CODE'])
  const opens = [
    createAccount({ destination: other, startingStroops: 5n }),
    setOptions({ source: other, homeDomain: 'x.pr' }),
  ]
  const shown = { signers: [me, other], moves: [{ from: me, to: other, asset: 'native', amountStroops: '5' }] }
  expect(step('open-issuer', opens, shown)).toEqual([])
  const locks = (source?: string) => [setOptions({ ...(source !== undefined && { source }), masterWeight: 0 })]
  expect(step('lock-issuer', locks(other), { signers: [me, other] })).toEqual([])
  expect(step('lock-issuer', locks())).toEqual(['OWN_ACCOUNT'])
})

test('the contract of an asset that the page names may be called', () => {
  expect(assetContractId(BOND, PASSPHRASE)).toBe(sacAddress(BOND, PASSPHRASE))
})

test.each<[string, ReturnType<typeof built>, Mismatch[]]>([
  ['takes more than it shows', built('pay-bill', [pays(102n, other)], PAYMENT), ['MORE_THAN_SHOWN']],
  ['pays twice what it shows', built('pay-bill', [pays(101n, other), pays(101n, other)], PAYMENT), ['MORE_THAN_SHOWN']],
  ['pays somebody else', built('pay-bill', [pays(101n, issuer)], PAYMENT), ['WRONG_DESTINATION']],
  [
    'gives a key to the account away beside what it shows',
    built('trust', [changeTrust({ asset: USDC }), setOptions({ signer: { address: other, weight: 1 } })]),
    ['STRANGE_KEY', 'UNEXPECTED_OPERATION', 'OWN_ACCOUNT'],
  ],
  [
    'is another kind of payment',
    built('trust', [payment({ destination: other, asset: 'native', amountStroops: 5n })]),
    ['UNEXPECTED_OPERATION', 'WRONG_DESTINATION', 'MORE_THAN_SHOWN'],
  ],
  ['calls another contract', built('claim', [calls('claim')]), ['WRONG_CONTRACT']],
  [
    'calls another method',
    built('claim', [calls('transfer')], {
      facts: { contract: CONTRACT },
    }),
    ['UNEXPECTED_OPERATION'],
  ],
  [
    'acts for an account that does not sign',
    built('trust', [changeTrust({ asset: USDC, source: other })]),
    ['WRONG_SOURCE'],
  ],
  ['is of a kind that the page does not know', built('gift', [changeTrust({ asset: USDC })]), ['UNKNOWN_ACTION']],
  [
    'is for another network',
    built('trust', [changeTrust({ asset: USDC })], { networkPassphrase: 'x' }),
    ['WRONG_NETWORK'],
  ],
  ['has another hash', built('trust', [changeTrust({ asset: USDC })], { hash: '00'.repeat(32) }), ['WRONG_HASH']],
  ['costs another fee', built('trust', [changeTrust({ asset: USDC })], { feeStroops: '1' }), ['FEE_TOO_HIGH']],
])('a transaction that %s is not signed', (_, { mismatches }, expected) => {
  expect(mismatches).toEqual(expected)
})
