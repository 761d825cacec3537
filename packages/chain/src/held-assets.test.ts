import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Localnet, startLocalnet } from '../../localnet/src/index.ts'
import { createAccount } from './account-operations.ts'
import { changeTrust, payment } from './asset-operations.ts'
import { assetOf } from './assets.ts'
import { createChain } from './chain.ts'
import { heldAssets } from './held-assets.ts'
import { createKey, rootSigner } from './keys.ts'
import { submitNow } from './submit-now.ts'

let network: Localnet
beforeAll(async () => {
  network = await startLocalnet()
})
afterAll(() => network.close())

test('names what an account holds, leaves empty lines out, and puts lumens last', async () => {
  const config = { network: 'local', rpcUrl: network.rpcUrl, passphrase: network.passphrase } as const
  const chain = createChain({ ...config, horizonUrl: network.horizonUrl })
  const root = rootSigner(network.passphrase)
  const issuer = createKey()
  const holder = createKey()
  const euro = assetOf('EURC', issuer.address)
  const empty = assetOf('EMPTY', issuer.address)
  const sent = await submitNow(chain, {
    source: root,
    signers: [issuer.signer, holder.signer],
    operations: [
      createAccount({ destination: issuer.address, startingStroops: 100_0000000n }),
      createAccount({ destination: holder.address, startingStroops: 100_0000000n }),
      changeTrust({ source: holder.address, asset: euro }),
      changeTrust({ source: holder.address, asset: empty }),
      payment({ source: issuer.address, destination: holder.address, asset: euro, amountStroops: 5n }),
    ],
  })
  expect(sent.kind).toBe('success')
  expect(await heldAssets(chain, holder.address)).toEqual([euro, 'native'])
  expect(await heldAssets(chain, createKey().address)).toEqual([])
  expect(await heldAssets(createChain(config), holder.address)).toEqual([])
})
