import { createHash } from 'node:crypto'
import { xdr } from '@stellar/stellar-sdk/base'
import type { AccountEntry, ClassicEntry, ContractEntry, Entry, PoolEntry, TrustLineEntry } from './entries.ts'
import {
  accountIdWire,
  accountKey,
  addressOf,
  assetName,
  assetWire,
  claimableBalanceKey,
  contractKey,
  dataKey,
  offerKey,
  poolKey,
  signerKeyId,
  trustLineAssetName,
  trustLineAssetWire,
  trustLineKey,
} from './keys.ts'
import type { LedgerEntryWire, LedgerKeyWire, Wire } from './wire.ts'

const CLAIMABLE_BALANCE_CLAWBACK = 1

const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')
const bytesOf = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex, 'hex'))

/** The id of a claimable balance from its 32 bytes, hex. */
export function balanceIdWire(balanceId: string): Wire<xdr.ClaimableBalanceId> {
  return { type: 0, v0: bytesOf(balanceId) }
}

/** The key under which an entry is stored. */
export function keyOf(entry: Entry): string {
  switch (entry.kind) {
    case 'account':
      return accountKey(entry.address)
    case 'trustline':
      return trustLineKey(entry.address, entry.asset)
    case 'offer':
      return offerKey(entry.seller, entry.offerId)
    case 'data':
      return dataKey(entry.address, entry.name)
    case 'claimableBalance':
      return claimableBalanceKey(entry.balanceId)
    case 'pool':
      return poolKey(entry.poolId)
    case 'contract':
      return contractKey(entry.keyXdr)
  }
}

/** The stored key of a ledger key; null for kinds of entry that this network does not keep. */
export function keyOfWire(key: LedgerKeyWire): string | null {
  switch (key.type) {
    case 0:
      return accountKey(addressOf(key.account.accountId.ed25519))
    case 1:
      return trustLineKey(addressOf(key.trustLine.accountId.ed25519), trustLineAssetName(key.trustLine.asset))
    case 2:
      return offerKey(addressOf(key.offer.sellerId.ed25519), key.offer.offerId)
    case 3:
      return dataKey(addressOf(key.data.accountId.ed25519), key.data.dataName)
    case 4:
      return claimableBalanceKey(hexOf(key.claimableBalance.balanceId.v0))
    case 5:
      return poolKey(hexOf(key.liquidityPool.liquidityPoolId))
    case 6:
    case 7:
    case 8:
      return contractKey(xdr.LedgerKey.schema.encode(key))
    default:
      return null
  }
}

/** The stored key of the XDR bytes of a ledger key. @throws if the bytes are no ledger key. */
export function keyOfXdr(keyXdr: Uint8Array): string | null {
  const type = keyXdr[3]
  if (type === 6 || type === 7 || type === 8) return contractKey(keyXdr)
  if (type === 0 && keyXdr.length === 40) return accountKey(addressOf(keyXdr.subarray(8)))
  return keyOfWire(xdr.LedgerKey.schema.decode(keyXdr))
}

/** The ledger key of an entry. */
export function keyWire(entry: Entry): LedgerKeyWire {
  switch (entry.kind) {
    case 'account':
      return { type: 0, account: { accountId: accountIdWire(entry.address) } }
    case 'trustline':
      return { type: 1, trustLine: { accountId: accountIdWire(entry.address), asset: trustLineAssetWire(entry.asset) } }
    case 'offer':
      return { type: 2, offer: { sellerId: accountIdWire(entry.seller), offerId: entry.offerId } }
    case 'data':
      return { type: 3, data: { accountId: accountIdWire(entry.address), dataName: entry.name } }
    case 'claimableBalance':
      return { type: 4, claimableBalance: { balanceId: balanceIdWire(entry.balanceId) } }
    case 'pool':
      return { type: 5, liquidityPool: { liquidityPoolId: bytesOf(entry.poolId) } }
    case 'contract':
      return xdr.LedgerKey.schema.decode(entry.keyXdr)
  }
}

function accountExtension(entry: AccountEntry): Wire<xdr.AccountEntryExt> {
  if (entry.extensionLevel === 0) return { v: 0 }
  return {
    v: 1,
    v1: {
      liabilities: { buying: entry.buyingLiabilitiesStroops, selling: entry.sellingLiabilitiesStroops },
      ext:
        entry.extensionLevel === 1
          ? { v: 0 }
          : {
              v: 2,
              v2: {
                numSponsored: entry.numSponsored,
                numSponsoring: entry.numSponsoring,
                signerSponsoringIDs: entry.signers.map((s) => (s.sponsor === null ? null : accountIdWire(s.sponsor))),
                ext:
                  entry.extensionLevel === 2
                    ? { v: 0 }
                    : { v: 3, v3: { ext: { v: 0 }, seqLedger: entry.sequenceLedger, seqTime: entry.sequenceTime } },
              },
            },
    },
  }
}

function trustLineExtension(entry: TrustLineEntry): Wire<xdr.TrustLineEntryExt> {
  if (!entry.hasLiabilitiesExtension) return { v: 0 }
  const liabilities = { buying: entry.buyingLiabilitiesStroops, selling: entry.sellingLiabilitiesStroops }
  const { poolUseCount } = entry
  const ext: Wire<xdr.TrustLineEntryV1>['ext'] =
    poolUseCount === null ? { v: 0 } : { v: 2, v2: { liquidityPoolUseCount: poolUseCount, ext: { v: 0 } } }
  return { v: 1, v1: { liabilities, ext } }
}

function dataWire(entry: ClassicEntry): LedgerEntryWire['data'] {
  switch (entry.kind) {
    case 'account':
      return {
        type: 0,
        account: {
          accountId: accountIdWire(entry.address),
          balance: entry.balanceStroops,
          seqNum: entry.sequence,
          numSubEntries: entry.numSubEntries,
          inflationDest: entry.inflationDestination === null ? null : accountIdWire(entry.inflationDestination),
          flags: entry.flags,
          homeDomain: entry.homeDomain,
          thresholds: entry.thresholds,
          signers: entry.signers.map(({ key, weight }) => ({ key, weight })),
          ext: accountExtension(entry),
        },
      }
    case 'trustline':
      return {
        type: 1,
        trustLine: {
          accountId: accountIdWire(entry.address),
          asset: trustLineAssetWire(entry.asset),
          balance: entry.balanceStroops,
          limit: entry.limitStroops,
          flags: entry.flags,
          ext: trustLineExtension(entry),
        },
      }
    case 'offer':
      return { type: 2, offer: offerWire(entry) }
    case 'data':
      return {
        type: 3,
        data: { accountId: accountIdWire(entry.address), dataName: entry.name, dataValue: entry.value, ext: { v: 0 } },
      }
    case 'claimableBalance':
      return {
        type: 4,
        claimableBalance: {
          balanceId: balanceIdWire(entry.balanceId),
          claimants: [...entry.claimants],
          asset: assetWire(entry.asset),
          amount: entry.amountStroops,
          ext: entry.clawbackEnabled ? { v: 1, v1: { ext: { v: 0 }, flags: CLAIMABLE_BALANCE_CLAWBACK } } : { v: 0 },
        },
      }
    case 'pool':
      return { type: 5, liquidityPool: poolWire(entry) }
  }
}

function poolWire(entry: PoolEntry): Wire<xdr.LiquidityPoolEntry> {
  const constantProduct = {
    params: { assetA: assetWire(entry.assetA), assetB: assetWire(entry.assetB), fee: entry.feeBps },
    reserveA: entry.reserveAStroops,
    reserveB: entry.reserveBStroops,
    totalPoolShares: entry.totalShares,
    poolSharesTrustLineCount: entry.lineCount,
  }
  return { liquidityPoolId: bytesOf(entry.poolId), body: { type: 0, constantProduct } }
}

/** An offer as results and entries carry it. */
export function offerWire(entry: Extract<Entry, { kind: 'offer' }>): Wire<xdr.OfferEntry> {
  return {
    sellerId: accountIdWire(entry.seller),
    offerId: entry.offerId,
    selling: assetWire(entry.selling),
    buying: assetWire(entry.buying),
    amount: entry.amountStroops,
    price: { n: entry.priceN, d: entry.priceD },
    flags: entry.flags,
    ext: { v: 0 },
  }
}

/** The ledger entry of the network's own types. */
export function entryWire(entry: Entry): LedgerEntryWire {
  // The bytes say when the content was written; the time to live, which may be younger, is told by `ttlWire`.
  if (entry.kind === 'contract') return xdr.LedgerEntry.schema.decode(entry.entryXdr)
  return {
    lastModifiedLedgerSeq: entry.lastModifiedLedger,
    data: dataWire(entry),
    ext: entry.hasSponsorExtension
      ? { v: 1, v1: { sponsoringId: entry.sponsor === null ? null : accountIdWire(entry.sponsor), ext: { v: 0 } } }
      : { v: 0 },
  }
}

/** XDR bytes of LedgerEntry. */
export function encodeEntry(entry: Entry): Uint8Array {
  return entry.kind === 'contract' ? entry.entryXdr : xdr.LedgerEntry.schema.encode(entryWire(entry))
}

/**
 * Reads the XDR bytes of a LedgerEntry.
 *
 * @param keyXdr the entry's key, which contract entries are stored with
 * @throws {Error} for kinds of entry that this network does not keep
 */
export function decodeEntry(keyXdr: Uint8Array, entryXdr: Uint8Array, liveUntilLedger: number | null): Entry {
  const type = keyXdr[3]
  if (type === 6 || type === 7 || type === 8) {
    const lastModifiedLedger = new DataView(entryXdr.buffer, entryXdr.byteOffset).getUint32(0)
    return {
      kind: 'contract',
      lastModifiedLedger,
      keyXdr: keyXdr.slice(),
      entryXdr: entryXdr.slice(),
      liveUntilLedger,
      isEvicted: false,
    }
  }
  return fromWire(xdr.LedgerEntry.schema.decode(entryXdr))
}

/** A classic entry from its wire form. @throws {Error} for kinds of entry that this network does not keep. */
export function fromWire(wire: LedgerEntryWire): ClassicEntry {
  const sponsoringId = wire.ext.v === 1 ? wire.ext.v1.sponsoringId : null
  const common = {
    lastModifiedLedger: wire.lastModifiedLedgerSeq,
    sponsor: sponsoringId === null ? null : addressOf(sponsoringId.ed25519),
    hasSponsorExtension: wire.ext.v === 1,
  }
  const { data } = wire
  switch (data.type) {
    case 0:
      return { ...common, ...accountFrom(data.account) }
    case 1: {
      const { trustLine } = data
      const v1 = trustLine.ext.v === 1 ? trustLine.ext.v1 : null
      const liabilities = v1?.liabilities ?? null
      return {
        ...common,
        kind: 'trustline',
        address: addressOf(trustLine.accountId.ed25519),
        asset: trustLineAssetName(trustLine.asset),
        balanceStroops: trustLine.balance,
        limitStroops: trustLine.limit,
        flags: trustLine.flags,
        hasLiabilitiesExtension: liabilities !== null,
        buyingLiabilitiesStroops: liabilities?.buying ?? 0n,
        sellingLiabilitiesStroops: liabilities?.selling ?? 0n,
        poolUseCount: v1?.ext.v === 2 ? v1.ext.v2.liquidityPoolUseCount : null,
      }
    }
    case 2:
      return {
        ...common,
        kind: 'offer',
        seller: addressOf(data.offer.sellerId.ed25519),
        offerId: data.offer.offerId,
        selling: assetName(data.offer.selling),
        buying: assetName(data.offer.buying),
        amountStroops: data.offer.amount,
        priceN: data.offer.price.n,
        priceD: data.offer.price.d,
        flags: data.offer.flags,
      }
    case 3:
      return {
        ...common,
        kind: 'data',
        address: addressOf(data.data.accountId.ed25519),
        name: new xdr.XdrString(data.data.dataName.bytes.slice()),
        value: data.data.dataValue.slice(),
      }
    case 4: {
      const { balanceId, claimants, asset, amount, ext } = data.claimableBalance
      return {
        ...common,
        kind: 'claimableBalance',
        balanceId: hexOf(balanceId.v0),
        asset: assetName(asset),
        amountStroops: amount,
        claimants,
        clawbackEnabled: ext.v === 1 && (ext.v1.flags & CLAIMABLE_BALANCE_CLAWBACK) !== 0,
      }
    }
    case 5: {
      const { params, reserveA, reserveB, totalPoolShares, poolSharesTrustLineCount } =
        data.liquidityPool.body.constantProduct
      return {
        ...common,
        kind: 'pool',
        poolId: hexOf(data.liquidityPool.liquidityPoolId),
        assetA: assetName(params.assetA),
        assetB: assetName(params.assetB),
        feeBps: params.fee,
        reserveAStroops: reserveA,
        reserveBStroops: reserveB,
        totalShares: totalPoolShares,
        lineCount: poolSharesTrustLineCount,
      }
    }
    default:
      throw new Error(`ledger entries of type ${data.type} are not kept on this network`)
  }
}

function accountFrom(
  account: Wire<xdr.AccountEntry>,
): Omit<AccountEntry, 'lastModifiedLedger' | 'sponsor' | 'hasSponsorExtension'> {
  const v1 = account.ext.v === 1 ? account.ext.v1 : null
  const v2 = v1?.ext.v === 2 ? v1.ext.v2 : null
  const v3 = v2?.ext.v === 3 ? v2.ext.v3 : null
  return {
    kind: 'account',
    address: addressOf(account.accountId.ed25519),
    balanceStroops: account.balance,
    sequence: account.seqNum,
    numSubEntries: account.numSubEntries,
    inflationDestination: account.inflationDest === null ? null : addressOf(account.inflationDest.ed25519),
    flags: account.flags,
    homeDomain: new xdr.XdrString(account.homeDomain.bytes.slice()),
    thresholds: account.thresholds.slice(),
    signers: account.signers.map(({ key, weight }, at) => {
      const sponsor = v2?.signerSponsoringIDs[at] ?? null
      return { key, id: signerKeyId(key), weight, sponsor: sponsor === null ? null : addressOf(sponsor.ed25519) }
    }),
    extensionLevel: v3 !== null ? 3 : v2 !== null ? 2 : v1 !== null ? 1 : 0,
    buyingLiabilitiesStroops: v1?.liabilities.buying ?? 0n,
    sellingLiabilitiesStroops: v1?.liabilities.selling ?? 0n,
    numSponsored: v2?.numSponsored ?? 0,
    numSponsoring: v2?.numSponsoring ?? 0,
    sequenceLedger: v3?.seqLedger ?? 0,
    sequenceTime: v3?.seqTime ?? 0n,
  }
}

/** The time-to-live entry that the network keeps beside contract data and code. */
export function ttlWire(entry: ContractEntry, liveUntilLedger: number): LedgerEntryWire {
  const keyHash = createHash('sha256').update(entry.keyXdr).digest()
  return {
    lastModifiedLedgerSeq: entry.lastModifiedLedger,
    data: { type: 9, ttl: { keyHash, liveUntilLedgerSeq: liveUntilLedger } },
    ext: { v: 0 },
  }
}
