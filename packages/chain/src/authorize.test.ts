import { authorizeEntry, Keypair, nativeToScVal } from '@stellar/stellar-sdk/base'
import * as xdr from '@stellar/stellar-sdk/xdr'
import { describe, expect, test } from 'vitest'
import { scAddress } from './address.ts'
import { authorizerOf, signAuthEntry } from './authorize.ts'
import { createKey } from './keys.ts'

const key = createKey()
const passphrase = 'Standalone Network ; February 2017'
const contract = 'CAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAD2KM'

const credentials = new xdr.SorobanAddressCredentials({
  address: scAddress(key.address),
  nonce: 4_711n,
  signatureExpirationLedger: 0,
  signature: xdr.ScVal.scvVoid(),
})
const rootInvocation = new xdr.SorobanAuthorizedInvocation({
  function: xdr.SorobanAuthorizedFunction.sorobanAuthorizedFunctionTypeContractFn(
    new xdr.InvokeContractArgs({
      contractAddress: scAddress(contract),
      functionName: 'pay',
      args: [nativeToScVal(5n, { type: 'i128' })],
    }),
  ),
  subInvocations: [],
})
const entryOf = (form: xdr.SorobanCredentials) =>
  new xdr.SorobanAuthorizationEntry({ credentials: form, rootInvocation })

describe('an authorization entry', () => {
  test.each([
    ['old', xdr.SorobanCredentials.sorobanCredentialsAddress(credentials)],
    ['v2', xdr.SorobanCredentials.sorobanCredentialsAddressV2(credentials)],
  ])('with %s credentials is signed as the reference implementation signs it', async (_, form) => {
    const entry = entryOf(form)
    const ours = await signAuthEntry(entry, key.signer, 900, passphrase)
    const reference = await authorizeEntry(entry, Keypair.fromSecret(key.secret), 900, passphrase)
    expect(ours.toXdr()).toEqual(reference.toXdr())
    expect(authorizerOf(entry)).toBe(key.address)
  })

  test('that the source gives by signing the transaction stays as it is', async () => {
    const entry = entryOf(xdr.SorobanCredentials.sorobanCredentialsSourceAccount())
    expect(authorizerOf(entry)).toBeUndefined()
    expect(await signAuthEntry(entry, key.signer, 900, passphrase)).toBe(entry)
  })
})
