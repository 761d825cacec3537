import { type Asset, sacAddress } from '@heliobond/chain'
import type { Queryable, WorkerContext } from '../context.ts'
import { loadProjects, type Project } from '../project.ts'
import type { Followed } from './logged-event.ts'

type FollowRequest = Omit<Followed, 'throughLedger'>

/** All that is followed, by how far it has come. */
export async function followed(db: Queryable): Promise<Followed[]> {
  const { rows } = await db.query<RawFollowed>(
    `SELECT contract_id, account, contract, asset, offering_id, system_id, since_ledger, through_ledger FROM followed
     ORDER BY through_ledger, contract_id, account`,
  )
  return rows.map((row) => ({
    contractId: row.contract_id,
    account: row.account,
    contract: row.contract,
    asset: row.asset,
    offeringId: row.offering_id,
    systemId: row.system_id,
    sinceLedger: row.since_ledger,
    throughLedger: row.through_ledger,
  }))
}

interface RawFollowed {
  contract_id: string
  account: string
  contract: Followed['contract']
  asset: string | null
  offering_id: number | null
  system_id: number | null
  since_ledger: number
  through_ledger: number
}

/** Follows what every project has on the network; what is followed already goes on where it is. */
export async function followProjects(context: WorkerContext): Promise<void> {
  const { store, chain } = context
  for (const project of await loadProjects(store))
    for (const request of requestsOf(project, chain.config.passphrase)) await follow(store, request)
}

/** Follows one contract or asset from its first event on. Asking again changes nothing. */
export async function follow(db: Queryable, request: FollowRequest): Promise<void> {
  const { contractId, account, contract, asset, offeringId, systemId, sinceLedger } = request
  await db.query(
    `INSERT INTO followed (contract_id, account, contract, asset, offering_id, system_id, since_ledger, through_ledger)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $7) ON CONFLICT (contract_id, account) DO NOTHING`,
    [contractId, account, contract, asset, offeringId, systemId, sinceLedger],
  )
}

function requestsOf(project: Project, passphrase: string): FollowRequest[] {
  const { settings, offeringId, systemId } = project
  const none = { account: '', asset: null, offeringId: null, systemId: null, sinceLedger: settings.bondSinceLedger }
  const requests: FollowRequest[] = [
    { ...none, contractId: settings.registry, contract: 'registry' },
    { ...none, contractId: settings.tariff, contract: 'tariff' },
    { ...none, contractId: settings.energy, contract: 'energy' },
    { ...none, contractId: project.offering, contract: 'offering', offeringId, systemId },
    assetRequest(project.bondAsset, passphrase, { offeringId, systemId, sinceLedger: settings.bondSinceLedger }),
  ]
  if (settings.tender) requests.push({ ...none, contractId: settings.tender, contract: 'tender', offeringId, systemId })
  if (settings.certificate) requests.push({ ...none, contractId: settings.certificate, contract: 'certificate' })
  const settlement = sacAddress(project.settlementAsset, passphrase)
  for (const { collection } of project.parties) {
    if (collection === '') continue
    requests.push({
      ...none,
      contractId: settlement,
      account: collection,
      contract: 'collection',
      asset: project.settlementAsset,
      offeringId,
      systemId,
    })
  }
  return requests
}

/** How a bond or a certificate is followed: by all movements of its asset contract. */
export const assetRequest = (
  asset: Asset,
  passphrase: string,
  of: Pick<Followed, 'offeringId' | 'systemId' | 'sinceLedger'>,
): FollowRequest => ({ contractId: sacAddress(asset, passphrase), account: '', contract: 'asset', asset, ...of })
