import { createChain } from '@heliobond/chain'
import { type LocalnetOptions, startLocalnet } from '@heliobond/localnet'
import { afterEach, describe, expect, test } from 'vitest'
import { comfortablePeriodSeconds, launchSeconds, measurePace, paceWords } from './pace.ts'

const closers: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closers.splice(0)) await close()
})

async function chainOf(options: LocalnetOptions) {
  const localnet = await startLocalnet(options)
  closers.push(() => localnet.close())
  return createChain({ network: 'custom', rpcUrl: localnet.rpcUrl, passphrase: localnet.passphrase })
}

describe('the pace of a network', () => {
  test('is read off the ledgers that it closes', async () => {
    expect(await measurePace(await chainOf({ mode: { everySeconds: 1 } }))).toEqual({ ledgerSeconds: 1n })
  })
  test('is 0 where ledgers close on demand', async () => {
    expect(await measurePace(await chainOf({ mode: 'instant' }), 200)).toEqual({ ledgerSeconds: 0n })
  })
})

describe('the time that a bond needs', () => {
  test('grows with the time of a ledger', () => {
    expect([0n, 1n, 5n].map((ledgerSeconds) => launchSeconds({ ledgerSeconds }))).toEqual([20n, 70n, 270n])
    expect([0n, 1n, 5n].map((ledgerSeconds) => comfortablePeriodSeconds({ ledgerSeconds }))).toEqual([30n, 60n, 300n])
  })
  test.each([
    [1n, 60n, false],
    [1n, 59n, true],
    [5n, 60n, true],
    [5n, 300n, false],
    [0n, 30n, false],
  ])('with a ledger every %i s, half-years of %i s are called short: %s', (ledgerSeconds, period, short) => {
    const words = paceWords({ ledgerSeconds }, period)
    expect(words.includes('--period')).toBe(short)
    if (short) expect(words).toContain(`--period ${comfortablePeriodSeconds({ ledgerSeconds })}`)
  })
})
