/** What a system did for the climate in a year, by the core indicators that ICMA's harmonised framework names for renewable energy. Pure. */

/** A final statement. Energy is corrected: corrections count where they were made. */
export interface ReportedStatement {
  readonly fromAt: bigint
  readonly toAt: bigint
  readonly generatedWh: bigint
  readonly exportedWh: bigint
  readonly isEstimated: boolean
}

/** Whole MWh that became certificates (or whose attribute nobody sells). */
export interface ReportedCertificates {
  readonly kind: 'Rec' | 'Carbon' | 'Retained'
  readonly fromAt: bigint
  readonly mwh: bigint
}

/** Grams of CO2e that a MWh avoids, from a time on. */
export interface EmissionFactor {
  readonly version: number
  readonly gramsPerMwh: bigint
  readonly effectiveAt: bigint
  /** SHA-256 of the published source, hex. */
  readonly sourceHash: string
}

export interface Impact {
  readonly generatedWh: bigint
  readonly exportedWh: bigint
  /** Of the generation: from statements that were closed with an estimate. */
  readonly estimatedWh: bigint
  readonly statements: number
  readonly recMwh: bigint
  readonly carbonMwh: bigint
  readonly retainedMwh: bigint
  /** Null without a factor for all of it: half of a sum is no sum. */
  readonly emissions: {
    readonly avoidedGrams: bigint
    /** What certificates carry: theirs is the claim who hold or retire them. */
    readonly certifiedGrams: bigint
    /** What is left to claim by the bond; never below 0. */
    readonly netGrams: bigint
    readonly factors: readonly EmissionFactor[]
  } | null
}

const WH_PER_MWH = 1_000_000n

/**
 * Adds a year up.
 *
 * Law: what is avoided is generation x factor, floored for each statement; what became certificates of any kind that is sold is taken off at the
 * factor of its own time, so that no watt-hour is claimed twice. Retained MWh stay claimable.
 *
 * @param factors oldest first
 */
export function impactOf(
  statements: readonly ReportedStatement[],
  certificates: readonly ReportedCertificates[],
  factors: readonly EmissionFactor[],
): Impact {
  const total = (of: (one: ReportedStatement) => bigint) => statements.reduce((sum, one) => sum + of(one), 0n)
  const mwh = (kind: ReportedCertificates['kind']) =>
    certificates.reduce((sum, one) => (one.kind === kind ? sum + one.mwh : sum), 0n)
  return {
    generatedWh: total((one) => one.generatedWh),
    exportedWh: total((one) => one.exportedWh),
    estimatedWh: total((one) => (one.isEstimated ? one.generatedWh : 0n)),
    statements: statements.length,
    recMwh: mwh('Rec'),
    carbonMwh: mwh('Carbon'),
    retainedMwh: mwh('Retained'),
    emissions: emissionsOf(statements, certificates, factors),
  }
}

function emissionsOf(
  statements: readonly ReportedStatement[],
  certificates: readonly ReportedCertificates[],
  factors: readonly EmissionFactor[],
): Impact['emissions'] {
  const used = new Set<EmissionFactor>()
  let avoidedGrams = 0n
  for (const { fromAt, generatedWh } of statements) {
    const factor = factorAt(factors, fromAt)
    if (!factor) return null
    used.add(factor)
    avoidedGrams += floorDivide(generatedWh * factor.gramsPerMwh, WH_PER_MWH)
  }
  let certifiedGrams = 0n
  for (const { kind, fromAt, mwh } of certificates) {
    if (kind === 'Retained') continue
    const factor = factorAt(factors, fromAt)
    if (!factor) return null
    used.add(factor)
    certifiedGrams += mwh * factor.gramsPerMwh
  }
  const left = avoidedGrams - certifiedGrams
  return {
    avoidedGrams,
    certifiedGrams,
    netGrams: left < 0n ? 0n : left,
    factors: factors.filter((factor) => used.has(factor)),
  }
}

const factorAt = (factors: readonly EmissionFactor[], at: bigint): EmissionFactor | undefined =>
  factors.findLast(({ effectiveAt }) => effectiveAt <= at)

/** A correction may make a statement's energy negative: rounding towards 0 would then claim too much. */
function floorDivide(a: bigint, b: bigint): bigint {
  const quotient = a / b
  return a % b < 0n ? quotient - 1n : quotient
}
