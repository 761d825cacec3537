import { createHash, createPublicKey, verify } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { buildVectors, VECTOR_SEED } from '../vectors/build.ts'
import { countDays, type DayCount, fromHex, parseCivilDate, parseReading, readingSignedBytes } from './index.ts'

const folder = new URL('../vectors/', import.meta.url)
const read = (file: string) => JSON.parse(readFileSync(new URL(file, folder), 'utf8'))
const built = buildVectors()

describe('the published vectors', () => {
  test('are the files that the engine makes, no more and no fewer', () => {
    expect(
      readdirSync(folder)
        .filter((file) => file.endsWith('.json'))
        .sort(),
    ).toEqual(Object.keys(built).sort())
  })

  test.each(Object.keys(built))('%s is what the engine computes from its seed', (file) => {
    expect(read(file)).toEqual(built[file])
    expect(statSync(new URL(file, folder)).size).toBeLessThan(100_000)
  })

  test('change with the seed', () => {
    expect(buildVectors(`${VECTOR_SEED}-other`)['billing.json']).not.toEqual(built['billing.json'])
  })
})

test('the published day counts hold', () => {
  const days: { convention: DayCount; from: string; to: string; days: number }[] = read('daycount.json').days
  for (const each of days) {
    const from = parseCivilDate(each.from)
    const to = parseCivilDate(each.to)
    expect(from.ok && to.ok && countDays(each.convention, from.value, to.value)).toBe(each.days)
  }
})

test('every published reading carries a true Ed25519 signature over its bytes', () => {
  const vectors = read('reading-bytes.json')
  const bytes = (hex: string) => Buffer.from(hex, 'hex')
  const key = createPublicKey({
    key: Buffer.concat([bytes('302a300506032b6570032100'), bytes(vectors.publicKey)]),
    format: 'der',
    type: 'spki',
  })
  expect(vectors.networkId).toBe(createHash('sha256').update(vectors.passphrase).digest('hex'))
  for (const each of vectors.readings) {
    expect(verify(null, bytes(each.signedBytes), key, bytes(each.signature))).toBe(true)
    const reading = parseReading(each.json)
    const networkId = fromHex(vectors.networkId)
    const energyContractId = fromHex(vectors.energyContractId)
    if (!reading.ok || !networkId.ok || !energyContractId.ok) throw new Error('vector refused')
    const domain = { networkId: networkId.value, energyContractId: energyContractId.value }
    expect(Buffer.from(readingSignedBytes(reading.value, domain)).toString('hex')).toBe(each.signedBytes)
    expect(each.leaf).toBe(
      createHash('sha256')
        .update(bytes(`00${each.signedBytes}${each.signature}`))
        .digest('hex'),
    )
  }
})
