/** Certificates of the example's live system: two assets whose issuing accounts are locked, and a policy. */
import { type Asset, assetOf, createAccount, createSac, serializedAsset, setOptions } from '@heliobond/chain'
import type { Calls } from '../project/calls.ts'
import { type Deployer, deploy, governanceOf } from '../project/contracts.ts'
import { textHash } from './tender.ts'

/** Grams of CO2e per MWh of Puerto Rico's grid: eGRID2023, subregion PRMS, total output (1,548.5 lb/MWh). */
const PR_FACTOR_GRAMS = 702_400n
const FACTOR_SOURCE = 'EPA eGRID2023 rev 2, subregion PRMS, total output emission rate, 1548.5 lb CO2e/MWh'

export interface SystemCertificates {
  readonly contract: string
  readonly rec: Asset
  readonly carbon: Asset
}

/** Whose attribute is sold, as the contract's `Policy` says it. */
export type Policy = Readonly<{
  kind: { tag: 'Rec' | 'Carbon' | 'Retained'; values: undefined }
  owner: string
  owner_bps: number
  parties_bps: number
  donors_bps: number
  donors_root: Uint8Array
  donors_units: bigint
  donors_count: number
}>

/** Deploys the certificate contract and begins to certify a system: four fifths are the issuer's to sell, the rest the parties'. */
export async function certifySystem(
  deployer: Deployer,
  funder: string,
  platform: { readonly registry: string; readonly energy: string },
  systemId: number,
): Promise<SystemCertificates> {
  const certificates = await deployCertificates(deployer, funder, platform)
  await openCertificates(deployer.calls, certificates, systemId, {
    kind: { tag: 'Rec', values: undefined },
    owner: deployer.people.address('issuer'),
    owner_bps: 8_000,
    parties_bps: 2_000,
    donors_bps: 0,
    donors_root: new Uint8Array(32),
    donors_units: 0n,
    donors_count: 0,
  })
  return certificates
}

/** Deploys the certificate contract, gives it two assets whose issuing accounts are locked, and sets the emission factor. */
export async function deployCertificates(
  deployer: Deployer,
  funder: string,
  platform: { readonly registry: string; readonly energy: string },
): Promise<SystemCertificates> {
  const { send, calls, people } = deployer
  const issuers = ['rec-issuer', 'carbon-issuer'].map((name) => people.address(name))
  const rec = assetOf('RECPR1', people.address('rec-issuer'))
  const carbon = assetOf('CO2PR1', people.address('carbon-issuer'))
  const admin = people.address('admin')
  await send(
    'certificates: issuing accounts',
    [funder],
    issuers.map((destination) => createAccount({ source: funder, destination, startingStroops: 50_000_000n })),
  )
  const contract = await deploy(deployer, 'certificate', {
    governance: governanceOf(people),
    factors: admin,
    registry: platform.registry,
    energy: platform.energy,
  })
  for (const [name, asset] of [
    ['rec-issuer', rec],
    ['carbon-issuer', carbon],
  ] as const) {
    await send('certificates: asset contract', [admin], [createSac({ source: admin, asset })])
    await calls.sacSetAdmin(name, asset, contract)
  }
  await send(
    'certificates: issuing accounts locked',
    issuers,
    issuers.map((source) =>
      setOptions({ source, masterWeight: 0, lowThreshold: 0, mediumThreshold: 0, highThreshold: 0 }),
    ),
  )
  await calls.as('admin', 'certificate', contract, 'set_factor', {
    grams: PR_FACTOR_GRAMS,
    effective_at: 1n,
    source_hash: textHash(FACTOR_SOURCE),
  })
  return { contract, rec, carbon }
}

/** Begins to certify a system under a policy; the administrator signs. */
export const openCertificates = (
  calls: Calls,
  { contract, rec, carbon }: SystemCertificates,
  system: number,
  policy: Policy,
) =>
  calls.as('admin', 'certificate', contract, 'open', {
    system,
    assets: { rec: serializedAsset(rec), carbon: serializedAsset(carbon) },
    policy,
  })
