/** The agent in a process of its own, on the clock of a rehearsal: to be killed. */
import { pino } from 'pino'
import { parseConfig } from '../config/config.ts'
import { startAgent } from './agent.ts'
import { rehearsalClock } from './week-clock.test-helper.ts'

const [text = '', folder = '', clockFile = '', speed = ''] = process.argv.slice(2)
await startAgent(parseConfig(text, folder), pino({ level: 'silent' }), {
  ...{ clock: rehearsalClock(clockFile), speed: Number(speed) },
  window: { patienceMs: 700, longestMs: 2_000 },
})
process.send?.('running')
