import type { xdr } from '@stellar/stellar-sdk/base'
import { addressOf, assetName } from '../ledger/keys.ts'
import type { Wire } from '../ledger/wire.ts'
import { toAmount } from '../server/encoding.ts'
import { assetFields } from './assets.ts'
import type { AssetEvent, AssetEvents } from './ingest/asset-events.ts'
import { balanceIdText, poolIdText } from './ingest/changes.ts'
import type { Decoded } from './ingest/decoded.ts'
import { writtenAddress } from './ingest/effect-list.ts'
import { poolDelta, reserves } from './ingest/effects-of-pools.ts'
import { beginningOf, sponsorIn } from './ingest/participants.ts'
import { predicateFields } from './ingest/predicates.ts'
import { accountFields } from './muxed.ts'
import { toPrice } from './prices.ts'

type Fields = Record<string, unknown>

function balanceChange({ type, asset, from, to, amountStroops, toMuxedId }: AssetEvent): Fields {
  return {
    ...assetFields(asset),
    type,
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    amount: toAmount(amountStroops),
    ...(toMuxedId !== null && { destination_muxed_id: toMuxedId.toString() }),
  }
}

/** What an operation did to a pool; nothing, and no names of its assets, when it failed. */
function deltaOf(decoded: Decoded, at: number, poolId: Uint8Array) {
  const delta = poolDelta(decoded.changesOf(at), poolIdText(poolId))
  return delta ?? { assetA: '', assetB: '', a: 0n, b: 0n, shares: 0n }
}

function depositFields(decoded: Decoded, at: number, operation: Wire<xdr.LiquidityPoolDepositOp>): Fields {
  const { liquidityPoolId, maxAmountA, maxAmountB, minPrice, maxPrice } = operation
  const delta = deltaOf(decoded, at, liquidityPoolId)
  return {
    liquidity_pool_id: poolIdText(liquidityPoolId),
    reserves_max: reserves(delta, maxAmountA, maxAmountB),
    min_price: toPrice(minPrice.n, minPrice.d),
    min_price_r: minPrice,
    max_price: toPrice(maxPrice.n, maxPrice.d),
    max_price_r: maxPrice,
    reserves_deposited: reserves(delta, delta.a, delta.b),
    shares_received: toAmount(delta.shares),
  }
}

function withdrawFields(decoded: Decoded, at: number, operation: Wire<xdr.LiquidityPoolWithdrawOp>): Fields {
  const { liquidityPoolId, amount, minAmountA, minAmountB } = operation
  const delta = deltaOf(decoded, at, liquidityPoolId)
  return {
    liquidity_pool_id: poolIdText(liquidityPoolId),
    reserves_min: reserves(delta, minAmountA, minAmountB),
    shares: toAmount(amount),
    reserves_received: reserves(delta, -delta.a, -delta.b),
  }
}

/** Fields that come of the transaction around an operation, or of what it did, and not of its body alone. */
function ofKind(decoded: Decoded, at: number, events: AssetEvents): Fields {
  const { body } = decoded.operation(at)
  switch (body.type) {
    case 14: {
      const { asset, amount, claimants } = body.createClaimableBalanceOp
      return {
        asset: assetName(asset),
        amount: toAmount(amount),
        claimants: claimants.map(({ v0 }) => ({
          destination: addressOf(v0.destination.ed25519),
          predicate: predicateFields(v0.predicate),
        })),
      }
    }
    case 15: {
      const claimant = accountFields('claimant', writtenAddress(decoded.sourceOf(at)))
      return { balance_id: balanceIdText(body.claimClaimableBalanceOp.balanceId), ...claimant }
    }
    case 17: {
      const begun = beginningOf(decoded, at)
      return begun === undefined ? {} : accountFields('begin_sponsor', writtenAddress(decoded.sourceOf(begun)))
    }
    case 20:
      return { balance_id: balanceIdText(body.clawbackClaimableBalanceOp.balanceId) }
    case 22:
      return depositFields(decoded, at, body.liquidityPoolDepositOp)
    case 23:
      return withdrawFields(decoded, at, body.liquidityPoolWithdrawOp)
    case 24: {
      const changes = events.readAll(decoded.eventsOf(at)).map(balanceChange)
      // Horizon writes an empty list as null here.
      return { asset_balance_changes: changes.length === 0 ? null : changes }
    }
    default:
      return {}
  }
}

/** What Horizon adds to an operation's own fields (operations_processor.go, Details). */
export function operationDetails(decoded: Decoded, at: number, events: AssetEvents): Fields {
  const sponsor = sponsorIn(decoded, at)
  return { ...(sponsor !== undefined && { sponsor }), ...ofKind(decoded, at, events) }
}
