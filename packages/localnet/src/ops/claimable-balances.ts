import { createHash } from 'node:crypto'
import { xdr } from '@stellar/stellar-sdk/base'
import { balanceIdWire } from '../ledger/codec.ts'
import { ACCOUNT_AUTH_CLAWBACK_ENABLED, type ClaimableBalanceEntry, LINE_CLAWBACK_ENABLED } from '../ledger/entries.ts'
import { addToPosition, loadPosition, type Position, positionAuthorized } from '../ledger/funds.ts'
import {
  accountIdWire,
  addressOf,
  assetName,
  claimableBalanceKey,
  isAssetValid,
  issuerOf,
  NATIVE,
} from '../ledger/keys.ts'
import { bookNewBalance, releaseBalance } from '../ledger/sponsorship.ts'
import type { ClaimantWire, OperationResultWire, Wire } from '../ledger/wire.ts'
import { balanceParty, partyOf } from '../tx/events.ts'
import { isPredicateValid, isSatisfied, madeAbsolute } from './claim-predicate.ts'
import { COMMON, type OperationContext, type OperationHandler, type OperationId } from './context.ts'

type CreateCode = Exclude<Wire<xdr.CreateClaimableBalanceResult>['code'], 0>
const CREATE = { malformed: -1, lowReserve: -2, noTrust: -3, notAuthorized: -4, underfunded: -5 } as const

const createRefused = (code: CreateCode): OperationResultWire => ({
  code: 0,
  tr: { type: 14, createClaimableBalanceResult: { code } },
})

const destinationOf = (claimant: ClaimantWire): string => addressOf(claimant.v0.destination.ed25519)

/** The id of the balance that an operation makes: the hash of the operation's place (`HashIDPreimage`), hex. */
export function balanceIdOf({ source, sequence, index }: OperationId): string {
  const preimage = xdr.HashIdPreimage.schema.encode({
    type: 6,
    operationId: { sourceAccount: accountIdWire(source), seqNum: sequence, opNum: index },
  })
  return createHash('sha256').update(preimage).digest('hex')
}

/** Whether the issuer may take the balance back: as it may from the line that it comes from. */
function clawbackEnabled(context: OperationContext, from: Position): boolean {
  if (from.kind === 'line') return (from.line.flags & LINE_CLAWBACK_ENABLED) !== 0
  if (from.kind === 'lumens') return false
  return (context.txn.requireAccount(context.source).flags & ACCOUNT_AUTH_CLAWBACK_ENABLED) !== 0
}

/** Sets an amount aside for whoever of the claimants takes it first. */
export const createClaimableBalance: OperationHandler<14> = {
  threshold: () => 'medium',
  check({ createClaimableBalanceOp: op }) {
    const malformed =
      !isAssetValid(op.asset) ||
      op.amount <= 0n ||
      op.claimants.length === 0 ||
      new Set(op.claimants.map(destinationOf)).size !== op.claimants.length ||
      !op.claimants.every(({ v0 }) => isPredicateValid(v0.predicate))
    return malformed ? createRefused(CREATE.malformed) : null
  },
  apply(context, { createClaimableBalanceOp: op }) {
    const { txn, source, sponsorships } = context
    const asset = assetName(op.asset)
    const from = loadPosition(txn, source, asset)
    if (from === null) return createRefused(CREATE.noTrust)
    if (!positionAuthorized(from)) return createRefused(CREATE.notAuthorized)
    if (!addToPosition(txn.context, from, -op.amount)) return createRefused(CREATE.underfunded)
    const { closeTime } = txn.context
    const entry: ClaimableBalanceEntry = {
      kind: 'claimableBalance',
      lastModifiedLedger: 0,
      sponsor: null,
      hasSponsorExtension: false,
      balanceId: balanceIdOf(context.operationId),
      asset,
      amountStroops: op.amount,
      claimants: op.claimants.map(({ v0: { destination, predicate } }) => ({
        type: 0,
        v0: { destination, predicate: madeAbsolute(predicate, closeTime) },
      })),
      clawbackEnabled: clawbackEnabled(context, from),
    }
    const refusal = bookNewBalance(txn, sponsorships, entry, source)
    if (refusal === 'lowReserve') return createRefused(CREATE.lowReserve)
    if (refusal !== null) return COMMON[refusal]
    txn.put(entry)
    const { eventFactory, sourceMuxed, events } = context
    events.push(eventFactory.payment(asset, partyOf(sourceMuxed), balanceParty(entry.balanceId), op.amount, null))
    return {
      code: 0,
      tr: { type: 14, createClaimableBalanceResult: { code: 0, balanceId: balanceIdWire(entry.balanceId) } },
    }
  },
}

const CLAIM = { success: 0, doesNotExist: -1, cannotClaim: -2, lineFull: -3, noTrust: -4, notAuthorized: -5 } as const

const claimResult = (code: Wire<xdr.ClaimClaimableBalanceResult>['code']): OperationResultWire => ({
  code: 0,
  tr: { type: 15, claimClaimableBalanceResult: { code } },
})

const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

/** Takes a balance that is set aside for the source. */
export const claimClaimableBalance: OperationHandler<15> = {
  threshold: () => 'low',
  check: () => null,
  apply(context, { claimClaimableBalanceOp: op }) {
    const { txn, source } = context
    const balance = txn.loadClaimableBalance(hexOf(op.balanceId.v0))
    if (balance === null) return claimResult(CLAIM.doesNotExist)
    const own = balance.claimants.find((claimant) => destinationOf(claimant) === source)
    if (own === undefined || !isSatisfied(own.v0.predicate, txn.context.closeTime)) {
      return claimResult(CLAIM.cannotClaim)
    }
    const { asset, amountStroops } = balance
    const to = loadPosition(txn, source, asset)
    if (to === null) return claimResult(CLAIM.noTrust)
    if (!positionAuthorized(to)) return claimResult(CLAIM.notAuthorized)
    if (!addToPosition(txn.context, to, amountStroops)) return claimResult(CLAIM.lineFull)
    const from = balanceParty(balance.balanceId)
    context.events.push(
      context.eventFactory.payment(asset, from, partyOf(context.sourceMuxed), amountStroops, context.memo),
    )
    remove(context, balance)
    return claimResult(CLAIM.success)
  },
}

const CLAWBACK = { success: 0, doesNotExist: -1, notIssuer: -2, notEnabled: -3 } as const

const clawbackResult = (code: Wire<xdr.ClawbackClaimableBalanceResult>['code']): OperationResultWire => ({
  code: 0,
  tr: { type: 20, clawbackClaimableBalanceResult: { code } },
})

/** The issuer takes back and burns a whole claimable balance. */
export const clawbackClaimableBalance: OperationHandler<20> = {
  threshold: () => 'medium',
  check: () => null,
  apply(context, { clawbackClaimableBalanceOp: op }) {
    const balance = context.txn.loadClaimableBalance(hexOf(op.balanceId.v0))
    if (balance === null) return clawbackResult(CLAWBACK.doesNotExist)
    const { asset } = balance
    if (asset === NATIVE || issuerOf(asset) !== context.source) return clawbackResult(CLAWBACK.notIssuer)
    if (!balance.clawbackEnabled) return clawbackResult(CLAWBACK.notEnabled)
    const { address } = balanceParty(balance.balanceId)
    context.events.push(context.eventFactory.clawback(asset, address, balance.amountStroops))
    remove(context, balance)
    return clawbackResult(CLAWBACK.success)
  },
}

function remove({ txn }: OperationContext, balance: ClaimableBalanceEntry): void {
  releaseBalance(txn, balance)
  txn.erase(claimableBalanceKey(balance.balanceId))
}
