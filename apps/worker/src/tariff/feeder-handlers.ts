import { alarm } from '../alarm.ts'
import type { Queryable } from '../context.ts'
import type { Handler } from '../submit/handler.ts'
import type { OutboxRow } from '../submit/outbox.ts'
import { assetOf, type ChangeJson, changeFromJson, sayPrice, type TariffName } from './tariff-contract.ts'

/** Each feeder's actions are of a kind of their own, so that the process that holds its key carries them out. */
export const setKind = (key: string): string => `tariff.set:${key}`
export const reaffirmKind = (key: string): string => `tariff.reaffirm:${key}`

/** What its alarms are about: each feeder has its own, since one may wait where the other disagrees. */
export const subjectOf = (key: string, { tariff, symbol }: TariffName): string => `tariff:${tariff}:${symbol}:${key}`

/** What an entry of the outbox is about. */
export interface FeederPayload extends TariffName {
  readonly [name: string]: unknown
  /** The price to say; only with `tariff.set`. */
  readonly change?: ChangeJson
  /** The operator's recorded act that asked for it. */
  readonly decision?: string
}

const payloadOf = ({ payload }: OutboxRow) => payload as unknown as FeederPayload

/** What the process of one feeder's key does. */
export function feederHandlers(key: string): readonly Handler[] {
  const setPrice: Handler = {
    kind: setKind(key),
    async build({ keys, contracts }, row) {
      const { tariff, change } = payloadOf(row)
      if (!change) throw new Error(`outbox entry ${row.id} names no price`)
      const feeder = (await keys.signer(key)).address
      const { method, args } = sayPrice(feeder, changeFromJson(change))
      const would = await contracts.wouldPass('tariff', tariff, method, args)
      if (!would.ok)
        return { code: would.refusal, detail: 'the tariff contract refuses it', retry: would.refusal === 'Paused' }
      return { signers: [key], operations: [contracts.call('tariff', tariff, method, args, feeder)] }
    },
    async booked({ log }, client, row, { hash, closedAt }) {
      const { tariff, symbol, change, decision } = payloadOf(row)
      await applied(client, decision, closedAt, { hash })
      log.info({ tariff, symbol, change, feeder: key, hash }, 'tariff said')
    },
    async abandoned(context, client, row, code) {
      const { tariff, symbol, change, decision } = payloadOf(row)
      const at = await context.chain.now()
      await applied(client, decision, at, { refused: code })
      await alarm(context, {
        ...{ kind: 'tariff.refused', subject: subjectOf(key, { tariff, symbol }), severity: 'warning', at },
        message: `The tariff contract did not take a price (${code}): bills go on at the price that it has.`,
        detail: { ...change, code, feeder: key, lastError: row.lastError },
      })
    },
  }
  /** Says that the price still holds. */
  const reaffirm: Handler = {
    kind: reaffirmKind(key),
    async build({ keys, contracts }, row) {
      const { tariff, symbol } = payloadOf(row)
      const feeder = (await keys.signer(key)).address
      const args = { feeder, asset: assetOf(symbol) }
      return { signers: [key], operations: [contracts.call('tariff', tariff, 'reaffirm', args, feeder)] }
    },
    async booked() {},
  }
  return [setPrice, reaffirm]
}

async function applied(
  client: Queryable,
  decision: string | undefined,
  at: bigint,
  result: Readonly<Record<string, string>>,
): Promise<void> {
  if (decision === undefined) return
  await client.query('UPDATE operator_decision SET applied_at = $2, result = $3 WHERE id = $1', [
    decision,
    at,
    JSON.stringify(result),
  ])
}
