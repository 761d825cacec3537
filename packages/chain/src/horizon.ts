import { parseStroops } from '@heliobond/domain'
import { type Asset, assetParts, parseAsset } from './assets.ts'
import type { Chain } from './chain.ts'
import { requestTimeout } from './config.ts'

/** Horizon gave no answer that can be read. */
export class HorizonUnavailableError extends Error {
  readonly code = 'HORIZON_UNAVAILABLE'
  constructor(reason: string, options?: ErrorOptions) {
    super(`Horizon: ${reason}`, options)
    this.name = 'HorizonUnavailableError'
  }
}

/** An asset as Horizon's answers spell it. */
export interface HorizonAsset {
  readonly asset_type: string
  readonly asset_code?: string
  readonly asset_issuer?: string
}

/**
 * Asks Horizon for a path of its own.
 *
 * @returns undefined where the network has no Horizon, or Horizon knows of nothing there (404).
 * @throws {HorizonUnavailableError} when it gives no answer that can be read.
 */
export async function askHorizon<T>(
  chain: Chain,
  path: string,
  query: Readonly<Record<string, string>> = {},
): Promise<T | undefined> {
  const { horizonUrl } = chain.config
  if (horizonUrl === undefined) return undefined
  const url = new URL(`${horizonUrl.replace(/\/$/, '')}${path}`)
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(requestTimeout(chain.config)) })
    if (response.status === 404) return undefined
    if (!response.ok) throw new HorizonUnavailableError(`HTTP ${response.status}`)
    return (await response.json()) as T
  } catch (error) {
    if (error instanceof HorizonUnavailableError) throw error
    throw new HorizonUnavailableError(error instanceof Error ? error.message : String(error), { cause: error })
  }
}

/** The query by which Horizon is told an asset: `selling_asset_type=...` and so on. */
export function horizonQuery(prefix: string, asset: Asset): Record<string, string> {
  const parts = assetParts(asset)
  if (!parts) return { [`${prefix}_asset_type`]: 'native' }
  return {
    [`${prefix}_asset_type`]: parts.code.length <= 4 ? 'credit_alphanum4' : 'credit_alphanum12',
    [`${prefix}_asset_code`]: parts.code,
    [`${prefix}_asset_issuer`]: parts.issuer,
  }
}

/** The asset of an answer. @throws {HorizonUnavailableError} if it is none. */
export function assetOfHorizon(asset: HorizonAsset): Asset {
  if (asset.asset_type === 'native') return 'native'
  const parsed = parseAsset(`${asset.asset_code}:${asset.asset_issuer}`)
  if (!parsed.ok) throw new HorizonUnavailableError(`not an asset: ${parsed.error.text}`)
  return parsed.value
}

/** The amount of an answer in stroops. @throws {HorizonUnavailableError} if it is none. */
export function stroopsOfHorizon(text: string): bigint {
  const amount = parseStroops(text)
  if (!amount.ok) throw new HorizonUnavailableError(`not an amount: ${text}`)
  return amount.value
}
