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
export async function followProjects({ store, chain }: Pick<WorkerContext, 'store' | 'chain'>): Promise<void> {
  const projects = await loadProjects(store)
  await follow(
    store,
    projects.flatMap((project) => requestsOf(project, chain.config.passphrase)),
  )
}

/** Follows contracts and assets, each from its first event on. Asking again changes nothing. */
export async function follow(db: Queryable, requests: readonly FollowRequest[]): Promise<void> {
  await db.query(
    `INSERT INTO followed (contract_id, account, contract, asset, offering_id, system_id, since_ledger, through_ledger)
     SELECT r.contract_id, r.account, r.contract, r.asset, r.offering_id, r.system_id, r.since_ledger, r.since_ledger
     FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::int4[], $6::int4[], $7::int4[]) WITH ORDINALITY
       AS r (contract_id, account, contract, asset, offering_id, system_id, since_ledger, place)
     WHERE NOT EXISTS (SELECT 1 FROM followed f WHERE f.contract_id = r.contract_id AND f.account = r.account)
     ORDER BY r.place ON CONFLICT (contract_id, account) DO NOTHING`,
    [
      requests.map(({ contractId }) => contractId),
      requests.map(({ account }) => account),
      requests.map(({ contract }) => contract),
      requests.map(({ asset }) => asset),
      requests.map(({ offeringId }) => offeringId),
      requests.map(({ systemId }) => systemId),
      requests.map(({ sinceLedger }) => sinceLedger),
    ],
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
