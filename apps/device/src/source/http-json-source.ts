import { err, ok } from '@heliobond/domain'
import { httpJson } from '../forward/http-json.ts'
import { type Counter, type MeterSource, type Quantity, wattHours } from './meter-source.ts'

export interface HttpJsonConfig {
  readonly kind: 'http-json'
  readonly url: string
  /** Which field of the answer is which quantity, in watt-hours: `{ "total": "imported", "total_returned": "exported" }`. */
  readonly fields: Readonly<Record<string, Quantity>>
  readonly timeoutMs: number
}

/** A meter that answers JSON over HTTP, with registers that grow. */
export const httpJsonSource = ({ url, fields, timeoutMs }: HttpJsonConfig): MeterSource => ({
  async read() {
    try {
      const { status, body } = await httpJson(url, undefined, timeoutMs)
      if (status !== 200) return err({ code: 'SOURCE_UNREACHABLE', detail: `${url} answers ${status}` })
      const counters: Record<string, Counter & { quantity: Quantity }> = {}
      for (const [field, quantity] of Object.entries(fields)) {
        const wh = (body as Record<string, unknown>)[field]
        if (typeof wh !== 'number' || !(wh >= 0)) return err({ code: 'NOT_IMPLEMENTED', detail: field })
        counters[field] = wattHours(quantity, BigInt(Math.floor(wh)))
      }
      return ok({ counters })
    } catch (error) {
      return err({ code: 'SOURCE_UNREACHABLE', detail: error instanceof Error ? error.message : String(error) })
    }
  },
  close: async () => undefined,
})
