import { createHash } from 'node:crypto'
import { StrKey, xdr } from '@stellar/stellar-sdk/base'
import { type AssetName, addressOfMuxed, assetName, assetWire, issuerOf, NATIVE, publicKeyOf } from '../ledger/keys.ts'
import type { ClaimAtomWire, MuxedAccountWire, TransactionWire } from '../ledger/wire.ts'

/** Who pays or is paid: an account, and the id of a muxed address if one was given; a claimable balance (B...); a pool (L...). */
export interface Party {
  readonly address: string
  readonly muxedId: bigint | null
}

export function partyOf(muxed: MuxedAccountWire): Party {
  return { address: addressOfMuxed(muxed), muxedId: muxed.type === 256 ? muxed.med25519.id : null }
}

const symbol = (text: string): xdr.ScVal => xdr.ScVal.scvSymbol(text)
const i128 = (amount: bigint): xdr.ScVal =>
  xdr.ScVal.scvI128(new xdr.Int128Parts({ hi: amount >> 64n, lo: BigInt.asUintN(64, amount) }))

const NAMES = {
  transfer: symbol('transfer'),
  mint: symbol('mint'),
  burn: symbol('burn'),
  clawback: symbol('clawback'),
  setAuthorized: symbol('set_authorized'),
  fee: symbol('fee'),
} as const

/** A claimable balance as a party of a movement. @param balanceId 32 bytes, hex */
export const balanceParty = (balanceId: string): Party => ({
  // The first byte names the version of the id.
  address: StrKey.encodeClaimableBalance(Uint8Array.from([0, ...Buffer.from(balanceId, 'hex')])),
  muxedId: null,
})

/** A liquidity pool as a party of a movement. @param poolId 32 bytes, hex */
export const poolParty = (poolId: string): Party => ({
  address: StrKey.encodeLiquidityPool(Buffer.from(poolId, 'hex')),
  muxedId: null,
})

function addressVal(address: string): xdr.ScVal {
  if (address.startsWith('L')) {
    const poolId = new xdr.PoolId(StrKey.decodeLiquidityPool(address))
    return xdr.ScVal.scvAddress(xdr.ScAddress.scAddressTypeLiquidityPool(poolId))
  }
  if (address.startsWith('B')) {
    const hash = new xdr.Hash(StrKey.decodeClaimableBalance(address).slice(1))
    const id = xdr.ClaimableBalanceId.claimableBalanceIdTypeV0(hash)
    return xdr.ScVal.scvAddress(xdr.ScAddress.scAddressTypeClaimableBalance(id))
  }
  return xdr.ScVal.scvAddress(
    xdr.ScAddress.scAddressTypeAccount(xdr.PublicKey.publicKeyTypeEd25519(publicKeyOf(address))),
  )
}

/** Builds the unified events (CAP-67) of one network: the contract of an asset says what moved, whoever moved it. */
export class EventFactory {
  readonly #networkId: Uint8Array
  readonly #contracts = new Map<AssetName, xdr.ContractId>()
  readonly #assetTopics = new Map<AssetName, xdr.ScVal>()

  constructor(networkId: Uint8Array) {
    this.#networkId = networkId
  }

  /**
   * A movement between two accounts; from or to the issuer it is a mint or a burn.
   *
   * @param memo null where neither a memo nor a muxed id is told, as in trades
   */
  payment(asset: AssetName, from: Party, to: Party, amountStroops: bigint, memo: TransactionWire['memo'] | null) {
    const issuer = issuerOf(asset)
    const fromIssuer = from.address === issuer
    const toIssuer = to.address === issuer
    if (fromIssuer && !toIssuer) {
      return this.#event(asset, [NAMES.mint, addressVal(to.address)], amountVal(amountStroops, to, memo))
    }
    if (toIssuer && !fromIssuer) {
      return this.burn(asset, from, amountStroops)
    }
    return this.transfer(asset, from, to, amountStroops, memo)
  }

  /** A transfer; the id of a muxed destination, or else the memo, goes with it as `to_muxed_id`. */
  transfer(asset: AssetName, from: Party, to: Party, amountStroops: bigint, memo: TransactionWire['memo'] | null) {
    const topics = [NAMES.transfer, addressVal(from.address), addressVal(to.address)]
    return this.#event(asset, topics, amountVal(amountStroops, to, memo))
  }

  /** The two movements of each trade. Trades carry neither memo nor muxed ids. */
  trades(taker: string, trail: readonly ClaimAtomWire[]): xdr.ContractEvent[] {
    const events: xdr.ContractEvent[] = []
    const takerParty = { address: taker, muxedId: null }
    for (const atom of trail) {
      // The oldest form of a trade is no more.
      if (atom.type === 0) continue
      const { assetBought, amountBought, assetSold, amountSold } = atom.type === 1 ? atom.orderBook : atom.liquidityPool
      const seller =
        atom.type === 1
          ? partyOf(atom.orderBook.sellerId)
          : poolParty(Buffer.from(atom.liquidityPool.liquidityPoolId).toString('hex'))
      events.push(this.payment(assetName(assetBought), takerParty, seller, amountBought, null))
      events.push(this.payment(assetName(assetSold), seller, takerParty, amountSold, null))
    }
    return events
  }

  burn(asset: AssetName, from: Party, amountStroops: bigint): xdr.ContractEvent {
    return this.#event(asset, [NAMES.burn, addressVal(from.address)], i128(amountStroops))
  }

  clawback(asset: AssetName, from: string, amountStroops: bigint): xdr.ContractEvent {
    return this.#event(asset, [NAMES.clawback, addressVal(from)], i128(amountStroops))
  }

  authorization(asset: AssetName, holder: string, authorized: boolean): xdr.ContractEvent {
    return this.#event(asset, [NAMES.setAuthorized, addressVal(holder)], xdr.ScVal.scvBool(authorized))
  }

  /** The fee that an account paid; a refund is a negative fee. */
  fee(payer: string, amountStroops: bigint, stage: 'beforeAllTxs' | 'afterAllTxs'): xdr.TransactionEvent {
    const event = this.#build(NATIVE, [NAMES.fee, addressVal(payer)], i128(amountStroops))
    return new xdr.TransactionEvent({
      stage:
        stage === 'beforeAllTxs'
          ? xdr.TransactionEventStage.transactionEventStageBeforeAllTxs
          : xdr.TransactionEventStage.transactionEventStageAfterAllTxs,
      event,
    })
  }

  #event(asset: AssetName, topics: xdr.ScVal[], data: xdr.ScVal): xdr.ContractEvent {
    return this.#build(asset, [...topics, this.#assetTopic(asset)], data)
  }

  #build(asset: AssetName, topics: xdr.ScVal[], data: xdr.ScVal): xdr.ContractEvent {
    return new xdr.ContractEvent({
      ext: xdr.ExtensionPoint.v0(),
      contractId: this.#contractOf(asset),
      type: xdr.ContractEventType.contract,
      body: xdr.ContractEventBody.v0(new xdr.ContractEventV0({ topics, data })),
    })
  }

  #assetTopic(asset: AssetName): xdr.ScVal {
    let topic = this.#assetTopics.get(asset)
    if (topic === undefined) {
      topic = xdr.ScVal.scvString(asset)
      this.#assetTopics.set(asset, topic)
    }
    return topic
  }

  /** The id of an asset's contract, whether it is deployed or not. */
  #contractOf(asset: AssetName): xdr.ContractId {
    let contract = this.#contracts.get(asset)
    if (contract === undefined) {
      const preimage = xdr.HashIdPreimage.schema.encode({
        type: 8,
        contractId: {
          networkId: this.#networkId,
          contractIdPreimage: { type: 1, fromAsset: assetWire(asset) },
        },
      })
      contract = new xdr.ContractId(Uint8Array.from(createHash('sha256').update(preimage).digest()))
      this.#contracts.set(asset, contract)
    }
    return contract
  }
}

function amountVal(amountStroops: bigint, to: Party, memo: TransactionWire['memo'] | null): xdr.ScVal {
  const id = memo === null ? null : to.muxedId !== null ? xdr.ScVal.scvU64(to.muxedId) : memoVal(memo)
  if (id === null) return i128(amountStroops)
  return xdr.ScVal.scvMap([
    new xdr.ScMapEntry({ key: symbol('amount'), val: i128(amountStroops) }),
    new xdr.ScMapEntry({ key: symbol('to_muxed_id'), val: id }),
  ])
}

function memoVal(memo: TransactionWire['memo']): xdr.ScVal | null {
  switch (memo.type) {
    case 0:
      return null
    case 1:
      return xdr.ScVal.scvString(memo.text)
    case 2:
      return xdr.ScVal.scvU64(memo.id)
    case 3:
      return xdr.ScVal.scvBytes(memo.hash)
    case 4:
      return xdr.ScVal.scvBytes(memo.retHash)
  }
}
