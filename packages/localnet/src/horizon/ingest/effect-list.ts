import { encodeMuxedAccountToAddress, xdr } from '@stellar/stellar-sdk/base'
import { addressOf } from '../../ledger/keys.ts'
import type { LedgerEntryWire, MuxedAccountWire } from '../../ledger/wire.ts'
import type { AssetEvents } from './asset-events.ts'
import { type Change, sortedByKey } from './changes.ts'
import type { Decoded } from './decoded.ts'
import type { Effect, EffectType } from './effect-types.ts'

/** The address an account was written with: G, or M if it was muxed. */
export function writtenAddress(account: MuxedAccountWire): string {
  if (account.type === 0) return addressOf(account.ed25519)
  return encodeMuxedAccountToAddress(xdr.MuxedAccount.fromXdrObject(account))
}

/** Collects the effects of one operation, in the order in which Horizon numbers them. */
export class EffectList {
  readonly decoded: Decoded
  readonly at: number
  readonly events: AssetEvents
  readonly effects: Effect[] = []
  #source: string | undefined
  #changes: readonly Change[] | undefined

  constructor(decoded: Decoded, at: number, events: AssetEvents) {
    this.decoded = decoded
    this.at = at
    this.events = events
  }

  /** The operation's source, muxed if it was written so. */
  get source(): string {
    this.#source ??= writtenAddress(this.decoded.sourceOf(this.at))
    return this.#source
  }

  get changes(): readonly Change[] {
    this.#changes ??= sortedByKey(this.decoded.changesOf(this.at))
    return this.#changes
  }

  /** Whether the operation changed what is asked for; told without putting the changes in order. */
  changed(test: (entry: LedgerEntryWire) => boolean): boolean {
    const matches = (entry: LedgerEntryWire | null) => entry !== null && test(entry)
    return this.decoded.changesOf(this.at).some(({ pre, post }) => matches(pre) || matches(post))
  }

  add(account: string, type: EffectType, fields: Record<string, unknown> = {}): void {
    this.effects.push({ account, type, fields })
  }

  ofSource(type: EffectType, fields: Record<string, unknown> = {}): void {
    this.add(this.source, type, fields)
  }
}
