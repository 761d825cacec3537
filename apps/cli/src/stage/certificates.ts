/** Certificates of the example's live system: two assets whose issuing accounts are locked, and a policy. */
import { type Asset, assetOf, createAccount, createSac, serializedAsset, setOptions } from '@heliobond/chain'
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

/** Deploys the certificate contract and begins to certify a system: four fifths are the issuer's to sell, the rest the parties'. */
export async function certifySystem(
  deployer: Deployer,
  funder: string,
  platform: { readonly registry: string; readonly energy: string },
  systemId: number,
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
  await calls.as('admin', 'certificate', contract, 'open', {
    system: systemId,
    assets: { rec: serializedAsset(rec), carbon: serializedAsset(carbon) },
    policy: {
      kind: { tag: 'Rec', values: undefined },
      owner: people.address('issuer'),
      owner_bps: 8_000,
      parties_bps: 2_000,
      donors_bps: 0,
      donors_root: new Uint8Array(32),
      donors_units: 0n,
      donors_count: 0,
    },
  })
  return { contract, rec, carbon }
}
