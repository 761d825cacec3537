import { createHash } from 'node:crypto'
import { stopTestServer } from '@heliobond/db'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { HOLDERS, seedOffering, seedSystem } from '../seed.test-helper.ts'
import { openSignedInApi, type SignedInApi } from '../signed-in.test-helper.ts'

let api: SignedInApi
let ana: Record<string, string>

beforeAll(async () => {
  api = await openSignedInApi()
  ana = await api.as(HOLDERS[0])
  await seedSystem(api.database, 1, false)
  await seedOffering(api.database, 1, 1)
  await api.database.prisma.offering.update({ where: { id: 1 }, data: { roles: { issuer: HOLDERS[1] } } })
})
afterAll(async () => {
  await api?.close()
  await stopTestServer()
})

const put = (
  bytes: Buffer | string,
  query = '?name=report.txt',
  headers: Record<string, string> = ana,
  type = 'application/octet-stream',
) =>
  api.app.inject({
    method: 'POST',
    url: `/v1/documents${query}`,
    payload: bytes,
    headers: { ...headers, 'content-type': type },
  })

test('a document is kept under the hash of its bytes, given back as they are, and is one however often it comes', async () => {
  const bytes = Buffer.from('Informe de inspección\n')
  const first = await put(bytes, '?name=Informe%20%22final%22.txt&kind=evidence')
  expect(first.statusCode, first.body).toBe(201)
  const hash = createHash('sha256').update(bytes).digest('hex')
  expect(first.json()).toMatchObject({ hash, mediaType: 'text/plain', sizeBytes: bytes.length, owner: HOLDERS[0] })
  const again = await put(bytes, '?name=other.txt', await api.as(HOLDERS[1]))
  expect(again.statusCode).toBe(200)
  expect(again.json()).toEqual(first.json())
  const read = await api.app.inject(`/v1/documents/${hash}`)
  expect(read.rawPayload).toEqual(bytes)
  expect(read.headers).toMatchObject({
    'content-type': 'text/plain; charset=utf-8',
    'content-disposition': "attachment; filename*=UTF-8''Informe%20%22final%22.txt",
    'x-content-type-options': 'nosniff',
  })
})

test('what it is said to be counts for nothing: its bytes decide', async () => {
  const pdf = await put('%PDF-1.4 ...', '?name=a.png', ana, 'image/png')
  expect(pdf.json()).toMatchObject({ mediaType: 'application/pdf' })
  const program = await put(Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0]), '?name=a.pdf', ana, 'application/pdf')
  expect(program.statusCode).toBe(415)
  expect(program.json().code).toBe('HELIOBOND_UNSUPPORTED_DOCUMENT')
})

test.each([
  ['nobody who signed in', 'x', '?name=a', {}, 401],
  ['no name', 'x', '', null, 400],
  ['a name that is too long', 'x', `?name=${'a'.repeat(121)}`, null, 400],
  ['an unknown kind', 'x', '?name=a&kind=virus', null, 400],
  ['no bytes', '', '?name=a', null, 400],
  ['an offering that is none', 'x', '?name=a&offering=9', null, 404],
  ['an official statement by somebody else', 'x', '?name=a&offering=1&kind=official-statement', null, 403],
] as const)('%s is refused', async (_, bytes, query, headers, status) => {
  const answer = await put(bytes, query, headers ?? ana)
  expect(answer.statusCode, answer.body).toBe(status)
})

test('the offering’s own offices attach to it', async () => {
  const answer = await put(
    'Official statement',
    '?name=os.txt&offering=1&kind=official-statement',
    await api.as(HOLDERS[1]),
  )
  expect(answer.statusCode, answer.body).toBe(201)
  expect((await api.get('/v1/offerings/1/documents')).data).toMatchObject([{ name: 'os.txt', inTerms: false }])
})

test('more than one document may weigh is a 413, and nothing of it is kept', async () => {
  const answer = await put(Buffer.alloc(10 * 1_048_576 + 1, 'a'))
  expect(answer.statusCode).toBe(413)
  expect(answer.json().code).toBe('HELIOBOND_BODY_TOO_LARGE')
})

test('one address keeps no more than it may', async () => {
  await api.database.prisma.document.updateMany({ where: { owner: HOLDERS[0] }, data: { sizeBytes: 2_000_000_000 } })
  const answer = await put('one more')
  expect(answer.statusCode).toBe(413)
  expect(answer.json().code).toBe('HELIOBOND_TOO_MANY_DOCUMENTS')
})

test('an unknown hash is a 404, and what is no hash a 400', async () => {
  expect((await api.get(`/v1/documents/${'0'.repeat(64)}`, 404)).code).toBe('HELIOBOND_DOCUMENT_NOT_FOUND')
  await api.get('/v1/documents/..%2F..%2Fetc', 400)
})
