import { Address } from '@stellar/stellar-sdk/base'
import * as xdr from '@stellar/stellar-sdk/xdr'
import type { ContractEventXdr } from './events.ts'
import { i128Of } from './token.ts'

/**
 * Money of an asset that moved, from the network's own events (CAP-67): whatever moved it, a classic payment, a trade or a
 * contract. A side that is absent is the issuer: what it sends is minted, what it gets is burnt.
 */
export interface TokenMovement {
  readonly kind: 'transfer' | 'mint' | 'burn' | 'clawback'
  /** `G...`, `C...`, or the id of a claimable balance (`B...`) or a pool (`L...`). */
  readonly from?: string
  readonly to?: string
  readonly amountStroops: bigint
  /** The number of a muxed destination, or a MEMO_ID: the bill that the money is for. Information, not proof. */
  readonly toId?: bigint
}

/** What was read of events: several look at the same one, and reading it costs more than most of them do with it. */
const movements = new WeakMap<ContractEventXdr, TokenMovement | undefined>()

/** Reads a token event; undefined when no money moved in it (an approval, an authorization). */
export function tokenMovement(event: ContractEventXdr): TokenMovement | undefined {
  if (!movements.has(event)) movements.set(event, movementIn(event))
  return movements.get(event)
}

function movementIn(event: ContractEventXdr): TokenMovement | undefined {
  const [name, ...topics] = event.topicsXdr.map((topic) => xdr.ScVal.fromXdr(topic, 'base64'))
  if (name?.type !== 'scvSymbol') return undefined
  // The last topic is the asset's name; the party stands before it.
  const party = topics.at(-2)
  switch (name.value.toString()) {
    case 'transfer':
      return { kind: 'transfer', from: addressIn(topics[0]), to: addressIn(topics[1]), ...amountIn(event) }
    case 'mint':
      return { kind: 'mint', to: addressIn(party), ...amountIn(event) }
    case 'burn':
      return { kind: 'burn', from: addressIn(party), ...amountIn(event) }
    case 'clawback':
      return { kind: 'clawback', from: addressIn(party), ...amountIn(event) }
    default:
      return undefined
  }
}

/** Somebody's right to move money of an account, as a token's contract gave it. */
export interface TokenAllowance {
  readonly from: string
  readonly spender: string
  /** 0: it was taken back. */
  readonly amountStroops: bigint
  readonly expiresLedger: number
}

/** Reads an `approve` event; undefined for any other. */
export function tokenAllowance(event: ContractEventXdr): TokenAllowance | undefined {
  const [name, from, spender] = event.topicsXdr.map((topic) => xdr.ScVal.fromXdr(topic, 'base64'))
  if (name?.type !== 'scvSymbol' || name.value.toString() !== 'approve') return undefined
  const value = xdr.ScVal.fromXdr(event.valueXdr, 'base64')
  const [amount, until] = value.type === 'scvVec' ? (value.vec ?? []) : []
  if (!amount || until?.type !== 'scvU32') throw new Error('an allowance without amount or end')
  return {
    from: addressIn(from),
    spender: addressIn(spender),
    amountStroops: i128Of(amount),
    expiresLedger: until.u32,
  }
}

function addressIn(topic: xdr.ScVal | undefined): string {
  if (!topic) throw new Error('a token event without its party')
  return Address.fromScVal(topic).toString()
}

/** The amount alone, or beside the number that came with the payment. */
function amountIn(event: ContractEventXdr): { amountStroops: bigint; toId?: bigint } {
  const value = xdr.ScVal.fromXdr(event.valueXdr, 'base64')
  if (value.type !== 'scvMap') return { amountStroops: i128Of(value) }
  const field = (name: string) =>
    value.map?.find(({ key }) => key.type === 'scvSymbol' && key.value.toString() === name)?.val
  const amount = field('amount')
  if (!amount) throw new Error('a token event without an amount')
  const id = field('to_muxed_id')
  return { amountStroops: i128Of(amount), ...(id?.type === 'scvU64' && { toId: id.u64 }) }
}
