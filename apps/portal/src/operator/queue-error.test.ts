import { describe, expect, test } from 'vitest'
import en from '../../messages/en/index.ts'
import es from '../../messages/es/index.ts'
import { queueErrorWords } from './queue-error.ts'

const said = (lastError: string | null, contractError: Parameters<typeof queueErrorWords>[0]['contractError'] = null) =>
  [
    queueErrorWords({ lastError, contractError }, en.queueError, 'en'),
    queueErrorWords({ lastError, contractError }, es.queueError, 'es'),
  ] as const

describe('why a transaction was not taken', () => {
  test('is said by its code, whatever else the worker wrote after it', () => {
    expect(said('WALLET_LOW: bill 12 from GABC')).toEqual([en.queueError.WALLET_LOW, es.queueError.WALLET_LOW])
    expect(said('op_no_trust: op_no_trust')).toEqual([en.queueError.op_no_trust, es.queueError.op_no_trust])
  })

  test('is said in the words of the contract that refused it', () => {
    const refused = { number: 5023, contract: 'tender', name: 'TenderRunning', words: 'Another tender runs.' }
    expect(said('CONTRACT_ERROR: #5023', refused)[0]).toBe('Another tender runs.')
    expect(said('CONTRACT_ERROR: #5023', refused)[1]).toContain('licitación')
  })

  test('is laid to the network where it gave a code that has no words of its own', () => {
    expect(said('tx_malformed: tx_malformed')).toEqual([en.queueError.network, es.queueError.network])
    expect(said('SOMETHING_NEW: at all')).toEqual([en.queueError.other, es.queueError.other])
  })

  test('is nothing where nothing went wrong', () => {
    expect(said(null)).toEqual([null, null])
  })
})
