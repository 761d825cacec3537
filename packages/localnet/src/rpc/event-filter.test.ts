import { nativeToScVal } from '@stellar/stellar-sdk/base'
import { expect, test } from 'vitest'
import { type FilterRequest, matches, readFilters } from './event-filter.ts'
import type { IndexedEvent } from './event-index.ts'

const CONTRACT = 'CDLZFC3SYJYDZT7K67VZ75HPJVIEUVNIXF47ZG2FB2RMQQVU2HHGCYSC'
const symbol = (text: string): string => nativeToScVal(text, { type: 'symbol' }).toXdr('base64')
const [transfer, ana, luis] = [symbol('transfer'), symbol('ana'), symbol('luis')]

const event: IndexedEvent = {
  id: '',
  place: { ledger: 5, transaction: 1, operation: 0 },
  type: 'contract',
  contractId: CONTRACT,
  topics: [transfer, ana, luis],
  value: '',
  txHash: '',
  successful: true,
}

function passes(filters: readonly FilterRequest[]): boolean {
  const read = readFilters(filters)
  if ('error' in read) throw new Error(read.error.message)
  return matches(read.value, event)
}

test.each([
  ['no filter passes everything', [], true],
  ['an empty filter passes everything', [{}], true],
  ['the type must be the same', [{ type: 'system' }], false],
  ['several types may be named at once', [{ type: 'system,contract' }], true],
  ['the contract must be one of those named', [{ contractIds: [CONTRACT] }], true],
  ['topics without an open end must all be there', [{ topics: [[transfer, '*']] }], false],
  ['one star stands for one topic', [{ topics: [[transfer, '*', luis]] }], true],
  ['two stars stand for any number more', [{ topics: [[transfer, '**']] }], true],
  ['two stars stand for none, too', [{ topics: [[transfer, ana, luis, '**']] }], true],
  ['two stars do not stand for a missing topic', [{ topics: [[transfer, ana, luis, '*', '**']] }], false],
  ['any one of several topic lists is enough', [{ topics: [[ana], [transfer, '**']] }], true],
  ['any one of several filters is enough', [{ type: 'system' }, { contractIds: [CONTRACT] }], true],
  ['all of one filter must hold', [{ type: 'system', contractIds: [CONTRACT] }], false],
])('%s', (_, filters, expected) => {
  expect(passes(filters)).toBe(expected)
})

test.each([
  ['six filters', [{}, {}, {}, {}, {}, {}], 'maximum 5 filters per request'],
  [
    'a type of its own',
    [{ type: 'diagnostic' }],
    "filter 1 invalid: filter type invalid: if set, type must be either 'system' or 'contract'",
  ],
  ['a wrong contract id', [{ contractIds: ['CABC'] }], 'filter 1 invalid: contract ID 1 invalid'],
  [
    'five segments',
    [{ topics: [['*', '*', '*', '*', '*']] }],
    'filter 1 invalid: topic 1 invalid: topic cannot have more than 4 segments',
  ],
  [
    'an open end in the middle',
    [{ topics: [['**', ana]] }],
    "filter 1 invalid: topic 1 invalid: segment 1 invalid: wildcard '**' is only allowed as the last segment",
  ],
  ['no segment', [{ topics: [[]] }], 'filter 1 invalid: topic 1 invalid: topic must have at least 1 segment'],
])("%s is refused in the network's words", (_, filters, message) => {
  expect(readFilters(filters)).toEqual({ error: { code: -32602, message } })
})
