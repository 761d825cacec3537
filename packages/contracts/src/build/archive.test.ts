import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type ArchivedFile, tarOf } from './archive.ts'

const text = (content: string) => new TextEncoder().encode(content)
const FILES: ArchivedFile[] = [
  ['src/lib.rs', text('fn main() {}\n')],
  ['Cargo.toml', text('x'.repeat(512))],
  ['a/empty', new Uint8Array(0)],
]

test('an archive is the same whatever order the files come in', () => {
  expect(tarOf('source', FILES)).toEqual(tarOf('source', [...FILES].reverse()))
})

test('tar unpacks it below its one folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'heliobond-archive-'))
  try {
    writeFileSync(join(folder, 'source.tar'), tarOf('source', FILES))
    execFileSync('tar', ['-xf', 'source.tar'], { cwd: folder })
    for (const [name, content] of FILES) {
      expect(readFileSync(join(folder, 'source', name))).toEqual(Buffer.from(content))
    }
    const listed = execFileSync('tar', ['-tf', 'source.tar'], { cwd: folder, encoding: 'utf8' })
    expect(listed.trim().split('\n')).toEqual(['source/Cargo.toml', 'source/a/empty', 'source/src/lib.rs'])
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('a name that the format cannot hold, or that stands twice, is refused', () => {
  expect(() => tarOf('source', [['a'.repeat(94), text('')]])).toThrow('more than 100 bytes')
  expect(() => tarOf('source', [...FILES, ['Cargo.toml', text('')]])).toThrow('Cargo.toml stands twice')
})
