/** `npm run rebuild`: drops every projection and derives it anew from the chain. */
import { parseArgs } from 'node:util'
import { type Difference, rebuild } from '@heliobond/worker'
import { UsageError } from '../usage-error.ts'
import { withInstallation } from './installation.ts'

const HELP = `npm run rebuild -- [--from-log] [--check]

Drops what is derived (bills, payments, collections, coupons, holders, tenders, certificates, timelines and the rest) and derives it anew: from
the network's events, or from our own log of them where the network has forgotten. What the platform alone knows (readings, the outbox, keys,
drafts, documents, decisions) is not touched. It is one database transaction: readers see the old state until the new one is whole.

Stop the worker first: nothing is put into its queue while this runs.

  --from-log   take the events from our log, not from the network
  --check      derive and compare, and leave everything as it was
  --help       this text

Exit status: 0 when everything came out as it was; 1 when something did not (it is listed, and unless --check is given it is mended); 2 for a
mistake in the command.
`

/** Differences that are listed; the rest is counted. */
const MOST_LISTED = 20

/** @returns the exit status */
export async function runRebuild(args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  const given = readArguments(args)
  if (given.help) {
    process.stdout.write(HELP)
    return 0
  }
  return withInstallation(env, async ({ context, progress }) => {
    const { events, rows, differences } = await rebuild(context, {
      source: given.fromLog ? 'log' : 'chain',
      checkOnly: given.check,
      onProgress: (step) => progress.say('rebuild', step),
    })
    process.stdout.write(`${rows} rows from ${events} events: ${summary(differences, given.check)}\n`)
    for (const one of differences.slice(0, MOST_LISTED)) process.stdout.write(`${lineOf(one)}\n`)
    if (differences.length > MOST_LISTED) process.stdout.write(`... and ${differences.length - MOST_LISTED} more\n`)
    return differences.length === 0 ? 0 : 1
  })
}

function summary(differences: readonly Difference[], isCheck: boolean): string {
  if (differences.length === 0) return 'all as it was'
  return `${differences.length} otherwise than before${isCheck ? '; nothing was changed' : ', and mended'}`
}

function lineOf({ table, key, before, after }: Difference): string {
  if (before === null) return `  ${table} ${key}: was missing`
  if (after === null) return `  ${table} ${key}: was there, and no event says so`
  return `  ${table} ${key}:\n    was ${before}\n    is  ${after}`
}

function readArguments(args: readonly string[]) {
  const options = {
    help: { type: 'boolean', short: 'h' },
    'from-log': { type: 'boolean' },
    check: { type: 'boolean' },
  } as const
  try {
    const { values } = parseArgs({ args: [...args], options })
    return { help: values.help ?? false, fromLog: values['from-log'] ?? false, check: values.check ?? false }
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)} (see --help)`)
  }
}
