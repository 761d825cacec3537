import { type Asset, balanceKey, entryKey, instanceKey, type KeyField, sacAddress } from '@heliobond/chain'
import type { Queryable } from '../context.ts'
import type { ContractName } from '../contracts-port.ts'
import type { Project } from '../project.ts'

/** How long an entry is kept alive: as the contracts themselves do with what they touch (docs/contracts.md). */
export type LifetimeClass = 'code' | 'instance' | 'state' | 'record' | 'balance'

/** An entry of the ledger that must live. */
export interface KeptEntry {
  readonly keyXdr: string
  readonly contractId: string
  readonly kind: LifetimeClass
  /** The entry's key in words. */
  readonly name: string
}

/** The entries of a project that may exist: what does not exist needs no care. Code is found through the instances. */
export async function keptEntries(db: Queryable, project: Project, passphrase: string): Promise<KeptEntry[]> {
  const { settings, offering, systemId } = project
  const contracts = contractsOf(project)
  const parties = project.parties.map(({ index }) => index)
  const settlement = sacAddress(project.settlementAsset, passphrase)
  return [
    ...[...contracts.values(), settlement, sacAddress(project.bondAsset, passphrase)].map(instanceEntry),
    {
      keyXdr: balanceKey(settlement, offering),
      contractId: settlement,
      kind: 'balance',
      name: `balance of ${offering}`,
    },
    ...entriesOf(settings.registry, 'state', [['Parties', systemId]]),
    ...entriesOf(settings.registry, 'record', [['System', systemId], ...(await meterKeys(db, project))]),
    ...entriesOf(settings.energy, 'state', [
      ['BillCount'],
      ...['System', 'Proposals', 'Provisional', 'Clock', 'Meters', 'RevokedMeters'].map(
        (name): Key => [name, systemId],
      ),
      ...parties.map((party): Key => ['Party', systemId, party]),
    ]),
    ...entriesOf(settings.tariff, 'state', [
      ...[settings.retailSymbol, settings.exportSymbol].flatMap((symbol): Key[] => [
        ['History', other(symbol)],
        ['Waiting', other(symbol)],
      ]),
    ]),
    ...entriesOf(settings.tariff, 'record', [['Assets'], ...(await componentKeys(db, settings.tariff))]),
    ...entriesOf(offering, 'state', [
      ['Buckets'],
      ['Book'],
      ['Accounts'],
      ...parties.map((party): Key => ['Loans', party]),
    ]),
    ...entriesOf(offering, 'record', [
      ['Terms'],
      ['Schedule'],
      ['Collections'],
      ...(await offeringRecords(db, project)),
    ]),
    ...(settings.tender ? await tenderEntries(db, project, settings.tender) : []),
    ...(settings.certificate ? await certificateEntries(db, project, settings.certificate, passphrase) : []),
  ]
}

/** The contracts of a project, by name. */
export function contractsOf({ settings, offering }: Project): ReadonlyMap<ContractName, string> {
  const found = new Map<ContractName, string>([
    ['registry', settings.registry],
    ['tariff', settings.tariff],
    ['energy', settings.energy],
    ['offering', offering],
  ])
  if (settings.tender) found.set('tender', settings.tender)
  if (settings.certificate) found.set('certificate', settings.certificate)
  return found
}

const instanceEntry = (contractId: string): KeptEntry => ({
  keyXdr: instanceKey(contractId),
  contractId,
  kind: 'instance',
  name: 'instance',
})

/** The code that a contract runs. */
export const codeEntry = (contractId: string, codeKeyXdr: string): KeptEntry => ({
  keyXdr: codeKeyXdr,
  contractId,
  kind: 'code',
  name: 'code',
})

type Key = readonly [name: string, ...fields: KeyField[]]

const entriesOf = (contractId: string, kind: LifetimeClass, keys: readonly Key[]): KeptEntry[] =>
  keys.map(([name, ...fields]) => ({
    keyXdr: entryKey(contractId, name, ...fields),
    contractId,
    kind,
    name: `${name}(${fields.map(wordOf).join(', ')})`,
  }))

function wordOf(field: KeyField): string {
  if (typeof field !== 'object') return String(field)
  if ('variant' in field) return field.variant.map((one) => (typeof one === 'string' ? one : wordOf(one))).join(' ')
  return Object.values(field)[0] ?? ''
}

const other = (symbol: string): KeyField => ({ variant: ['Other', { symbol }] })

async function meterKeys(db: Queryable, { systemId }: Project): Promise<Key[]> {
  const { rows } = await db.query<{ id: number; key: string }>(
    `SELECT id, encode(public_key, 'hex') AS key FROM meter WHERE system_id = $1 ORDER BY id`,
    [systemId],
  )
  return rows.flatMap(({ id, key }): Key[] => [
    ['Meter', id],
    ['Holder', { bytes: key }],
  ])
}

async function componentKeys(db: Queryable, tariff: string): Promise<Key[]> {
  const { rows } = await db.query<{ symbol: string; effective_at: string }>(
    'SELECT symbol, effective_at FROM tariff_price WHERE contract_id = $1 AND components IS NOT NULL ORDER BY effective_at',
    [tariff],
  )
  return rows.map(({ symbol, effective_at }): Key => ['Components', other(symbol), BigInt(effective_at)])
}

/** Leaves that one entry counts as paid whole. */
const LEAVES_A_CHUNK = 1_024

async function offeringRecords(db: Queryable, { offeringId }: Project): Promise<Key[]> {
  const { rows: people } = await db.query<{ name: string; who: string }>(
    `SELECT DISTINCT 'Allowed' AS name, data->>'who' AS who FROM offering_event WHERE offering_id = $1 AND name = 'AllowedSet'
     UNION SELECT DISTINCT 'Deposit', investor FROM investment WHERE offering_id = $1 ORDER BY 1, 2`,
    [offeringId],
  )
  const { rows: coupons } = await db.query<{ number: number; leaf_count: number }>(
    'SELECT number, leaf_count FROM coupon WHERE offering_id = $1 ORDER BY number',
    [offeringId],
  )
  const { rows: parts } = await db.query<{ number: number; index: number }>(
    `SELECT number, index FROM coupon_leaf WHERE offering_id = $1 AND paid_stroops > 0 AND paid_stroops < amount_stroops ORDER BY number, index`,
    [offeringId],
  )
  return [
    ...people.map(({ name, who }): Key => [name, { address: who }]),
    ...coupons.flatMap(({ number, leaf_count }): Key[] => [
      ['Coupon', number],
      ['Counted', number],
      ...Array.from({ length: Math.ceil(leaf_count / LEAVES_A_CHUNK) }, (_, chunk): Key => ['Whole', number, chunk]),
    ]),
    ...parts.map(({ number, index }): Key => ['Part', number, index]),
  ]
}

async function tenderEntries(db: Queryable, { offeringId }: Project, contractId: string): Promise<KeptEntry[]> {
  const { rows } = await db.query<{ number: number }>(
    'SELECT number FROM tender WHERE offering_id = $1 ORDER BY number',
    [offeringId],
  )
  return rows.flatMap(({ number }) => [
    ...entriesOf(contractId, 'state', [
      ['Tender', number],
      ['Bids', number],
      ['Milestones', number],
    ]),
    ...entriesOf(contractId, 'record', [['Terms', number]]),
  ])
}

async function certificateEntries(
  db: Queryable,
  { systemId }: Project,
  contractId: string,
  passphrase: string,
): Promise<KeptEntry[]> {
  const { rows } = await db.query<{ owner: string }>(
    `SELECT DISTINCT owner FROM party WHERE system_id = $1 AND owner <> ''
     UNION SELECT policy->>'owner' FROM certificate_account WHERE system_id = $1 ORDER BY 1`,
    [systemId],
  )
  const { rows: accounts } = await db.query<{ rec_asset: Asset; carbon_asset: Asset }>(
    'SELECT rec_asset, carbon_asset FROM certificate_account WHERE system_id = $1',
    [systemId],
  )
  const assets = accounts.flatMap(({ rec_asset, carbon_asset }) =>
    [rec_asset, carbon_asset].map((asset) => sacAddress(asset, passphrase)),
  )
  const kinds: readonly KeyField[] = [{ variant: ['Rec'] }, { variant: ['Carbon'] }]
  return [
    ...assets.map(instanceEntry),
    ...entriesOf(contractId, 'state', [
      ['Retirements'],
      ['Account', systemId],
      ['Policy', systemId],
      ['Announced', systemId],
      ...kinds.map((kind): Key => ['Totals', systemId, kind]),
    ]),
    ...entriesOf(contractId, 'record', [
      ...assets.map((address): Key => ['Asset', { address }]),
      ...kinds.flatMap((kind) => rows.map(({ owner }): Key => ['Due', systemId, kind, { address: owner }])),
      ...(await donorKeys(db, systemId)),
    ]),
  ]
}

/** What was set aside for donors, and what each of them got. */
async function donorKeys(db: Queryable, systemId: number): Promise<Key[]> {
  const { rows } = await db.query<{ kind: string; root: string; index: number | null }>(
    `SELECT kind, root, NULL::int4 AS index FROM donor_pot WHERE system_id = $1
     UNION SELECT kind, root, index FROM donor_claim WHERE system_id = $1 ORDER BY 1, 2, 3`,
    [systemId],
  )
  return rows.map(({ kind, root, index }): Key => {
    const of = [systemId, { variant: [kind] }, { bytes: root }] as const
    return index === null ? ['Pot', ...of] : ['Got', ...of, index]
  })
}
