import { describe, expect, test } from 'vitest'
import { classifyCode, failedOperations, failureOf } from './errors.ts'

describe('failures', () => {
  test('of an operation are told by the operation', () => {
    const codes = { transaction: 'tx_failed', operations: ['op_success', 'op_underfunded', 'op_no_trust'] }
    expect(failureOf(codes)).toEqual({ class: 'terminal', code: 'op_underfunded', operationIndex: 1 })
    expect(failedOperations(codes).map(({ operationIndex }) => operationIndex)).toEqual([1, 2])
  })

  test('of the transaction are told by the transaction', () => {
    expect(failureOf({ transaction: 'tx_bad_seq', operations: [] })).toEqual({ class: 'retryable', code: 'tx_bad_seq' })
  })

  test.each([
    ['tx_insufficient_fee', 'retryable'],
    ['tx_too_late', 'retryable'],
    ['op_too_few_offers', 'retryable'],
    ['entry_archived', 'needs-restore'],
    ['tx_frozen_key_accessed', 'frozen'],
    ['tx_bad_auth', 'terminal'],
    ['function_trapped', 'terminal'],
    ['op_line_full', 'terminal'],
    ['a_code_of_tomorrow', 'terminal'],
  ] as const)('%s is %s', (code, expected) => {
    expect(classifyCode(code)).toBe(expected)
  })
})
