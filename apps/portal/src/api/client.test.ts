import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { apiAddress, callApi } from './client.ts'

let server: Server
let url: string
const seen: { method?: string; url?: string; authorization?: string; body: string }[] = []

beforeAll(async () => {
  server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk) => {
      body += String(chunk)
    })
    request.on('end', () => {
      const { method, url: path, headers } = request
      seen.push({ method, url: path, authorization: headers.authorization, body })
      if (path?.startsWith('/slow')) return
      if (path?.startsWith('/html'))
        return response.writeHead(502, { 'content-type': 'text/html' }).end('<h1>Bad gateway')
      if (path?.startsWith('/moved')) return response.writeHead(302, { location: '/v1/x' }).end()
      if (path?.startsWith('/refused')) {
        const problem = {
          type: 'urn:heliobond:problem:X',
          title: 'No',
          status: 409,
          detail: 'Because.',
          code: 'HELIOBOND_X',
          instance: 'urn:heliobond:request:r1',
          reason: 'Y',
        }
        return response.writeHead(409, { 'content-type': 'application/problem+json' }).end(JSON.stringify(problem))
      }
      return response
        .writeHead(200, { 'content-type': 'application/json' })
        .end('{"amountStroops":"90071992547409931"}')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  process.env.HELIOBOND_API_URL = url
})
afterAll(() => {
  delete process.env.HELIOBOND_API_URL
  server.closeAllConnections()
  server.close()
})

describe('a question to the API', () => {
  test('brings its JSON, with amounts as text', async () => {
    expect(await callApi('/v1/x')).toEqual({ ok: true, value: { amountStroops: '90071992547409931' } })
  })

  test('carries the query, the token and the body, and leaves out what is undefined', async () => {
    await callApi('/v1/y', { method: 'POST', query: { a: 1, b: undefined }, token: 't', body: { z: '1' } })
    expect(seen.at(-1)).toEqual({ method: 'POST', url: '/v1/y?a=1', authorization: 'Bearer t', body: '{"z":"1"}' })
    expect(apiAddress('/v1/x', { q: 'ñ &' })).toBe(`${url}v1/x?q=%C3%B1+%26`)
  })

  test('that is refused is the problem that the API told', async () => {
    const answer = await callApi('/refused')
    expect(answer).toEqual({
      ok: false,
      error: {
        code: 'HELIOBOND_X',
        status: 409,
        title: 'No',
        detail: 'Because.',
        request: 'r1',
        extra: { reason: 'Y' },
      },
    })
  })

  test.each([
    ['/html', {}, 'API_ANSWER_UNEXPECTED', 502],
    ['/slow', { timeoutMs: 50 }, 'API_TIMEOUT', 0],
    ['/moved', {}, 'API_UNREACHABLE', 0],
  ])('that fails (%s) is a problem with a code', async (path, options, code, status) => {
    expect(await callApi(path, options)).toMatchObject({ ok: false, error: { code, status } })
  })

  test('to an API that is not there is a problem too', async () => {
    process.env.HELIOBOND_API_URL = 'http://127.0.0.1:1'
    expect(await callApi('/v1/x')).toMatchObject({ ok: false, error: { code: 'API_UNREACHABLE' } })
    process.env.HELIOBOND_API_URL = url
  })
})
