/** Finds whatever has a number, an address or a hash: where an operator begins who was told one. */
import { addressKind } from '@heliobond/chain'
import type { Database } from '@heliobond/db'

/** What kinds of things are found. */
export const FOUND_KINDS = [
  'offering',
  'system',
  'party',
  'meter',
  'bill',
  'statement',
  'payment',
  'collection',
  'coupon',
  'tender',
  'event',
  'queued',
  'transaction',
  'document',
  'draft',
  'alarm',
  'holder',
  'channel',
  'role',
  'audit',
] as const
export type FoundKind = (typeof FOUND_KINDS)[number]

export interface Found {
  readonly kind: FoundKind
  /** Of its kind: a number, a pair of numbers, an address or a hash. */
  readonly id: string
  /** For people: what it is, in a few words. */
  readonly title: string
  /** Where the API has it; null where it has no address of its own. */
  readonly href: string | null
}

interface Question {
  /** `$1` is what was asked for; the columns are `id`, `title` and `href`. */
  readonly text: string
  readonly kind: FoundKind
}

/** Rows of one kind at most: who has more asks the list of that kind. */
const MOST_OF_A_KIND = 10

const HASH: readonly Question[] = [
  {
    kind: 'queued',
    text: `select id::text, kind || ', ' || status as title, '/v1/operations/transactions?q=' || $1 as href from outbox where hash = $1 or inner_hash = $1`,
  },
  {
    kind: 'transaction',
    text: `select hash as id, action || ', ' || status as title, '/v1/transactions/' || hash as href from tracked_transaction where hash = $1 or outer_hash = $1`,
  },
  {
    kind: 'bill',
    text: `select system_id || '/' || number as id, 'bill ' || number || ' of system ' || system_id as title, '/v1/bills/' || number || '/trace?system=' || system_id as href
           from bill where tx_hash = $1 order by system_id, number`,
  },
  {
    kind: 'statement',
    text: `select system_id || '/' || index as id, 'statement ' || index || ' of system ' || system_id as title, '/v1/systems/' || system_id || '/statements' as href
           from statement where tx_hash = $1 or hash = decode($1, 'hex') or readings_root = decode($1, 'hex') order by system_id, index`,
  },
  {
    kind: 'payment',
    text: `select id::text, 'payment of bill ' || coalesce(bill_number::text, '?') || ' of system ' || system_id as title,
             case when bill_number is null then null else '/v1/bills/' || bill_number || '/trace?system=' || system_id end as href
           from payment where tx_hash = $1 order by id`,
  },
  {
    kind: 'collection',
    text: `select id::text, 'collection of offering ' || offering_id as title, '/v1/offerings/' || offering_id || '/waterfall' as href from collection where tx_hash = $1 order by id`,
  },
  {
    kind: 'coupon',
    text: `select offering_id || '/' || number as id, 'coupon ' || number || ' of offering ' || offering_id as title, '/v1/offerings/' || offering_id || '/coupons' as href
           from coupon where propose_tx = $1 or voided_tx = $1 or root = decode($1, 'hex') order by offering_id, number`,
  },
  {
    kind: 'event',
    text: `select offering_id || '/' || operation_index || '/' || event_index as id, name || ' of offering ' || offering_id as title,
             '/v1/offerings/' || offering_id || '/timeline' as href
           from offering_event where offering_id in (select id from offering) and tx_hash = $1 order by offering_id, operation_index, event_index`,
  },
  {
    kind: 'document',
    text: `select hash as id, name as title, '/v1/documents/' || hash as href from document where hash = $1`,
  },
  {
    kind: 'meter',
    text: `select id::text, 'meter of system ' || system_id as title, '/v1/systems/' || system_id as href from meter where public_key = decode($1, 'hex')`,
  },
]

const ADDRESS: readonly Question[] = [
  {
    kind: 'offering',
    text: `select id::text, coalesce(nullif(name, ''), 'offering ' || id) || ', ' || state as title, '/v1/offerings/' || id as href from offering
           where contract_id = $1 or tender_contract = $1 or split_part(bond_asset, ':', 2) = $1 order by id`,
  },
  {
    kind: 'party',
    text: `select system_id || '/' || index as id, name || ' of system ' || system_id as title, '/v1/systems/' || system_id as href from party
           where owner = $1 or wallet = $1 or collection = $1 order by system_id, index`,
  },
  {
    kind: 'holder',
    text: `select h.asset || ' ' || h.place as id, 'holds ' || h.stroops || ' stroops of ' || h.asset as title, '/v1/offerings/' || o.id || '/holders' as href
           from holding h join offering o on o.bond_asset = h.asset where h.holder = $1 and h.stroops > 0 order by o.id, h.place`,
  },
  {
    kind: 'coupon',
    text: `select offering_id || '/' || number as id, 'coupon ' || number || ' of offering ' || offering_id || ', held at its record time' as title,
             '/v1/offerings/' || offering_id || '/coupons' as href
           from coupon_leaf where holder = $1 order by offering_id desc, number desc`,
  },
  {
    kind: 'tender',
    text: `select offering_id || '-' || number as id, 'tender ' || offering_id || '-' || number || ', ' || stage as title, '/v1/tenders/' || offering_id || '-' || number as href
           from tender t where contract_id = $1 or winner = $1
             or exists (select 1 from bid b where b.offering_id = t.offering_id and b.tender_number = t.number and b.bidder = $1)
             or exists (select 1 from jsonb_each_text(coalesce(nullif(offices, 'null'), '{}')) o where o.value = $1) order by offering_id desc, number desc`,
  },
  {
    kind: 'channel',
    text: `select address as id, case when locked_by_outbox is null then 'free channel' else 'channel, lent' end as title, '/v1/operations/channels' as href from channel_account where address = $1`,
  },
  {
    kind: 'role',
    text: `select role as id, role as title, null as href from role_grant where address = $1 order by role`,
  },
  {
    kind: 'audit',
    text: `select $1 as id, count(*) || ' requests in the audit log' as title, '/v1/operations/audit?actor=' || $1 as href from audit_entry where actor = $1 having count(*) > 0`,
  },
  {
    kind: 'transaction',
    text: `select hash as id, action || ', ' || status as title, '/v1/transactions/' || hash as href from tracked_transaction where source = $1 order by created_at desc, hash`,
  },
  {
    kind: 'draft',
    text: `select id::text, coalesce(nullif(name, ''), 'draft ' || id) as title, '/v1/drafts/' || id as href from draft
           where owner = $1 or offering_contract = $1 or tender_contract = $1 or bond_issuer = $1 order by id desc`,
  },
]

const NUMBER: readonly Question[] = [
  {
    kind: 'offering',
    text: `select id::text, coalesce(nullif(name, ''), 'offering ' || id) || ', ' || state as title, '/v1/offerings/' || id as href from offering where id::int8 = $1::int8`,
  },
  {
    kind: 'system',
    text: `select id::text, name as title, '/v1/systems/' || id as href from system where id::int8 = $1::int8`,
  },
  {
    kind: 'meter',
    text: `select id::text, 'meter of system ' || system_id as title, '/v1/systems/' || system_id as href from meter where id::int8 = $1::int8`,
  },
  {
    kind: 'bill',
    text: `select system_id || '/' || number as id, 'bill ' || number || ' of system ' || system_id as title, '/v1/bills/' || number || '/trace?system=' || system_id as href
           from bill where system_id in (select id from system) and number = $1::int8 order by system_id`,
  },
  {
    kind: 'queued',
    text: `select id::text, kind || ', ' || status as title, '/v1/operations/transactions' as href from outbox where id = $1::int8`,
  },
  {
    kind: 'alarm',
    text: `select id::text, kind || ' ' || subject as title, '/v1/operations/alarms' as href from alarm where id = $1::int8`,
  },
  {
    kind: 'draft',
    text: `select id::text, coalesce(nullif(name, ''), 'draft ' || id) as title, '/v1/drafts/' || id as href from draft where id::int8 = $1::int8`,
  },
]

/** `$1` is a pattern of `like`. */
const TEXT: readonly Question[] = [
  {
    kind: 'offering',
    text: `select id::text, name || ', ' || state as title, '/v1/offerings/' || id as href from offering where name ilike $1 or bond_asset ilike $1 order by id`,
  },
  {
    kind: 'system',
    text: `select id::text, name as title, '/v1/systems/' || id as href from system where name ilike $1 order by id`,
  },
  {
    kind: 'party',
    text: `select system_id || '/' || index as id, name || ' of system ' || system_id as title, '/v1/systems/' || system_id as href from party where name ilike $1 order by system_id, index`,
  },
  {
    kind: 'queued',
    text: `select id::text, idempotency_key || ', ' || status as title, '/v1/operations/transactions' as href from outbox where idempotency_key like ltrim($1, '%') order by id desc`,
  },
]

/**
 * Everything that a number, an address, a hash (hex) or a piece of a name leads to, at most ten of each kind.
 *
 * @param pattern escapes a text for `like`
 */
export async function search({ pool }: Database, query: string, pattern: (text: string) => string): Promise<Found[]> {
  const text = query.trim()
  const { questions, value } = questionsFor(text, pattern)
  const answers = await Promise.all(
    questions.map(async ({ kind, text: sql }) => {
      const { rows } = await pool.query<Omit<Found, 'kind'>>(`${sql} limit ${MOST_OF_A_KIND}`, [value])
      return rows.map(({ id, title, href }): Found => ({ kind, id, title, href }))
    }),
  )
  return answers.flat()
}

function questionsFor(text: string, pattern: (text: string) => string) {
  if (/^[0-9a-f]{64}$/i.test(text)) return { questions: HASH, value: text.toLowerCase() }
  const kind = addressKind(text)
  if (kind === 'account' || kind === 'contract') return { questions: ADDRESS, value: text }
  if (/^\d{1,18}$/.test(text)) return { questions: NUMBER, value: text }
  return { questions: TEXT, value: `%${pattern(text)}%` }
}
