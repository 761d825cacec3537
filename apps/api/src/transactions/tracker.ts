import {
  type Chain,
  contractOf,
  describeEnvelope,
  type EnvelopeFacts,
  envelopeSources,
  isDead,
  type Lookup,
  lookup,
  RpcUnavailableError,
  type Signer,
  send,
  sign,
} from '@heliobond/chain'
import { type Database, type Prisma, type TrackedTransaction, transaction } from '@heliobond/db'
import type { FastifyBaseLogger } from 'fastify'
import { Problem } from '../errors.ts'
import type { PlatformKeys } from '../platform-keys.ts'
import { toJson } from './action.ts'
import { actionNamed } from './registry.ts'

/** Rows that one look follows. */
const MOST_ROWS = 200
/** Codes with which the network says: not signed by whom it has to be. */
const NOT_SIGNED: ReadonlySet<string> = new Set(['tx_bad_auth', 'tx_bad_auth_extra'])
/** Codes after which this very envelope can never be taken. */
const HOPELESS: ReadonlySet<string> = new Set(['tx_bad_seq', 'tx_too_late'])

/**
 * Carries envelopes that this API built, and wallets signed, to the network, and follows them to their end.
 *
 * What is signed is written down before it is sent. A lost answer changes nothing: the same envelope is sent again until the network answers for
 * its hash, and only a ledger that closed after its end proves it dead.
 */
export interface Tracker {
  /** @throws {Problem} for an envelope that was not built here, is not signed, or is refused by the network. */
  submit(envelopeXdr: string): Promise<TrackedTransaction>
  /** Where a transaction stands now. @throws {Problem} for one that was not built here. */
  follow(hash: string): Promise<TrackedTransaction>
  /** Follows all that are under way. @returns how many are still. */
  tick(): Promise<number>
}

export function createTracker(p: {
  readonly database: Database
  readonly chain: Chain
  /** Adds its signature to what names it as a signer. */
  readonly sponsor?: Signer | undefined
  /** Sign what names them as signers, in the actions that say so. */
  readonly keys?: PlatformKeys | undefined
  readonly log: FastifyBaseLogger
}): Tracker {
  const { chain, log } = p
  const { prisma } = p.database

  function read(envelopeXdr: string): EnvelopeFacts {
    try {
      return describeEnvelope(envelopeXdr, chain.config.passphrase)
    } catch {
      // Not XDR, not an envelope, or one without an end: none of these was built here.
      throw new Problem('HELIOBOND_MALFORMED_ENVELOPE', 'A signed transaction envelope in base64 is wanted.')
    }
  }

  async function rowOf(hash: string): Promise<TrackedTransaction> {
    const row = await prisma.trackedTransaction.findUnique({ where: { hash } })
    if (row) return row
    throw new Problem('HELIOBOND_TRANSACTION_NOT_FOUND', 'This transaction was not built here: build it first.')
  }

  async function settle(row: TrackedTransaction, found: Lookup): Promise<TrackedTransaction | null> {
    const now = await chain.now()
    if (found.kind === 'not-found') {
      if (!isDead({ expiresAt: row.expiresAt, builtAt: row.createdAt }, found)) return null
      return finish(row, { status: 'expired', code: row.code ?? 'tx_too_late', updatedAt: now })
    }
    const included = {
      ledger: found.ledger,
      at: found.closedAt,
      updatedAt: now,
      operationCodes: [...found.resultCodes.operations],
    }
    if (found.kind === 'failed') return finish(row, { ...included, status: 'failed', code: found.failure.code })
    return finish(row, {
      ...included,
      status: 'success',
      code: 'tx_success',
      returnValue: returned(row, found.returnValueXdr),
    })
  }

  async function finish(
    row: TrackedTransaction,
    data: Prisma.TrackedTransactionUpdateManyArgs['data'],
  ): Promise<TrackedTransaction> {
    const isFirst = await transaction(p.database, async (tx) => {
      const { count } = await tx.trackedTransaction.updateMany({
        where: { hash: row.hash, status: { in: ['built', 'pending'] } },
        data,
      })
      if (count === 1 && data.status === 'success') {
        const { hash, source } = row
        const { passphrase } = chain.config
        const done = { tx, hash, source, passphrase, returnValue: data.returnValue ?? null }
        await actionNamed(row.action)?.booked?.(row.params as never, done)
      }
      return count === 1
    })
    const settled = await rowOf(row.hash)
    if (isFirst) {
      log.info({ tx: row.hash, action: row.action, status: settled.status, code: settled.code }, 'transaction settled')
    }
    return settled
  }

  function returned(row: TrackedTransaction, returnValueXdr: string | undefined): Prisma.InputJsonValue | undefined {
    const told = actionNamed(row.action)?.returns
    const returns = typeof told === 'function' ? told(row.params as never) : told
    if (!returns || returnValueXdr === undefined) return undefined
    const handle = contractOf(returns.contract, '', chain)
    return toJson(handle.decodeResult(returns.method as never, returnValueXdr)) as Prisma.InputJsonValue
  }

  async function sendOnce(row: TrackedTransaction, envelopeXdr: string): Promise<string | null> {
    try {
      const sent = await send(chain, envelopeXdr)
      return sent.kind === 'ERROR' ? sent.failure.code : null
    } catch (error) {
      // Whether it arrived is open: it is sent again when it is followed.
      if (!(error instanceof RpcUnavailableError)) throw error
      log.warn({ tx: row.hash, err: error }, 'no answer to a submission')
      return null
    }
  }

  async function submit(envelopeXdr: string): Promise<TrackedTransaction> {
    const facts = read(envelopeXdr)
    const row = await rowOf(facts.innerHash ?? facts.hash)
    if (row.status !== 'built') return follow(row.hash)
    if (facts.innerHash !== undefined || facts.signatureCount === 0) {
      throw new Problem(
        'HELIOBOND_NOT_SIGNED',
        'The transaction that was built is wanted, with its signatures.',
        {},
        { reason: 'NOT_THE_TRANSACTION' },
      )
    }
    const now = await chain.now()
    const signedXdr = await withOurs(row, envelopeXdr)
    const { count } = await prisma.trackedTransaction.updateMany({
      where: { hash: row.hash, status: 'built' },
      data: { status: 'pending', signedXdr, updatedAt: now },
    })
    if (count === 0) return rowOf(row.hash)
    const code = await sendOnce(row, signedXdr)
    if (code === null) return follow(row.hash)
    // An envelope that is in a ledger already, sent by the wallet itself, is refused as well.
    const known = await settle({ ...row, status: 'pending' }, await lookup(chain, row.hash))
    if (known) return known
    await prisma.trackedTransaction.updateMany({
      where: { hash: row.hash, status: 'pending' },
      data: { status: HOPELESS.has(code) ? 'failed' : 'built', signedXdr: null, code, updatedAt: now },
    })
    log.info({ tx: row.hash, action: row.action, code }, 'submission refused')
    if (NOT_SIGNED.has(code)) {
      throw new Problem(
        'HELIOBOND_NOT_SIGNED',
        'The signatures are not those that it needs.',
        {},
        { reason: 'OTHER_SIGNATURES', networkCode: code },
      )
    }
    const next = HOPELESS.has(code)
      ? 'Build it again: the account has moved on, or too much time has passed.'
      : 'Nothing happened.'
    throw new Problem(
      'HELIOBOND_SUBMISSION_REFUSED',
      'The network refused it: {networkCode}. {words}',
      { networkCode: code, words: next },
      { networkCode: code },
    )
  }

  /** Adds the sponsor's signature, and those of keys that were made for it, where the transaction, which was built here, acts for them. */
  async function withOurs(row: TrackedTransaction, envelopeXdr: string): Promise<string> {
    const { sponsor, keys, database } = p
    const sources = envelopeSources(envelopeXdr)
    const names = (await actionNamed(row.action)?.cosigners?.(row.params as never, { database })) ?? []
    const own = keys ? await Promise.all(names.map((name) => keys.signer(name))) : []
    const signers = [...(sponsor ? [sponsor] : []), ...own].filter(({ address }) => sources.includes(address))
    if (signers.length === 0) return envelopeXdr
    const envelope = { envelopeXdr, hash: '', expiresAt: 0n, builtAt: 0n }
    return (await sign(envelope, signers, chain.config.passphrase)).envelopeXdr
  }

  async function follow(hash: string): Promise<TrackedTransaction> {
    const row = await rowOf(hash)
    if (row.status !== 'built' && row.status !== 'pending') return row
    const found = await lookup(chain, hash)
    const settled = await settle(row, found)
    if (settled) return settled
    if (row.status === 'pending' && row.signedXdr !== null) {
      const code = await sendOnce(row, row.signedXdr)
      if (code === null) {
        // Where ledgers close at once, it is in one by now.
        const again = await settle(row, await lookup(chain, hash))
        if (again) return again
      }
    }
    return rowOf(hash)
  }

  async function tick(): Promise<number> {
    const rows = await prisma.trackedTransaction.findMany({
      where: { status: 'pending' },
      orderBy: { expiresAt: 'asc' },
      take: MOST_ROWS,
      select: { hash: true },
    })
    let open = 0
    for (const { hash } of rows) {
      const { status } = await follow(hash)
      if (status === 'pending') open += 1
    }
    return open
  }

  return { submit, follow, tick }
}
