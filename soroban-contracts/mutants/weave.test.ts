import { expect, test } from 'vitest'
import { type Mutant, type Span, weave } from './weave.ts'

const SOURCE = `/// Says \`}\` of nothing.
pub const fn least(a: u32, b: u32) -> u32 {
    if a < b { a } else { b }
}

fn none() -> &'static str { "ñ" }
`
const at = (line: number, from: number, to: number): Span => ({
  start: { line, column: from },
  end: { line, column: to },
})
const LEAST = { start: { line: 2, column: 1 }, end: { line: 4, column: 2 } }

function mutant(id: number, functionSpan: Span, span: Span, replacement: string): Mutant {
  return { id, crate: 'x', file: 'x/src/lib.rs', name: `mutant ${id}`, functionSpan, span, replacement }
}

test('keeps the program itself where no mutant is chosen, and every mutant beside it', () => {
  const { text, mutantOfLine } = weave(
    SOURCE,
    [mutant(7, LEAST, at(3, 10, 11), '<='), mutant(8, LEAST, at(3, 5, 30), '0')],
    'chosen()',
  )
  const arm = (id: string) =>
    text
      .slice(text.indexOf(`${id} => {`))
      .split('\n')[1]
      ?.trim()
  expect(arm('_')).toBe('if a < b { a } else { b }')
  expect(arm('7')).toBe('if a <= b { a } else { b }')
  expect(arm('8')).toBe('0')
  expect(text).toContain('pub fn least(a: u32, b: u32) -> u32 { match chosen() {')
  expect(text.startsWith('/// Says `}` of nothing.\n')).toBe(true)
  const lines = text.split('\n')
  expect([...mutantOfLine].map(([line, id]) => `${id}: ${lines[line - 1]?.trim()}`)).toEqual([
    '7: 7 => {',
    '7: if a <= b { a } else { b }',
    '7: }',
    '8: 8 => {',
    '8: 0',
    '8: }',
  ])
})

test('counts columns in characters, and leaves what has no mutant as it is', () => {
  const { text } = weave(SOURCE, [mutant(1, at(6, 1, 34), at(6, 29, 32), '"xyzzy"')], 'chosen()')
  expect(text).toContain('1 => { "xyzzy" }')
  expect(text).toContain('_ => { "ñ" }')
  expect(text.split('\n').slice(0, 4)).toEqual(SOURCE.split('\n').slice(0, 4))
  expect(weave(SOURCE, [], 'chosen()').text).toBe(SOURCE)
})
