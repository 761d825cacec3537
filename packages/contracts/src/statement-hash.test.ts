import { expect, test } from 'vitest'
import { statementHash } from './statement-hash.ts'

// The same statement and hash stand in the energy contract's own tests.
test('a statement has the hash that the contract computes', () => {
  const hash = statementHash({
    system: 3,
    index: 7,
    from: 1_790_000_000n,
    to: 1_790_003_600n,
    generated_wh: 50_000n,
    exported_wh: 2n ** 64n - 1n,
    consumed_wh: [30_000n, 0n],
    readings_root: new Uint8Array(32).fill(9),
    quality: 1,
    generated_correction_wh: -12n,
    exported_correction_wh: 34n,
  })
  expect(Buffer.from(hash).toString('hex')).toBe('853674e07e22e7c99f690c2c233a64dbdfeeb7c9bdd88dc522fe1f1cd275cdcf')
})
