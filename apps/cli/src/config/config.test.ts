import { resolve } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readConfig } from './config.ts'
import { COUNSEL_ITEMS } from './counsel.ts'

const KEY = '0123456789abcdef'.repeat(4)
const COUNSEL = Object.keys(COUNSEL_ITEMS).join(',')
const MAINNET = {
  HELIOBOND_NETWORK: 'mainnet',
  STELLAR_RPC_URL: 'https://rpc.example/',
  HELIOBOND_SECRET_KEY: KEY,
  HELIOBOND_COUNSEL_CONFIRMED: COUNSEL,
  HELIOBOND_PUBLIC_URL: 'https://api.example',
}

function accepted(env: Record<string, string>) {
  const read = readConfig(env)
  if (!read.ok) throw new Error(read.error.problems.join('\n'))
  return read.value
}

function problems(env: Record<string, string>): readonly string[] {
  const read = readConfig(env)
  if (read.ok) throw new Error('nothing was wrong')
  expect(read.error.code).toBe('INVALID_CONFIGURATION')
  return read.error.problems
}

describe('without any variable', () => {
  test('everything is embedded on a local network, on the documented ports, this machine only', () => {
    expect(accepted({})).toEqual({
      network: 'local',
      passphrase: 'Standalone Network ; February 2017',
      rpcUrl: null,
      horizonUrl: null,
      signerSocket: null,
      tariffSource: null,
      mqttTls: { caFile: null, certFile: null, keyFile: null },
      ingestConnections: 2,
      sparkplug: true,
      databaseUrl: null,
      mqttUrl: null,
      routesJson: '[]',
      api: {
        host: '127.0.0.1',
        port: 4000,
        publicUrl: 'http://localhost:4000',
        corsOrigins: ['http://localhost:3000'],
      },
      portal: { host: '127.0.0.1', port: 3000, rpcUrl: null },
      statusPort: 9464,
      networkPort: 8000,
      mqttPort: 1883,
      dataDir: resolve('.heliobond'),
      secretKey: { value: undefined, file: resolve('.heliobond/secret'), mayCreate: true },
      funderSecret: null,
      log: { level: 'info', to: resolve('.heliobond/heliobond.log') },
      unknownNames: [],
    })
  })

  test('an empty value counts as none', () => {
    const names = ['HELIOBOND_NETWORK', 'DATABASE_URL', 'HELIOBOND_API_PORT', 'HELIOBOND_SECRET_KEY', 'HELIOBOND_LOG']
    expect(accepted(Object.fromEntries(names.map((name) => [name, ' '])))).toEqual(accepted({}))
  })
})

describe('the portal', () => {
  test('is started unless it is switched off', () => {
    expect(accepted({ HELIOBOND_PORTAL_PORT: 'off' }).portal).toBeNull()
    expect(accepted({ HELIOBOND_PORTAL_PORT: '0' }).portal?.port).toBe(0)
  })

  test("never tells browsers of the platform's own RPC, whose address may hold a key", () => {
    const env = { HELIOBOND_NETWORK: 'testnet', HELIOBOND_SECRET_KEY: '0'.repeat(64) }
    expect(accepted({ ...env, STELLAR_RPC_URL: 'https://rpc.example/secret' }).portal?.rpcUrl).toBe(
      'https://soroban-testnet.stellar.org',
    )
    const other = { HELIOBOND_PORTAL_RPC_URL: 'https://open.example/rpc' }
    expect(accepted({ ...env, ...other }).portal?.rpcUrl).toBe('https://open.example/rpc')
  })
})

describe('addresses and ports', () => {
  test('that are given replace the embedded parts', () => {
    const config = accepted({
      DATABASE_URL: 'postgresql://heliobond@db/heliobond',
      MQTT_URL: 'mqtts://broker:8883',
      STELLAR_RPC_URL: 'http://node:8000/rpc',
      HELIOBOND_HORIZON_URL: 'http://node:8000',
      HELIOBOND_API_PORT: '0',
      HELIOBOND_API_HOST: '0.0.0.0',
      HELIOBOND_DATA_DIR: '/data',
      HELIOBOND_LOG: '-',
    })
    expect(config).toMatchObject({
      databaseUrl: 'postgresql://heliobond@db/heliobond',
      mqttUrl: 'mqtts://broker:8883',
      rpcUrl: 'http://node:8000/rpc',
      horizonUrl: 'http://node:8000',
      api: { host: '0.0.0.0', port: 0 },
      secretKey: { file: '/data/secret' },
      log: { to: '-' },
    })
  })

  test.each([
    ['HELIOBOND_NETWORK', 'moon'],
    ['HELIOBOND_API_PORT', '65536'],
    ['HELIOBOND_NETWORK_PORT', '-1'],
    ['HELIOBOND_MQTT_PORT', '18 83'],
    ['DATABASE_URL', 'mysql://db'],
    ['DATABASE_URL', 'postgresql:heliobond'],
    ['MQTT_URL', 'localhost:1883'],
    ['STELLAR_RPC_URL', 'ftp://node'],
    ['HELIOBOND_HORIZON_URL', 'node'],
    ['HELIOBOND_CORS_ORIGINS', 'https://a.example,https://b.example/path'],
    ['HELIOBOND_CORS_ORIGINS', '*'],
    ['HELIOBOND_LOG_LEVEL', 'loud'],
    ['HELIOBOND_SECRET_KEY', 'abc'],
    ['HELIOBOND_ROUTES', '['],
    ['HELIOBOND_PUBLIC_URL', 'api.example'],
    ['HELIOBOND_COUNSEL_CONFIRMED', 'private-use,everything'],
  ])('%s=%s is refused in words that name it', (name, value) => {
    expect(problems({ [name]: value })).toEqual([expect.stringContaining(name)])
  })

  test('two parts on one port are refused, unless one of them is not started', () => {
    const env = { HELIOBOND_API_PORT: '8000' }
    expect(problems(env)).toEqual([
      expect.stringContaining('HELIOBOND_NETWORK_PORT and HELIOBOND_API_PORT are both 8000'),
    ])
    expect(accepted({ ...env, STELLAR_RPC_URL: 'http://node/rpc' }).api.port).toBe(8000)
    expect(accepted({ HELIOBOND_API_PORT: '0', HELIOBOND_NETWORK_PORT: '0' }).networkPort).toBe(0)
  })

  test('every problem is told at once', () => {
    expect(problems({ HELIOBOND_API_PORT: 'x', DATABASE_URL: 'x', HELIOBOND_NETWORK: 'custom' })).toHaveLength(5)
  })

  test('names that nothing reads are pointed out, those of other parts are not', () => {
    const env = { HELIOBOND_API_PROT: '1', HELIOBOND_FUNDER: 'S', HELIOBOND_POLL_MS: '5', PATH: '/bin' }
    expect(accepted(env).unknownNames).toEqual(['HELIOBOND_API_PROT'])
  })
})

describe('elsewhere than on a local network', () => {
  test('testnet needs the key only', () => {
    expect(problems({ HELIOBOND_NETWORK: 'testnet' })).toEqual([expect.stringContaining('HELIOBOND_SECRET_KEY')])
    const config = accepted({ HELIOBOND_NETWORK: 'testnet', HELIOBOND_SECRET_KEY: KEY })
    expect(config).toMatchObject({
      passphrase: 'Test SDF Network ; September 2015',
      secretKey: { value: KEY, mayCreate: false },
      api: { corsOrigins: [] },
      log: { to: '-' },
    })
    expect(config.rpcUrl).toMatch(/^https:/)
  })

  test('a custom network needs its passphrase, its RPC and the key', () => {
    const said = problems({ HELIOBOND_NETWORK: 'custom' }).join('\n')
    for (const name of ['HELIOBOND_PASSPHRASE', 'STELLAR_RPC_URL', 'HELIOBOND_SECRET_KEY']) expect(said).toContain(name)
  })

  test('a public network keeps its own passphrase', () => {
    const env = { HELIOBOND_NETWORK: 'testnet', HELIOBOND_SECRET_KEY: KEY, HELIOBOND_PASSPHRASE: 'mine' }
    expect(problems(env)).toEqual([expect.stringContaining('HELIOBOND_PASSPHRASE')])
  })

  test('mainnet starts when counsel has confirmed each item', () => {
    expect(accepted(MAINNET).passphrase).toBe('Public Global Stellar Network ; September 2015')
  })

  test('mainnet needs the name that wallets sign in to, over https', () => {
    expect(accepted(MAINNET).api.publicUrl).toBe('https://api.example')
    const { HELIOBOND_PUBLIC_URL: _, ...env } = MAINNET
    for (const wrong of [env, { ...env, HELIOBOND_PUBLIC_URL: 'http://api.example' }]) {
      expect(problems(wrong)).toEqual([expect.stringContaining('HELIOBOND_PUBLIC_URL')])
    }
  })

  test.each(Object.keys(COUNSEL_ITEMS))('mainnet does not start without %s', (item) => {
    const rest = Object.keys(COUNSEL_ITEMS).filter((other) => other !== item)
    const said = problems({ ...MAINNET, HELIOBOND_COUNSEL_CONFIRMED: rest.join(', ') })
    expect(said).toEqual([expect.stringContaining(item)])
  })

  test('mainnet with nothing confirmed says every item', () => {
    const { HELIOBOND_COUNSEL_CONFIRMED: _, ...env } = MAINNET
    expect(problems(env)).toHaveLength(Object.keys(COUNSEL_ITEMS).length)
  })
})

describe('what is refused', () => {
  test('never repeats an address or a key: either may hold a secret', () => {
    const names = [
      'DATABASE_URL',
      'MQTT_URL',
      'STELLAR_RPC_URL',
      'HELIOBOND_HORIZON_URL',
      'HELIOBOND_SECRET_KEY',
      'HELIOBOND_FUNDER',
    ]
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.string({ minLength: 1 }), (name, noise) => {
        const read = readConfig({ [name]: `hunter2-${noise}` })
        if (!read.ok) expect(read.error.problems.join('\n')).not.toContain('hunter2')
      }),
    )
  })
})
