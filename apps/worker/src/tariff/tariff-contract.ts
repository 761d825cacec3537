/** The tariff contract as a feeder sees it. */
import { componentsTotal, type TariffChange, type TariffComponents } from '@heliobond/domain'
import type { ContractsPort } from '../contracts-port.ts'
import type { TariffView, WaitingPrice } from './decide.ts'

/** A tariff of a contract, by its symbol. */
export interface TariffName {
  readonly tariff: string
  readonly symbol: string
}

/** SEP-40's asset: every utility's tariff has a symbol. */
export const assetOf = (symbol: string) => ({ tag: 'Other', values: [symbol] as const })

/** The contract keeps so many changes of a tariff. */
const MOST_CHANGES = 120

interface ContractWaiting {
  readonly feeder: string
  readonly price: bigint
  readonly effective_at: bigint
  readonly components: readonly TariffComponents[]
}

export async function tariffView(contracts: ContractsPort, { tariff, symbol }: TariffName): Promise<TariffView> {
  const read = <T>(method: string, args: Record<string, unknown> = {}) =>
    contracts.read<T>('tariff', tariff, method, args)
  const asset = assetOf(symbol)
  const last = await read<{ price: bigint; timestamp: bigint } | null>('lastprice', { asset })
  const changes = last ? [{ effectiveAt: last.timestamp, priceStroops: last.price }] : []
  for (let after = last?.timestamp ?? 0n; changes.length < MOST_CHANGES; ) {
    const effectiveAt = await read<bigint | null>('next_change', { asset, after })
    if (effectiveAt === null) break
    const at = await read<{ price: bigint } | null>('price_at', { asset, timestamp: effectiveAt })
    if (!at) break
    changes.push({ effectiveAt, priceStroops: at.price })
    after = effectiveAt
  }
  const waiting = await read<ContractWaiting | null>('waiting', { asset })
  return {
    changes,
    waiting: waiting ? waitingPrice(waiting) : null,
    feeders: await read('feeders'),
    maxAgeSeconds: BigInt(await read<number>('resolution')),
  }
}

const waitingPrice = ({ feeder, price, effective_at, components }: ContractWaiting): WaitingPrice => ({
  ...{ feeder, priceStroops: price, effectiveAt: effective_at, components: components[0] ?? null },
})

/** The call by which a feeder says a price. */
export function sayPrice(feeder: string, { symbol, effectiveAt, priceStroops, components }: TariffChange) {
  const args = { feeder, asset: assetOf(symbol), effective_at: effectiveAt }
  return components === null
    ? { method: 'set_price', args: { ...args, price: priceStroops } }
    : { method: 'set_components', args: { ...args, components } }
}

/** A change as JSON: amounts as decimal strings. */
export interface ChangeJson {
  readonly symbol: string
  readonly effectiveAt: string
  readonly priceStroops: string
  readonly components: { readonly base: string; readonly fuel: string; readonly purchase: string } | null
}

export const changeToJson = ({ symbol, effectiveAt, priceStroops, components }: TariffChange): ChangeJson => ({
  ...{ symbol, effectiveAt: String(effectiveAt), priceStroops: String(priceStroops) },
  components: components && {
    ...{ base: String(components.base), fuel: String(components.fuel), purchase: String(components.purchase) },
  },
})

export function changeFromJson({ symbol, effectiveAt, priceStroops, components }: ChangeJson): TariffChange {
  const parts = components && {
    ...{ base: BigInt(components.base), fuel: BigInt(components.fuel), purchase: BigInt(components.purchase) },
  }
  return {
    ...{ symbol, effectiveAt: BigInt(effectiveAt), components: parts },
    priceStroops: parts ? componentsTotal(parts) : BigInt(priceStroops),
  }
}
