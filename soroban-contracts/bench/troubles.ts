import { payment } from '@heliobond/chain'
import { type Bond, coupon, sell } from './bond.ts'
import { openPlant } from './plant.ts'
import { DAY, other, PRICE_STROOPS_PER_KWH, type Town, UNIT } from './town.ts'

const HOLDERS = 12

/** What only goes wrong: a minimum missed, works given up, a party and a bond in default, prices told too late. */
export async function troubles(town: Town): Promise<void> {
  const { stage } = town
  const missed = await sell(town, { tag: 'missed', holders: HOLDERS, periods: 1, isMissed: true })
  const [first = ''] = missed.holders
  await missed.call({ who: 'payer', method: 'refund', args: { investor: stage.address(first) } })

  const givenUp = await sell(town, { tag: 'given-up', holders: HOLDERS, periods: 1 })
  stage.warp(stage.now() + 425n * DAY)
  await givenUp.call({ who: 'payer', method: 'unwind' })
  stage.warp(stage.now() + 366n * DAY)
  await givenUp.call({ who: 'payer', method: 'sweep_unclaimed' })

  const late = await sell(town, { tag: 'late-payer', holders: HOLDERS, periods: 4 })
  await late.call({ who: 'works', method: 'go_live' }, 'crowd')
  await latePayer(town, late)
}

async function latePayer(town: Town, bond: Bond): Promise<void> {
  const { stage, usd, tariff, energy } = town
  const plant = await openPlant(town, bond.system, 'Server')
  const price = (method: string, args: Record<string, unknown>) =>
    stage.call({
      who: 'feeder.a',
      contract: 'tariff',
      id: tariff,
      method,
      args: { feeder: stage.address('feeder.a'), asset: other('RETAIL'), ...args },
    })
  stage.warp(stage.now() + DAY)
  // Nobody has told the price for longer than the tariff's maximum age.
  await plant.bill(10n * UNIT, 'crowd')
  await price('set_price', { price: (PRICE_STROOPS_PER_KWH * 11n) / 10n, effective_at: stage.now() - DAY })
  const system = { system: bond.system, party: 0 }
  await stage.call({ who: 'payer', contract: 'energy', id: energy, method: 'true_up', args: system })

  await coupon(town, bond, { number: 1, tag: 'late-payer' })
  stage.warp(bond.start(2) + 100n * DAY)
  await bond.call({ who: 'payer', method: 'declare_default' })
  stage.warp(stage.now() + 60n * DAY)
  await bond.call({ who: 'payer', method: 'step_in', args: { party: 0 } })
  const collection = stage.address('collection.late-payer.0')
  await stage.classic('payer', [payment({ destination: collection, asset: usd, amountStroops: 50n * UNIT })])
  await bond.call({ who: 'payer', method: 'collect', args: { party: 0 } }, 'crowd')
  await bond.call({ who: 'payer', method: 'step_back', args: { party: 0 } })
}
