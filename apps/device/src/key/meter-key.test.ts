import { createPrivateKey, createPublicKey, verify } from 'node:crypto'
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { networkId, readingSignedBytes, toHex, utcSeconds } from '@heliobond/domain'
import { afterEach, beforeEach, expect, test } from 'vitest'
import vectors from '../../../../packages/domain/vectors/reading-bytes.json' with { type: 'json' }
import { meterKey, openMeterKey } from './meter-key.ts'
import { KeyFileError } from './secret-file.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'heliobond-key-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const hex = (text: string) => new Uint8Array(Buffer.from(text, 'hex'))

test('signs the published vectors byte for byte', () => {
  const der = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), hex(vectors.privateKey)])
  const key = meterKey(createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }))
  expect(toHex(key.publicKey)).toBe(vectors.publicKey)
  const domain = { networkId: networkId(vectors.passphrase), energyContractId: hex(vectors.energyContractId) }
  expect(vectors.readings.length).toBeGreaterThan(0)
  for (const { signature, signedBytes, json, ...vector } of vectors.readings) {
    const reading = {
      ...{ system: vector.system, meter: vector.meter, epoch: vector.epoch, seq: BigInt(vector.seq) },
      ...{ at: BigInt(vector.at), generatedWh: BigInt(vector.generatedWh) },
      ...{ consumedWh: BigInt(vector.consumedWh), exportedWh: BigInt(vector.exportedWh) },
    }
    expect(utcSeconds(json.at)).toBe(reading.at)
    expect(toHex(readingSignedBytes(reading, domain))).toBe(signedBytes)
    expect(toHex(key.sign(reading, domain).signature)).toBe(signature)
  }
})

test('is made once, for its owner alone, and is the same from then on', () => {
  const path = join(folder, 'data', 'meter.key')
  const first = openMeterKey(path)
  const second = openMeterKey(path)
  expect([first.made, second.made]).toEqual([true, false])
  expect(second.key.publicKey).toEqual(first.key.publicKey)
  expect(statSync(path).mode & 0o777).toBe(0o600)
  expect(readdirSync(join(folder, 'data'))).toEqual(['meter.key'])
  const signed = second.key.sign(
    { system: 1, meter: 1, epoch: 1, seq: 0n, at: 1n, generatedWh: 0n, consumedWh: 0n, exportedWh: 0n },
    { networkId: new Uint8Array(32), energyContractId: new Uint8Array(32) },
  )
  const publicKey = createPublicKey(readFileSync(path, 'utf8'))
  const bytes = readingSignedBytes(signed, { networkId: new Uint8Array(32), energyContractId: new Uint8Array(32) })
  expect(verify(null, bytes, publicKey, signed.signature)).toBe(true)
})

test('a key that others can read, or that is none, is not used', () => {
  const path = join(folder, 'meter.key')
  openMeterKey(path)
  chmodSync(path, 0o644)
  expect(() => openMeterKey(path)).toThrow(KeyFileError)
  const other = join(folder, 'other.key')
  writeFileSync(other, 'nothing', { mode: 0o600 })
  expect(() => openMeterKey(other)).toThrow('does not hold a private key')
})
