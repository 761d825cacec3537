import { type EntryFacts, type Trade, tokenMovement } from '@heliobond/chain'
import type { Queryable } from '../context.ts'
import type { FactsOf } from './facts.ts'
import type { LoggedEvent } from './logged-event.ts'

/**
 * Enters the movements of a followed asset (a bond, a certificate): the movement itself, who holds the asset since, whose the claimable
 * balances and shares of pools are that it touched, and the trades that it was part of.
 */
export async function projectAsset(client: Queryable, all: readonly LoggedEvent[], factsOf: FactsOf): Promise<void> {
  for (const logged of all) {
    const { source, event } = logged
    const movement = source.contract === 'asset' ? tokenMovement(event) : undefined
    if (!movement || source.asset === null) continue
    await client.query(
      `INSERT INTO asset_movement (tx_hash, operation_index, event_index, asset, ledger, application_order, at, kind, from_address, to_address, stroops)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT DO NOTHING`,
      [
        event.txHash,
        event.operationIndex,
        event.eventIndex,
        source.asset,
        event.ledger,
        event.applicationOrder,
        event.closedAt,
        movement.kind,
        movement.from ?? null,
        movement.to ?? null,
        movement.amountStroops,
      ],
    )
    if (movement.kind === 'mint' && source.offeringId !== null)
      await client.query(
        `UPDATE offering SET minted_stroops = minted_stroops + $2, outstanding_stroops = outstanding_stroops + $2 WHERE id = $1`,
        [source.offeringId, movement.amountStroops],
      )
    // What is sent to the issuer counts as outstanding until it is clawed back.
    if (movement.kind === 'clawback' && source.offeringId !== null)
      await client.query('UPDATE offering SET outstanding_stroops = outstanding_stroops - $2 WHERE id = $1', [
        source.offeringId,
        movement.amountStroops,
      ])
  }
  for (const { source, event } of firstOfEach(all)) {
    const facts = factsOf(event.txHash)
    if (!facts || source.asset === null) continue
    await enterFacts(client, source.asset, event, facts)
    if (source.offeringId !== null) await enterTrades(client, all, source.asset, source.offeringId, facts.operations)
  }
}

/** The first event of each followed asset in a transaction. */
function firstOfEach(all: readonly LoggedEvent[]): LoggedEvent[] {
  const assets = new Map<string, LoggedEvent>()
  for (const logged of all)
    if (logged.source.contract === 'asset' && !assets.has(logged.source.contractId))
      assets.set(logged.source.contractId, logged)
  return [...assets.values()]
}

async function enterFacts(
  client: Queryable,
  asset: string,
  event: LoggedEvent['event'],
  facts: EntryFacts,
): Promise<void> {
  for (const balance of facts.claimableBalances) {
    if (balance.asset !== asset) continue
    await client.query(
      `INSERT INTO claimable_balance (id, asset, claimant, stroops, tx_hash, ledger) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING`,
      [balance.id, asset, balance.soleClaimant ?? null, balance.stroops, event.txHash, event.ledger],
    )
  }
  for (const { poolId, holder, shares } of facts.poolShares)
    await client.query(
      `INSERT INTO pool_share (asset, pool_id, holder, ledger, application_order, shares) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING`,
      [asset, poolId, holder, event.ledger, event.applicationOrder, shares],
    )
}

/** Each claimed offer moved the bond once, in order: the movement says between whom, the claim says for how much of what. */
async function enterTrades(
  client: Queryable,
  all: readonly LoggedEvent[],
  asset: string,
  offeringId: number,
  operations: readonly { readonly kind: string; readonly trades?: readonly Trade[] }[],
): Promise<void> {
  for (const [operationIndex, outcome] of operations.entries()) {
    const trades = (outcome.trades ?? []).filter((trade) => trade.soldAsset === asset || trade.boughtAsset === asset)
    const moved = all.filter(
      ({ source, event }) =>
        source.asset === asset && source.contract === 'asset' && event.operationIndex === operationIndex,
    )
    let next = 0
    for (const [index, trade] of trades.entries()) {
      const isPurchase = trade.boughtAsset === asset
      const bondStroops = isPurchase ? trade.boughtStroops : trade.soldStroops
      const at = moved.findIndex(({ event }, position) => position >= next && isTransferOf(event, bondStroops))
      const found = moved[at]
      const movement = found && tokenMovement(found.event)
      if (!found || !movement?.from || !movement.to) continue
      next = at + 1
      await client.query(
        `INSERT INTO bond_trade (tx_hash, operation_index, index, offering_id, seller, buyer, bond_stroops, paid_asset, paid_stroops, ledger, at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT DO NOTHING`,
        [
          found.event.txHash,
          operationIndex,
          index,
          offeringId,
          movement.from,
          movement.to,
          bondStroops,
          isPurchase ? trade.soldAsset : trade.boughtAsset,
          isPurchase ? trade.soldStroops : trade.boughtStroops,
          found.event.ledger,
          found.event.closedAt,
        ],
      )
    }
  }
}

function isTransferOf(event: LoggedEvent['event'], stroops: bigint): boolean {
  const movement = tokenMovement(event)
  return movement?.kind === 'transfer' && movement.amountStroops === stroops
}
