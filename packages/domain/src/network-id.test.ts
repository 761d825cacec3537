import { expect, test } from 'vitest'
import { toHex } from './bytes.ts'
import { networkId } from './network-id.ts'

test.each([
  [
    'Public Global Stellar Network ; September 2015',
    '7ac33997544e3175d266bd022439b22cdb16508c01163f26e5cb2a3e1045a979',
  ],
  ['Test SDF Network ; September 2015', 'cee0302d59844d32bdca915c8203dd44b33fbb7edc19051ea37abedf28ecd472'],
])('%s has the id that the network signs with', (passphrase, id) => {
  expect(toHex(networkId(passphrase))).toBe(id)
})
