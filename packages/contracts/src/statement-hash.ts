import { createHash } from 'node:crypto'
import { nativeToScVal } from '@stellar/stellar-sdk'
import type { Statement } from './generated/energy/index.ts'

/**
 * What oracles agree on: SHA-256 of the statement's XDR (an `ScVal` map), as the energy contract computes it.
 * `countersign` asks for it; the `statement` event and `system_state` show it.
 */
export function statementHash(statement: Statement): Uint8Array {
  const { system, index, from, to, generated_wh, exported_wh, consumed_wh, readings_root, quality } = statement
  const { generated_correction_wh, exported_correction_wh } = statement
  const fields = {
    ...{ system, index, from, to, generated_wh, exported_wh, consumed_wh, readings_root, quality },
    ...{ generated_correction_wh, exported_correction_wh },
  }
  const value = nativeToScVal(fields, {
    type: {
      system: ['symbol', 'u32'],
      index: ['symbol', 'u32'],
      from: ['symbol', 'u64'],
      to: ['symbol', 'u64'],
      generated_wh: ['symbol', 'u64'],
      exported_wh: ['symbol', 'u64'],
      consumed_wh: ['symbol', 'u64'],
      readings_root: ['symbol', 'bytes'],
      quality: ['symbol', 'u32'],
      generated_correction_wh: ['symbol', 'i64'],
      exported_correction_wh: ['symbol', 'i64'],
    },
  })
  return createHash('sha256').update(value.toXdr()).digest()
}
