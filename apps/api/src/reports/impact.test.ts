import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type EmissionFactor, impactOf, type ReportedCertificates, type ReportedStatement } from './impact.ts'

const factor = (version: number, gramsPerMwh: bigint, effectiveAt: bigint): EmissionFactor => ({
  ...{ version, gramsPerMwh, effectiveAt, sourceHash: 'ab'.repeat(32) },
})
const statement = (fromAt: bigint, generatedWh: bigint, isEstimated = false): ReportedStatement => ({
  ...{ fromAt, toAt: fromAt + 100n, generatedWh, exportedWh: 0n, isEstimated },
})

describe('a year’s impact', () => {
  test('is generation by the factor of its time, less what certificates carry', () => {
    const factors = [factor(1, 700_000n, 0n), factor(2, 600_000n, 1_000n)]
    const impact = impactOf(
      [statement(0n, 10_000_000n), statement(1_000n, 5_000_001n, true)],
      [
        { kind: 'Rec', fromAt: 0n, mwh: 4n },
        { kind: 'Carbon', fromAt: 1_000n, mwh: 2n },
        { kind: 'Retained', fromAt: 1_000n, mwh: 1n },
      ],
      factors,
    )
    expect(impact).toMatchObject({ generatedWh: 15_000_001n, estimatedWh: 5_000_001n, recMwh: 4n, retainedMwh: 1n })
    // 7,000 kg + 3,000 kg, less 2,800 kg and 1,200 kg that were sold; what nobody sells stays the bond's.
    expect(impact.emissions).toMatchObject({
      ...{ avoidedGrams: 10_000_000n, certifiedGrams: 4_000_000n, netGrams: 6_000_000n },
      factors: [{ version: 1 }, { version: 2 }],
    })
  })

  test('claims nothing without a factor for all of it, and nothing below 0', () => {
    expect(impactOf([statement(5n, 1_000_000n)], [], [factor(1, 700_000n, 6n)]).emissions).toBeNull()
    const sold: ReportedCertificates[] = [{ kind: 'Rec', fromAt: 0n, mwh: 3n }]
    expect(impactOf([statement(0n, 1_000_000n)], sold, [factor(1, 500_000n, 0n)]).emissions?.netGrams).toBe(0n)
  })

  test('of nothing is nothing', () => {
    expect(impactOf([], [], [])).toMatchObject({ generatedWh: 0n, emissions: { avoidedGrams: 0n, factors: [] } })
  })

  test('never claims more than the whole energy would, and nothing of it twice: 1,000 random years', () => {
    fc.assert(
      fc.property(
        fc.array(fc.bigInt({ min: -1_000_000n, max: 10n ** 12n }), { maxLength: 20 }),
        fc.array(fc.bigInt({ min: 0n, max: 1_000n }), { maxLength: 5 }),
        fc.bigInt({ min: 1n, max: 2_000_000n }),
        (energies, certified, grams) => {
          const statements = energies.map((wh, index) => statement(BigInt(index) * 100n, wh))
          const certificates = certified.map((mwh): ReportedCertificates => ({ kind: 'Rec', fromAt: 0n, mwh }))
          const { emissions, generatedWh } = impactOf(statements, certificates, [factor(1, grams, 0n)])
          if (!emissions) throw new Error('there is a factor')
          expect(emissions.avoidedGrams * 1_000_000n).toBeLessThanOrEqual(generatedWh * grams)
          expect(emissions.netGrams + emissions.certifiedGrams).toBeGreaterThanOrEqual(emissions.avoidedGrams)
          if (emissions.netGrams > 0n)
            expect(emissions.netGrams + emissions.certifiedGrams).toBe(emissions.avoidedGrams)
        },
      ),
      { numRuns: 1_000 },
    )
  })
})
