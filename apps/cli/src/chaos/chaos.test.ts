import { expect, test } from 'vitest'
import { quiet, shortOptions } from '../demo/short-life.test-helper.ts'
import { liveThroughChaos } from './chaos.ts'

const KILLS = 25

// The promise of the whole design: take anything away, at any moment, and nothing is lost, paid twice or left to a person.
test('twenty-five killed processes, a crashed database, a killed broker, a lying network: no reading lost, no payment lost or doubled, no difference', async () => {
  const seed = Number(process.env.HELIOBOND_TEST_SEED ?? Date.now() % 1_000_000)
  const demo = await shortOptions(240, ['--principal', '20000', '--max-years', '4'])
  const report = await liveThroughChaos({ demo, kills: KILLS, seed, progress: quiet() })
  console.log(`chaos: HELIOBOND_TEST_SEED=${seed} ${JSON.stringify(report)}`)
  expect(report.faults).toEqual([])
  expect(report.differenceStroops).toBe('0')
  expect(report.counts['process killed']).toBe(KILLS)
  const undone = Object.entries(report.counts).filter(([, count]) => count === 0)
  // Where Mosquitto is not installed the broker stays: its embedded stand-in lives in this process.
  expect(undone.map(([name]) => name)).toEqual(report.broker === 'mosquitto' ? [] : ['broker killed'])
  // Who is killed again before it is up is started once for both.
  expect(report.restarts).toBeGreaterThanOrEqual((KILLS * 3) / 4)
  expect(report.readings).toBeGreaterThan(1_000)
  expect(report.coupons).toBeGreaterThan(0)
}, 600_000)
