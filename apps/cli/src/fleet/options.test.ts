import { describe, expect, test } from 'vitest'
import { UsageError } from '../usage-error.ts'
import { readOptions } from './options.ts'

describe('options of the fleet', () => {
  test('have the published defaults', () => {
    expect(readOptions([])).toMatchObject({
      ...{ meters: 100, speed: 3_600, hours: 24, periodSeconds: 300, seed: 1, connections: 16, keysOnly: false },
      faults: { dropout: 0.02, duplicate: 0.01, reorder: 0.01, tamper: 0.002, reset: 0.05, driftSecondsPerDay: 5 },
    })
  })

  test('one fault overrules the level', () => {
    const faults = readOptions(['--faults', 'none', '--tampering', '0.25', '--drift', '60'])?.faults
    expect(faults).toEqual({ dropout: 0, duplicate: 0, reorder: 0, tamper: 0.25, reset: 0, driftSecondsPerDay: 60 })
  })

  test.each([
    [['--meters', '0'], /--meters is a whole number from 1/],
    [['--speed', '1e9'], /--speed is a whole number/],
    [['--dropouts', '1.5'], /--dropouts is a probability from 0 to 1/],
    [['--faults', 'all'], /none, some, many/],
    [['--mqtt-url', 'http://broker'], /begins with mqtt:/],
    [['--mqtt-url', 'mqtt://broker'], /--energy is the energy contract/],
    [['--colour'], /npm run fleet -- \[options\]/],
  ])('%j is refused in words', (args, message) => {
    expect(() => readOptions(args)).toThrow(message)
    expect(() => readOptions(args)).toThrow(UsageError)
  })
})
