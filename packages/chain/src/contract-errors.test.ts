import { manifest } from '@heliobond/contracts'
import { expect, test } from 'vitest'
import { contractErrorWords } from './contract-errors.ts'
import { type ContractClients, specOf } from './our-contracts.ts'

test('says what an error number means, whose it is, and leaves out the heading of its group', () => {
  expect(contractErrorWords(4040)).toEqual({
    contract: 'offering',
    name: 'NotAllowed',
    words: 'The investor is not on the allow-list.',
  })
  expect(contractErrorWords(1000)).toMatchObject({ contract: 'registry', words: 'No system has that id.' })
  expect(contractErrorWords(13)).toMatchObject({ contract: 'asset', name: 'TrustlineMissing' })
  expect(contractErrorWords(999_999)).toBeUndefined()
})

test('knows every error of every contract, and none twice', () => {
  const numbers = (Object.keys(manifest.contracts) as (keyof ContractClients)[]).flatMap((contract) =>
    specOf(contract)
      .errorCases()
      .map(({ value }) => ({ contract, value })),
  )
  expect(new Set(numbers.map(({ value }) => value)).size).toBe(numbers.length)
  for (const { contract, value } of numbers) {
    expect(contractErrorWords(value)).toMatchObject({ contract, words: expect.stringMatching(/^[A-Z0-9][^\n]*\.$/) })
  }
})
