/** `npm run channels`: brings the pool of channel accounts to a size. */
import { parseArgs } from 'node:util'
import { createChain } from '@heliobond/chain'
import { ChannelsNotResizedError, MOST_CHANNELS, type ResizedChannels, resizeChannels } from '@heliobond/worker'
import { UsageError } from '../usage-error.ts'
import { withInstallation } from './installation.ts'

const HELP = `npm run channels -- [--count N]

Brings the pool of channel accounts to N: each lends its sequence number to one transaction at a time, so that N transactions can be under way at
once. Ten fill a ledger of 1,000 operations with payments. Their reserves (a lumen each) are lent by the fee account and come back to it.

Accounts that a reset test network has forgotten are opened again. A channel with a transaction under way is left alone: it takes no new one, and
goes with the next call. The installation may be running; the command may be stopped at any point and given again.

  --count N   how many there are to be (0 to ${MOST_CHANNELS}); without it nothing but what is missing is opened
  --help      this text

Exit status: 0 when the pool is as wanted or will be with the next call; 1 when the network or the fee account did not allow it; 2 for a mistake in the command.
`

/** @returns the exit status */
export async function runChannels(args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  const { help, count } = readArguments(args)
  if (help) {
    process.stdout.write(HELP)
    return 0
  }
  return withInstallation(env, async ({ context, secretKey, database, progress }) => {
    const present = await database.prisma.channelAccount.count({ where: { retiring: false } })
    try {
      const resized = await resizeChannels({
        ...{ context, secretKey, chain: createChain(context.chain.config), count: count ?? present },
        onProgress: (step) => progress.say('channels', step),
      })
      process.stdout.write(`${resizedWords(resized)}\n`)
      return 0
    } catch (error) {
      if (!(error instanceof ChannelsNotResizedError)) throw error
      process.stderr.write(`${error.message}\n`)
      return 1
    }
  })
}

function resizedWords({ opened, reopened, closed, leaving, serving }: ResizedChannels): string {
  const again = reopened > 0 ? ` (${reopened} of them again)` : ''
  const later = leaving > 0 ? `; ${leaving} in use: give the command again` : ''
  return `${serving} channels: ${opened} opened${again}, ${closed} closed${later}`
}

function readArguments(args: readonly string[]): { readonly help: boolean; readonly count: number | undefined } {
  const options = { help: { type: 'boolean', short: 'h' }, count: { type: 'string' } } as const
  let values: { readonly help?: boolean; readonly count?: string }
  try {
    values = parseArgs({ args: [...args], options }).values
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)} (see --help)`)
  }
  const { help = false, count } = values
  if (count !== undefined && (!/^\d+$/.test(count) || Number(count) > MOST_CHANNELS))
    throw new UsageError(`--count: "${count}" is no number from 0 to ${MOST_CHANNELS} (see --help)`)
  return { help, count: count === undefined ? undefined : Number(count) }
}
