import { type OperationOutcome, tokenMovement } from '@heliobond/chain'
import type { Queryable } from '../context.ts'
import type { FactsOf } from './facts.ts'
import { type LoggedEvent, rowId } from './logged-event.ts'

/** Enters what came into the parties' collection accounts by classic payments, whoever sent it: all of a transaction's at once, for one may hold a hundred. */
export async function projectPayments(client: Queryable, all: readonly LoggedEvent[], factsOf: FactsOf): Promise<void> {
  const payments = all.flatMap(({ source, event }) => {
    const movement = source.contract === 'collection' ? tokenMovement(event) : undefined
    if (!movement || movement.to !== source.account) return []
    const operations = factsOf(event.txHash)?.operations ?? []
    // A classic operation pays one account once; a contract's call, alone in its transaction, may pay several.
    const nth = operations.length === 1 ? event.eventIndex : event.operationIndex
    const sent = sentBy(operations[event.operationIndex], source.asset ?? '', movement.amountStroops)
    return [{ id: rowId(event, nth), collection: source.account, event, movement, sent }]
  })
  if (payments.length === 0) return
  await client.query(
    `INSERT INTO payment (id, bill_number, system_id, party_index, tx_hash, operation_index, send_asset, sent_stroops, received_stroops, ledger, at)
     SELECT y.id, b.number, p.system_id, p.index, y.tx_hash, y.operation_index, y.send_asset, y.sent, y.received, y.ledger, y.at
     FROM unnest($1::int8[], $2::text[], $3::int8[], $4::text[], $5::int4[], $6::text[], $7::int8[], $8::int8[], $9::int4[], $10::int8[])
       AS y (id, collection, said, tx_hash, operation_index, send_asset, sent, received, ledger, at)
     JOIN LATERAL (SELECT system_id, index FROM party WHERE collection = y.collection AND collection <> '' LIMIT 1) p ON true
     LEFT JOIN bill b ON b.system_id = p.system_id AND b.party_index = p.index AND b.number = y.said
     ON CONFLICT (id) DO NOTHING`,
    [
      payments.map(({ id }) => id),
      payments.map(({ collection }) => collection),
      payments.map(({ movement }) => storable(movement.toId)),
      payments.map(({ event }) => event.txHash),
      payments.map(({ event }) => event.operationIndex),
      payments.map(({ sent }) => sent.asset),
      payments.map(({ sent }) => sent.stroops),
      payments.map(({ movement }) => movement.amountStroops),
      payments.map(({ event }) => event.ledger),
      payments.map(({ event }) => event.closedAt),
    ],
  )
}

/** A number that is beyond what the column holds names no bill. */
const storable = (id: bigint | undefined): bigint | null => (id === undefined || id >= 2n ** 63n ? null : id)

/** What left the payer: by a path payment something else, by any other what arrived. */
function sentBy(outcome: OperationOutcome | undefined, asset: string, received: bigint) {
  if (outcome?.kind !== 'path-payment') return { asset, stroops: received }
  const [first] = outcome.trades
  return { asset: first?.soldAsset ?? asset, stroops: outcome.sentStroops }
}
