import type { Queryable } from '../context.ts'
import { wake } from '../jobs.ts'
import type { LoggedEvent } from './logged-event.ts'

/**
 * Enters when a tender was opened and a bid committed, bids that were withdrawn, and what milestones were paid: the contract itself does not keep
 * these. All else is read from it afterwards.
 */
export async function projectTender(client: Queryable, { source, name, data, event }: LoggedEvent): Promise<void> {
  if (source.offeringId === null) return
  await wake(client, 'service', source.offeringId, event.closedAt)
  const of = [source.offeringId, Number(data.tender)]
  switch (name) {
    case 'Opened':
      await client.query(
        `INSERT INTO tender (offering_id, number, contract_id, stage, terms, documents_hash, settlement, opened_at, opened_tx, ledger)
         VALUES ($1, $2, $3, 'Open', '{}', $4, '', $5, $6, $7)
         ON CONFLICT (offering_id, number) DO UPDATE SET opened_at = EXCLUDED.opened_at, opened_tx = EXCLUDED.opened_tx`,
        [
          ...of,
          source.contractId,
          Buffer.from(data.documents_hash as Uint8Array).toString('hex'),
          event.closedAt,
          event.txHash,
          event.ledger,
        ],
      )
      return
    case 'Committed':
      await client.query(
        `INSERT INTO bid (offering_id, tender_number, bidder, commitment, proposal_hash, bond_stroops, standing, committed_at, committed_tx, ledger)
         VALUES ($1, $2, $3, $4, $5, $6, 'Sealed', $7, $8, $9)
         ON CONFLICT (offering_id, tender_number, bidder) DO UPDATE SET committed_at = EXCLUDED.committed_at, committed_tx = EXCLUDED.committed_tx`,
        [
          ...of,
          data.bidder,
          Buffer.from(data.commitment as Uint8Array).toString('hex'),
          Buffer.from(data.proposal as Uint8Array).toString('hex'),
          data.bond,
          event.closedAt,
          event.txHash,
          event.ledger,
        ],
      )
      return
    case 'Withdrawn':
      await client.query(
        `UPDATE bid SET standing = 'Withdrawn', bond_stroops = 0, ledger = $4 WHERE offering_id = $1 AND tender_number = $2 AND bidder = $3`,
        [...of, data.bidder, event.ledger],
      )
      return
    case 'MilestonePaid':
      await client.query(
        `INSERT INTO milestone (offering_id, tender_number, index, description, required_evidence, amount_stroops, paid_stroops, progress, paid_tx, ledger)
         VALUES ($1, $2, $3, '', '', $4, $5, 'Paid', $6, $7)
         ON CONFLICT (offering_id, tender_number, index) DO UPDATE SET paid_stroops = EXCLUDED.paid_stroops, paid_tx = EXCLUDED.paid_tx`,
        [...of, data.milestone, data.gross, data.net, event.txHash, event.ledger],
      )
      return
  }
}
