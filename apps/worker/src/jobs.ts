import { alarm, clear } from './alarm.ts'
import { addTicks, IDLE, type Queryable, type TickResult, type WorkerContext } from './context.ts'
import { clockSeconds, loadProjects, type Project } from './project.ts'

/**
 * Something that a role looks after, again and again. When it is looked at is in the database (`job`): by the network's time, so that whatever came
 * due during an outage is looked at once the outage is over.
 */
export interface Concern {
  readonly name: string
  /** It is looked at again at the latest after so many seconds of a civil clock. */
  readonly everySeconds: bigint
  /** Whether these are seconds of the network's clock, however compressed the project's own is: for what counts in ledgers. */
  readonly isOfLedgers?: boolean
  /** Does what is due, once. While it did something, or something of it is under way, it is looked at again with the next pass. */
  run(context: WorkerContext, project: Project): Promise<TickResult>
  /** The next moment that matters by itself; null when only events can change anything. */
  nextAt?(context: WorkerContext, project: Project, now: bigint): Promise<bigint | null>
}

/** Who has begun to look has so long until another may: a process that died meanwhile delays it by no more. */
const LEASE_SECONDS = 60n
const FIRST_RETRY_SECONDS = 15n
const MOST_RETRY_SECONDS = 3_600n
/** From so many failures in a row on a person should know. */
const ALARMING_FAILURES = 3

const keyOf = (role: string, offeringId: number, name: string) => `${role}:${offeringId}:${name}`

/**
 * Looks after every concern of a role that is due now, for every project. One that fails holds up no other; its error is thrown when all have had
 * their turn.
 */
export async function tickConcerns(
  context: WorkerContext,
  role: string,
  concerns: readonly Concern[],
): Promise<TickResult> {
  const { store, chain } = context
  const now = await chain.now()
  let result = IDLE
  const failures: unknown[] = []
  const projects = await loadProjects(store)
  for (const { offeringId } of projects) await ensureJobs(store, role, offeringId, concerns, now)
  const due = await dueKeys(store, role, now)
  for (const project of projects) {
    for (const concern of concerns) {
      const key = keyOf(role, project.offeringId, concern.name)
      const lease = due.has(key) ? await claim(store, key, now, clockSeconds(project, LEASE_SECONDS)) : null
      if (lease === null) continue
      try {
        result = addTicks(result, await look(context, role, project, concern, now, lease))
      } catch (error) {
        failures.push(error)
        await noteFailure(context, role, project, concern, now, error)
      }
    }
  }
  if (failures.length > 0) throw failures[0]
  return result
}

/** Has a role look at a project's concerns with its next pass: something happened that may change them. */
export async function wake(db: Queryable, role: string, offeringId: number, at: bigint): Promise<void> {
  await db.query(
    `UPDATE job SET run_at = LEAST(run_at, $2) WHERE starts_with(key, $1) AND run_at > $2 AND done_at IS NULL`,
    [`${role}:${offeringId}:`, at],
  )
}

/** The same for whatever offering a system has. */
export async function wakeOfSystem(db: Queryable, role: string, systemId: number, at: bigint): Promise<void> {
  const { rows } = await db.query<{ id: number }>('SELECT id FROM offering WHERE system_id = $1', [systemId])
  for (const { id } of rows) await wake(db, role, id, at)
}

/** Jobs that this process knows to exist: they are never deleted. */
const ensured = new WeakMap<object, Set<string>>()

async function ensureJobs(
  db: Queryable,
  role: string,
  offeringId: number,
  concerns: readonly Concern[],
  now: bigint,
): Promise<void> {
  const done = ensured.get(db) ?? new Set<string>()
  ensured.set(db, done)
  if (done.has(`${role}:${offeringId}`)) return
  await db.query(
    `INSERT INTO job (key, kind, run_at, payload) SELECT k, $2, $3, jsonb_build_object('offeringId', $4::int) FROM unnest($1::text[]) AS k
     ON CONFLICT (key) DO NOTHING`,
    [concerns.map(({ name }) => keyOf(role, offeringId, name)), role, now, offeringId],
  )
  done.add(`${role}:${offeringId}`)
}

async function dueKeys(db: Queryable, role: string, now: bigint): Promise<ReadonlySet<string>> {
  const { rows } = await db.query<{ key: string }>(
    'SELECT key FROM job WHERE kind = $1 AND run_at <= $2 AND done_at IS NULL',
    [role, now],
  )
  return new Set(rows.map(({ key }) => key))
}

/** Takes a job that is due; the time until which nobody else does, or null. */
async function claim(db: Queryable, key: string, now: bigint, leaseSeconds: bigint): Promise<bigint | null> {
  const until = now + leaseSeconds
  const { rowCount } = await db.query(
    'UPDATE job SET run_at = $3 WHERE key = $1 AND run_at <= $2 AND done_at IS NULL',
    [key, now, until],
  )
  return rowCount === 1 ? until : null
}

async function look(
  context: WorkerContext,
  role: string,
  project: Project,
  concern: Concern,
  now: bigint,
  lease: bigint,
): Promise<TickResult> {
  const tick = await concern.run(context, project)
  const isOpen = tick.progress > 0 || tick.waiting > 0
  const own = isOpen ? null : ((await concern.nextAt?.(context, project, now)) ?? null)
  const latest = now + (concern.isOfLedgers ? concern.everySeconds : clockSeconds(project, concern.everySeconds))
  const next = isOpen ? now : own !== null && own < latest ? (own > now ? own : now + 1n) : latest
  const key = keyOf(role, project.offeringId, concern.name)
  // Woken meanwhile: then that holds.
  await context.store.query(
    `UPDATE job SET run_at = CASE WHEN run_at = $2 THEN $3 ELSE LEAST(run_at, $3) END, attempts = 0, last_error = NULL WHERE key = $1`,
    [key, lease, next],
  )
  await clear(context, { kind: 'job.failing', subject: key, at: now })
  return tick
}

async function noteFailure(
  context: WorkerContext,
  role: string,
  project: Project,
  concern: Concern,
  now: bigint,
  error: unknown,
): Promise<void> {
  const key = keyOf(role, project.offeringId, concern.name)
  const words = error instanceof Error ? error.message : String(error)
  context.log.error({ job: key, err: error }, 'a concern could not be looked after')
  const { rows } = await context.store.query<{ attempts: number }>(
    'UPDATE job SET attempts = attempts + 1, last_error = $2 WHERE key = $1 RETURNING attempts',
    [key, words.slice(0, 1_000)],
  )
  const attempts = rows[0]?.attempts ?? 1
  const backoff = FIRST_RETRY_SECONDS * 2n ** BigInt(Math.min(attempts - 1, 10))
  const delay = backoff < MOST_RETRY_SECONDS ? backoff : MOST_RETRY_SECONDS
  await context.store.query('UPDATE job SET run_at = $2 WHERE key = $1', [key, now + clockSeconds(project, delay)])
  if (attempts < ALARMING_FAILURES) return
  await alarm(context, {
    kind: 'job.failing',
    subject: key,
    severity: 'warning',
    message: `${role} fails again and again at "${concern.name}" of offering ${project.offeringId}: ${words.slice(0, 300)}`,
    detail: { role, concern: concern.name, attempts, why: words.slice(0, 300) },
    offeringId: project.offeringId,
    at: now,
  })
}
