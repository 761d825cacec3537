import { err, ok, type Result } from '@heliobond/domain'
import type { SourceRefusal } from '../meter-source.ts'
import type { ModbusLink } from '../modbus/modbus-link.ts'
import { BASES, commonText, END_OF_MAP, MARK } from './models.ts'

/** One model of a device's map. */
export interface FoundModel {
  readonly id: number
  /** Address of the model's ID. */
  readonly address: number
  readonly length: number
}

export interface FoundDevice {
  /** Manufacturer, model, serial number. */
  readonly name: string
  readonly models: readonly FoundModel[]
}

/** More models than any device has: a map that goes on is broken. */
const MOST_MODELS = 100
/** Words of the common model up to the serial number's end. */
const COMMON_WORDS = 66

/** Finds a device's map at one of the three places where it may be, and walks through its models. */
export async function discover(link: ModbusLink): Promise<Result<FoundDevice, SourceRefusal>> {
  let exception: SourceRefusal | undefined
  let readable = false
  for (const base of BASES) {
    const head = await link.readHolding(base, 2)
    if (!head.ok) {
      // Where there is no map there may be no registers at all.
      if (head.error.code !== 'SOURCE_EXCEPTION') return head
      exception = head.error
      continue
    }
    readable = true
    if (head.value[0] === MARK[0] && head.value[1] === MARK[1]) return walk(link, base + MARK.length)
  }
  // A device that answers nothing but exceptions is busy or broken, and may have a map all the same.
  if (exception && !readable) return err(exception)
  return err({ code: 'SOURCE_UNSUITABLE', detail: `no SunSpec map at ${BASES.join(', ')}` })
}

async function walk(link: ModbusLink, start: number): Promise<Result<FoundDevice, SourceRefusal>> {
  const models: FoundModel[] = []
  let name = ''
  for (let address = start; models.length < MOST_MODELS; ) {
    const head = await link.readHolding(address, 2)
    if (!head.ok) return head
    const [id = END_OF_MAP, length = 0] = head.value
    if (id === END_OF_MAP) return ok({ name, models })
    if (id === 1 && name === '') {
      const common = await link.readHolding(address, Math.min(length + 2, COMMON_WORDS))
      if (!common.ok) return common
      name = commonText(common.value)
    }
    models.push({ id, address, length })
    address += length + 2
  }
  return err({ code: 'SOURCE_UNSUITABLE', detail: `a map of more than ${MOST_MODELS} models` })
}
