/**
 * The feeder role: brings a utility's prices to the tariff contract, by keys of its own.
 *
 * A feeder has a key (`feeder`, `feeder.2` and so on) and, unless people enter every price, a source. It says what the source says, as soon as the source
 * announces it; beyond the contract's bound that waits until a second feeder, in a process of its own and with a source of its own, finds the same. It
 * never says what its source does not say, and never replaces what another feeder said: then people are told.
 */
import type { TariffChange } from '@heliobond/domain'
import { alarm, clear } from '../alarm.ts'
import { addTicks, IDLE, type TickResult, type WorkerContext } from '../context.ts'
import { enqueue, nextTry } from '../submit/outbox.ts'
import { createSubmitter } from '../submit/submitter.ts'
import { decideTariff, type TariffDecision, type TariffView } from './decide.ts'
import { enterPrices } from './entered.ts'
import { feederHandlers, setKind, subjectOf } from './feeder-handlers.ts'
import { reaffirmWhenDue } from './reaffirm.ts'
import { FIRST_FEEDER, isFeederKey, type TariffSource } from './source.ts'
import { changeToJson, sayPrice, type TariffName, tariffView } from './tariff-contract.ts'
import { type KnownTariff, knownTariffs } from './tariffs.ts'

/** A source is asked so often, by the network's time. */
const LOOK_SECONDS = 900n
/** A source may fail for so long before people are told. */
const SILENCE_SECONDS = 3_600n

interface Feeder {
  readonly key: string
  readonly submitter: ReturnType<typeof createSubmitter>
  /** When the source is asked next, and since when it has not answered. */
  nextLook: bigint
  silentSince: bigint | null
}

export function createFeederRole(context: WorkerContext): () => Promise<TickResult> {
  const feeders = new Map<string, Feeder>()
  return async () => {
    let result = IDLE
    for (const key of (await context.keys.names(FIRST_FEEDER)).filter(isFeederKey)) {
      const feeder = feeders.get(key) ?? {
        ...{ key, nextLook: 0n, silentSince: null },
        submitter: createSubmitter(context, feederHandlers(key)),
      }
      feeders.set(key, feeder)
      result = addTicks(result, await tickFeeder(context, feeder))
    }
    return result
  }
}

async function tickFeeder(context: WorkerContext, feeder: Feeder): Promise<TickResult> {
  const { key } = feeder
  let result = await enterPrices(context, key)
  const source = context.tariffSources?.[key]
  const now = await context.chain.now()
  if (now >= feeder.nextLook) {
    result = addTicks(result, await (source ? look(context, feeder, source, now) : followAll(context, key, [], now)))
    // While there is something to say, the next pass looks again.
    if (result.progress === 0) feeder.nextLook = now + LOOK_SECONDS
  }
  const sent = await feeder.submitter.tick()
  // What was booked may not be the last that the source announces.
  if (sent.progress > 0) feeder.nextLook = 0n
  return addTicks(result, sent)
}

async function look(context: WorkerContext, feeder: Feeder, source: TariffSource, now: bigint): Promise<TickResult> {
  const { key } = feeder
  const subject = `feeder:${key}`
  const sheet = await source.read()
  if (!sheet.ok) {
    feeder.silentSince ??= now
    const { code, detail } = sheet.error
    context.log.warn({ feeder: key, source: source.name, code, detail }, 'the source of tariffs was not read')
    if (code === 'NOT_A_TARIFF_SHEET' || now >= feeder.silentSince + SILENCE_SECONDS)
      await alarm(context, {
        ...{ kind: 'tariff.source', subject, severity: 'warning', at: now },
        message: `The source of tariffs ${source.name} cannot be read: ${detail}. Changes of price do not reach the tariff contract.`,
        detail: { feeder: key, source: source.name, code, why: detail, since: String(feeder.silentSince) },
      })
    return IDLE
  }
  feeder.silentSince = null
  await clear(context, { kind: 'tariff.source', subject, at: now })
  return followAll(context, key, sheet.value, now)
}

/** Without a source the sheet is empty: then the last price that people entered holds until they enter another. */
async function followAll(
  context: WorkerContext,
  key: string,
  sheet: readonly TariffChange[],
  now: bigint,
): Promise<TickResult> {
  let result = IDLE
  for (const tariff of await knownTariffs(context.store))
    result = addTicks(result, await follow(context, key, tariff, sheet, now))
  return result
}

/** Compares one tariff of the source with the contract's, and says what is to be said. */
async function follow(
  context: WorkerContext,
  key: string,
  tariff: KnownTariff,
  sheet: readonly TariffChange[],
  now: bigint,
): Promise<TickResult> {
  const view = await tariffView(context.contracts, tariff)
  const self = (await context.keys.signer(key)).address
  const listed = sheet.filter(({ symbol }) => symbol === tariff.symbol)
  const decision = decideTariff(listed, view, self, now)
  await tellPeople(context, key, tariff, view, decision, now)
  if (decision.act === 'set' && decision.change) return say(context, key, self, tariff, decision.change, now)
  await clear(context, { kind: 'tariff.refused', subject: subjectOf(key, tariff), at: now })
  const holds = decision.act === 'hold' && decision.differences.length === 0
  return holds || decision.act === 'unlisted' ? reaffirmWhenDue(context, key, tariff, view, now) : IDLE
}

async function say(
  context: WorkerContext,
  key: string,
  self: string,
  name: TariffName,
  change: TariffChange,
  now: bigint,
): Promise<TickResult> {
  const { store, contracts } = context
  const { tariff, symbol } = name
  const { method, args } = sayPrice(self, change)
  const would = await contracts.wouldPass<null>('tariff', tariff, method, args)
  const about = { kind: 'tariff.refused', subject: subjectOf(key, name), at: now }
  if (!would.ok) {
    await alarm(context, {
      ...about,
      severity: 'warning',
      message: `The tariff contract would not take a price (${would.refusal}): bills go on at the price that it has.`,
      detail: { ...changeToJson(change), code: would.refusal, feeder: key },
    })
    return IDLE
  }
  await clear(context, about)
  const { effectiveAt, priceStroops } = change
  const asked = await store.transaction(async (client) => {
    const next = await nextTry(client, `tariff:${tariff}:${symbol}:${effectiveAt}:${priceStroops}:${key}`, now)
    if (next === null) return null
    const payload = { tariff, symbol, change: changeToJson(change) }
    return enqueue(client, { key: next, kind: setKind(key), lane: `${key}:${tariff}`, payload, at: now })
  })
  return asked === null ? IDLE : { progress: 1, waiting: 0 }
}

/** Alarms for what a feeder may not decide, each cleared when it is so no more. */
async function tellPeople(
  context: WorkerContext,
  key: string,
  tariff: KnownTariff,
  { feeders }: TariffView,
  { act, change, waiting, differences }: TariffDecision,
  at: bigint,
): Promise<void> {
  const subject = subjectOf(key, tariff)
  const { symbol, offeringId } = tariff
  const detail = { feeder: key, symbol, waits: waiting && figures(waiting), source: change && figures(change) }
  const tell = (kind: string, is: boolean, severity: 'warning' | 'critical', message: string, more: object = {}) =>
    is
      ? alarm(context, { kind, subject, severity, message, offeringId, at, detail: { ...detail, ...more } })
      : clear(context, { kind, subject, at })
  const alone = feeders.length === 1
  const whom = alone
    ? 'The administrator has to confirm it (`confirm_price`), since there is one feeder only.'
    : 'It comes into force when a second feeder says the same.'
  await tell('tariff.waiting', act === 'wait', 'warning', `A price beyond the bound waits. ${whom}`, { alone })
  await tell(
    'tariff.disagreement',
    act === 'disagree',
    'critical',
    'Two feeders say different prices, and neither is in force: find out which source is wrong. The price before goes on meanwhile.',
  )
  await tell(
    'tariff.differs',
    differences.length > 0,
    'warning',
    'The tariff contract has a price that its source does not have. It stays, since bills name it; a price from a later moment on can be entered, and provisional bills are trued up.',
    { differences: differences.map((one) => Object.fromEntries(Object.entries(one).map(([k, v]) => [k, String(v)]))) },
  )
}

const figures = ({ effectiveAt, priceStroops }: Pick<TariffChange, 'effectiveAt' | 'priceStroops'>) => ({
  ...{ effectiveAt: String(effectiveAt), priceStroops: String(priceStroops) },
})
