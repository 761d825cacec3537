import {
  accounts,
  type Chain,
  createKey,
  mergeAccount,
  openSponsored,
  type Signer,
  type SubmitNow,
  submitNow,
} from '@heliobond/chain'
import { type SecretKey, sealSecret } from '@heliobond/db'
import type { Queryable, WorkerContext } from '../context.ts'

/** More would fill several ledgers of the public network, and cost a lumen of reserves each. */
export const MOST_CHANNELS = 1_000
/** Accounts that one transaction opens or closes: an envelope holds 20 signatures, one of them the fee account's. */
const ACCOUNTS_A_TRANSACTION = 15
/** Two base reserves, which the fee account lends to each, and what fees may take. */
const LENT_STROOPS = 10_000_000n
const FEES_STROOPS = 20_000_000n

/** What became of the pool. */
export interface ResizedChannels {
  /** Channel accounts that were opened, and those of them that had been there before the network forgot them. */
  readonly opened: number
  readonly reopened: number
  readonly closed: number
  /** Channels that are to go and have a transaction under way: they take no new one, and go with the next call. */
  readonly leaving: number
  /** Channels that lend their sequence numbers now. */
  readonly serving: number
}

/** The pool was not brought to the wanted size, and why; what was done until then stays. */
export class ChannelsNotResizedError extends Error {
  readonly code: 'NO_FEE_ACCOUNT' | 'FEE_ACCOUNT_EMPTY' | 'REFUSED'
  constructor(code: ChannelsNotResizedError['code'], message: string) {
    super(message)
    this.name = 'ChannelsNotResizedError'
    this.code = code
  }
}

export interface ResizeChannels {
  readonly context: Pick<WorkerContext, 'store' | 'keys'>
  readonly chain: Chain
  /** Seals the keys of new channels. */
  readonly secretKey: SecretKey
  readonly count: number
  readonly onProgress?: (step: string) => void
}

interface Channel {
  readonly address: string
  readonly name: string
  readonly busy: boolean
  readonly retiring: boolean
}

/**
 * Brings the pool of channel accounts to a size: opens what is missing (also what a test network has forgotten), closes what is too many. Their
 * reserves are lent by the fee account, and come back to it.
 *
 * It may be stopped at any point and called again: a key is sealed and written down before its account is opened, and is deleted only once the account is
 * closed for certain. A channel with a transaction under way is left alone.
 *
 * @throws {ChannelsNotResizedError} in words for the operator
 */
export async function resizeChannels(p: ResizeChannels): Promise<ResizedChannels> {
  const { keys, store } = p.context
  const say = p.onProgress ?? (() => undefined)
  if (!(await keys.holds('fees')))
    throw new ChannelsNotResizedError(
      'NO_FEE_ACCOUNT',
      'this installation has no fee account whose key opens here: launch a project first, and give its HELIOBOND_SECRET_KEY',
    )
  const fees = await keys.signer('fees')
  const before = await channelsOf(store)
  const there = await accounts(p.chain, before.map(addressOf))
  const kept = before.slice(0, p.count)
  const missing = kept.filter(({ address }) => !there.has(address))
  await requireLumens(p.chain, fees, missing.length + p.count - kept.length)
  // What does not exist (any more) serves once it does; what is to go takes no new transaction from here on.
  const serving = kept.filter(({ address }) => there.has(address)).map(addressOf)
  await store.query('UPDATE channel_account SET retiring = NOT address = ANY($1)', [serving])
  const opening = [...missing, ...(await newChannels(p, p.count - kept.length))]
  for (const [done, batch] of batchesOf(opening)) {
    say(`opening ${done + batch.length} of ${opening.length}`)
    await open(p, fees, batch)
  }
  const going = new Set(before.slice(p.count).map(addressOf))
  const leaving = (await channelsOf(store)).filter(({ address, busy }) => going.has(address) && !busy)
  for (const [done, batch] of batchesOf(leaving)) {
    say(`closing ${done + batch.length} of ${leaving.length}`)
    await close(p, fees, batch, there)
  }
  const after = await channelsOf(store)
  return {
    opened: opening.length,
    reopened: missing.length,
    closed: leaving.length,
    leaving: after.filter(({ retiring }) => retiring).length,
    serving: after.filter(({ retiring }) => !retiring).length,
  }
}

const addressOf = ({ address }: Channel): string => address

/** All channels, the oldest first. */
async function channelsOf(db: Queryable): Promise<Channel[]> {
  const { rows } = await db.query<Channel>(
    `SELECT address, secret_name AS name, locked_by_outbox IS NOT NULL AS busy, retiring FROM channel_account
     ORDER BY created_at, length(secret_name), secret_name`,
  )
  return rows
}

/** Makes keys, seals them and writes them down; they do not serve yet. No name is ever used twice: processes remember keys by their names. */
async function newChannels({ context, secretKey, chain }: ResizeChannels, more: number): Promise<Channel[]> {
  const now = await chain.now()
  const made: Channel[] = []
  while (made.length < more) {
    const { address, secret } = createKey()
    const name = `channel.${address}`
    const { ciphertext, nonce } = sealSecret(secretKey, name, secret)
    await context.store.transaction(async (client) => {
      await client.query('INSERT INTO secret (name, public_key, ciphertext, nonce) VALUES ($1, $2, $3, $4)', [
        ...[name, address, Buffer.from(ciphertext), Buffer.from(nonce)],
      ])
      await client.query(
        'INSERT INTO channel_account (address, secret_name, retiring, created_at) VALUES ($1, $2, true, $3)',
        [address, name, now],
      )
    })
    made.push({ address, name, busy: false, retiring: true })
  }
  return made
}

async function requireLumens(chain: Chain, { address }: Signer, opening: number): Promise<void> {
  if (opening === 0) return
  const account = (await accounts(chain, [address])).get(address)
  if (!account)
    throw new ChannelsNotResizedError('NO_FEE_ACCOUNT', `the fee account ${address} does not exist on this network`)
  const wanted = LENT_STROOPS * BigInt(opening) + FEES_STROOPS
  if (account.balanceStroops < wanted)
    throw new ChannelsNotResizedError(
      'FEE_ACCOUNT_EMPTY',
      `${opening} channels take ${wanted / 10_000_000n} lumens of the fee account ${address}, which holds ${account.balanceStroops / 10_000_000n}: send it lumens first`,
    )
}

async function open(p: ResizeChannels, fees: Signer, channels: readonly Channel[]): Promise<void> {
  const signers = await Promise.all(channels.map(({ name }) => p.context.keys.signer(name)))
  await carry(p.chain, {
    source: fees,
    operations: channels.flatMap(({ address }) => openSponsored({ sponsor: fees.address, address })),
    signers,
  })
  await p.context.store.query('UPDATE channel_account SET retiring = false WHERE address = ANY($1)', [
    channels.map(addressOf),
  ])
}

/** Nobody takes a retiring channel any more, and these have nothing under way. */
async function close(
  p: ResizeChannels,
  fees: Signer,
  channels: readonly Channel[],
  there: ReadonlyMap<string, unknown>,
): Promise<void> {
  const living = channels.filter(({ address }) => there.has(address))
  if (living.length > 0)
    await carry(p.chain, {
      source: fees,
      operations: living.map(({ address }) => mergeAccount({ source: address, destination: fees.address })),
      signers: await Promise.all(living.map(({ name }) => p.context.keys.signer(name))),
    })
  await p.context.store.transaction(async (client) => {
    const { rows } = await client.query<{ name: string }>(
      'DELETE FROM channel_account WHERE address = ANY($1) AND retiring AND locked_by_outbox IS NULL RETURNING secret_name AS name',
      [channels.map(addressOf)],
    )
    await client.query('DELETE FROM secret WHERE name = ANY($1)', [rows.map(({ name }) => name)])
  })
}

async function carry(chain: Chain, transaction: SubmitNow): Promise<void> {
  const ended = await submitNow(chain, transaction)
  if (ended.kind === 'success') return
  const failure = 'failure' in ended ? `: ${ended.failure.code}` : ''
  throw new ChannelsNotResizedError(
    'REFUSED',
    `the network did not take the change of the channels (${ended.kind}${failure}): run the command again, nothing is lost`,
  )
}

function* batchesOf(channels: readonly Channel[]): Generator<[number, readonly Channel[]]> {
  for (let at = 0; at < channels.length; at += ACCOUNTS_A_TRANSACTION)
    yield [at, channels.slice(at, at + ACCOUNTS_A_TRANSACTION)]
}
