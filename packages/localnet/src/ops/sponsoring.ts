import type { xdr } from '@stellar/stellar-sdk/base'
import { keyOfWire } from '../ledger/codec.ts'
import { type AccountEntry, ownerOf } from '../ledger/entries.ts'
import { addressOf, isAssetValid, signerKeyId } from '../ledger/keys.ts'
import { moveBalanceSponsor, moveEntrySponsor, moveReserve, type ReserveRefusal } from '../ledger/sponsorship.ts'
import type { LedgerKeyWire, OperationResultWire, Wire } from '../ledger/wire.ts'
import { COMMON, type OperationContext, type OperationHandler } from './context.ts'

const beginResult = (code: Wire<xdr.BeginSponsoringFutureReservesResult>['code']): OperationResultWire => ({
  code: 0,
  tr: { type: 16, beginSponsoringFutureReservesResult: { code } },
})
const BEGIN = { success: 0, malformed: -1, alreadySponsored: -2, recursive: -3 } as const

/** From here to the matching end, the source pays the reserves of whatever the sponsored account adds. */
export const beginSponsoring: OperationHandler<16> = {
  threshold: () => 'medium',
  check(body, source) {
    const sponsored = addressOf(body.beginSponsoringFutureReservesOp.sponsoredId.ed25519)
    return sponsored === source ? beginResult(BEGIN.malformed) : null
  },
  apply({ sponsorships, source }, body) {
    const sponsored = addressOf(body.beginSponsoringFutureReservesOp.sponsoredId.ed25519)
    if (sponsorships.has(sponsored)) return beginResult(BEGIN.alreadySponsored)
    if (sponsorships.has(source) || [...sponsorships.values()].includes(sponsored)) return beginResult(BEGIN.recursive)
    sponsorships.set(sponsored, source)
    return beginResult(BEGIN.success)
  },
}

/** Ends the sponsorship of the source's own future reserves. */
export const endSponsoring: OperationHandler<17> = {
  threshold: () => 'medium',
  check: () => null,
  apply({ sponsorships, source }) {
    const code = sponsorships.delete(source) ? 0 : -1
    return { code: 0, tr: { type: 17, endSponsoringFutureReservesResult: { code } } }
  },
}

const REVOKE = {
  success: 0,
  doesNotExist: -1,
  notSponsor: -2,
  lowReserve: -3,
  onlyTransferable: -4,
  malformed: -5,
} as const

const revokeResult = (code: Wire<xdr.RevokeSponsorshipResult>['code']): OperationResultWire => ({
  code: 0,
  tr: { type: 18, revokeSponsorshipResult: { code } },
})

const refusedBy = (refusal: ReserveRefusal): OperationResultWire =>
  refusal === 'lowReserve' ? revokeResult(REVOKE.lowReserve) : COMMON[refusal]

/** Who pays from now on: the sponsor of the source's future reserves, unless that is the owner itself. */
function nextSponsor({ sponsorships, source }: OperationContext, owner: string): string | null {
  const sponsor = sponsorships.get(source)
  return sponsor === undefined || sponsor === owner ? null : sponsor
}

function keyMalformed(key: LedgerKeyWire): boolean {
  switch (key.type) {
    case 0:
      return false
    case 1: {
      const { asset, accountId } = key.trustLine
      if (asset.type === 3) return false
      if (asset.type === 0 || !isAssetValid(asset)) return true
      const { issuer } = asset.type === 1 ? asset.alphaNum4 : asset.alphaNum12
      return addressOf(issuer.ed25519) === addressOf(accountId.ed25519)
    }
    case 2:
      return key.offer.offerId <= 0n
    case 3: {
      const { bytes } = key.data.dataName
      return bytes.length < 1 || bytes.some((byte) => byte < 0x20 || byte > 0x7e)
    }
    case 4:
      return false
    default:
      return true
  }
}

function revokeEntry(context: OperationContext, key: LedgerKeyWire): OperationResultWire {
  const { txn, source } = context
  const stored = keyOfWire(key)
  const entry = stored === null ? null : txn.load(stored)
  // Of pools and contract entries there is no sponsorship: keys of theirs are malformed.
  if (entry === null || entry.kind === 'contract' || entry.kind === 'pool') return revokeResult(REVOKE.doesNotExist)
  if (entry.kind === 'claimableBalance') {
    if (entry.sponsor !== source) return revokeResult(REVOKE.notSponsor)
    // It has no owner whom the reserve could fall back to.
    const sponsor = nextSponsor(context, entry.sponsor)
    if (sponsor === null) return revokeResult(REVOKE.onlyTransferable)
    const refusal = moveBalanceSponsor(txn, entry, sponsor)
    return refusal === null ? revokeResult(REVOKE.success) : refusedBy(refusal)
  }
  const owner = ownerOf(entry)
  if ((entry.sponsor ?? owner) !== source) return revokeResult(REVOKE.notSponsor)
  const account: AccountEntry = entry.kind === 'account' ? entry : txn.requireAccount(owner)
  const refusal = moveEntrySponsor(txn, entry, account, nextSponsor(context, owner))
  return refusal === null ? revokeResult(REVOKE.success) : refusedBy(refusal)
}

function revokeSigner(context: OperationContext, op: Wire<xdr.RevokeSponsorshipOpSigner>): OperationResultWire {
  const { txn, source } = context
  const owner = addressOf(op.accountId.ed25519)
  const account = txn.loadAccount(owner)
  const id = signerKeyId(op.signerKey)
  const signer = account?.signers.find((candidate) => candidate.id === id)
  if (account === null || signer === undefined) return revokeResult(REVOKE.doesNotExist)
  if ((signer.sponsor ?? owner) !== source) return revokeResult(REVOKE.notSponsor)
  const sponsor = nextSponsor(context, owner)
  const refusal = moveReserve(txn, account, signer.sponsor, sponsor, 1)
  if (refusal !== null) return refusedBy(refusal)
  account.signers = account.signers.map((other) => (other.id === id ? { ...other, sponsor } : other))
  return revokeResult(REVOKE.success)
}

/** Gives a sponsorship up, takes one on, or hands it over. */
export const revokeSponsorship: OperationHandler<18> = {
  threshold: () => 'medium',
  check({ revokeSponsorshipOp: op }) {
    return op.type === 0 && keyMalformed(op.ledgerKey) ? revokeResult(REVOKE.malformed) : null
  },
  apply(context, { revokeSponsorshipOp: op }) {
    return op.type === 0 ? revokeEntry(context, op.ledgerKey) : revokeSigner(context, op.signer)
  },
}
