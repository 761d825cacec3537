/** What the certificate and the energy contract say of a system, asked from the browser. Load on demand. */
import { toHex } from '@heliobond/domain'
import type { CertificateAccount } from '../api/types.ts'
import type { CertificateOnChain } from '../check/certificate.ts'
import type { DonorsOnChain } from '../check/donors.ts'
import { networkOf, readContract } from './read-contract.ts'

interface Account {
  readonly counted_wh: bigint
  readonly carry_wh: bigint
  readonly rec_mwh: bigint
  readonly carbon_mwh: bigint
  readonly retained_mwh: bigint
}

/** @throws {ChainReadError} if the RPC or a contract does not answer. */
export async function readCertificate(
  rpcUrl: string,
  { contractId, systemId }: CertificateAccount,
): Promise<CertificateOnChain> {
  const system = { u32: systemId }
  const [account, rec, links] = await Promise.all([
    readContract(rpcUrl, contractId, 'account', [system]) as Promise<Account>,
    readContract(rpcUrl, contractId, 'totals', [system, { vec: [{ symbol: 'Rec' }] }]) as Promise<
      CertificateOnChain['rec']
    >,
    readContract(rpcUrl, contractId, 'links') as Promise<{ energy: string }>,
  ])
  const attested = (await readContract(rpcUrl, links.energy, 'attested', [system])) as { measured_wh: bigint }
  return {
    countedWh: account.counted_wh,
    carryWh: account.carry_wh,
    recMwh: account.rec_mwh,
    carbonMwh: account.carbon_mwh,
    retainedMwh: account.retained_mwh,
    measuredWh: attested.measured_wh,
    rec: { certified: rec.certified, minted: rec.minted, retired: rec.retired },
  }
}

interface Policy {
  /** A variant without fields. */
  readonly kind: readonly [string]
  readonly donors_root: Uint8Array
  readonly donors_units: bigint
  readonly donors_count: number
}

/**
 * What the certificate contract says of the donors whom its policy names; null where it names none.
 *
 * @throws {ChainReadError} if the RPC or the contract does not answer.
 */
export async function readDonors(
  rpcUrl: string,
  { contractId, systemId }: CertificateAccount,
): Promise<DonorsOnChain | null> {
  const system = { u32: systemId }
  const [policy, passphrase] = await Promise.all([
    readContract(rpcUrl, contractId, 'policy', [system]) as Promise<Policy>,
    networkOf(rpcUrl),
  ])
  if (policy.donors_count === 0) return null
  const kind = { vec: [{ symbol: policy.kind[0] }] }
  const pot = (await readContract(rpcUrl, contractId, 'donors', [system, kind, { bytes: policy.donors_root }])) as {
    readonly certified: bigint
    readonly claimed: bigint
  } | null
  return {
    passphrase,
    root: toHex(policy.donors_root),
    units: policy.donors_units,
    count: policy.donors_count,
    certified: pot?.certified ?? 0n,
    claimed: pot?.claimed ?? 0n,
  }
}
