import type { RefusedRises } from '../source/registers.ts'
import type { DeviceStore } from '../store/device-store.ts'

const NOTE = 'refused rises'

/**
 * Remembers, also over a power cut, which counters rose by what cannot have flowed, until they are believed again or a new
 * epoch begins. The smallest such rise of each is kept.
 */
export function openDoubts(store: Pick<DeviceStore, 'note' | 'setNote'>) {
  let known: { readonly epoch: number; readonly rises: RefusedRises } | undefined = parse(store.note(NOTE))

  return {
    of: (epoch: number): RefusedRises => (known?.epoch === epoch ? known.rises : {}),

    add(epoch: number, counter: string, rise: bigint): void {
      const rises = known?.epoch === epoch ? known.rises : {}
      const before = rises[counter]
      if (before !== undefined && before <= rise) return
      known = { epoch, rises: { ...rises, [counter]: rise } }
      const texts = Object.entries(known.rises).map(([name, value]) => [name, `${value}`])
      store.setNote(NOTE, JSON.stringify({ epoch, rises: Object.fromEntries(texts) }))
    },

    clear(): void {
      if (known === undefined) return
      known = undefined
      store.setNote(NOTE, undefined)
    },
  }
}

function parse(text: string | undefined): { epoch: number; rises: RefusedRises } | undefined {
  if (text === undefined) return undefined
  const { epoch, rises } = JSON.parse(text) as { epoch: number; rises: Record<string, string> }
  return { epoch, rises: Object.fromEntries(Object.entries(rises).map(([name, rise]) => [name, BigInt(rise)])) }
}
