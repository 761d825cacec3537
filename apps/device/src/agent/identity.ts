import { join } from 'node:path'
import { toHex } from '@heliobond/domain'
import packageJson from '../../package.json' with { type: 'json' }
import type { DeviceConfig } from '../config/config.ts'
import { type MeterKey, openMeterKey } from '../key/meter-key.ts'
import { type DeviceStore, openStore } from '../store/device-store.ts'
import { StoreError } from '../store/open.ts'

export const FIRMWARE = `heliobond-device ${packageJson.version}`

export const paths = (dataDir: string) => ({
  key: join(dataDir, 'meter.key'),
  store: join(dataDir, 'device.sqlite'),
  socket: join(dataDir, 'agent.sock'),
})

export interface Identity {
  readonly key: MeterKey
  readonly store: DeviceStore
}

/**
 * The meter's key and store. They are made together, on the first start: a key whose store is gone has lost its numbers, and
 * would give out some of them twice.
 *
 * @param newStore begins a new store for a key that is there: right after the approver opened a new epoch.
 * @throws {StoreError} @throws {KeyFileError}
 */
export function openIdentity(config: DeviceConfig, { newStore = false } = {}): Identity {
  const files = paths(config.dataDir)
  const { key, made } = openMeterKey(files.key)
  const meter = [
    config.system,
    config.meter,
    config.energyContract,
    toHex(config.domain.networkId).slice(0, 16),
    toHex(key.publicKey),
  ]
  let store: DeviceStore
  try {
    store = openStore(files.store, meter.join(' '), config.store, { create: made || newStore })
  } catch (error) {
    if (!(error instanceof StoreError) || made || newStore) throw error
    throw new StoreError(
      `${error.message}. If this key has never been used, or the approver has opened a new epoch (set "epoch" to it), start with --new-store`,
      { cause: error },
    )
  }
  const last = store.last()
  if (last && last.epoch > config.epoch) {
    store.close()
    throw new StoreError(
      `the configuration says epoch ${config.epoch}, but epoch ${last.epoch} has begun; epochs only rise`,
    )
  }
  return { key, store }
}
