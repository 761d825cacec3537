import {
  type ChainOperation,
  classifyCode,
  isContractEnvelope,
  isContractOperation,
  type Lookup,
} from '@heliobond/chain'
import { clearAlarm, raiseAlarm } from '@heliobond/db'
import { alarm } from '../alarm.ts'
import { addTicks, type Queryable, type TickResult, type WorkerContext } from '../context.ts'
import { enterLedger } from '../index/index-role.ts'
import { bindChannel, freeChannel, lockFreeChannel } from './channels.ts'
import { feePolicy, firstBid, raisedBid } from './fee-policy.ts'
import { type Handler, isRefusal } from './handler.ts'
import { LookedAt } from './looked-at.ts'
import { inFlight, lockById, lockNextPending, type OutboxRow } from './outbox.ts'
import { Pressure } from './pressure.ts'
import { askForRestoration } from './restore.ts'

/** Tries of one action before a person is asked to look at it. */
const MAX_ATTEMPTS = 8
/** The first retry is at once (a footprint that moved on, say); later ones give the network time. */
const RETRY_SECONDS = 10n

/** An envelope that waits so long for a ledger, while others bid more, bids more, too: three ledgers of a public network. */
const RAISE_AFTER_SECONDS = 15n
/** What the network has frozen is tried again after so long. */
const THAW_SECONDS = 3_600n

const subjectOf = ({ kind, lane }: OutboxRow) => `${kind} ${lane}`

/** An operation that was refused is refused again until its people change something; a transaction may pass with the next try. */
const isForGood = (code: string) => code.startsWith('op_') && classifyCode(code) === 'terminal'

export interface SubmitterOptions {
  /** Enters what the ledgers up to one did into the books. */
  readonly enterEffects?: (context: WorkerContext, throughLedger: number) => Promise<unknown>
  /** After how many milliseconds an envelope under way is looked at again while no ledger closes; a second when absent. */
  readonly lookAgainMs?: number
}

/**
 * Brings outbox entries to the network, each exactly once.
 *
 * The order that makes it safe: the envelope, its hash and its expiry are committed before the first send; an envelope is resent as it is
 * until the network answers for its hash; a new one is built only after the old is proven failed, or proven dead (not found, a ledger has
 * closed after its expiry, and its sequence number is unused). What the entry was for is booked in the same database transaction that marks it succeeded.
 */
export function createSubmitter(
  context: WorkerContext,
  handlers: readonly Handler[],
  { enterEffects = enterLedger, lookAgainMs }: SubmitterOptions = {},
) {
  const byKind = new Map(handlers.map((handler) => [handler.kind, handler]))
  const kinds = [...byKind.keys()]
  const { store, chain, keys, log } = context
  const pressure = new Pressure()
  const lookedAt = new LookedAt(lookAgainMs)
  /** Everything up to this ledger was entered in this pass: what is booked in one pass is mostly of one ledger. */
  let entered = 0

  function handlerOf(row: OutboxRow): Handler {
    const handler = byKind.get(row.kind)
    if (!handler) throw new Error(`no handler for outbox kind ${row.kind}`)
    return handler
  }

  /** One pass. An entry that cannot be followed or booked holds up no other; its error is thrown when all have had their turn. */
  async function tick(): Promise<TickResult> {
    let result: TickResult = { progress: 0, waiting: 0 }
    const failures: unknown[] = []
    let underWay = 0
    const followInTurn = async (row: OutboxRow) => {
      underWay += 1
      try {
        const followed = await follow(row, underWay)
        if (followed.progress > 0) underWay -= 1
        result = addTicks(result, followed)
      } catch (error) {
        log.error({ outbox: row.id, key: row.key, hash: row.hash, err: error }, 'an action could not be followed')
        failures.push(error)
      }
    }
    entered = 0
    const rows = await inFlight(store, kinds)
    lookedAt.keepOnly(rows)
    const latestLedger = lookedAt.isEmpty ? Number.POSITIVE_INFINITY : await chain.ledger()
    for (const row of rows)
      if (lookedAt.isFresh(row, latestLedger)) {
        underWay += 1
        result = addTicks(result, { progress: 0, waiting: 1 })
      } else await followInTurn(row)
    for (;;) {
      const prepared = pressure.allows(underWay) ? await prepareNext() : 'none'
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
      const bidStroops = firstBid(
        await bidOfOthers(built.operations),
        row.bidStroops,
        (await feePolicy(client)).capStroops,
      )
      const prepared = await chain.prepareEnvelope({
        source: channel.address,
        operations: built.operations,
        signers: [await keys.signer(channel.secretName), ...signers],
        feePayer: await keys.signer('fees'),
        baseFeeStroops: bidStroops,
      })
      if (!prepared.ok && prepared.restore) {
        await bringBackFirst(client, row, prepared.restore, now)
        return 'refused'
      }
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
        `UPDATE outbox SET status = 'prepared', channel = $2, envelope_xdr = $3, hash = $4, expires_at = $5, inner_hash = $6, attempts = attempts + 1,
           last_error = NULL, bid_stroops = $7, updated_at = $8
         WHERE id = $1`,
        [row.id, channel.address, envelopeXdr, hash, expiresAt, innerHash, bidStroops, now],
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
        bidStroops,
        updatedAt: now,
      }
    })
  }

  /** What it touches is archived, and too large to come back with it: that comes back portion by portion, and then it is tried again. */
  async function bringBackFirst(
    client: Queryable,
    row: OutboxRow,
    portions: readonly (readonly string[])[],
    now: bigint,
  ): Promise<void> {
    log.info({ outbox: row.id, key: row.key, portions: portions.length }, 'archived entries come back first')
    for (const keys of portions) await askForRestoration(client, keys, now)
    await client.query('UPDATE outbox SET retry_at = $2, last_error = $3 WHERE id = $1', [
      row.id,
      now + 1n,
      'NEEDS_RESTORE: archived entries come back first',
    ])
  }

  /** What others bid for a place at the moment. A network that does not say is bid the least. */
  async function bidOfOthers(operations: readonly ChainOperation[]): Promise<bigint> {
    const { classicStroops, contractStroops } = await chain.bids()
    return operations.some(isContractOperation) ? contractStroops : classicStroops
  }

  /**
   * Bids more for an envelope that the network does not take while others bid more: the same transaction in another fee bump, written down before
   * it is sent. Whichever of the two a ledger takes, the transaction is carried out once, and the hash within is the same.
   */
  async function raise(row: OutboxRow): Promise<OutboxRow> {
    const { envelopeXdr, bidStroops, innerHash } = row
    if (envelopeXdr === null || bidStroops === null || innerHash === null) return row
    const now = await chain.now()
    if (now < row.updatedAt + RAISE_AFTER_SECONDS) return row
    const { classicStroops, contractStroops } = await chain.bids()
    const others = isContractEnvelope(envelopeXdr) ? contractStroops : classicStroops
    const { capStroops } = await feePolicy(store)
    const raised = raisedBid(bidStroops, others, capStroops)
    if (raised === null) return row
    if (raised === 'capped') {
      await alarm(context, {
        kind: 'fees.capped',
        severity: 'warning',
        message: `Others bid ${others} stroops an operation, and the cap is ${capStroops}: transactions wait until that falls. Raise the setting "fees" if they must not.`,
        detail: { others: String(others), cap: String(capStroops) },
        at: now,
      })
      return row
    }
    const bumped = await chain.raiseBid({ envelopeXdr, feePayer: await keys.signer('fees'), baseFeeStroops: raised })
    const { rowCount } = await store.query(
      `UPDATE outbox SET envelope_xdr = $3, hash = $4, bid_stroops = $5, updated_at = $6 WHERE id = $1 AND hash = $2 AND status = 'sent'`,
      [row.id, row.hash, bumped.envelopeXdr, bumped.hash, raised, now],
    )
    if (rowCount !== 1) return row
    log.info({ outbox: row.id, key: row.key, hash: bumped.hash, bid: String(raised) }, 'bid more')
    return { ...row, envelopeXdr: bumped.envelopeXdr, hash: bumped.hash, bidStroops: raised, updatedAt: now }
  }

  /** Sends (or resends) the stored envelope and books what the network says of its hash. */
  async function follow(found: OutboxRow, underWay: number): Promise<TickResult> {
    let row = found
    const { expiresAt, innerHash } = row
    if (row.hash === null || row.envelopeXdr === null || expiresAt === null)
      throw new Error(`outbox ${row.id} has no envelope`)
    let verdict: Lookup = await chain.lookup(row.hash, innerHash)
    const isOpen = () => verdict.kind === 'not-found' && !chain.isDead({ expiresAt, builtAt: row.createdAt }, verdict)
    if (isOpen() && lookedAt.isTaken(row, verdict.latestLedger)) {
      lookedAt.note(row, verdict.latestLedger)
      return { progress: 0, waiting: 1 }
    }
    lookedAt.forget(row)
    if (isOpen()) {
      if (row.status === 'sent') row = await raise(row)
      const { hash, envelopeXdr } = row
      if (hash === null || envelopeXdr === null) throw new Error(`outbox ${row.id} has no envelope`)
      const sent = await chain.send(envelopeXdr)
      pressure.note(sent.status, underWay)
      log.debug({ outbox: row.id, key: row.key, hash, status: sent.status }, 'sent')
      if (row.status === 'prepared')
        await store.query(`UPDATE outbox SET status = 'sent' WHERE id = $1 AND status = 'prepared'`, [row.id])
      verdict = await chain.lookup(hash, innerHash)
      if (isOpen() && (sent.status === 'PENDING' || sent.status === 'DUPLICATE'))
        lookedAt.note(row, verdict.latestLedger)
      // Refused outright: it is in no ledger and nobody has it, but only its expiry proves that it never will be.
      if (verdict.kind === 'not-found' && sent.status === 'ERROR') {
        await store.query(`UPDATE outbox SET last_error = $2 WHERE id = $1 AND status = 'sent'`, [row.id, sent.code])
        log.warn(
          { outbox: row.id, key: row.key, hash, code: sent.code },
          'refused by the network; waiting for its expiry',
        )
      }
    }
    if (isOpen()) return { progress: 0, waiting: 1 }
    // One node's word is not enough to do a thing again: a second witness is the account whose number it would have used.
    if (verdict.kind === 'not-found' && (await chain.hasUsedSequence(row.envelopeXdr ?? ''))) {
      log.warn({ outbox: row.id, key: row.key, hash: row.hash }, 'the node denies a transaction that is in a ledger')
      return { progress: 0, waiting: 1 }
    }
    await settle(row.id, row.hash ?? '', verdict)
    return { progress: 1, waiting: 0 }
  }

  /** Books a verdict, which is about one envelope: by now another process may have built the entry's next one. */
  async function settle(id: bigint, hash: string, found: Lookup): Promise<void> {
    const now = await chain.now()
    // What it did is in the books before it counts as done: nobody acts on a success whose effects are not known yet.
    if (found.kind === 'success' && found.ledger > entered) {
      await enterEffects(context, found.ledger)
      entered = found.ledger
    }
    await store.transaction(async (client) => {
      const row = await lockById(client, id)
      if (!row || row.hash !== hash || (row.status !== 'prepared' && row.status !== 'sent')) return
      await freeChannel(client, id)
      if (found.kind === 'success') {
        await client.query(
          `UPDATE outbox SET status = 'succeeded', hash = $5, ledger = $2, last_error = NULL, updated_at = $3, fee_stroops = $4 WHERE id = $1`,
          // Of several envelopes around one transaction the ledger took one.
          [id, found.ledger, now, found.feeChargedStroops, found.hash],
        )
        await handlerOf(row).booked(context, client, row, found)
        for (const kind of ['outbox.given_up', 'network.frozen'])
          await clearAlarm(client, { kind, subject: subjectOf(row), at: now })
        log.info({ outbox: id, key: row.key, hash: found.hash, ledger: found.ledger }, 'succeeded')
        return
      }
      const code = found.kind === 'failed' ? found.failure.code : (row.lastError ?? 'EXPIRED')
      if (classifyCode(code) === 'frozen') return waitForThaw(client, row, code, now)
      const retry = found.kind === 'failed' ? found.failure.class !== 'terminal' : !isForGood(code)
      log.warn({ outbox: id, key: row.key, hash: row.hash, code }, 'failed on the network')
      await refuse(client, row, code, code, retry, now)
    })
  }

  /** The network has frozen an entry that this touches (CAP-77): nothing to be done but to wait and to tell people. No try is counted. */
  async function waitForThaw(client: Queryable, row: OutboxRow, code: string, now: bigint): Promise<void> {
    await client.query(
      `UPDATE outbox SET status = 'pending', channel = NULL, envelope_xdr = NULL, expires_at = NULL, last_error = $2, retry_at = $3, updated_at = $4,
         attempts = attempts - 1, past_hashes = past_hashes || to_jsonb(hash), hash = NULL, inner_hash = NULL WHERE id = $1`,
      [row.id, code, now + THAW_SECONDS, now],
    )
    await raiseAlarm(client, {
      kind: 'network.frozen',
      subject: subjectOf(row),
      severity: 'critical',
      message: `The network has frozen an entry that "${row.kind}" touches, by a vote of its validators. It is tried again every hour; find out which entry, and why.`,
      detail: { outbox: String(row.id), action: row.kind, hash: row.hash },
      at: now,
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
    const handler = handlerOf(row)
    if (handler.abandoned) return handler.abandoned(context, client, row, code)
    await raiseAlarm(client, {
      kind: 'outbox.given_up',
      subject: subjectOf(row),
      severity: 'warning',
      message: `"${row.kind}" was given up after ${attempts} tries: ${code}. What asks for it by itself asks again; else try it again by hand once the cause is gone.`,
      detail: { outbox: String(row.id), action: row.kind, key: row.key, attempts, code, detail: detail.slice(0, 300) },
      at: now,
    })
  }

  return { tick }
}
