import { describe, expect, test } from 'vitest'
import { type BidSecret, isOf, keepSecret, keptSecrets, readSecret, secretFile, secretFileName } from './bid-secret.ts'

const secret: BidSecret = {
  network: 'Standalone Network ; February 2017',
  contractId: `C${'A'.repeat(55)}`,
  tender: 1,
  bidder: `G${'B'.repeat(55)}`,
  amountStroops: '600000000000',
  proposalHash: 'a1'.repeat(32),
  salt: '5a'.repeat(32),
  commitment: 'c0'.repeat(32),
}

function storage(): Storage & { readonly texts: Map<string, string> } {
  const texts = new Map<string, string>()
  return {
    texts,
    getItem: (key: string) => texts.get(key) ?? null,
    setItem: (key: string, value: string) => void texts.set(key, value),
  } as unknown as Storage & { texts: Map<string, string> }
}

describe('the secret of a bid', () => {
  test('comes back from its file whole', () => {
    expect(readSecret(secretFile(secret))).toEqual({ ok: true, value: secret })
    expect(secretFileName('3-1', secret)).toBe('heliobond-bid-3-1-c0c0c0c0.json')
  })

  test.each([
    ['no JSON', 'price: 5'],
    ['null', 'null'],
    ['another format', secretFile(secret).replace('heliobond-bid/1', 'heliobond-bid/2')],
    ['a short salt', JSON.stringify({ format: 'heliobond-bid/1', ...secret, salt: '5a' })],
    ['a price of nothing', JSON.stringify({ format: 'heliobond-bid/1', ...secret, amountStroops: '0' })],
    ['no bidder', JSON.stringify({ format: 'heliobond-bid/1', ...secret, bidder: undefined })],
  ])('is not read from %s', (_, text) => {
    expect(readSecret(text)).toEqual({ ok: false, error: { code: 'NO_BID_FILE' } })
  })

  test('is kept beside those of earlier bids of the same tender, none of which is lost', () => {
    const kept = storage()
    const second = { ...secret, commitment: 'c1'.repeat(32), salt: '5b'.repeat(32) }
    expect(keepSecret(kept, secret)).toBe(true)
    expect(keepSecret(kept, second)).toBe(true)
    expect(keepSecret(kept, second)).toBe(true)
    expect(keptSecrets(kept, secret)).toEqual([secret, second])
  })

  test('is of one bidder in one tender on one network', () => {
    expect(isOf(secret, secret)).toBe(true)
    for (const other of [{ tender: 2 }, { network: 'x' }, { bidder: 'G' }, { contractId: 'C' }]) {
      expect(isOf(secret, { ...secret, ...other })).toBe(false)
      expect(keptSecrets(storage(), { ...secret, ...other })).toEqual([])
    }
  })

  test('is said not to be kept where the browser keeps nothing', () => {
    const full = {
      getItem: () => null,
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError')
      },
    }
    expect(keepSecret(full, secret)).toBe(false)
  })

  test('that was damaged in the browser is not read', () => {
    const kept = storage()
    keepSecret(kept, secret)
    for (const key of kept.texts.keys()) kept.texts.set(key, '{]')
    expect(keptSecrets(kept, secret)).toEqual([])
  })
})
