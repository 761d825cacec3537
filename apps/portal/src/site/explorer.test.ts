import { expect, test } from 'vitest'
import { explorerUrl } from './explorer.ts'

test('the public networks have pages elsewhere', () => {
  expect(explorerUrl('mainnet', 'tx', 'ab12')).toBe('https://stellar.expert/explorer/public/tx/ab12')
  expect(explorerUrl('testnet', 'asset', 'USDC:GABC')).toBe('https://stellar.expert/explorer/testnet/asset/USDC-GABC')
})

test('a network of one machine has none', () => {
  expect(explorerUrl('local', 'account', 'GABC')).toBeNull()
  expect(explorerUrl('custom', 'account', 'GABC')).toBeNull()
  expect(explorerUrl(null, 'account', 'GABC')).toBeNull()
})
