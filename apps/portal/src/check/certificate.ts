/** Checks that certificates rest on measured energy, and that no megawatt-hour is claimed twice. Pure. */
import type { CertificateAccount, CertificateTotals } from '../api/types.ts'
import { compare, type Finding, unknown } from './finding.ts'

const FIELDS = ['countedWh', 'carryWh', 'recMwh', 'carbonMwh', 'retainedMwh'] as const
const WH_PER_MWH = 1_000_000n
const STROOPS_PER_MWH = 10_000_000n

/** What the certificate and the energy contract say. */
export interface CertificateOnChain {
  readonly countedWh: bigint
  readonly carryWh: bigint
  readonly recMwh: bigint
  readonly carbonMwh: bigint
  readonly retainedMwh: bigint
  /** Generated since the system was opened, as oracles attested and meters measured. */
  readonly measuredWh: bigint
  readonly rec: { readonly certified: bigint; readonly minted: bigint; readonly retired: bigint }
}

/** What can be computed from what is published alone. */
export function checkCertificatePublished(account: CertificateAccount): Finding[] {
  const whole = (BigInt(account.recMwh) + BigInt(account.carbonMwh) + BigInt(account.retainedMwh)) * WH_PER_MWH
  const counted = BigInt(account.countedWh) - BigInt(account.startWh)
  const findings = [compare('sum', String(counted), String(whole + BigInt(account.carryWh)))]
  const { Rec } = account.totals
  if (Rec)
    findings.push(compare('units', Rec.certifiedStroops, String(BigInt(account.recMwh) * STROOPS_PER_MWH)), order(Rec))
  return findings
}

/** Never more retired than minted, never more minted than certified. */
function order({ certifiedStroops, mintedStroops, retiredStroops }: CertificateTotals): Finding {
  const [certified, minted, retired] = [certifiedStroops, mintedStroops, retiredStroops].map(BigInt)
  const holds = (retired ?? 0n) <= (minted ?? 0n) && (minted ?? 0n) <= (certified ?? 0n)
  return { ...compare('order', 'true', String(holds)), found: `${retired} ≤ ${minted} ≤ ${certified}` }
}

/** What the contracts themselves say. */
export function checkCertificateOnChain(account: CertificateAccount, chain: CertificateOnChain): Finding[] {
  const told = ({ countedWh, carryWh, recMwh, carbonMwh, retainedMwh }: Record<(typeof FIELDS)[number], unknown>) =>
    [countedWh, carryWh, recMwh, carbonMwh, retainedMwh].map(String).join(' · ')
  const { Rec } = account.totals
  return [
    // The contract has gone on since what is published was read: that is no difference yet.
    chain.countedWh > BigInt(account.countedWh)
      ? { ...unknown('account', told(chain)), published: told(account) }
      : compare('account', told(account), told(chain)),
    {
      ...compare('measured', 'true', String(chain.measuredWh >= chain.countedWh)),
      published: `${chain.countedWh} Wh`,
      found: `${chain.measuredWh} Wh`,
    },
    Rec
      ? compare(
          'totals',
          [Rec.certifiedStroops, Rec.mintedStroops, Rec.retiredStroops].join(' · '),
          [chain.rec.certified, chain.rec.minted, chain.rec.retired].join(' · '),
        )
      : unknown('totals', '—'),
  ]
}
