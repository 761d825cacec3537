import { createPrivateKey, createPublicKey, sign } from 'node:crypto'
import {
  accountScAddress,
  buildMerkleTree,
  buildSchedule,
  concatBytes,
  contractScAddress,
  countDays,
  couponLeafBytes,
  type DayCount,
  donorLeafBytes,
  merkleLeaf,
  merkleProof,
  merkleTreeRoot,
  networkId,
  parseCivilDate,
  type Reading,
  readingJson,
  readingLeafBytes,
  readingSignedBytes,
  scheduleHash,
} from '../src/index.ts'
import { randomSource } from './random.ts'

/** The embedded network's passphrase, as in stellar/quickstart --local. */
const PASSPHRASE = 'Standalone Network ; February 2017'

/** Days by convention (the published ones first), and whole schedules with their hash. */
export function dayCountVectors(seed: string) {
  const random = randomSource(`${seed}/daycount`)
  const published: [DayCount, string, string, number][] = [
    ['30/360-US', '2026-01-15', '2026-07-15', 180],
    ['30/360-US', '2026-01-31', '2026-02-28', 28],
    ['30/360-US', '2026-01-30', '2026-03-31', 60],
    ['30/360-US', '2026-02-28', '2026-03-31', 33],
    ['30/360-US', '2024-02-29', '2024-08-31', 182],
    ['30/360-US', '2026-12-01', '2027-04-12', 131],
    ['30E/360', '2026-02-28', '2026-03-31', 32],
    ['30E/360', '2024-02-29', '2024-08-31', 181],
    ['ACT/365F', '2026-02-28', '2026-03-31', 31],
    ['ACT/365F', '2024-02-29', '2024-08-31', 184],
    ['ACT/365F', '2026-12-01', '2027-04-12', 132],
    ['ACT/ACT-ICMA', '2026-01-15', '2026-07-15', 181],
  ]
  const day = () => `20${random.int(20, 59)}-${two(random.int(1, 12))}-${two(random.int(1, 28))}`
  const drawn = Array.from({ length: 24 }, () => {
    const [from = '', to = ''] = [day(), day()].sort()
    const convention = random.pick<DayCount>('30/360-US', '30E/360', 'ACT/365F', 'ACT/ACT-ICMA')
    return { convention, from, to, days: countDays(convention, date(from), date(to)) }
  })
  const schedules = (['30/360-US', '30E/360', 'ACT/365F', 'ACT/ACT-ICMA'] as const).map((convention) => {
    const issueDate = day()
    const terms = { issueDate: date(issueDate), maturityYears: random.int(2, 15), convention }
    const built = buildSchedule(terms)
    if (!built.ok) throw new Error(`vector schedule refused: ${built.error.code}`)
    return {
      ...terms,
      issueDate,
      frequency: 2,
      recordDaysBeforePay: 15,
      periods: built.value,
      hash: scheduleHash(built.value),
    }
  })
  return {
    seed,
    days: [...published.map(([convention, from, to, days]) => ({ convention, from, to, days })), ...drawn],
    schedules,
  }
}

/** Trees of several sizes with the proofs of their leaves. */
export function merkleVectors(seed: string) {
  const random = randomSource(`${seed}/merkle`)
  const trees = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 16, 17, 33].map((count) => {
    const leaves = Array.from({ length: count }, () => random.bytes(random.int(0, 24)))
    const tree = buildMerkleTree(leaves)
    const proofs = leaves.flatMap((_, index) => (index < 3 || index >= count - 2 ? [merkleProof(tree, index)] : []))
    return {
      count,
      leaves,
      root: merkleTreeRoot(tree),
      proofs: proofs.map(({ index, siblings }) => ({ index, siblings })),
    }
  })
  return { seed, trees }
}

/** Leaves of coupons: accounts and contracts, small and large amounts. */
export function couponLeafVectors(seed: string) {
  const random = randomSource(`${seed}/coupon-leaf`)
  const offeringId = random.bytes(32)
  const leaves = Array.from({ length: 12 }, (_, leafIndex) => {
    const key = random.bytes(32)
    const kind = random.pick('account', 'contract')
    const holder = kind === 'account' ? accountScAddress(key) : contractScAddress(key)
    const amountStroops = random.pick(0n, random.below(10n ** 12n), 2n ** 63n + random.below(2n ** 100n))
    const coupon = random.int(1, 30)
    const bytes = couponLeafBytes({
      networkId: networkId(PASSPHRASE),
      offeringId,
      coupon,
      leafIndex,
      holder,
      amountStroops,
    })
    return {
      holderKind: kind,
      holderKey: key,
      holder,
      coupon,
      leafIndex,
      amountStroops,
      bytes,
      leaf: merkleLeaf(bytes),
    }
  })
  return { seed, passphrase: PASSPHRASE, networkId: networkId(PASSPHRASE), offeringId, leaves }
}

/**
 * Leaves of donors of certificates: the first two, an account's and a contract's, stand at index 0, so that each is also the root of a tree of
 * one leaf.
 */
export function donorLeafVectors(seed: string) {
  const random = randomSource(`${seed}/donor-leaf`)
  const certificateId = random.bytes(32)
  const leaves = Array.from({ length: 8 }, (_, n) => {
    const key = random.bytes(32)
    const kind = n === 0 ? 'account' : n === 1 ? 'contract' : random.pick('account', 'contract')
    const holder = kind === 'account' ? accountScAddress(key) : contractScAddress(key)
    const unitsStroops = n < 2 ? 1n + random.below(10n ** 12n) : 2n ** 63n + random.below(2n ** 100n)
    const system = n < 2 ? 1 : random.int(1, 40)
    const leafIndex = n < 2 ? 0 : random.int(1, 4_000)
    const bytes = donorLeafBytes({
      networkId: networkId(PASSPHRASE),
      ...{ certificateId, system, leafIndex, holder, unitsStroops },
    })
    return {
      holderKind: kind,
      holderKey: key,
      ...{ holder, system, leafIndex, unitsStroops, bytes },
      leaf: merkleLeaf(bytes),
    }
  })
  return { seed, passphrase: PASSPHRASE, networkId: networkId(PASSPHRASE), certificateId, leaves }
}

/** Readings: the signed bytes, an Ed25519 key's true signature over them, the leaf and the JSON message. */
export function readingVectors(seed: string) {
  const random = randomSource(`${seed}/reading`)
  const domain = { networkId: networkId(PASSPHRASE), energyContractId: random.bytes(32) }
  const privateKey = random.bytes(32)
  // PKCS #8 of an Ed25519 key is this prefix and the 32 bytes of its seed.
  const der = concatBytes(Uint8Array.from(Buffer.from('302e020100300506032b657004220420', 'hex')), privateKey)
  const key = createPrivateKey({ key: Buffer.from(der), format: 'der', type: 'pkcs8' })
  const publicKey = new Uint8Array(createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-32))
  const largest = 2n ** 64n - 1n
  const readings = Array.from({ length: 8 }, (_, n) => {
    const register = () => (n === 0 ? largest : n === 1 ? 0n : random.below(10n ** BigInt(random.int(1, 12))))
    const unsigned = {
      system: n === 0 ? 2 ** 32 - 1 : random.int(1, 40),
      meter: n === 0 ? 2 ** 32 - 1 : random.int(1, 400),
      epoch: random.int(1, 3),
      seq: n === 0 ? largest : random.below(10n ** 6n),
      at: 1_795_000_000n + random.below(400_000_000n),
      generatedWh: register(),
      consumedWh: register(),
      exportedWh: register(),
    }
    const signedBytes = readingSignedBytes(unsigned, domain)
    const reading: Reading = { ...unsigned, signature: new Uint8Array(sign(null, signedBytes, key)) }
    const leafBytes = readingLeafBytes(reading, domain)
    return {
      ...unsigned,
      signedBytes,
      signature: reading.signature,
      leaf: merkleLeaf(leafBytes),
      json: readingJson(reading),
    }
  })
  return { seed, passphrase: PASSPHRASE, ...domain, privateKey, publicKey, readings }
}

const two = (n: number): string => n.toString().padStart(2, '0')

function date(text: string) {
  const parsed = parseCivilDate(text)
  if (!parsed.ok) throw new Error(`vector date refused: ${text}`)
  return parsed.value
}
