import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'

const here = new URL('./', import.meta.url)

/** Hex SHA-256 of everything that decides the host's binary: name, NUL, content, NUL of each file in order of name. */
export function sourceSha256(): string {
  const sources = readdirSync(new URL('src/', here)).filter((name) => name.endsWith('.rs'))
  const names = ['Cargo.lock', 'Cargo.toml', 'build.sh', ...sources.map((name) => `src/${name}`)].sort()
  const digest = createHash('sha256')
  for (const name of names)
    digest
      .update(`${name}\0`)
      .update(readFileSync(new URL(name, here)))
      .update('\0')
  return digest.digest('hex')
}
