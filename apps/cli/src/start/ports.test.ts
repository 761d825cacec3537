import { createServer } from 'node:net'
import { expect, test } from 'vitest'
import { requireFreePorts } from './ports.ts'

const host = '127.0.0.1'

test('every taken port is named, with the variable that chooses another', async () => {
  const servers = [createServer(), createServer()]
  const ports = await Promise.all(
    servers.map(
      (server) =>
        new Promise<number>((resolve) => {
          server.listen(0, host, () => {
            const address = server.address()
            resolve(typeof address === 'object' && address ? address.port : 0)
          })
        }),
    ),
  )
  const wanted = [
    { part: 'the API', host, port: ports[0] ?? 0, variable: 'HELIOBOND_API_PORT' },
    { part: 'the broker', host, port: ports[1] ?? 0, variable: 'HELIOBOND_MQTT_PORT' },
    { part: 'the network', host, port: 0, variable: 'HELIOBOND_NETWORK_PORT' },
  ]
  const refusal = requireFreePorts(wanted)
  await expect(refusal).rejects.toThrow(
    `port ${ports[0]} for the API is taken: choose another with HELIOBOND_API_PORT=`,
  )
  await expect(refusal).rejects.toThrow(`port ${ports[1]} for the broker is taken`)
  await expect(refusal).rejects.not.toThrow('the network')
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))))
  await requireFreePorts(wanted)
})

test('an address that is not of this machine is told as such', async () => {
  const wanted = [{ part: 'the API', host: '192.0.2.1', port: 4000, variable: 'HELIOBOND_API_PORT' }]
  await expect(requireFreePorts(wanted)).rejects.toThrow('cannot be had on 192.0.2.1 (EADDRNOTAVAIL)')
})
