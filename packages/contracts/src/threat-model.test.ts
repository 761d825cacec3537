import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const sources = globSync('soroban-contracts/*/src/**/*.rs', { cwd: root }).map((file) =>
  readFileSync(`${root}${file}`, 'utf8'),
)

test('every test that the threat model names is one of the contracts', () => {
  const text = readFileSync(`${root}docs/threat-model.md`, 'utf8')
  const known = new Set(
    sources.flatMap((source) => [...source.matchAll(/^ *fn (\w+)\(\) \{/gm)].map(([, name]) => name)),
  )
  // The names of tests are sentences; names of calls and files are shorter.
  const named = [...text.matchAll(/`([a-z0-9]+(?:_[a-z0-9]+){3,})`/g)].map(([, name]) => name)
  expect(named.length).toBeGreaterThan(80)
  expect(named.filter((name) => !known.has(name))).toEqual([])
})
