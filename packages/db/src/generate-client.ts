/**
 * Generates the Prisma client into src/generated, without a download and only when something changed.
 *
 * The Prisma CLI wants a schema engine, a binary that it would download, although generating needs none of it: pointing
 * PRISMA_SCHEMA_ENGINE_BINARY at an executable that is there anyway (this Node) keeps it quiet.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const require = createRequire(import.meta.url)
const here = dirname(fileURLToPath(import.meta.url))
const schema = join(here, '../../../prisma/schema.prisma')
const generated = join(here, 'generated')
const stamp = join(generated, '.stamp')

const cliPackage = require.resolve('prisma/package.json')
const wanted = createHash('sha256').update(readFileSync(schema)).update(readFileSync(cliPackage)).digest('hex')

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
  rmSync(generated, { recursive: true, force: true })
  const run = spawnSync(
    process.execPath,
    [join(dirname(cliPackage), 'build/index.js'), 'generate', '--schema', schema, '--no-hints'],
    {
      cwd: join(here, '..'),
      encoding: 'utf8',
      env: {
        ...process.env,
        PRISMA_SCHEMA_ENGINE_BINARY: process.env.PRISMA_SCHEMA_ENGINE_BINARY ?? process.execPath,
        PRISMA_HIDE_UPDATE_MESSAGE: '1',
        CHECKPOINT_DISABLE: '1',
      },
    },
  )
  if (run.status !== 0) {
    process.stderr.write(`${run.stdout ?? ''}${run.stderr ?? ''}${run.error?.message ?? ''}\n`)
    throw new Error('prisma generate failed: see above')
  }
  writeFileSync(stamp, wanted)
}
