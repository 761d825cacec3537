import { parseAsset, type Route } from '@heliobond/chain'

/** Routes as JSON, amounts as decimal strings: the form of HELIOBOND_ROUTES. */
export const routesToJson = (routes: readonly Route[]): string =>
  JSON.stringify(routes, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value))

/**
 * Reads routes: `[{"sendAsset": "EURC:G...", "destAsset": "USDC:G...", "path": [], "price": {"stroops": "95", "per": "100"}}]`.
 *
 * @throws {RangeError} with words for the operator, if the text is not that.
 */
export function routesFromJson(text: string): Route[] {
  const parsed: unknown = JSON.parse(text)
  if (!Array.isArray(parsed)) throw new RangeError('HELIOBOND_ROUTES must be a JSON array of routes')
  return parsed.map(
    (route: {
      sendAsset?: unknown
      destAsset?: unknown
      path?: unknown
      price?: { stroops?: unknown; per?: unknown }
    }) => {
      const asset = (value: unknown) => {
        const found = parseAsset(String(value))
        if (!found.ok)
          throw new RangeError(`HELIOBOND_ROUTES: "${String(value)}" is not an asset (native or CODE:ISSUER)`)
        return found.value
      }
      const amount = (value: unknown) => {
        if (typeof value !== 'string' || !/^[1-9]\d{0,18}$/.test(value))
          throw new RangeError(`HELIOBOND_ROUTES: "${String(value)}" is not a positive whole number in quotes`)
        return BigInt(value)
      }
      return {
        sendAsset: asset(route.sendAsset),
        destAsset: asset(route.destAsset),
        path: Array.isArray(route.path) ? route.path.map(asset) : [],
        price: { stroops: amount(route.price?.stroops), per: amount(route.price?.per) },
      }
    },
  )
}
