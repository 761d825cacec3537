import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { fileTariff, tariffSourcesFrom, webTariff } from './source.ts'

const SHEET = JSON.stringify({ prices: [{ symbol: 'GRID', effectiveAt: '2026-07-01T00:00:00Z', price: '0.2' }] })
const READ = { ok: true, value: [{ symbol: 'GRID', priceStroops: 2_000_000n }] }
const TOO_LONG = `${SHEET}${' '.repeat(2 * 1024 * 1024)}`

const ends: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const end of ends.splice(0)) await end()
})

describe('a sheet in a file', () => {
  async function file(content: string | Uint8Array) {
    const folder = await mkdtemp(join(tmpdir(), 'heliobond-tariff-'))
    ends.push(() => rm(folder, { recursive: true }))
    const path = join(folder, 'tariff.json')
    await writeFile(path, content)
    return path
  }

  test('is read anew each time', async () => {
    const path = await file(SHEET)
    const source = fileTariff(path)
    expect(await source.read()).toMatchObject(READ)
    await writeFile(path, '{"prices": []}')
    expect(await source.read()).toEqual({ ok: true, value: [] })
  })

  test.each([
    ['that is too long', TOO_LONG, 'it is longer than 2097152 bytes'],
    ['that is no UTF-8', new Uint8Array([0xff, 0xfe]), 'it is not UTF-8'],
    ['that is half written', SHEET.slice(0, 40), 'it is not JSON'],
  ])('%s is refused', async (_, content, detail) => {
    expect(await fileTariff(await file(content)).read()).toEqual({
      ok: false,
      error: { code: 'NOT_A_TARIFF_SHEET', detail },
    })
  })

  test('that is not there, or a folder, is out of reach', async () => {
    for (const path of [join(tmpdir(), 'heliobond-no-such-file'), tmpdir()])
      expect(await fileTariff(path).read()).toMatchObject({ ok: false, error: { code: 'SOURCE_UNREACHABLE' } })
  })
})

describe('a sheet on the web', () => {
  async function at(answer: RequestListener): Promise<string> {
    const server: Server = createServer(answer)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    ends.push(
      () =>
        new Promise((resolve) => {
          server.closeAllConnections()
          server.close(resolve)
        }),
    )
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/tariff.json?key=hidden`
  }

  test('is read, and its name shows no key of the address', async () => {
    const source = webTariff(await at((_, response) => response.end(SHEET)))
    expect(await source.read()).toMatchObject(READ)
    expect(source.name).not.toContain('hidden')
  })

  test.each([
    ['says no', (_, response) => response.writeHead(503).end(SHEET), 'it answers 503'],
    ['points elsewhere', (_, response) => response.writeHead(302, { location: '/else' }).end(), 'it answers 302'],
    ['hangs up', (request) => request.socket.destroy(), 'fetch failed'],
    ['says nothing', () => undefined, 'aborted due to timeout'],
    ['never ends', (_, response) => response.write('{"prices": ['), 'aborted due to timeout'],
  ] satisfies [string, RequestListener, string][])('that %s is out of reach', async (_, answer, detail) => {
    const read = await webTariff(await at(answer), 300).read()
    expect(read).toMatchObject({ ok: false, error: { code: 'SOURCE_UNREACHABLE' } })
    expect(read).toMatchObject({ error: { detail: expect.stringContaining(detail) } })
  })

  test('that is too long is refused before it has been read', async () => {
    let sent = 0
    const address = await at((_, response) => {
      const more = () => {
        while (!response.destroyed && sent < 512 * 1024 * 1024) {
          sent += 65_536
          if (!response.write(' '.repeat(65_536))) return response.once('drain', more)
        }
        return response.end()
      }
      more()
    })
    expect(await webTariff(address).read()).toMatchObject({ error: { code: 'NOT_A_TARIFF_SHEET' } })
    expect(sent).toBeLessThan(64 * 1024 * 1024)
  })

  test('that is no sheet is refused', async () => {
    const address = await at((_, response) => response.end('<html>sign in</html>'))
    expect(await webTariff(address).read()).toMatchObject({
      error: { code: 'NOT_A_TARIFF_SHEET', detail: 'it is not JSON' },
    })
  })
})

describe('HELIOBOND_TARIFF_SOURCE', () => {
  const names = (text: string) => {
    const sources = tariffSourcesFrom(text)
    return sources.ok ? Object.entries(sources.value).map(([key, { name }]) => [key, name]) : sources.error.detail
  }

  test('is a place for the first feeder, or one for each', () => {
    expect(names('')).toEqual([])
    expect(names('/etc/tariff.json')).toEqual([['feeder', '/etc/tariff.json']])
    expect(names('https://utility.example/t.json?a=b')).toEqual([['feeder', 'https://utility.example/t.json']])
    expect(names('feeder=/etc/a.json  feeder.2=https://regulator.example/b.json')).toEqual([
      ['feeder', '/etc/a.json'],
      ['feeder.2', 'https://regulator.example/b.json'],
    ])
    expect(names('http://127.0.0.1:8080/t.json')).toEqual([['feeder', 'http://127.0.0.1:8080/t.json']])
  })

  test.each([
    [
      'a plain address, which anyone on the way could change',
      'http://utility.example/t.json',
      'an absolute path or an https',
    ],
    ['a relative path', 'tariff.json', 'an absolute path or an https'],
    ['two places of one feeder', '/a /b', 'feeder has two sources'],
    ['another key', 'feeder.x=/a', 'no feeder'],
    ['a feeder of number 0', 'feeder.0=/a', 'no feeder'],
    ['no place', 'feeder=', 'an absolute path or an https'],
  ])('with %s is refused', (_, text, detail) => {
    expect(names(text)).toContain(detail)
  })
})
