/** What a bid is sealed by. Loads the Stellar SDK, so import it on demand only. */
import { bidCommitment, networkId, toHex } from '@heliobond/domain'
import { Address, StrKey } from '@stellar/stellar-sdk/base'

export interface BidToSeal {
  /** Passphrase of the network. */
  readonly network: string
  readonly contractId: string
  readonly tender: number
  readonly bidder: string
  readonly amountStroops: string
  /** Hex of 32 bytes, as the salt. */
  readonly proposalHash: string
  readonly salt: string
}

const bytesOf = (hex: string): Uint8Array =>
  Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))

/** The commitment of a bid, hex: what stands on the chain until it is revealed. */
export function sealOf({ network, contractId, tender, bidder, amountStroops, proposalHash, salt }: BidToSeal): string {
  return toHex(
    bidCommitment({
      networkId: networkId(network),
      tenderId: StrKey.decodeContract(contractId),
      tender,
      bidder: new Address(bidder).toScAddress().toXdr(),
      amountStroops: BigInt(amountStroops),
      proposalHash: bytesOf(proposalHash),
      salt: bytesOf(salt),
    }),
  )
}
