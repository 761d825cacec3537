import { classifyCode, type Lookup } from '@heliobond/chain'
import { addTicks, type Queryable, type TickResult, type WorkerContext } from '../context.ts'
import { enterLedger } from '../index/index-role.ts'
import { bindChannel, freeChannel, lockFreeChannel } from './channels.ts'
import { type Handler, isRefusal } from './handler.ts'
import { inFlight, lockById, lockNextPending, type OutboxRow } from './outbox.ts'

/** Tries of one action before a person is asked to look at it. */
const MAX_ATTEMPTS = 8
/** The first retry is at once (a footprint that moved on, say); later ones give the network time. */
const RETRY_SECONDS = 10n

/** An operation that was refused is refused again until its people change something; a transaction may pass with the next try. */
const isForGood = (code: string) => code.startsWith('op_') && classifyCode(code) === 'terminal'

/**
 * Brings outbox entries to the network, each exactly once.
 *
 * The order that makes it safe: the envelope, its hash and its expiry are committed before the first send; an envelope is resent as it is
 * until the network answers for its hash; a new one is built only after the old is proven failed, or proven dead (not found, and a ledger has
 * closed after its expiry). What the entry was for is booked in the same database transaction that marks it succeeded.
 */
export function createSubmitter(
  context: WorkerContext,
  handlers: readonly Handler[],
  enterEffects: (context: WorkerContext, throughLedger: number) => Promise<unknown> = enterLedger,
) {
  const byKind = new Map(handlers.map((handler) => [handler.kind, handler]))
  const kinds = [...byKind.keys()]
  const { store, chain, keys, log } = context

  function handlerOf(row: OutboxRow): Handler {
    const handler = byKind.get(row.kind)
    if (!handler) throw new Error(`no handler for outbox kind ${row.kind}`)
    return handler
  }

  /** One pass. An entry that cannot be followed or booked holds up no other; its error is thrown when all have had their turn. */
  async function tick(): Promise<TickResult> {
    let result: TickResult = { progress: 0, waiting: 0 }
    const failures: unknown[] = []
    const followInTurn = async (row: OutboxRow) => {
      try {
        result = addTicks(result, await follow(row))
      } catch (error) {
        log.error({ outbox: row.id, key: row.key, hash: row.hash, err: error }, 'an action could not be followed')
        failures.push(error)
      }
    }
    for (const row of await inFlight(store, kinds)) await followInTurn(row)
    for (;;) {
      const prepared = await prepareNext()
      if (prepared === 'none' || prepared === 'no-channel') {
        if (failures.length > 0) throw failures[0]
        return prepared === 'none' ? result : addTicks(result, { progress: 0, waiting: 1 })
      }
      result = addTicks(result, { progress: 1, waiting: 0 })
      if (prepared !== 'refused') await followInTurn(prepared)
    }
  }

  /** Builds, signs and commits the envelope of the next pending entry. Sends nothing. */
  async function prepareNext(): Promise<OutboxRow | 'none' | 'no-channel' | 'refused'> {
    const now = await chain.now()
    return store.transaction(async (client) => {
      const row = await lockNextPending(client, now, kinds)
      if (!row) return 'none'
      const channel = await lockFreeChannel(client)
      if (!channel) return 'no-channel'
      const built = await handlerOf(row).build(context, row)
      if (isRefusal(built)) {
        log.warn(
          {
            outbox: row.id,
            key: row.key,
            code: built.code,
            detail: built.detail,
          },
          'action not built',
        )
        await refuse(client, row, built.code, built.detail, built.retry, now)
        return 'refused'
      }
      const signers = await Promise.all(built.signers.map((name) => keys.signer(name)))
      const prepared = await chain.prepareEnvelope({
        source: channel.address,
        operations: built.operations,
        signers: [await keys.signer(channel.secretName), ...signers],
        feePayer: await keys.signer('fees'),
      })
      if (!prepared.ok) {
        log.warn(
          {
            outbox: row.id,
            key: row.key,
            code: prepared.code,
            detail: prepared.detail,
          },
          'simulation refused',
        )
        await refuse(client, row, prepared.code, prepared.detail, prepared.retry, now)
        return 'refused'
      }
      const { envelopeXdr, hash, innerHash, expiresAt } = prepared
      await client.query(
        `UPDATE outbox SET status = 'prepared', channel = $2, envelope_xdr = $3, hash = $4, expires_at = $5, inner_hash = $6, attempts = attempts + 1, last_error = NULL
         WHERE id = $1`,
        [row.id, channel.address, envelopeXdr, hash, expiresAt, innerHash],
      )
      await bindChannel(client, channel.address, row.id)
      return {
        ...row,
        status: 'prepared',
        channel: channel.address,
        envelopeXdr,
        hash,
        innerHash,
        expiresAt,
        attempts: row.attempts + 1,
      }
    })
  }

  /** Sends (or resends) the stored envelope and books what the network says of its hash. */
  async function follow(row: OutboxRow): Promise<TickResult> {
    const { hash, innerHash, envelopeXdr, expiresAt } = row
    if (hash === null || envelopeXdr === null || expiresAt === null) throw new Error(`outbox ${row.id} has no envelope`)
    let found: Lookup = await chain.lookup(hash, innerHash)
    if (found.kind === 'not-found' && !chain.isDead({ expiresAt, builtAt: row.createdAt }, found)) {
      const sent = await chain.send(envelopeXdr)
      log.debug({ outbox: row.id, key: row.key, hash, status: sent.status }, 'sent')
      if (row.status === 'prepared')
        await store.query(`UPDATE outbox SET status = 'sent' WHERE id = $1 AND status = 'prepared'`, [row.id])
      found = await chain.lookup(hash, innerHash)
      // Refused outright: it is in no ledger and nobody has it, but only its expiry proves that it never will be.
      if (found.kind === 'not-found' && sent.status === 'ERROR') {
        await store.query(`UPDATE outbox SET last_error = $2 WHERE id = $1 AND status = 'sent'`, [row.id, sent.code])
        log.warn(
          { outbox: row.id, key: row.key, hash, code: sent.code },
          'refused by the network; waiting for its expiry',
        )
      }
    }
    if (found.kind === 'not-found' && !chain.isDead({ expiresAt, builtAt: row.createdAt }, found))
      return { progress: 0, waiting: 1 }
    await settle(row.id, hash, found)
    return { progress: 1, waiting: 0 }
  }

  /** Books a verdict, which is about one envelope: by now another process may have built the entry's next one. */
  async function settle(id: bigint, hash: string, found: Lookup): Promise<void> {
    const now = await chain.now()
    // What it did is in the books before it counts as done: nobody acts on a success whose effects are not known yet.
    if (found.kind === 'success') await enterEffects(context, found.ledger)
    await store.transaction(async (client) => {
      const row = await lockById(client, id)
      if (!row || row.hash !== hash || (row.status !== 'prepared' && row.status !== 'sent')) return
      await freeChannel(client, id)
      if (found.kind === 'success') {
        await client.query(
          `UPDATE outbox SET status = 'succeeded', ledger = $2, last_error = NULL, updated_at = $3, fee_stroops = $4 WHERE id = $1`,
          [id, found.ledger, now, found.feeChargedStroops],
        )
        await handlerOf(row).booked(context, client, row, found)
        log.info({ outbox: id, key: row.key, hash: row.hash, ledger: found.ledger }, 'succeeded')
        return
      }
      const code = found.kind === 'failed' ? found.failure.code : (row.lastError ?? 'EXPIRED')
      const retry = found.kind === 'failed' ? found.failure.class !== 'terminal' : !isForGood(code)
      log.warn({ outbox: id, key: row.key, hash: row.hash, code }, 'failed on the network')
      await refuse(client, row, code, code, retry, now)
    })
  }

  async function refuse(
    client: Queryable,
    row: OutboxRow,
    code: string,
    detail: string,
    retry: boolean,
    now: bigint,
  ): Promise<void> {
    const attempts = row.status === 'pending' ? row.attempts + 1 : row.attempts
    if (retry && attempts < MAX_ATTEMPTS) {
      await client.query(
        `UPDATE outbox SET status = 'pending', channel = NULL, envelope_xdr = NULL, expires_at = NULL, attempts = $2, last_error = $3, retry_at = $4, updated_at = $5,
           past_hashes = CASE WHEN hash IS NULL THEN past_hashes ELSE past_hashes || to_jsonb(hash) END, hash = NULL, inner_hash = NULL
         WHERE id = $1`,
        [row.id, attempts, `${code}: ${detail}`, attempts > 1 ? now + RETRY_SECONDS : now, now],
      )
      return
    }
    await client.query(`UPDATE outbox SET status = $2, attempts = $3, last_error = $4, updated_at = $5 WHERE id = $1`, [
      row.id,
      retry ? 'dead' : 'failed',
      attempts,
      `${code}: ${detail}`,
      now,
    ])
    await handlerOf(row).abandoned?.(context, client, row, code)
  }

  return { tick }
}
