import { type Asset, parseAsset } from './assets.ts'
import type { Chain } from './chain.ts'
import { requestTimeout } from './config.ts'
import { HorizonUnavailableError } from './paths.ts'

interface HorizonBalance {
  readonly asset_type: string
  readonly asset_code?: string
  readonly asset_issuer?: string
  readonly balance: string
}

/**
 * The assets of which an account holds something, lumens last: they also pay its reserves. Only Horizon lists an account's lines; without one
 * the answer is empty, and whoever asks must know what to look for.
 *
 * @throws {HorizonUnavailableError} when Horizon gives no answer that can be read.
 */
export async function heldAssets(chain: Chain, address: string): Promise<readonly Asset[]> {
  const { horizonUrl } = chain.config
  if (horizonUrl === undefined) return []
  let balances: readonly HorizonBalance[]
  try {
    const response = await fetch(`${horizonUrl.replace(/\/$/, '')}/accounts/${address}`, {
      signal: AbortSignal.timeout(requestTimeout(chain.config)),
    })
    if (response.status === 404) return []
    if (!response.ok) throw new HorizonUnavailableError(`HTTP ${response.status}`)
    balances = ((await response.json()) as { balances?: readonly HorizonBalance[] }).balances ?? []
  } catch (error) {
    if (error instanceof HorizonUnavailableError) throw error
    throw new HorizonUnavailableError(error instanceof Error ? error.message : String(error), { cause: error })
  }
  const held = balances.flatMap((line): Asset[] => {
    if (line.asset_type === 'native' || /^0(\.0*)?$/.test(line.balance)) return []
    const asset = parseAsset(`${line.asset_code}:${line.asset_issuer}`)
    return asset.ok ? [asset.value] : []
  })
  return [...held, 'native']
}
