import { describe, expect, test } from 'vitest'
import { ACTS, actNamed, fieldsOf, readAct } from './acts.ts'

const reason = 'the display was read on site'

describe('what an operator decides', () => {
  test('is asked of the API in watt-hours, UTC and stroops, exactly', () => {
    const edit = { at: '2026-11-23T08:30', generated: '1,234.567', consumed: '0', exported: '12', reason }
    expect(readAct('edit', { meter: 7 }, edit)).toEqual({
      ok: true,
      value: {
        path: '/v1/operations/meters/7/edits',
        body: { reason, at: '2026-11-23T12:30:00Z', generatedWh: '1234567', consumedWh: '0', exportedWh: '12000' },
      },
    })
    const correction = { generatedBy: '-1.5', exportedBy: '0', party0: '2', party1: '-3.25', reason }
    expect(readAct('correct', { system: 3, parties: ['school', 'clinic'] }, correction)).toEqual({
      ok: true,
      value: {
        path: '/v1/operations/systems/3/corrections',
        body: { reason, generatedWh: '-1500', exportedWh: '0', consumedWh: ['2000', '-3250'] },
      },
    })
    const price = { symbol: 'LUMA', price: '0.2734567', effectiveAt: '2027-01-01T00:00', feeder: 'feeder.2', reason }
    expect(readAct('tariff', {}, { ...price, base: '0.2', fuel: '0.08', purchase: '-0.0065433' })).toEqual({
      ok: true,
      value: {
        path: '/v1/operations/tariffs',
        body: {
          ...{ reason, symbol: 'LUMA', effectiveAt: '2027-01-01T04:00:00Z', feeder: 'feeder.2' },
          priceStroopsPerKwh: '2734567',
          components: { base: '2000000', fuel: '800000', purchase: '-65433' },
        },
      },
    })
    expect(readAct('tariff', {}, price)).toMatchObject({ ok: true, value: { body: { feeder: 'feeder.2' } } })
  })

  test('asks where a register wraps around only when it did', () => {
    expect(readAct('epoch', { meter: 7 }, { cause: 'new', wrapsAt: 'nonsense', reason })).toEqual({
      ok: true,
      value: { path: '/v1/operations/meters/7/epochs', body: { reason } },
    })
    expect(readAct('epoch', { meter: 7 }, { cause: 'wrapped', reason })).toEqual({
      ok: false,
      error: { code: 'INCOMPLETE', faults: { wrapsAt: 'missing' } },
    })
    expect(readAct('epoch', { meter: 7 }, { cause: 'wrapped', wrapsAt: '99999.999', reason })).toMatchObject({
      ok: true,
      value: { body: { reason, wrapsAtWh: '99999999' } },
    })
  })

  test('names the reading that is rejected by its epoch and number', () => {
    expect(readAct('reject', { meter: 7 }, { reading: '2/4711', reason })).toMatchObject({
      ok: true,
      value: { path: '/v1/operations/meters/7/rejections', body: { epoch: 2, seq: '4711', reason } },
    })
  })

  test.each([
    ['a register below 0', { generated: '-1' }, { generated: 'malformed' }],
    ['more decimals than a watt-hour has', { consumed: '1.2345' }, { consumed: 'malformed' }],
    ['a day that no calendar has', { at: '2026-02-30T10:00' }, { at: 'malformed' }],
    ['nothing typed in', { exported: ' ' }, { exported: 'missing' }],
    ['a reason that gives none', { reason: 'ok' }, { reason: 'malformed' }],
    ['no reason', { reason: '' }, { reason: 'missing' }],
  ])('is not asked for with %s', (_, wrong, faults) => {
    const right = { at: '2026-11-23T08:30', generated: '1', consumed: '0', exported: '0', reason }
    expect(readAct('edit', { meter: 7 }, { ...right, ...wrong })).toEqual({
      ok: false,
      error: { code: 'INCOMPLETE', faults },
    })
  })

  test('gives all components of a price, or none', () => {
    const price = { symbol: 'LUMA', price: '0.27', effectiveAt: '2027-01-01T00:00', feeder: 'feeder', reason }
    expect(readAct('tariff', {}, { ...price, base: '0.2' })).toEqual({
      ok: false,
      error: { code: 'INCOMPLETE', faults: { fuel: 'missing', purchase: 'missing' } },
    })
  })

  test.each(ACTS)('%s asks for a reason, last', (act) => {
    expect(fieldsOf(act, { parties: ['school'] }).at(-1)).toEqual({ name: 'reason', kind: 'reason' })
    expect(actNamed(act)).toBe(act)
    expect(actNamed('another')).toBeNull()
  })
})
