import { stopTestServer } from '@heliobond/db'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { csvCell } from './csv.ts'
import { seedBill, seedSystem } from './seed.test-helper.ts'
import { openTestApi, type TestApi } from './testing.test-helper.ts'

let api: TestApi

beforeAll(async () => {
  api = await openTestApi()
  await seedSystem(api.database, 1, false)
  for (let number = 1n; number <= 7n; number += 1n) await seedBill(api.database, 1, number)
  await api.database.prisma.party.updateMany({ where: { systemId: 1 }, data: { name: '=HYPERLINK("http://evil")' } })
})
afterAll(async () => {
  await api?.close()
  await stopTestServer()
})

/** As RFC 4180 reads a file. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let quoted = false
  for (let at = 0; at < text.length; at += 1) {
    const [now = '', next] = [text[at], text[at + 1]]
    if (quoted && now === '"' && next === '"') {
      cell += '"'
      at += 1
    } else if (now === '"') quoted = !quoted
    else if (quoted || (now !== ',' && now !== '\r')) cell += now
    else {
      row.push(cell)
      cell = ''
      if (now === ',') continue
      rows.push(row)
      row = []
      at += 1
    }
  }
  return rows
}

describe('a cell', () => {
  test.each([
    ['=1+1', "'=1+1"],
    ['+1 (787) 555', "'+1 (787) 555"],
    ['-2+3', "'-2+3"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['-12345', '-12345'],
    ['-0.5', '-0.5'],
    [null, ''],
    [undefined, ''],
    [true, 'true'],
    ['a "b", c', '"a ""b"", c"'],
    ['two\r\nlines', '"two\r\nlines"'],
  ])('%j is written as %j', (value, written) => {
    expect(csvCell(value)).toBe(written)
  })

  test('no text makes another cell or another line, and none begins a formula', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const rows = parseCsv(`${csvCell(text)},end\r\n`)
        expect(rows).toHaveLength(1)
        expect(rows[0]).toHaveLength(2)
        expect(rows[0]?.[0]?.replace(/^'/, '')).toBe(text.replace(/^'/, ''))
        expect(rows[0]?.[0]).not.toMatch(/^[=@\t\r]/)
      }),
    )
  })
})

describe('a list as CSV', () => {
  const csv = (url: string) => api.app.inject({ url })

  test('holds every row that the filters leave, whatever the page says, under a header', async () => {
    const whole = await csv('/v1/systems/1/bills?format=csv&limit=2')
    expect(whole.statusCode, whole.body).toBe(200)
    expect(whole.headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="heliobond-systems-1-bills.csv"',
    })
    const [header = [], ...rows] = parseCsv(whole.body)
    expect(header.slice(0, 3)).toEqual(['number', 'partyIndex', 'partyName'])
    expect(header).toContain('statement.readingsRoot')
    expect(rows.map(([number]) => number)).toEqual(['1', '2', '3', '4', '5', '6', '7'])
    expect(rows.every((row) => row.length === header.length)).toBe(true)
    expect(rows[0]?.[2]).toBe('\'=HYPERLINK("http://evil")')

    const none = await csv('/v1/systems/1/bills?format=csv&party=9')
    expect(parseCsv(none.body)).toEqual([header])
    const newestFirst = parseCsv((await csv('/v1/systems/1/bills?format=csv&order=desc')).body)
    expect(newestFirst[1]?.[0]).toBe('7')
  })

  test('that is refused is refused as itself', async () => {
    const response = await csv('/v1/systems/99/bills?format=csv')
    expect(response.statusCode).toBe(404)
    expect(response.headers['content-type']).toContain('application/problem+json')
    expect((await csv('/v1/systems/1/bills?format=xml')).statusCode).toBe(400)
  })
})
