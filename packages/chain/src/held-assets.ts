import { type Asset, parseAsset } from './assets.ts'
import type { Chain } from './chain.ts'
import { askHorizon, type HorizonAsset } from './horizon.ts'

interface HorizonBalance extends HorizonAsset {
  readonly balance: string
}

/**
 * The assets of which an account holds something, lumens last: they also pay its reserves. Only Horizon lists an account's lines; without one
 * the answer is empty, and whoever asks must know what to look for.
 *
 * @throws {HorizonUnavailableError} when Horizon gives no answer that can be read.
 */
export async function heldAssets(chain: Chain, address: string): Promise<readonly Asset[]> {
  const answer = await askHorizon<{ balances?: readonly HorizonBalance[] }>(chain, `/accounts/${address}`)
  if (!answer) return []
  const held = (answer.balances ?? []).flatMap((line): Asset[] => {
    if (line.asset_type === 'native' || /^0(\.0*)?$/.test(line.balance)) return []
    const asset = parseAsset(`${line.asset_code}:${line.asset_issuer}`)
    return asset.ok ? [asset.value] : []
  })
  return [...held, 'native']
}
