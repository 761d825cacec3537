/** What the certificate and the energy contract say of a system, asked from the browser. Load on demand. */
import type { CertificateAccount } from '../api/types.ts'
import type { CertificateOnChain } from '../check/certificate.ts'
import { readContract } from './read-contract.ts'

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
