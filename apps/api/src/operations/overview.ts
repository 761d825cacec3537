import { type FastifyPluginAsyncTypebox, type Static, Type } from '@fastify/type-provider-typebox'
import type { Database } from '@heliobond/db'
import { formatUtcSeconds } from '@heliobond/domain'
import type { ApiOptions } from '../app.ts'
import { withRole } from '../identity/sessions.ts'
import { problemResponses } from '../schemas/problem.ts'
import { nullable, Stroops, Timestamp } from '../schemas/units.ts'

const count = (description: string) => Type.Integer({ minimum: 0, description })
const Seconds = (description: string) =>
  Type.String({ pattern: '^[0-9]+$', description: `${description} In seconds, by the network's clock.` })

const Overview = Type.Object({
  at: Timestamp('Of the latest ledger.'),
  index: Type.Object({
    lagSeconds: nullable(Seconds('How far what people read is behind the network; null: nothing was read yet.')),
  }),
  queue: Type.Object({
    open: count('Transactions that are to be sent, or under way.'),
    oldestSeconds: nullable(Seconds('Age of the oldest of them; null when there is none.')),
    givenUp: count('Given up or refused for good, with no later one that made them good.'),
  }),
  channels: Type.Object({ free: count('Channel accounts that can take a transaction.'), lent: count('Under way.') }),
  meters: Type.Object({
    registered: count('That are not revoked.'),
    silent: count('Without a reading for an hour.'),
    quarantined: count('Refused readings that nobody released.'),
  }),
  bills: Type.Object({
    unpaid: count('Not paid in full.'),
    overdue: count('Of them past their due date.'),
    unpaidStroops: Stroops('What of them is open.'),
  }),
  parties: Type.Object({
    grace: count('In Grace.'),
    breach: count('In Breach: their portion is sold to the grid.'),
    default: count('In Default.'),
  }),
  wallets: Type.Object({ armed: count('Prepaid wallets that the platform may pay from.'), low: count('Low ones.') }),
  orphans: count('Payments without a bill that are neither credited nor sent back yet.'),
  jobsFailing: count('Things on a schedule whose last try failed.'),
  alarms: Type.Object({
    critical: count('Open.'),
    warning: count('Open.'),
    info: count('Open.'),
    unacknowledged: count('Open, and seen by nobody.'),
  }),
  reconciliation: Type.Object({
    lastAt: nullable(Timestamp('Of the last comparison of the books with the ledger; null: none was made.')),
    offeringsOff: count('Offerings whose last comparison found a difference.'),
    differenceStroops: Stroops('What their last comparisons found, in sum.'),
  }),
})

/** One question for all of it, each part found by an index or in a table that stays small. `$1`: the network's time. */
const QUESTION = `select
  (select greatest($1::int8 - split_part(value, ':', 2)::int8, 0) from cursor where name = 'index') as index_lag,
  (select count(*) from outbox where status in ('pending', 'prepared', 'sent')) as queue_open,
  (select greatest($1::int8 - min(created_at), 0) from outbox where status in ('pending', 'prepared', 'sent')) as queue_oldest,
  (select count(*) from outbox o where status in ('dead', 'failed') and not exists
    (select 1 from outbox l where l.lane = o.lane and l.id > o.id and l.kind = o.kind and l.status = 'succeeded')) as given_up,
  (select count(*) from channel_account where locked_by_outbox is null and not retiring) as channels_free,
  (select count(*) from channel_account where locked_by_outbox is not null) as channels_lent,
  (select count(*) from meter where not revoked) as meters,
  (select count(*) from meter m left join meter_head h on h.meter_id = m.id
    where not m.revoked and (h.at is null or h.at < $1::int8 - 3600)) as silent,
  (select count(*) from quarantine where released_at is null) as quarantined,
  b.unpaid, b.overdue, b.open as unpaid_stroops,
  p.grace, p.breach, p.in_default,
  w.armed, w.low,
  (select count(*) from orphan_payment where status in ('found', 'returning')) as orphans,
  (select count(*) from job where done_at is null and attempts > 0 and last_error is not null) as jobs_failing,
  a.critical, a.warning, a.info, a.unacknowledged,
  r.last_at, r.offerings_off, r.difference
from
  (select count(*) as unpaid, count(*) filter (where due_at < $1::int8) as overdue, coalesce(sum(due_stroops - paid_stroops), 0)::text as open
    from bill where paid_stroops < due_stroops) b,
  (select count(*) filter (where state = 'Grace') as grace, count(*) filter (where state = 'Breach') as breach,
    count(*) filter (where state = 'Default') as in_default from party_standing) p,
  (select count(*) filter (where armed) as armed, count(*) filter (where low) as low from prepaid_wallet) w,
  (select count(*) filter (where severity = 'critical') as critical, count(*) filter (where severity = 'warning') as warning,
    count(*) filter (where severity = 'info') as info, count(*) filter (where acknowledged_at is null) as unacknowledged
    from alarm where cleared_at is null) a,
  (select max(l.at) as last_at, count(*) filter (where l.findings <> '[]'::jsonb) as offerings_off,
    coalesce(sum(l.difference_stroops), 0)::text as difference
    from offering o cross join lateral (select * from reconciliation where offering_id = o.id order by id desc limit 1) l) r`

type Counted = Readonly<Record<string, bigint | string | null>>

async function readOverview({ pool }: Database, now: bigint): Promise<Static<typeof Overview>> {
  const { rows } = await pool.query<Counted>(QUESTION, [now])
  const [row] = rows
  if (!row) throw new Error('a question of counts has one row')
  const counted = (name: string) => Number(row[name] ?? 0)
  const text = (name: string) => (row[name] === null || row[name] === undefined ? null : String(row[name]))
  const lastAt = text('last_at')
  return {
    at: formatUtcSeconds(now),
    index: { lagSeconds: text('index_lag') },
    queue: { open: counted('queue_open'), oldestSeconds: text('queue_oldest'), givenUp: counted('given_up') },
    channels: { free: counted('channels_free'), lent: counted('channels_lent') },
    meters: { registered: counted('meters'), silent: counted('silent'), quarantined: counted('quarantined') },
    bills: { unpaid: counted('unpaid'), overdue: counted('overdue'), unpaidStroops: text('unpaid_stroops') ?? '0' },
    parties: { grace: counted('grace'), breach: counted('breach'), default: counted('in_default') },
    wallets: { armed: counted('armed'), low: counted('low') },
    orphans: counted('orphans'),
    jobsFailing: counted('jobs_failing'),
    alarms: {
      critical: counted('critical'),
      warning: counted('warning'),
      info: counted('info'),
      unacknowledged: counted('unacknowledged'),
    },
    reconciliation: {
      lastAt: lastAt === null ? null : formatUtcSeconds(BigInt(lastAt)),
      offeringsOff: counted('offerings_off'),
      differenceStroops: text('difference') ?? '0',
    },
  }
}

/** `/v1/operations/overview`: whether anything wants a person, at a glance. */
export const operationOverviewRoutes =
  ({ database, chain }: ApiOptions): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/overview',
      {
        preHandler: withRole(database, 'operator', 'auditor'),
        schema: {
          operationId: 'getOperationsOverview',
          tags: ['operations'],
          summary: 'What an operator is to look at, in numbers',
          security: [{ token: [] }],
          response: { 200: Overview, ...problemResponses },
        },
      },
      async () => readOverview(database, await chain.now()),
    )
  }
