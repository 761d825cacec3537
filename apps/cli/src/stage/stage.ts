/**
 * What the example holds besides its live bond: a bond on sale, a bond whose works are out to tender, certificates of the live system, and
 * somebody for every part. All of it with real transactions, as a municipality would do it.
 */
import { assetOf, payment } from '@heliobond/chain'
import { type Database, sealSecret } from '@heliobond/db'
import { openPeople, openProjectAccounts, type ProjectAssets } from '../project/accounts.ts'
import { type Deployer, type Launched, launchOffering, type PlatformContracts } from '../project/contracts.ts'
import type { ProjectPlan } from '../project/plan.ts'
import { recordProject } from '../project/record.ts'
import { CAST, FURTHER_PEOPLE } from './cast.ts'
import { certifySystem } from './certificates.ts'
import { documentHash, keepDocuments, officialStatement, type StagedDocument } from './documents.ts'
import { HARBOUR, PARK, planOf, type StagedOffering } from './offerings.ts'
import { MILESTONES, openTender, REQUIRED_EVIDENCE, TENDER_DOCUMENTS, tenderRoles } from './tender.ts'

const UNIT = 10_000_000n
/** Names of secrets of people who, on a real network, hold their keys themselves. */
export const PERSON = 'person.'

export interface StageParts {
  readonly database: Database
  readonly secretKey: Uint8Array
  readonly deployer: Deployer
  /** An account that pays for accounts. */
  readonly funder: string
  readonly settlementAssets: Pick<ProjectAssets, 'settlement' | 'euro'>
}

/** Opens the accounts of everyone who is only here to be played, and gives the investors enough for several bonds. */
export async function openCast({ deployer, funder, settlementAssets: { settlement } }: StageParts): Promise<void> {
  const { send, people } = deployer
  const stroops = 200_000n * UNIT
  await openPeople(send, funder, people, FURTHER_PEOPLE, settlement, { lumens: 1_000n, stroops })
  const source = people.address('stablecoin-issuer')
  const investors = CAST.filter(({ key, role }) => role === 'investor' && !FURTHER_PEOPLE.includes(key))
  await send(
    'stablecoins for investors',
    [source],
    investors.map(({ key }) =>
      payment({ source, destination: people.address(key), asset: settlement, amountStroops: stroops }),
    ),
  )
}

/** Sells bonds: the buyers are allowed and buy. */
async function sell({ calls, people }: Deployer, { offering }: Launched['contracts'], buyers: Record<string, bigint>) {
  for (const [investor, units] of Object.entries(buyers)) {
    await calls.as('compliance', 'offering', offering, 'set_allowed', { who: people.address(investor), allowed: true })
    if (units > 0n) await calls.as(investor, 'offering', offering, 'invest', { amount: units * UNIT }, 'investor')
  }
}

async function launch(parts: StageParts, platform: PlatformContracts, staged: StagedOffering) {
  const { deployer, funder, settlementAssets } = parts
  const { chain, send, people } = deployer
  const document = officialStatement(staged.offeringName, staged.systemName)
  const plan = await planOf(staged, chain, documentHash(document))
  const bond = assetOf(staged.bondCode, people.address(`${staged.prefix}bond-issuer`))
  const assets: ProjectAssets = { ...settlementAssets, bond }
  await openProjectAccounts(send, funder, people, plan, settlementAssets.settlement, staged.prefix)
  const launched = await launchOffering(deployer, platform, plan, assets, {
    prefix: staged.prefix,
    tender: { roles: tenderRoles(people) },
  })
  return { plan, assets, launched, document, prefix: staged.prefix }
}

async function record(
  { database, secretKey, deployer }: StageParts,
  project: { plan: ProjectPlan; assets: ProjectAssets; launched: Launched; prefix: string },
  p: { readonly state: string; readonly documents: readonly StagedDocument[] },
): Promise<number> {
  const { people, chain } = deployer
  const { plan, assets, launched, prefix } = project
  const now = await chain.now()
  const id = await recordProject(database, secretKey, people, plan, assets, launched, now, {
    prefix,
    additional: true,
    state: p.state,
  })
  await keepDocuments(database, p.documents, { owner: people.address('issuer'), offeringId: id, now })
  return id
}

/** A bond of which a third is sold; somebody who has not invested yet may. @returns its offering. */
export async function stagePark(parts: StageParts, platform: PlatformContracts): Promise<number> {
  const project = await launch(parts, platform, PARK)
  const sold = { 'investor.ana': 30_000n, 'investor.luis': 10_000n, 'investor.diego': 0n }
  await sell(parts.deployer, project.launched.contracts, sold)
  return record(parts, project, { state: 'Funding', documents: [project.document] })
}

/** A bond that is sold out, and the tender of its works, open to bids. @returns its offering. */
export async function stageHarbour(parts: StageParts, platform: PlatformContracts): Promise<number> {
  const { calls, people, chain } = parts.deployer
  const project = await launch(parts, platform, HARBOUR)
  const { offering, tender } = project.launched.contracts
  if (tender === undefined) throw new Error('the harbour bond has no tender contract')
  const bought = { 'investor.luis': 40_000n, 'investor.marta': 40_000n }
  await sell(parts.deployer, project.launched.contracts, bought)
  await calls.as('issuer', 'offering', offering, 'close_funding', {})
  const holders = Object.keys(bought).map((name) => people.address(name))
  await calls.as('operator', 'offering', offering, 'release', { holders })
  await openTender(chain, calls, people, tender)
  const documents: StagedDocument[] = [
    project.document,
    { name: 'Tender documents.txt', kind: 'tender', text: TENDER_DOCUMENTS },
    { name: 'Evidence wanted.txt', kind: 'milestone', text: REQUIRED_EVIDENCE },
    ...MILESTONES.map(
      ({ text }, index): StagedDocument => ({ name: `Milestone ${index + 1}.txt`, kind: 'milestone', text }),
    ),
  ]
  return record(parts, project, { state: 'Building', documents })
}

/** Certificates of a live system; what is measured from now on becomes RECs. */
export async function stageCertificates(parts: StageParts, platform: PlatformContracts, systemId: number) {
  const certificates = await certifySystem(parts.deployer, parts.funder, platform, systemId)
  const [key, value] = [`certificate:${systemId}`, { ...certificates }]
  await parts.database.prisma.setting.upsert({ where: { key }, create: { key, value }, update: { value } })
  return certificates
}

/** Keeps everyone's key, sealed, and grants them what their part needs. Of a local network only. */
export async function keepCast({ database, secretKey, deployer }: StageParts, more: readonly string[]): Promise<void> {
  const { people, chain } = deployer
  const now = await chain.now()
  const names = [...new Set([...CAST.map(({ key }) => key), ...more])]
  // A first start that was interrupted may have left keys of people who never played.
  await database.prisma.secret.deleteMany({ where: { name: { startsWith: PERSON } } })
  await database.prisma.secret.createMany({
    data: names.map((name) => {
      const { address, secret } = people.key(name)
      const { ciphertext, nonce } = sealSecret(secretKey, `${PERSON}${name}`, secret)
      return { name: `${PERSON}${name}`, publicKey: address, ciphertext, nonce }
    }),
  })
  const grantedBy = people.address('operator')
  await database.prisma.roleGrant.createMany({
    data: CAST.flatMap(({ key, grants = [] }) =>
      grants.map((role) => ({ address: people.address(key), role, grantedBy, grantedAt: now })),
    ),
    skipDuplicates: true,
  })
}

/** The keys of a staged project's own people. */
export const ownKeys = ({ prefix, parties }: StagedOffering): string[] =>
  parties.flatMap((_, index) => [`${prefix}owner.${index}`, `${prefix}wallet.${index}`])

/** All of the people whom only the staged offerings have. */
export const stagedKeys = (): string[] => [...ownKeys(PARK), ...ownKeys(HARBOUR)]
