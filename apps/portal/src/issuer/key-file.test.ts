import { expect, test } from 'vitest'
import { createKeptKey, openKeptKey } from '../chain/new-account.ts'
import { keyFile, readKeyFile } from './key-file.ts'

test('the file of an issuing key brings the same key back, and no other file brings one', () => {
  const key = createKeptKey()
  const secret = readKeyFile(keyFile(key, { draft: { id: 7, name: 'Library' }, network: 'local' }))
  expect(openKeptKey(secret ?? '')?.address).toBe(key.address)
  expect(
    ['', '{}', 'null', '{"kind":"other","secret":"S"}', '{"kind":"heliobond-issuing-key"}'].map(readKeyFile),
  ).toEqual([null, null, null, null, null])
  expect(openKeptKey('SNOKEY')).toBeNull()
})
