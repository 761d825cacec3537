import {
  Account,
  Asset,
  Claimant,
  getLiquidityPoolId,
  Keypair,
  Operation,
  TransactionBuilder,
  xdr,
} from '@stellar/stellar-sdk/base'
import { expect, test } from 'vitest'
import type { AppliedTransaction } from '../../core/types.ts'
import { accountIdWire, assetWire } from '../../ledger/keys.ts'
import type { LedgerEntryChangeWire, LedgerEntryWire, OperationResultTrWire, Wire } from '../../ledger/wire.ts'
import { operationDetails } from '../operation-details.ts'
import { AssetEvents } from './asset-events.ts'
import { balanceIdText, type ClaimableBalanceWire, type LiquidityPoolWire, poolIdText } from './changes.ts'
import { Decoded } from './decoded.ts'
import { effectsOf } from './effects.ts'
import { operationParticipants, touchedBy } from './participants.ts'
import { exchangesOf } from './trades.ts'

// Claimable balances and pools, read out of transactions put together by hand from the network's own types:
// effects_processor.go, operations_processor.go and trades_processor.go.

const PASSPHRASE = 'Standalone Network ; February 2017'
const events = new AssetEvents(new Uint8Array(32))
const source = Keypair.random()
const claimant = Keypair.random().publicKey()
const issuer = Keypair.random().publicKey()
const sponsor = Keypair.random().publicKey()
const usdc = new Asset('USDC', issuer)
const me = source.publicKey()

/** A transaction of one operation that succeeded with this result and these changes. */
function applied(operation: xdr.Operation, tr: OperationResultTrWire, changes: LedgerEntryChangeWire[]): Decoded {
  const transaction = new TransactionBuilder(new Account(me, '1'), { fee: '100', networkPassphrase: PASSPHRASE })
    .addOperation(operation)
    .setTimeout(0)
    .build()
  const result: Wire<xdr.TransactionResult> = {
    feeCharged: 100n,
    result: { code: 0, results: [{ code: 0, tr }] },
    ext: { v: 0 },
  }
  const meta: Wire<xdr.TransactionMeta> = {
    v: 4,
    v4: {
      ext: { v: 0 },
      txChangesBefore: [],
      operations: [{ ext: { v: 0 }, changes, events: [] }],
      txChangesAfter: [],
      sorobanMeta: null,
      events: [],
      diagnosticEvents: [],
    },
  }
  const bytes = {
    envelopeXdr: transaction.toEnvelope().toXdr(),
    resultXdr: xdr.TransactionResult.schema.encode(result),
    metaXdr: xdr.TransactionMeta.schema.encode(meta),
  }
  const facts = { hash: '00', innerHash: null, ledger: 9, closeTime: 0n, applicationOrder: 1, feeBump: false }
  const rest = { contractEvents: [], transactionEvents: [], diagnosticEvents: [], feeChargedStroops: 100n }
  const changesXdr = { feeChangesXdr: new Uint8Array(4), refundChangesXdr: new Uint8Array(4) }
  const whole: AppliedTransaction = { ...facts, ...bytes, ...rest, ...changesXdr, successful: true }
  return new Decoded(whole)
}

const told = (decoded: Decoded) =>
  effectsOf(decoded, 0, events).map(({ type, account, fields }) => ({ type, account, ...fields }))

const balanceId: ClaimableBalanceWire['balanceId'] = { type: 0, v0: new Uint8Array(32).fill(3) }
const idText = balanceIdText(balanceId)

function balanceEntry(sponsored: boolean): LedgerEntryWire {
  return {
    lastModifiedLedgerSeq: 9,
    data: {
      type: 4,
      claimableBalance: {
        balanceId,
        claimants: [{ type: 0, v0: { destination: accountIdWire(claimant), predicate: { type: 4, absBefore: 60n } } }],
        asset: assetWire(usdc.toString()),
        amount: 50_000_000n,
        ext: { v: 0 },
      },
    },
    ext: sponsored ? { v: 1, v1: { sponsoringId: accountIdWire(sponsor), ext: { v: 0 } } } : { v: 0 },
  }
}

test('create_claimable_balance: created, each claimant as the operation named it, debited, sponsored', () => {
  const operation = Operation.createClaimableBalance({
    asset: usdc,
    amount: '5',
    claimants: [new Claimant(claimant, Claimant.predicateBeforeRelativeTime('60'))],
  })
  const decoded = applied(operation, { type: 14, createClaimableBalanceResult: { code: 0, balanceId } }, [
    { type: 0, created: balanceEntry(true) },
  ])
  const common = { asset: usdc.toString(), balance_id: idText, amount: '5.0000000' }
  expect(told(decoded)).toEqual([
    { type: 'claimable_balance_created', account: me, ...common },
    { type: 'claimable_balance_claimant_created', account: claimant, ...common, predicate: { rel_before: '60' } },
    {
      type: 'account_debited',
      account: me,
      asset_type: 'credit_alphanum4',
      asset_code: 'USDC',
      asset_issuer: issuer,
      amount: '5.0000000',
    },
    { type: 'claimable_balance_sponsorship_created', account: me, balance_id: idText, sponsor },
  ])
  expect(operationDetails(decoded, 0, events)).toEqual({
    sponsor,
    asset: usdc.toString(),
    amount: '5.0000000',
    claimants: [{ destination: claimant, predicate: { rel_before: '60' } }],
  })
  expect(operationParticipants(decoded, 0, events)).toEqual(new Set([me, claimant, sponsor]))
  expect(touchedBy(decoded, 0).balances).toEqual(new Set([idText]))
})

test('claim_claimable_balance: claimed and credited; clawing it back: clawed back and credited to the issuer', () => {
  const gone: LedgerEntryChangeWire[] = [
    { type: 3, state: balanceEntry(false) },
    { type: 2, removed: { type: 4, claimableBalance: { balanceId } } },
  ]
  const claimed = applied(
    Operation.claimClaimableBalance({ balanceId: idText }),
    { type: 15, claimClaimableBalanceResult: { code: 0 } },
    gone,
  )
  expect(told(claimed)).toMatchObject([
    { type: 'claimable_balance_claimed', account: me, balance_id: idText, amount: '5.0000000', asset: usdc.toString() },
    { type: 'account_credited', account: me, asset_code: 'USDC', amount: '5.0000000' },
  ])
  expect(operationDetails(claimed, 0, events)).toEqual({ balance_id: idText, claimant: me })
  const clawed = applied(
    Operation.clawbackClaimableBalance({ balanceId: idText }),
    { type: 20, clawbackClaimableBalanceResult: { code: 0 } },
    gone,
  )
  expect(told(clawed)).toMatchObject([
    { type: 'claimable_balance_clawed_back', account: me, balance_id: idText },
    { type: 'account_credited', account: me, asset_code: 'USDC', amount: '5.0000000' },
  ])
})

const poolId = getLiquidityPoolId('constant_product', { assetA: Asset.native(), assetB: usdc, fee: 30 })
const poolText = poolIdText(poolId)

function poolEntry(a: bigint, b: bigint, shares: bigint): LedgerEntryWire {
  const pool: LiquidityPoolWire = {
    liquidityPoolId: poolId,
    body: {
      type: 0,
      constantProduct: {
        params: { assetA: { type: 0 }, assetB: assetWire(usdc.toString()), fee: 30 },
        reserveA: a,
        reserveB: b,
        totalPoolShares: shares,
        poolSharesTrustLineCount: 1n,
      },
    },
  }
  return { lastModifiedLedgerSeq: 9, data: { type: 5, liquidityPool: pool }, ext: { v: 0 } }
}

const poolChange = (before: LedgerEntryWire, after: LedgerEntryWire): LedgerEntryChangeWire[] => [
  { type: 3, state: before },
  { type: 1, updated: after },
]

const amounts = (a: string, b: string) => [
  { asset: 'native', amount: a },
  { asset: usdc.toString(), amount: b },
]

test('liquidity_pool_deposit and _withdraw: what went in and out, for how many shares', () => {
  const deposited = applied(
    Operation.liquidityPoolDeposit({
      liquidityPoolId: poolText,
      maxAmountA: '10',
      maxAmountB: '20',
      minPrice: { n: 1, d: 2 },
      maxPrice: { n: 1, d: 1 },
    }),
    { type: 22, liquidityPoolDepositResult: { code: 0 } },
    poolChange(poolEntry(0n, 0n, 0n), poolEntry(40_000_000n, 80_000_000n, 56_000_000n)),
  )
  expect(told(deposited)).toMatchObject([
    {
      type: 'liquidity_pool_deposited',
      account: me,
      liquidity_pool: { id: poolText, fee_bp: 30, total_trustlines: '1', total_shares: '5.6000000' },
      reserves_deposited: amounts('4.0000000', '8.0000000'),
      shares_received: '5.6000000',
    },
  ])
  expect(operationDetails(deposited, 0, events)).toEqual({
    liquidity_pool_id: poolText,
    reserves_max: amounts('10.0000000', '20.0000000'),
    min_price: '0.5000000',
    min_price_r: { n: 1, d: 2 },
    max_price: '1.0000000',
    max_price_r: { n: 1, d: 1 },
    reserves_deposited: amounts('4.0000000', '8.0000000'),
    shares_received: '5.6000000',
  })
  const withdrawn = applied(
    Operation.liquidityPoolWithdraw({ liquidityPoolId: poolText, amount: '1', minAmountA: '0', minAmountB: '0' }),
    { type: 23, liquidityPoolWithdrawResult: { code: 0 } },
    poolChange(poolEntry(40_000_000n, 80_000_000n, 56_000_000n), poolEntry(30_000_000n, 60_000_000n, 46_000_000n)),
  )
  expect(told(withdrawn)).toMatchObject([
    {
      type: 'liquidity_pool_withdrew',
      reserves_received: amounts('1.0000000', '2.0000000'),
      shares_redeemed: '1.0000000',
    },
  ])
  expect(touchedBy(withdrawn, 0).pools).toEqual(new Set([poolText]))
})

test('a payment through a pool is a trade with it, told to the sender only', () => {
  const decoded = applied(
    Operation.pathPaymentStrictSend({
      sendAsset: Asset.native(),
      sendAmount: '1',
      destination: claimant,
      destAsset: usdc,
      destMin: '1',
      path: [],
    }),
    {
      type: 13,
      pathPaymentStrictSendResult: {
        code: 0,
        success: {
          offers: [
            {
              type: 2,
              liquidityPool: {
                liquidityPoolId: poolId,
                assetSold: assetWire(usdc.toString()),
                amountSold: 19_000_000n,
                assetBought: { type: 0 },
                amountBought: 10_000_000n,
              },
            },
          ],
          last: { destination: accountIdWire(claimant), asset: assetWire(usdc.toString()), amount: 19_000_000n },
        },
      },
    },
    poolChange(poolEntry(40_000_000n, 80_000_000n, 56_000_000n), poolEntry(50_000_000n, 61_000_000n, 56_000_000n)),
  )
  expect(told(decoded)).toMatchObject([
    { type: 'account_credited', account: claimant, amount: '1.9000000' },
    { type: 'account_debited', account: me, amount: '1.0000000' },
    {
      type: 'liquidity_pool_trade',
      account: me,
      sold: { asset: usdc.toString(), amount: '1.9000000' },
      bought: { asset: 'native', amount: '1.0000000' },
    },
  ])
  expect(exchangesOf(decoded, 0)).toMatchObject([
    {
      kind: 'liquidity_pool',
      seller: poolText,
      buyer: me,
      offerId: null,
      poolFeeBp: 30,
      priceN: 10_000_000n,
      priceD: 19_000_000n,
    },
  ])
})

test('change_trust to pool shares: the line and the pool that came with it, and its end', () => {
  const line: LedgerEntryWire = {
    lastModifiedLedgerSeq: 9,
    data: {
      type: 1,
      trustLine: {
        accountId: accountIdWire(me),
        asset: { type: 3, liquidityPoolId: poolId },
        balance: 0n,
        limit: 10_000_000n,
        flags: 1,
        ext: { v: 0 },
      },
    },
    ext: { v: 0 },
  }
  const operation: Wire<xdr.Operation> = {
    sourceAccount: null,
    body: {
      type: 6,
      changeTrustOp: {
        line: {
          type: 3,
          liquidityPool: {
            type: 0,
            constantProduct: { assetA: { type: 0 }, assetB: assetWire(usdc.toString()), fee: 30 },
          },
        },
        limit: 10_000_000n,
      },
    },
  }
  const decoded = applied(xdr.Operation.fromXdrObject(operation), { type: 6, changeTrustResult: { code: 0 } }, [
    { type: 0, created: line },
    { type: 0, created: poolEntry(0n, 0n, 0n) },
  ])
  expect(told(decoded)).toMatchObject([
    {
      type: 'trustline_created',
      account: me,
      asset_type: 'liquidity_pool_shares',
      liquidity_pool_id: poolText,
      limit: '1.0000000',
    },
    { type: 'liquidity_pool_created', account: me, liquidity_pool: { id: poolText } },
  ])
})

test('an authorization taken away redeems shares into balances: all of it is told (addLiquidityPoolRevokedEffect)', () => {
  const decoded = applied(
    Operation.setTrustLineFlags({ trustor: claimant, asset: usdc, flags: { authorized: false } }),
    { type: 21, setTrustLineFlagsResult: { code: 0 } },
    [
      ...poolChange(poolEntry(40_000_000n, 50_000_000n, 56_000_000n), poolEntry(0n, 0n, 0n)),
      { type: 0, created: balanceEntry(true) },
    ],
  )
  expect(told(decoded)).toMatchObject([
    { type: 'trustline_flags_updated', authorized_flag: false, trustor: claimant },
    { type: 'claimable_balance_created', balance_id: idText },
    { type: 'claimable_balance_claimant_created', account: claimant },
    {
      type: 'liquidity_pool_revoked',
      reserves_revoked: [{ asset: usdc.toString(), amount: '5.0000000', claimable_balance_id: idText }],
      shares_revoked: '5.6000000',
    },
    { type: 'claimable_balance_sponsorship_created', sponsor },
  ])
})
