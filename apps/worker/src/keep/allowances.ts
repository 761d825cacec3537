import { addTicks, IDLE, type TickResult, type WorkerContext } from '../context.ts'
import { loadProjects, type Project, projectOf } from '../project.ts'
import type { Handler } from '../submit/handler.ts'
import { enqueue, nextTry } from '../submit/outbox.ts'

/** The network lets no allowance outlive 180 days (3,110,400 ledgers); this leaves room for the ledgers until it is included. */
const LIFETIME_LEDGERS = 2_900_000
/** Renewed when less than about 60 days are left. */
const RENEW_BELOW_LEDGERS = 1_036_800
/** More than any party will ever be billed; the escrow pulls only what lies in the account. */
const ALLOWANCE_STROOPS = 10n ** 17n

interface AllowanceSetting {
  readonly expiresLedger: number
}

/** Keeps each collection account's allowance to its escrow alive. */
export async function tickAllowances(context: WorkerContext): Promise<TickResult> {
  const { store, keys, chain } = context
  let result = IDLE
  for (const project of await loadProjects(store)) {
    if (project.state === 'Closed') continue
    const ledger = await chain.ledger()
    for (const party of project.parties) {
      if (!(await keys.holds(keyName(project, party.index)))) continue
      const { rows } = await store.query<{ value: AllowanceSetting }>('SELECT value FROM setting WHERE key = $1', [
        settingKey(project, party.index),
      ])
      const expires = rows[0]?.value.expiresLedger ?? 0
      if (expires - ledger > RENEW_BELOW_LEDGERS) continue
      const key = await nextTry(store, `allowance:${project.offering}:${party.index}:${expires}`, await chain.now())
      if (key === null) continue
      const asked = await enqueue(store, {
        key,
        kind: 'collection.approve',
        lane: `collect:${project.offeringId}:${party.index}`,
        payload: { offeringId: project.offeringId, partyIndex: party.index },
        at: await chain.now(),
      })
      result = addTicks(result, asked === null ? { progress: 0, waiting: 1 } : { progress: 1, waiting: 0 })
    }
  }
  return result
}

/** Approves the escrow to pull from a collection account. */
export const approveEscrow: Handler = {
  kind: 'collection.approve',
  async build(context, row) {
    const project = await projectOf(context.store, Number(row.payload.offeringId))
    const index = Number(row.payload.partyIndex)
    const name = keyName(project, index)
    const from = (await context.keys.signer(name)).address
    return {
      signers: [name],
      operations: [
        context.contracts.approve({
          source: from,
          asset: project.settlementAsset,
          from,
          spender: project.offering,
          amountStroops: ALLOWANCE_STROOPS,
          expiresLedger: (await context.chain.ledger()) + LIFETIME_LEDGERS,
        }),
      ],
    }
  },
  async booked(_context, client, row, outcome) {
    const project = await projectOf(client, Number(row.payload.offeringId))
    const value: AllowanceSetting = {
      expiresLedger: outcome.ledger + LIFETIME_LEDGERS - 1_000,
    }
    await client.query(
      `INSERT INTO setting (key, value) VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET value = EXCLUDED.value`,
      [settingKey(project, Number(row.payload.partyIndex)), JSON.stringify(value)],
    )
  },
}

const keyName = (project: Project, index: number) => `collection.${project.systemId}.${index}`
const settingKey = (project: Project, index: number) => `allowance:${project.offeringId}:${index}`
