import { describe, expect, test } from 'vitest'
import { UsageError } from '../usage-error.ts'
import { parseDemoOptions } from './options.ts'

describe('options of the demo', () => {
  test('have the published defaults', () => {
    expect(parseDemoOptions([], {})).toMatchObject({
      generationScale: 80n,
      consumptionScale: 20n,
      principalStroops: 50_000_0000000n,
      couponBps: 500,
      tariffStroopsPerKwh: 2_500_000n,
      exportTariffStroopsPerKwh: 1_000_000n,
      operationsStroops: 250_0000000n,
      maxYears: 15,
      keep: false,
      network: null,
    })
  })
  test.each([
    [['--tariff', '-1'], /--tariff/],
    [['--tariff', '0.12345678'], /7 decimals/],
    [['--export-tariff', '0'], /above 0/],
    [['--principal', '50000.5'], /whole number from 100/],
    [['--scale', '0'], /--scale must be a whole number/],
    [['--period', '60'], /goes with --rpc-url/],
    [['--rpc-url', 'http://localhost:8000/rpc'], /needs an account that pays/],
    [['--colour'], /--help/],
  ])('%j is refused in words', (args, message) => {
    expect(() => parseDemoOptions(args, {})).toThrow(message)
    expect(() => parseDemoOptions(args, {})).toThrow(UsageError)
  })
  test('take the funder from the environment, so that no secret has to stand in a command line', () => {
    const options = parseDemoOptions(['--rpc-url', 'http://localhost:8000/rpc'], { HELIOBOND_FUNDER: 'S' })
    expect(options.network).toMatchObject({
      funderSecret: 'S',
      secondsPerHalfYear: 60n,
      horizonUrl: null,
    })
  })
})
