import { expect, test } from 'vitest'
import { ConfigError, loadConfig, parseConfig } from './config.ts'

const SMALLEST = {
  system: 3,
  meter: 7,
  kind: 'Site',
  capacityW: 5_000,
  network: {
    passphrase: 'Standalone Network ; February 2017',
    energyContract: 'CAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAD2KM',
  },
  source: { kind: 'sunspec', inverters: [{ host: '192.168.1.10' }] },
  mqtt: { url: 'mqtts://broker.example:8883', caFile: 'ca.pem' },
}

const parse = (value: unknown) => parseConfig(JSON.stringify(value), '/etc/heliobond')

function faultsOf(value: unknown): string {
  try {
    parse(value)
  } catch (error) {
    if (error instanceof ConfigError) return error.message
    throw error
  }
  return ''
}

test('the smallest file works, with safe defaults and paths beside the file', () => {
  const config = parse(SMALLEST)
  expect(config).toMatchObject({
    epoch: 1,
    readingSeconds: 60,
    dataDir: '/etc/heliobond/data',
    mqtt: { caFile: '/etc/heliobond/ca.pem' },
    clock: { synchronizedFile: '/run/systemd/timesync/synchronized' },
  })
  expect([...config.domain.energyContractId].at(-1)).toBe(1)
})

test('every fault is named at once, with its path', () => {
  const faults = faultsOf({
    ...SMALLEST,
    meter: -1,
    capacitiW: 1,
    network: { passphrase: 'x', energyContract: 'GABC' },
    source: { kind: 'sunspec', inverters: [{ host: 'a', port: 70_000 }] },
    mqtt: { url: 'http://x' },
    control: {
      party: 0,
      circuits: [
        { name: 'a', watts: 1, relay: { kind: 'simulated' } },
        { name: 'a', watts: 1, relay: { kind: 'x' } },
      ],
    },
  })
  for (const line of [
    'meter must be a whole number from 0 to 4294967295',
    'capacitiW is not a setting',
    'network.energyContract is not a contract address',
    'source.inverters[0].port must be a whole number from 1 to 65535',
    'mqtt.url must be an address that begins with mqtt:// or mqtts://',
    'control.circuits[1].relay.kind must be one of simulated',
    'control.circuits must have different names',
  ]) {
    expect(faults).toContain(line)
  }
})

test('a device reports in one way: through Heliobond or to the contract', () => {
  expect(faultsOf({ ...SMALLEST, direct: { rpcUrl: 'http://127.0.0.1:8000/rpc' } })).toContain('excludes')
  expect(faultsOf({ ...SMALLEST, mqtt: undefined })).toContain('where readings go')
  expect(faultsOf({ ...SMALLEST, mqtt: undefined, direct: { rpcUrl: 'http://127.0.0.1:8000/rpc' } })).toBe('')
})

test('only null switches the look at the synchronized clock off', () => {
  expect(parse({ ...SMALLEST, clock: { synchronizedFile: null } }).clock.synchronizedFile).toBeUndefined()
  expect(parse({ ...SMALLEST, clock: {} }).clock.synchronizedFile).toBe('/run/systemd/timesync/synchronized')
})

test('a file that is not there or no JSON is said in words', async () => {
  await expect(loadConfig('/nowhere/device.json')).rejects.toThrow('cannot read the configuration file')
  expect(() => parseConfig('{', '/')).toThrow('the configuration is not JSON')
})
