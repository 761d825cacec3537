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
  })
  expect(Buffer.from(hash).toString('hex')).toBe('e473a8c7886398bf64f5ad4b1e4eca92167e48072037d3a27ca583f4bb8754ed')
})
