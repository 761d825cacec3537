import { StrKey } from '@stellar/stellar-sdk/base'
import { expect, test } from 'vitest'
import { compareAssets, NATIVE } from './keys.ts'
import { poolIdBetween } from './pools.ts'

const account = (half: string): string => StrKey.encodeEd25519PublicKey(Buffer.from(half.repeat(2), 'hex'))
const FIRST = account('0123456789abcdef0123456789abcdef')
const SECOND = account('abcdef0123456789abcdef0123456789')

// The ids on which stellar-core tests its own: src/transactions/test/LiquidityPoolTradeTests.cpp, "liquidity pool id".
test.each([
  [NATIVE, `AbC:${FIRST}`, 'c17f36fbd210e43dca1cda8edc5b6c0f825fcb72b39f0392fd6309844d77ff7d'],
  [NATIVE, `AbCd:${FIRST}`, '80e0c5dc79ed76bb7e63681f6456136762f0d01ede94bb379dbc793e66db35e6'],
  [NATIVE, `AbCdEfGhIjK:${FIRST}`, 'd2306c6e8532f99418e9d38520865e1c1059cddb6793da3cc634224f2ffb5bd4'],
  [NATIVE, `AbCdEfGhIjKl:${FIRST}`, '807e9e66653b5fda4dd4e672ff64a929fc5fdafe152eeadc07bb460c4849d711'],
  [`AbC:${FIRST}`, `aBc:${FIRST}`, '0239013ab016985fc3ab077d165a9b21b822efa013fdd422381659e76aec505b'],
  [`AbCd:${FIRST}`, `aBcD:${FIRST}`, 'c89646bb6db726bfae784ab66041abbf54747cf4b6b16dff2a5c05830ad9c16b'],
  [`AbCdEfGhIjKl:${FIRST}`, `aBcDeFgHiJk:${FIRST}`, '09672910d891e658219d2f33a8885a542b2a5a09e9f486461201bd278a3e92a4'],
  [`aBc:${FIRST}`, `aBc:${SECOND}`, '5d7188454299529856586e81ea385d2c131c6afdd9d58c82e9aa558c16522fea'],
  [
    `aBcDeFgHiJkL:${FIRST}`,
    `aBcDeFgHiJkL:${SECOND}`,
    '93fa82ecaabe987461d1e3c8e0fd6510558b86ac82a41f7c70b112281be90c71',
  ],
  [`aBcD:${FIRST}`, `aBcDeFgHiJk:${SECOND}`, '1ee5aa0f0e6b8123c2da6592389481f64d816bfe3c3c06be282b0cdb0971f840'],
  [`aBcD:${SECOND}`, `aBcDeFgHiJkL:${FIRST}`, 'c1c7a4b9db6e3754cae3017f72b6b7c93198f593182c541bcab3795c6413a677'],
])('the pool of %s and %s', (a, b, id) => {
  expect(compareAssets(a, b)).toBeLessThan(0)
  expect([poolIdBetween(a, b), poolIdBetween(b, a)]).toEqual([id, id])
})
