import { err, ok, type Result } from '@heliobond/domain'
import type { SourceConfig } from '../../config/source-config.ts'
import type { Counter, MeterSource, Quantity, Sample, SourceRefusal } from '../meter-source.ts'
import { type ModbusAddress, type ModbusLink, openModbus } from '../modbus/modbus-link.ts'
import { discover, type FoundModel } from './discover.ts'
import { decodeInverter, decodeMeter, INVERTER_MODELS, INVERTER_WORDS, METER_MODELS, METER_WORDS } from './models.ts'
import type { Words } from './points.ts'

type SunSpecConfig = Extract<SourceConfig, { kind: 'sunspec' }>

/** One device and the one model of it that we read. */
interface Instrument {
  readonly link: ModbusLink
  readonly wanted: ReadonlySet<number>
  readonly words: number
  found: FoundModel | undefined
}

/** Inverters and a meter that speak SunSpec over Modbus TCP. */
export function sunSpecSource(config: SunSpecConfig): MeterSource {
  const open = (address: ModbusAddress, wanted: ReadonlySet<number>, words: number): Instrument => ({
    ...{ link: openModbus(address, config.timeoutMs), wanted, words, found: undefined },
  })
  const inverters = config.inverters.map((device) => open(device, INVERTER_MODELS, INVERTER_WORDS))
  const meter = config.meter && open(config.meter, METER_MODELS, METER_WORDS)
  const swapped = config.meter?.swapped === true

  return {
    async read() {
      const counters: Record<string, Counter & { quantity: Quantity }> = {}
      const powers: (number | undefined)[] = []
      for (const [index, inverter] of inverters.entries()) {
        const words = await look(inverter)
        const decoded = words.ok ? decodeInverter(words.value) : words
        if (!decoded.ok) return decoded
        counters[`inverter ${index}`] = { ...decoded.value.generated, quantity: 'generated' }
        powers.push(decoded.value.powerW)
      }
      if (meter) {
        const words = await look(meter)
        const decoded = words.ok ? decodeMeter(words.value) : words
        if (!decoded.ok) return decoded
        counters['meter export'] = { ...decoded.value.exported, quantity: swapped ? 'imported' : 'exported' }
        counters['meter import'] = { ...decoded.value.imported, quantity: swapped ? 'exported' : 'imported' }
        if (inverters.length === 0) powers.push(decoded.value.powerW)
      }
      return ok(sampleOf(counters, powers))
    },
    async close() {
      for (const { link } of [...inverters, ...(meter ? [meter] : [])]) link.close()
    },
  }
}

function sampleOf(counters: Sample['counters'], powers: readonly (number | undefined)[]): Sample {
  const known = powers.filter((power) => power !== undefined)
  return known.length === 0 ? { counters } : { counters, powerW: known.reduce((sum, power) => sum + power, 0) }
}

/** Reads the model's words. Its place is found once, and looked for again when something else stands there: firmware is replaced. */
async function look(instrument: Instrument): Promise<Result<Words, SourceRefusal>> {
  const known = instrument.found
  if (known) {
    const read = await readModel(instrument, known)
    if (read.ok || read.error.code === 'SOURCE_UNREACHABLE') return read
    instrument.found = undefined
  }
  const found = await findModel(instrument)
  if (!found.ok) return found
  instrument.found = found.value
  return readModel(instrument, found.value)
}

async function findModel({ link, wanted }: Instrument): Promise<Result<FoundModel, SourceRefusal>> {
  const device = await discover(link)
  if (!device.ok) return device
  const { name, models } = device.value
  const found = models.find(({ id }) => wanted.has(id))
  if (found) return ok(found)
  const ids = models.map(({ id }) => id).join(', ')
  return err({ code: 'SOURCE_UNSUITABLE', detail: `${name} has the models ${ids}, none of ${[...wanted].join(', ')}` })
}

async function readModel(
  { link, words }: Instrument,
  { id, address, length }: FoundModel,
): Promise<Result<Words, SourceRefusal>> {
  const read = await link.readHolding(address, Math.min(words, length + 2))
  if (!read.ok || (read.value[0] === id && read.value[1] === length)) return read
  return err({ code: 'SOURCE_UNSUITABLE', detail: `model ${id} is not at ${address} any more` })
}
