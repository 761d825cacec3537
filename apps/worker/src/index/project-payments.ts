import { type OperationOutcome, tokenMovement } from '@heliobond/chain'
import type { Queryable } from '../context.ts'
import type { FactsOf } from './facts.ts'
import { type LoggedEvent, rowId } from './logged-event.ts'

/** Enters what came into the parties' collection accounts by classic payments, whoever sent it. */
export async function projectPayments(client: Queryable, all: readonly LoggedEvent[], factsOf: FactsOf): Promise<void> {
  for (const { source, event } of all) {
    const movement = source.contract === 'collection' ? tokenMovement(event) : undefined
    if (!movement || movement.to !== source.account) continue
    const party = await partyOf(client, source.account)
    if (!party) continue
    const operations = factsOf(event.txHash)?.operations ?? []
    const sent = sentBy(operations[event.operationIndex], source.asset ?? '', movement.amountStroops)
    // A classic operation pays one account once; a contract's call, alone in its transaction, may pay several.
    const nth = operations.length === 1 ? event.eventIndex : event.operationIndex
    await client.query(
      `INSERT INTO payment (id, bill_number, system_id, party_index, tx_hash, operation_index, send_asset, sent_stroops, received_stroops, ledger, at)
       SELECT $1, (SELECT number FROM bill WHERE system_id = $3 AND party_index = $4 AND number = $2), $3, $4, $5, $6, $7, $8, $9, $10, $11
       ON CONFLICT (id) DO NOTHING`,
      [
        rowId(event, nth),
        storable(movement.toId),
        party.systemId,
        party.index,
        event.txHash,
        event.operationIndex,
        sent.asset,
        sent.stroops,
        movement.amountStroops,
        event.ledger,
        event.closedAt,
      ],
    )
  }
}

/** A number that is beyond what the column holds names no bill. */
const storable = (id: bigint | undefined): bigint | null => (id === undefined || id >= 2n ** 63n ? null : id)

async function partyOf(client: Queryable, collection: string): Promise<{ systemId: number; index: number } | null> {
  const { rows } = await client.query<{ system_id: number; index: number }>(
    'SELECT system_id, index FROM party WHERE collection = $1',
    [collection],
  )
  const [row] = rows
  return row ? { systemId: row.system_id, index: row.index } : null
}

/** What left the payer: by a path payment something else, by any other what arrived. */
function sentBy(outcome: OperationOutcome | undefined, asset: string, received: bigint) {
  if (outcome?.kind !== 'path-payment') return { asset, stroops: received }
  const [first] = outcome.trades
  return { asset: first?.soldAsset ?? asset, stroops: outcome.sentStroops }
}
