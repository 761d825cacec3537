import { createHash } from 'node:crypto'
import { xdr } from '@stellar/stellar-sdk/base'
import { type AssetName, assetWire, compareAssets } from './keys.ts'

/** The only fee that pools have: 0.3 % of what is given, in hundredths of a percent. */
export const POOL_FEE_BPS = 30

/** The id of the pool of two assets, 32 bytes in hex: the hash of what it is of. @param assetA the lesser of the two */
export function poolIdFrom(assetA: AssetName, assetB: AssetName): string {
  const parameters = xdr.LiquidityPoolParameters.schema.encode({
    type: 0,
    constantProduct: { assetA: assetWire(assetA), assetB: assetWire(assetB), fee: POOL_FEE_BPS },
  })
  return createHash('sha256').update(parameters).digest('hex')
}

const ids = new Map<string, string>()

/** The id of the pool of two assets, in whatever order. Remembered: every hop of a path asks for it. */
export function poolIdBetween(x: AssetName, y: AssetName): string {
  const pair = `${x}|${y}`
  let id = ids.get(pair)
  if (id === undefined) {
    id = compareAssets(x, y) < 0 ? poolIdFrom(x, y) : poolIdFrom(y, x)
    ids.set(pair, id)
  }
  return id
}
