import type { WorkerContext } from '../context.ts'
import { loadProjects, type Project } from '../project.ts'
import { assetRequest, follow } from './follow.ts'
import { plain } from './logged-event.ts'
import type { Refreshed } from './refresh.ts'

interface Account {
  readonly rec: string
  readonly carbon: string
  readonly start_wh: bigint
  readonly counted_wh: bigint
  readonly counted_to: bigint
  readonly carry_wh: bigint
  readonly rec_mwh: bigint
  readonly carbon_mwh: bigint
  readonly retained_mwh: bigint
}

/** The systems' accounts with a certificate contract. Once an account is open, its two assets are followed like bonds. */
export async function refreshCertificates(context: WorkerContext, of: Refreshed): Promise<void> {
  for (const project of await loadProjects(context.store))
    if (project.settings.certificate === of.contractId) await refreshAccount(context, project, of)
}

async function refreshAccount(
  { contracts, store, chain }: WorkerContext,
  { systemId, settings }: Project,
  { contractId, ledger }: Refreshed,
): Promise<void> {
  const args = { system: systemId }
  const opened = await contracts.wouldPass<Account>('certificate', contractId, 'account', args)
  if (!opened.ok) return
  const account = opened.value
  const rec = await contracts.assetOf(account.rec)
  const carbon = await contracts.assetOf(account.carbon)
  if (rec === null || carbon === null) throw new Error(`the certificates of system ${systemId} are no classic assets`)
  const policy = await contracts.read('certificate', contractId, 'policy', args)
  const announced = await contracts.read('certificate', contractId, 'announced', args)
  const administrator = await contracts.read<string>('certificate', contractId, 'role', { role: 'admin' })
  const totals: Record<string, unknown> = {}
  for (const kind of ['Rec', 'Carbon'])
    totals[kind] = plain(
      await contracts.read('certificate', contractId, 'totals', { ...args, kind: { tag: kind, values: undefined } }),
    )
  const of = { offeringId: null, systemId, sinceLedger: settings.bondSinceLedger }
  await follow(
    store,
    [rec, carbon].map((asset) => assetRequest(asset, chain.config.passphrase, of)),
  )
  await store.query(
    `INSERT INTO certificate_account (system_id, contract_id, rec_asset, carbon_asset, start_wh, counted_wh, counted_to, carry_wh, rec_mwh, carbon_mwh,
       retained_mwh, policy, announced, totals, ledger, administrator)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
     ON CONFLICT (system_id) DO UPDATE SET counted_wh = EXCLUDED.counted_wh, counted_to = EXCLUDED.counted_to, carry_wh = EXCLUDED.carry_wh,
       rec_mwh = EXCLUDED.rec_mwh, carbon_mwh = EXCLUDED.carbon_mwh, retained_mwh = EXCLUDED.retained_mwh, policy = EXCLUDED.policy,
       announced = EXCLUDED.announced, totals = EXCLUDED.totals, ledger = EXCLUDED.ledger, administrator = EXCLUDED.administrator`,
    [
      systemId,
      contractId,
      rec,
      carbon,
      account.start_wh,
      account.counted_wh,
      account.counted_to,
      account.carry_wh,
      account.rec_mwh,
      account.carbon_mwh,
      account.retained_mwh,
      JSON.stringify(plain(policy)),
      announced === null || announced === undefined ? null : JSON.stringify(plain(announced)),
      JSON.stringify(totals),
      ledger,
      administrator,
    ],
  )
}
