import { addressOf, addressOfMuxed, signerAddress } from '../../ledger/keys.ts'
import type { LedgerKeyWire } from '../../ledger/wire.ts'
import type { AssetEvents } from './asset-events.ts'
import {
  type AccountWire,
  balanceIdText,
  type Change,
  changesOf,
  classicKey,
  dataOf,
  poolIdText,
  sortedByKey,
  sponsorOf,
} from './changes.ts'
import type { Decoded } from './decoded.ts'

/** The account that owns an entry; undefined for entries without an owner. */
function ownerOf(key: LedgerKeyWire): string | undefined {
  switch (key.type) {
    case 0:
      return addressOf(key.account.accountId.ed25519)
    case 1:
      return addressOf(key.trustLine.accountId.ed25519)
    case 2:
      return addressOf(key.offer.sellerId.ed25519)
    case 3:
      return addressOf(key.data.accountId.ed25519)
    default:
      return undefined
  }
}

/** The sponsors of an account's signers, under the signers' addresses. */
export function signerSponsors(account: AccountWire | undefined): Map<string, string> {
  const sponsors = new Map<string, string>()
  const v1 = account?.ext.v === 1 ? account.ext.v1 : null
  const ids = v1?.ext.v === 2 ? v1.ext.v2.signerSponsoringIDs : []
  for (const [at, signer] of (account?.signers ?? []).entries()) {
    const sponsor = ids[at]
    if (sponsor) sponsors.set(signerAddress(signer.key), addressOf(sponsor.ed25519))
  }
  return sponsors
}

function newSignerSponsor(signer: string, changes: readonly Change[]): string | undefined {
  for (const { pre, post } of changesOf(changes, 0)) {
    const after = signerSponsors(post?.account).get(signer)
    if (after !== undefined && after !== signerSponsors(pre?.account).get(signer)) return after
  }
  return undefined
}

/** Who sponsors the entry or the signer that an operation made (operations_processor.go, getSponsor). */
export function sponsorIn(decoded: Decoded, at: number): string | undefined {
  const { body } = decoded.operation(at)
  const signer = body.type === 5 ? body.setOptionsOp.signer : null
  const key = signer === null ? undefined : signerAddress(signer.key)
  const changes = decoded.changesOf(at)
  const fresh = changes.some(({ pre, post }) => pre === null && sponsorOf(post) !== null)
  if (!fresh && key === undefined) return undefined
  for (const change of sortedByKey(changes)) {
    const ofSigner = key === undefined ? undefined : newSignerSponsor(key, [change])
    if (ofSigner !== undefined) return ofSigner
    const ofEntry = change.pre === null ? sponsorOf(change.post) : null
    if (ofEntry !== null) return ofEntry
  }
  return undefined
}

/** The operation that began the sponsorship which this one ends; undefined if there is none, or the whole failed. */
export function beginningOf(decoded: Decoded, at: number): number | undefined {
  if (!decoded.applied.successful) return undefined
  const sponsored = decoded.sourceAddress(at)
  for (let index = at - 1; index >= 0; index--) {
    const { body } = decoded.operation(index)
    if (body.type === 16 && addressOf(body.beginSponsoringFutureReservesOp.sponsoredId.ed25519) === sponsored) {
      return index
    }
  }
  return undefined
}

/** Accounts that an operation's own kind names besides its source (operations_processor.go, Participants). */
function namedBy(decoded: Decoded, at: number, events: AssetEvents): (string | undefined)[] {
  const { body } = decoded.operation(at)
  switch (body.type) {
    case 0:
      return [addressOf(body.createAccountOp.destination.ed25519)]
    case 1:
      return [addressOfMuxed(body.paymentOp.destination)]
    case 2:
      return [addressOfMuxed(body.pathPaymentStrictReceiveOp.destination)]
    case 13:
      return [addressOfMuxed(body.pathPaymentStrictSendOp.destination)]
    case 7:
      return [addressOf(body.allowTrustOp.trustor.ed25519)]
    case 8:
      return [addressOfMuxed(body.destination)]
    case 14:
      return body.createClaimableBalanceOp.claimants.map(({ v0 }) => addressOf(v0.destination.ed25519))
    case 16:
      return [addressOf(body.beginSponsoringFutureReservesOp.sponsoredId.ed25519)]
    case 17: {
      const begun = beginningOf(decoded, at)
      return begun === undefined ? [] : [decoded.sourceAddress(begun)]
    }
    case 18: {
      const operation = body.revokeSponsorshipOp
      return [operation.type === 0 ? ownerOf(operation.ledgerKey) : addressOf(operation.signer.accountId.ed25519)]
    }
    case 19:
      return [addressOfMuxed(body.clawbackOp.from)]
    case 21:
      return [addressOf(body.setTrustLineFlagsOp.trustor.ed25519)]
    case 24: {
      const owners = decoded.changesOf(at).map((change) => {
        const key = classicKey(dataOf(change))
        return key === null ? undefined : ownerOf(key)
      })
      const moved = events.readAll(decoded.eventsOf(at)).flatMap(({ from, to }) => [from, to])
      return [...owners, ...moved.filter((address) => address?.startsWith('G'))]
    }
    default:
      return []
  }
}

/** Accounts that take part in an operation. */
export function operationParticipants(decoded: Decoded, at: number, events: AssetEvents): Set<string> {
  const found = new Set([decoded.sourceAddress(at)])
  for (const address of namedBy(decoded, at, events)) if (address !== undefined) found.add(address)
  const sponsor = sponsorIn(decoded, at)
  if (sponsor !== undefined) found.add(sponsor)
  return found
}

/** Adds whose accounts a transaction changed, and who paid for it (participants_processor.go). */
export function addTransactionParticipants(decoded: Decoded, found: Set<string>): void {
  found.add(addressOfMuxed(decoded.source))
  found.add(addressOfMuxed(decoded.feeSource))
  for (const at of decoded.operations.keys()) {
    for (const { pre, post } of changesOf(decoded.changesOf(at), 0)) {
      const account = post ?? pre
      if (account !== null) found.add(addressOf(account.account.accountId.ed25519))
    }
  }
}

/** Claimable balances and pools that an operation changed. */
export function touchedBy(decoded: Decoded, at: number): { balances: Set<string>; pools: Set<string> } {
  const balances = new Set<string>()
  const pools = new Set<string>()
  for (const change of decoded.changesOf(at)) {
    const data = dataOf(change)
    if (data.type === 4) balances.add(balanceIdText(data.claimableBalance.balanceId))
    if (data.type === 5) pools.add(poolIdText(data.liquidityPool.liquidityPoolId))
  }
  return { balances, pools }
}

const PAYMENT_TYPES: ReadonlySet<number> = new Set([0, 1, 2, 8, 13])

/** Whether `/payments` tells of an operation (operations_processor.go, IsPayment). */
export function isPayment(decoded: Decoded, at: number, events: AssetEvents): boolean {
  const { type } = decoded.operation(at).body
  if (type === 24) return events.readAll(decoded.eventsOf(at)).length > 0
  return PAYMENT_TYPES.has(type)
}
