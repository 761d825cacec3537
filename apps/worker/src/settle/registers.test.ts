import fc from 'fast-check'
import { expect, test } from 'vitest'
import { deltaOf, type MeterMark, markFromJson, markToJson, ZERO_MARK } from './registers.ts'

const mark = (epoch: number, seq: bigint, wh: bigint): MeterMark => ({
  epoch,
  seq,
  generatedWh: wh,
  consumedWh: wh * 2n,
  exportedWh: 0n,
})

const span = (first: MeterMark, last: MeterMark) => ({ first, last })

test('a meter that said nothing used nothing, and its mark stays', () => {
  expect(deltaOf(mark(1, 5n, 100n), [])).toMatchObject({
    generatedWh: 0n,
    consumedWh: 0n,
    mark: { epoch: 1, seq: 5n },
  })
})

test('a replaced meter counts what the old one reached and what the new one has since it first spoke', () => {
  const delta = deltaOf(mark(1, 5n, 100n), [
    span(mark(1, 6n, 110n), mark(1, 9n, 130n)),
    span(mark(2, 0n, 4n), mark(2, 3n, 7n)),
  ])
  expect(delta.generatedWh).toBe(30n + 3n)
  expect(delta.mark).toMatchObject({ epoch: 2, seq: 3n })
})

// However readings are cut into statements, the same energy is billed in all.
test('cutting an interval in two bills the same energy', () => {
  const wh = fc.bigInt({ min: 0n, max: 10n ** 12n })
  fc.assert(
    fc.property(wh, wh, wh, (a, b, c) => {
      const first = mark(1, 1n, a)
      const second = mark(1, 2n, a + b)
      const third = mark(1, 3n, a + b + c)
      const whole = deltaOf(first, [span(second, third)])
      const left = deltaOf(first, [span(second, second)])
      const right = deltaOf(left.mark, [span(third, third)])
      expect(left.generatedWh + right.generatedWh).toBe(whole.generatedWh)
      expect(left.consumedWh + right.consumedWh).toBe(whole.consumedWh)
    }),
  )
})

test('a mark survives its JSON', () => {
  const kept = mark(3, 2n ** 60n, 2n ** 62n)
  expect(markFromJson(JSON.parse(JSON.stringify(markToJson(kept))))).toEqual(kept)
  expect(markFromJson(JSON.parse(JSON.stringify(markToJson(ZERO_MARK))))).toEqual(ZERO_MARK)
})
