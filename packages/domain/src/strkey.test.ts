import { expect, test } from 'vitest'
import { toHex } from './bytes.ts'
import { contractIdFromStrkey, scAddressFromStrkey } from './strkey.ts'

// The examples of SEP-23.
const ACCOUNT = 'GA7QYNF7SOWQ3GLR2BGMZEHXAVIRZA4KVWLTJJFC7MGXUA74P7UJVSGZ'
const CONTRACT = 'CA3D5KRYM6CB7OWQ6TWYRR3Z4T7GNZLKERYNZGGA5SOAOPIFY6YQGAXE'
const KEY = '3f0c34bf93ad0d9971d04ccc90f705511c838aad9734a4a2fb0d7a03fc7fe89a'
const ID = '363eaa3867841fbad0f4ed88c779e4fe66e56a2470dc98c0ec9c073d05c7b103'

const hex = (address: string) => {
  const read = scAddressFromStrkey(address)
  return read.ok ? toHex(read.value) : read.error.code
}

test('addresses of accounts and contracts are read as ScAddress', () => {
  expect(hex(ACCOUNT)).toBe(`0000000000000000${KEY}`)
  expect(hex(CONTRACT)).toBe(`00000001${ID}`)
  const id = contractIdFromStrkey(CONTRACT)
  expect(id.ok && toHex(id.value)).toBe(ID)
  expect(contractIdFromStrkey(ACCOUNT)).toMatchObject({ ok: false })
})

test.each([
  ['a wrong checksum', ACCOUNT.replace(/Z$/, 'Y')],
  ['a mistyped character', ACCOUNT.replace('7QY', '7QZ')],
  ['lower case', ACCOUNT.toLowerCase()],
  ['a missing character', ACCOUNT.slice(0, -1)],
  ['a muxed account', 'MA7QYNF7SOWQ3GLR2BGMZEHXAVIRZA4KVWLTJJFC7MGXUA74P7UJUAAAAAAAAAAAACJUQ'],
  ['a secret seed', 'SBU2RRGLXH3E5CQHTD3ODLDF2BWDCYUSSBLLZ5GNW7JXHDIYKXZWHOKR'],
])('%s is refused', (_, address) => {
  expect(hex(address)).toBe('MALFORMED_ADDRESS')
})
