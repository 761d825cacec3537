import { expect, test } from 'vitest'
import { energyCsv } from './energy-csv.ts'

const bucket = (from: string, consumedWh: string[]) => ({
  ...{ from, to: '2027-01-01T01:00:00Z', generatedWh: '1200', exportedWh: '0', consumedWh },
})

test('a bucket is a line, and every party has a column', () => {
  expect(energyCsv([bucket('2027-01-01T00:00:00Z', ['700', '9']), bucket('2027-01-01T00:30:00Z', ['1'])])).toBe(
    'from,to,generatedWh,exportedWh,consumedWh.0,consumedWh.1\r\n' +
      '2027-01-01T00:00:00Z,2027-01-01T01:00:00Z,1200,0,700,9\r\n' +
      '2027-01-01T00:30:00Z,2027-01-01T01:00:00Z,1200,0,1,\r\n',
  )
})

test('where nothing was measured there is the head alone', () => {
  expect(energyCsv([])).toBe('from,to,generatedWh,exportedWh\r\n')
})
