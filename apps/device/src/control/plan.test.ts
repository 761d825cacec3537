import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CircuitConfig } from '../config/control-config.ts'
import { planCircuits } from './plan.ts'
import type { Mode } from './word.ts'

const circuit = (name: string, watts: number, more: Partial<CircuitConfig> = {}): CircuitConfig => ({
  ...{ name, watts, critical: false, whenShed: 'off', relay: { kind: 'simulated' } },
  ...more,
})

const SCHOOL = [
  circuit('shelter', 1_000, { critical: true }),
  circuit('kitchen', 400),
  circuit('gym', 2_000, { whenShed: 'grid' }),
  circuit('lamps', 100),
]

const planned = (mode: Mode | undefined, criticalFloorW = 1_500n, conserve = false) => {
  const { circuits, islanded } = planCircuits({ mode, criticalFloorW, conserve }, SCHOOL)
  return [...circuits.values(), ...(islanded ? ['apart'] : [])].join(' ')
}

test.each([
  ['normal: every load is fed', planned('Normal'), 'own own own own'],
  ['in doubt: every load is fed', planned(undefined, 0n), 'own own own own'],
  [
    'sold: what fits into the critical floor, the rest by the utility where it can',
    planned('SellToGrid'),
    'own own grid own',
  ],
  ['sold, with a floor that the critical loads exceed', planned('SellToGrid', 900n), 'own none grid none'],
  ['a small load after a large one still fits', planned('Shed', 1_150n), 'own none grid own'],
  ['an island: everything by panels and battery', planned('Island'), 'own own own own apart'],
  [
    'an island that saves its battery: the utility is not there',
    planned('Island', 1_000n, true),
    'own none none none apart',
  ],
  ['saved by hand', planned('Normal', 1_000n, true), 'own none grid none'],
])('%s', (_, found, expected) => expect(found).toBe(expected))

// The law that people rely on: whatever is decided, heard or misheard, critical loads are never cut.
test('a critical circuit is always fed, and what is fed beside it fits into the floor', () => {
  const circuits = fc.uniqueArray(
    fc.record({
      name: fc.string({ minLength: 1 }),
      watts: fc.integer({ min: 0, max: 100_000 }),
      critical: fc.boolean(),
      whenShed: fc.constantFrom('off' as const, 'grid' as const),
      relay: fc.constant({ kind: 'simulated' as const }),
    }),
    { selector: ({ name }) => name },
  )
  const mode = fc.constantFrom('Normal' as const, 'SellToGrid' as const, 'Shed' as const, 'Island' as const, undefined)
  fc.assert(
    fc.property(circuits, mode, fc.bigInt({ min: 0n, max: 200_000n }), fc.boolean(), (all, said, floor, conserve) => {
      const plan = planCircuits({ mode: said, criticalFloorW: floor, conserve }, all)
      expect(plan.circuits.size).toBe(all.length)
      for (const { name, critical } of all) if (critical) expect(plan.circuits.get(name)).toBe('own')
      if (said === 'Normal' && !conserve) expect(new Set(plan.circuits.values()).size).toBeLessThanOrEqual(1)
      if (said === 'Island') expect([...plan.circuits.values()]).not.toContain('grid')
      if (said !== 'SellToGrid' && said !== 'Shed') return
      const sum = (critical: boolean) =>
        all
          .filter((one) => one.critical === critical && plan.circuits.get(one.name) === 'own')
          .reduce((watts, one) => watts + BigInt(one.watts), 0n)
      const left = floor - sum(true)
      expect(sum(false) <= (left > 0n ? left : 0n)).toBe(true)
    }),
  )
})
