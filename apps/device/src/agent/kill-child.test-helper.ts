/** A device in a process of its own, to be killed: the real store, key, sampler and forwarder, as fast as they go. */
import { setTimeout as sleep } from 'node:timers/promises'
import { jumpBoundWh, ok } from '@heliobond/domain'
import { pino } from 'pino'
import { parseConfig } from '../config/config.ts'
import { startMqttForwarder } from '../forward/mqtt-forwarder.ts'
import { openDialect } from '../forward/open-dialect.ts'
import { wattHours } from '../source/meter-source.ts'
import { openIdentity } from './identity.ts'
import { createSampler } from './sampler.ts'

const [text = '', folder = ''] = process.argv.slice(2)
const config = parseConfig(text, folder)
const { key, store } = openIdentity(config)
// A meter that counts on while the device is dead: its register is a function of time.
const source = {
  read: async () => ok({ counters: { all: wattHours('generated', BigInt(Date.now() - 1_760_000_000_000) / 100n) } }),
  close: async () => undefined,
}
const clock = () => ({ wallSeconds: Date.now() / 1_000, monotonicMs: performance.now(), synchronized: undefined })
const sampler = createSampler({ config, source, key, store, clock })
if (!config.mqtt) throw new Error(`no broker, bound ${jumpBoundWh(1, 1n)}`)
const mqtt = startMqttForwarder({
  ...{ config: config.mqtt, system: config.system, meter: config.meter, store },
  dialect: await openDialect(config, config.mqtt, store, () => ({})),
  log: pino({ level: 'silent' }),
  window: { patienceMs: 500, longestMs: 1_000 },
  longestPauseMs: 200,
})
process.on('message', () => {
  // Asked to come to an end: no more readings, but everything delivered.
  void (async () => {
    stopped = true
    while (store.counts().pending > 0) await sleep(10)
    process.send?.({ seq: `${store.last()?.seq}`, generatedWh: `${store.last()?.generatedWh}`, counts: store.counts() })
    await mqtt.close()
    process.exit(0)
  })()
})
let stopped = false
process.send?.('running')
while (!stopped) {
  const sampled = await sampler.take()
  if (sampled.ok) mqtt.wake()
  await sleep(1)
}
