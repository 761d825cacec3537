import {
  type Asset,
  beginSponsoring,
  type ChainOperation,
  changeTrust,
  createAccount,
  endSponsoring,
  manageSellOffer,
  openSponsored as openSponsoredAccount,
  payment,
  setOptions,
} from '@heliobond/chain'
import { CHANNEL_COUNT, type People, ROLE_NAMES, type RoleName } from './people.ts'
import type { ProjectPlan } from './plan.ts'
import type { Sender } from './sender.ts'

const LUMEN = 10_000_000n

/** The administrator pays for the contracts' code and its first rent. */
const STARTING_LUMENS: Partial<Record<RoleName, bigint>> = { admin: 2_000n }

export interface ProjectAssets {
  readonly settlement: Asset
  readonly euro: Asset
  readonly bond: Asset
}

/** Opens every account of the project, with its trustlines, sponsored where the platform sponsors. */
export async function openAccounts(
  send: Sender,
  funder: string,
  people: People,
  plan: ProjectPlan,
  assets: ProjectAssets,
): Promise<void> {
  const create: ChainOperation[] = ROLE_NAMES.map((name) =>
    createAccount({
      source: funder,
      destination: people.address(name),
      startingStroops: (name === 'fees' ? plan.feeLumens : (STARTING_LUMENS[name] ?? plan.personLumens)) * LUMEN,
    }),
  )
  for (const [index] of plan.parties.entries()) {
    create.push(
      createAccount({
        source: funder,
        destination: people.address(`owner.${index}`),
        startingStroops: plan.personLumens * LUMEN,
      }),
      createAccount({ source: funder, destination: people.address(`wallet.${index}`), startingStroops: 10n * LUMEN }),
    )
  }
  await send('accounts', [funder], create)

  const trust = (name: string, asset: Asset) => changeTrust({ source: people.address(name), asset })
  const holders = ['operator', 'works', 'contractor', 'utility', 'market-maker', 'issuer', 'trustee']
  const investors = ROLE_NAMES.filter((name) => name.startsWith('investor.'))
  const parties = plan.parties.flatMap((_, index) => [`owner.${index}`, `wallet.${index}`])
  const lines = [...holders, ...investors, ...parties].map((name) => ({ name, asset: assets.settlement }))
  for (const name of ['market-maker', ...parties]) lines.push({ name, asset: assets.euro })
  // An envelope holds 20 signatures: 15 accounts at a time leave room.
  for (let start = 0; start < lines.length; start += 15) {
    const batch = lines.slice(start, start + 15)
    await send(
      'trustlines',
      batch.map(({ name }) => people.address(name)),
      batch.map(({ name, asset }) => trust(name, asset)),
    )
  }
  await openSponsored(send, people, plan, assets)
}

/** The accounts of a further project: its parties, their prepaid wallets and collection accounts, and its bond's issuing account. */
export async function openProjectAccounts(
  send: Sender,
  funder: string,
  people: People,
  plan: ProjectPlan,
  settlement: Asset,
  prefix: string,
): Promise<void> {
  const fees = people.address('fees')
  const parties = plan.parties.flatMap((_, index) => [`${prefix}owner.${index}`, `${prefix}wallet.${index}`])
  const startingStroops = plan.personLumens * LUMEN
  await send(
    'accounts of a project',
    [funder],
    [...parties, `${prefix}bond-issuer`].map((name) =>
      createAccount({ source: funder, destination: people.address(name), startingStroops }),
    ),
  )
  const collections = plan.parties.map((_, index) => people.address(`${prefix}collection.${index}`))
  await send(
    'lines of a project',
    [fees, ...collections, ...parties.map((name) => people.address(name))],
    [
      ...parties.map((name) => changeTrust({ source: people.address(name), asset: settlement })),
      ...collections.flatMap((address) => openSponsoredAccount({ sponsor: fees, address, assets: [settlement] })),
    ],
  )
}

/** Further people: accounts with lumens and a line of the settlement asset, funded by its issuer. */
export async function openPeople(
  send: Sender,
  funder: string,
  people: People,
  names: readonly string[],
  settlement: Asset,
  p: { readonly lumens: bigint; readonly stroops: bigint },
): Promise<void> {
  await send(
    'accounts of people',
    [funder],
    names.map((name) =>
      createAccount({ source: funder, destination: people.address(name), startingStroops: p.lumens * LUMEN }),
    ),
  )
  const stablecoinIssuer = people.address('stablecoin-issuer')
  await send(
    'lines of people',
    [stablecoinIssuer, ...names.map((name) => people.address(name))],
    names.flatMap((name) => {
      const destination = people.address(name)
      return [
        changeTrust({ source: destination, asset: settlement }),
        payment({ source: stablecoinIssuer, destination, asset: settlement, amountStroops: p.stroops }),
      ]
    }),
  )
}

/** Channel accounts and collection accounts hold no lumens: the fee account sponsors their reserves. */
async function openSponsored(send: Sender, people: People, plan: ProjectPlan, assets: ProjectAssets): Promise<void> {
  const fees = people.address('fees')
  const operations: ChainOperation[] = []
  const signers = [fees]
  const open = (name: string, line: Asset | null) => {
    const address = people.address(name)
    signers.push(address)
    operations.push(
      beginSponsoring({ source: fees, sponsored: address }),
      createAccount({ source: fees, destination: address, startingStroops: 0n }),
      ...(line ? [changeTrust({ source: address, asset: line })] : []),
      endSponsoring({ source: address }),
    )
  }
  for (let channel = 0; channel < CHANNEL_COUNT; channel += 1) open(`channel.${channel}`, null)
  for (const [index] of plan.parties.entries()) open(`collection.${index}`, assets.settlement)
  await send('sponsored accounts', signers, operations)
}

/**
 * The prepaid wallets: the user's keys (the wallet's own, and the owner's) have weight 2, the auto-pay key 1, thresholds low 2, medium 1, high 2. The
 * platform can pay from the wallet and nothing else; the user removes it whenever they like.
 */
export async function armWallets(send: Sender, people: People, plan: ProjectPlan): Promise<void> {
  const wallets = plan.parties.map((_, index) => people.address(`wallet.${index}`))
  await send(
    'prepaid wallets',
    wallets,
    wallets.flatMap((source, index) => [
      setOptions({ source, signer: { address: people.address(`owner.${index}`), weight: 2 } }),
      setOptions({
        source,
        masterWeight: 2,
        lowThreshold: 2,
        mediumThreshold: 1,
        highThreshold: 2,
        signer: { address: people.address('autopay'), weight: 1 },
      }),
    ]),
  )
}

/** Test stablecoins for everyone, and offers through which euros and lumens become the settlement asset. */
export async function fundMarket(
  send: Sender,
  people: People,
  plan: ProjectPlan,
  assets: ProjectAssets,
): Promise<void> {
  const plenty = plan.marketStroops
  const usd = people.address('stablecoin-issuer')
  const eur = people.address('euro-issuer')
  const give = (source: string, asset: Asset, name: string, amountStroops: bigint) =>
    payment({ source, destination: people.address(name), asset, amountStroops })
  await send(
    'stablecoins',
    [usd, eur],
    [
      ...ROLE_NAMES.filter((name) => name.startsWith('investor.')).map((name) =>
        give(usd, assets.settlement, name, plan.principalStroops),
      ),
      give(usd, assets.settlement, 'utility', plenty),
      give(usd, assets.settlement, 'market-maker', 2n * plenty),
      // The first party holds euros and lumens, the others the settlement asset itself.
      ...plan.parties.map((_, index) =>
        index === 0
          ? give(eur, assets.euro, 'owner.0', plenty)
          : give(usd, assets.settlement, `owner.${index}`, plenty),
      ),
    ],
  )
  const maker = people.address('market-maker')
  const sell = (buying: Asset, amountStroops: bigint, n: number, d: number) =>
    manageSellOffer({ source: maker, selling: assets.settlement, buying, amountStroops, price: { n, d } })
  await send(
    'order book',
    [maker],
    [
      sell(assets.euro, 10_000n * LUMEN, 92, 100),
      sell(assets.euro, plenty / 2n, 925, 1000),
      sell(assets.euro, plenty / 2n, 93, 100),
      sell('native', plenty / 2n, 4, 1),
    ],
  )
}
