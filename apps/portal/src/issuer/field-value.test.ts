import { describe, expect, test } from 'vitest'
import { valueAt, withValue } from './body.ts'
import { fieldText, readField } from './field-value.ts'
import { type FieldKind, FORM, partOf } from './form.ts'

describe('a field of a draft', () => {
  const read = (kind: FieldKind, text: string) => {
    const value = readField(kind, text)
    return value.ok ? value.value : value.error.code
  }

  test.each<[FieldKind, string, unknown]>([
    ['bonds', '40,000', '400000000000'],
    ['money', '0.22', '2200000'],
    ['money', '0.12345678', 'MALFORMED'],
    ['money', '-1', 'MALFORMED'],
    ['percent', '4.5', 450],
    ['percent', '-2', -200],
    ['percent', '4.555', 'MALFORMED'],
    ['kilowatts', '60', '60000'],
    ['kilowatts', '0.5', '500'],
    ['integer', '8', 8],
    ['integer', '8.5', 'MALFORMED'],
    ['days', '30', 2_592_000],
    ['day', '2027-02-10', '2027-02-10'],
    ['day', '2027-02-30', 'MALFORMED'],
    ['moment', '2027-02-10', '2027-02-10T04:00:00Z'],
    ['line', '  SOLAR31 ', 'SOLAR31'],
    ['line', '   ', undefined],
  ])('of kind %s reads "%s" exactly, or not at all', (kind, text, value) => {
    expect(read(kind, text)).toEqual(value)
  })

  test.each<[FieldKind, string]>([
    ['bonds', '40000'],
    ['money', '0.22'],
    ['percent', '4.5'],
    ['percent', '-0.05'],
    ['percent', '100'],
    ['kilowatts', '60.25'],
    ['integer', '8'],
    ['days', '30'],
    ['day', '2027-02-10'],
    ['moment', '2027-02-10'],
    ['yesNo', 'true'],
    ['choice', 'PassThrough'],
  ])('of kind %s shows "%s" as it was typed in', (kind, text) => {
    expect(fieldText(kind, read(kind, text))).toBe(text)
  })
})

test('changing one field leaves every other one, and takes an empty section away', () => {
  const body = withValue(withValue({ name: 'Library' }, '/sale/capStroops', '1'), '/sale/priceBps', 9_950)
  expect(body).toEqual({ name: 'Library', sale: { capStroops: '1', priceBps: 9_950 } })
  expect(valueAt(body, '/sale/priceBps')).toBe(9_950)
  const less = withValue(withValue(body, '/sale/priceBps', undefined), '/sale/capStroops', undefined)
  expect(less).toEqual({ name: 'Library' })
  expect(withValue({ tender: { approver: 'G' } }, '/tender/approver', undefined)).toEqual({ tender: {} })
})

test('every problem of a draft leads to the part of the form that can mend it', () => {
  for (const [part, fields] of Object.entries(FORM)) for (const { path } of fields) expect(partOf(path)).toBe(part)
  expect(['/tender', '/documentsHash', '/system/parties/1/owner', '/settlementAsset'].map(partOf)).toEqual([
    'roles',
    'documents',
    'system',
    'basics',
  ])
})
