import { expect, test } from 'vitest'
import { PdfDocument, textWidth } from './document.ts'

const text = (document: PdfDocument) => new TextDecoder('latin1').decode(document.bytes())

test('every object lies where the table of places says', () => {
  const file = text(new PdfDocument('Estado').line('Hola').pair('Cupones', '12.50 USDC'))
  const start = Number(/startxref\n(\d+)/.exec(file)?.[1])
  const [, size = '0'] = /xref\n0 (\d+)/.exec(file.slice(start)) ?? []
  const places = [...file.slice(start).matchAll(/^(\d{10}) 00000 n/gm)].map(([, place]) => Number(place))
  expect(places).toHaveLength(Number(size) - 1)
  for (const [index, place] of places.entries()) expect(file.slice(place)).toMatch(new RegExp(`^${index + 1} 0 obj\n`))
  expect(file.startsWith('%PDF-1.4\n')).toBe(true)
  expect(file.endsWith('%%EOF\n')).toBe(true)
})

test('the length of each stream is what it says', () => {
  const file = text(new PdfDocument('x').line('(a) \\ b'))
  for (const [, length, content] of file.matchAll(/\/Length (\d+) >>\nstream\n([\s\S]*?)\nendstream/g)) {
    expect(content).toHaveLength(Number(length))
  }
})

test('Spanish letters and brackets are written so that they are read', () => {
  const file = text(new PdfDocument('x').line('Loíza (año) – ñ'))
  expect(file).toContain('(Lo\\355za \\050a\\361o\\051 \\226 \\361)')
})

test('a long table goes on, with its head on every page', () => {
  const rows = Array.from({ length: 120 }, (_, row) => [`row ${row}`, '1.00'])
  const columns = [
    { title: 'Name', share: 0.7 },
    { title: 'Amount', share: 0.3, right: true },
  ]
  const file = text(new PdfDocument('x').table(columns, rows))
  const pages = Number(/\/Count (\d+)/.exec(file)?.[1])
  expect(pages).toBeGreaterThan(1)
  expect(file.match(/\(Name\) Tj/g)).toHaveLength(pages)
  for (const [cell = ''] of rows) expect(file).toContain(`(${cell}) Tj`)
})

test('what is too wide is cut, and says so', () => {
  const file = text(new PdfDocument('x').line('w'.repeat(500)))
  expect(file).toMatch(/\(w+\\205\) Tj/)
  expect(textWidth('1,234.50', 10)).toBeCloseTo(38.92)
})
