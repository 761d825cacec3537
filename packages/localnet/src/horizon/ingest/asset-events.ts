import { createHash } from 'node:crypto'
import { StrKey, xdr } from '@stellar/stellar-sdk/base'
import { type AssetName, addressOf, assetWire } from '../../ledger/keys.ts'
import type { Wire } from '../../ledger/wire.ts'
import { parseAssetName } from '../assets.ts'
import type { EventWire } from './decoded.ts'

type Value = Wire<xdr.ScVal>

/** What an asset's contract said of a balance. Amounts are stroops; addresses are G..., C... and the like. */
export interface AssetEvent {
  readonly type: 'transfer' | 'mint' | 'burn' | 'clawback'
  readonly asset: AssetName
  readonly from?: string
  readonly to?: string
  readonly amountStroops: bigint
  /** The sub-account of `to` that was meant (CAP-67). */
  readonly toMuxedId: bigint | null
}

const TYPES = ['transfer', 'mint', 'burn', 'clawback'] as const
const SYMBOL = 15
const STRING = 14
const ADDRESS = 18
const MAP = 17
const I128 = 10
const U64 = 5

function textOf(value: Value | undefined): string | undefined {
  if (value?.type === SYMBOL) return value.sym.toString()
  if (value?.type === STRING) return value.str.toString()
  return undefined
}

function addressText(value: Value | undefined): string | undefined {
  if (value?.type !== ADDRESS) return undefined
  const { address } = value
  switch (address.type) {
    case 0:
      return addressOf(address.accountId.ed25519)
    case 1:
      return StrKey.encodeContract(address.contractId)
    default:
      return xdr.ScAddress.fromXdrObject(address).toString()
  }
}

function amountOf(value: Value | undefined): bigint | undefined {
  if (value?.type !== I128) return undefined
  return (value.i128.hi << 64n) | value.i128.lo
}

/** The amount, alone or in a map with the sub-account it is for. */
function readData(data: Value): { amountStroops: bigint; toMuxedId: bigint | null } | undefined {
  const entry = (name: string) =>
    data.type === MAP ? data.map?.find(({ key }) => textOf(key) === name)?.val : undefined
  const amountStroops = amountOf(data.type === MAP ? entry('amount') : data)
  if (amountStroops === undefined) return undefined
  const id = entry('to_muxed_id')
  return { amountStroops, toMuxedId: id?.type === U64 ? id.u64 : null }
}

/** Reads the events of the asset contracts of one network, deployed or not; any other contract's are none. */
export class AssetEvents {
  readonly #networkId: Uint8Array
  readonly #contracts = new Map<AssetName, string>()

  constructor(networkId: Uint8Array) {
    this.#networkId = networkId
  }

  /** Hex id of an asset's contract. */
  contractOf(asset: AssetName): string {
    let id = this.#contracts.get(asset)
    if (id === undefined) {
      const contractIdPreimage = { type: 1 as const, fromAsset: assetWire(asset) }
      const preimage = xdr.HashIdPreimage.schema.encode({
        type: 8,
        contractId: { networkId: this.#networkId, contractIdPreimage },
      })
      id = createHash('sha256').update(preimage).digest('hex')
      this.#contracts.set(asset, id)
    }
    return id
  }

  /** What the event says; undefined if it is none of an asset's contract or moves nothing. */
  read(event: EventWire): AssetEvent | undefined {
    const { topics, data } = event.body.v0
    if (event.contractId === null || topics.length < 3) return undefined
    const type = TYPES.find((each) => each === textOf(topics[0]))
    const name = parseAssetName(textOf(topics.at(-1)) ?? '')
    if (type === undefined || name === undefined) return undefined
    if (Buffer.from(event.contractId).toString('hex') !== this.contractOf(name)) return undefined
    const moved = readData(data)
    const first = addressText(topics[1])
    if (moved === undefined || first === undefined) return undefined
    const common = { type, asset: name, ...moved }
    if (type === 'mint') return { ...common, to: first }
    if (type !== 'transfer') return { ...common, from: first }
    const second = addressText(topics[2])
    return second === undefined ? undefined : { ...common, from: first, to: second }
  }

  readAll(events: readonly EventWire[]): AssetEvent[] {
    return events.flatMap((event) => this.read(event) ?? [])
  }
}
