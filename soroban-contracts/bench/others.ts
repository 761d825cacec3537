import { addressBytes, createSac, scAddressBytes, serializedAsset, setOptions, tokenOf } from '@heliobond/chain'
import { concatBytes, i128Bytes, merkleRoot, networkId, readingSignedBytes, u32Bytes } from '@heliobond/domain'
import type { Bond } from './bond.ts'
import { openPlant, type Plant } from './plant.ts'
import type { ContractName } from './stage.ts'
import { addSystem, DAY, hash, other, PRICE_STROOPS_PER_KWH, type Town, tagged, trust, UNIT } from './town.ts'

type Caller = <T>(who: string, method: string, args: Record<string, unknown>, also?: readonly string[]) => Promise<T>

const caller =
  ({ stage }: Town, contract: ContractName, id: string): Caller =>
  (who, method, args, also = []) =>
    stage.call({ who, contract, id, method, args, also })

/** The calls that a bond's ordinary life does not make: meters, portions, prices, offices, certificates. */
export async function otherCalls(town: Town, ended: Bond, endedPlant: Plant): Promise<void> {
  const direct = await addSystem(town, 'bench direct')
  await metersReport(town, direct)
  await portionsMove(town, direct)
  await pricesChange(town)
  await officesChange(town, direct)
  await certify(town, ended, endedPlant)
}

/** A system whose meter speaks for itself: its second report closes an interval. */
async function metersReport(town: Town, system: number): Promise<void> {
  const { stage } = town
  const registry = caller(town, 'registry', town.registry)
  const energy = caller(town, 'energy', town.energy)
  const meter = async (name: string) =>
    registry<number>('approver', 'register_meter', {
      system,
      kind: tagged('Combined'),
      party: 0,
      key: Buffer.from(stage.publicKey(name)),
      capacity_w: 10_000_000n,
    })
  const number = await meter('meter.a')
  await openPlant(town, system, 'Direct')
  const domain = { networkId: networkId(stage.net.passphrase), energyContractId: addressBytes(town.energy) }
  const report = async (seq: bigint, wh: bigint) => {
    const at = stage.now()
    const reading = { system, meter: number, epoch: 1, seq, at, generatedWh: wh, consumedWh: wh, exportedWh: 0n }
    const signature = await stage.key('meter.a').signer.sign(readingSignedBytes(reading, domain))
    const wire = { system, meter: number, epoch: 1, seq, at, generated_wh: wh, consumed_wh: wh, exported_wh: 0n }
    const row = seq === 3n ? 'report (closes)' : 'report'
    const args = { reading: wire, signature: Buffer.from(signature) }
    await stage.call({ who: 'payer', contract: 'energy', id: town.energy, method: 'report', row, args })
  }
  await report(1n, 0n)
  stage.warp(stage.now() + 60n)
  await report(2n, 10n)
  stage.warp(stage.now() + 2n * DAY)
  await report(3n, 5_000n)
  await energy('payer', 'advance', { system, party: 0 })
  await registry('approver', 'new_epoch', { meter: number })
  await registry('approver', 'revoke_meter', { meter: number })
}

async function portionsMove(town: Town, system: number): Promise<void> {
  const registry = caller(town, 'registry', town.registry)
  const both = ['owner.0', 'owner.1']
  await registry('approver', 'transfer_portion', { system, from_party: 0, to_party: 1, portion_bps: 100 }, both)
  const to = town.stage.address('owner.2')
  await registry('approver', 'transfer_party', { system, party: 1, to }, ['owner.1', 'owner.2'])
}

async function pricesChange(town: Town): Promise<void> {
  const { stage } = town
  const tariff = caller(town, 'tariff', town.tariff)
  const feeder = stage.address('feeder.a')
  const asset = other('THIRD')
  const components = { base: UNIT, fuel: UNIT, purchase: 0n }
  await tariff('feeder.a', 'set_components', { feeder, asset, components, effective_at: stage.now() })
  const [price, effective_at] = [3n * PRICE_STROOPS_PER_KWH, stage.now() + 10n]
  await tariff('feeder.a', 'set_price', { feeder, asset, price, effective_at })
  await tariff('admin', 'confirm_price', { asset, price, effective_at })
  await tariff('admin', 'offer_feeder', { feeder: stage.address('feeder.b') })
  stage.warp(stage.now() + 30n * DAY)
  await tariff('feeder.b', 'accept_feeder', {})
  await tariff('admin', 'remove_feeder', { feeder: stage.address('feeder.b') })
}

async function officesChange(town: Town, system: number): Promise<void> {
  const { stage } = town
  const registry = caller(town, 'registry', town.registry)
  const energy = caller(town, 'energy', town.energy)
  const approver = stage.address('approver')
  const offer = { who: approver, role: 'approver', to: stage.address('factors') }
  await registry('approver', 'offer_role', offer)
  await registry('approver', 'cancel_role_offer', { who: approver, role: 'approver' })
  await registry('approver', 'offer_role', offer)
  await registry('factors', 'accept_role', { role: 'approver' })
  await registry('factors', 'offer_role', { who: offer.to, role: 'approver', to: approver })
  await registry('approver', 'accept_role', { role: 'approver' })
  await registry('admin', 'propose_upgrade', { wasm_hash: Buffer.from(hash(1)) })
  await registry('trustee', 'cancel_upgrade', { who: stage.address('trustee') })
  await registry('trustee', 'pause', { who: stage.address('trustee') })
  await registry('admin', 'unpause', { who: stage.address('admin') })

  await energy('admin', 'set_exports', { system, exports: { tag: 'NetMeteringCredit', values: [0] } })
  await energy('admin', 'set_critical_floor', { system, party: 0, watts: 200n })
  const act = { who: stage.address('trustee'), system }
  await energy('trustee', 'suspend', { ...act, until: stage.now() + DAY, mode: tagged('Island') })
  await energy('trustee', 'resume', act)
  await energy('admin', 'propose_oracles', { oracles: [stage.address('oracle.a')], threshold: 1 })
  await energy('trustee', 'cancel_oracles', { who: stage.address('trustee') })
}

/** Two MWh become certificates for an owner, the parties and one donor; one is retired. */
async function certify(town: Town, bond: Bond, plant: Plant): Promise<void> {
  const { stage, governance } = town
  const links = { factors: stage.address('factors'), registry: town.registry, energy: town.energy }
  const id = await stage.deploy('certificate', { governance, ...links })
  const call = caller(town, 'certificate', id)
  const asset = async (code: string) => {
    const issuer = `${code}-issuer`
    await stage.net.fund(stage.address(issuer))
    const name = `${code}:${stage.address(issuer)}` as const
    await trust(stage, ['operator', 'owner.0', 'owner.1', 'payer'], name)
    await stage.classic(issuer, [createSac({ source: stage.address(issuer), asset: name })])
    await stage.classic(issuer, [tokenOf(name, stage.chain).setAdmin({ source: stage.address(issuer), admin: id })])
    await stage.classic(issuer, [setOptions({ source: stage.address(issuer), masterWeight: 0 })])
    return Buffer.from(serializedAsset(name))
  }
  const assets = { rec: await asset('REC'), carbon: await asset('CO2') }
  const donated = 100n * UNIT
  const leaf = concatBytes(
    networkId(stage.net.passphrase),
    addressBytes(id),
    u32Bytes(bond.system),
    u32Bytes(0),
    scAddressBytes(stage.address('payer')),
    i128Bytes(donated),
  )
  const root = Buffer.from(merkleRoot([leaf]))
  const policy = {
    kind: tagged('Rec'),
    owner: stage.address('operator'),
    owner_bps: 5_000,
    parties_bps: 3_000,
    donors_bps: 2_000,
    donors_root: root,
    donors_units: donated,
    donors_count: 1,
  }
  const system = bond.system
  await call('admin', 'open', { system, assets, policy })
  const source_hash = Buffer.from(hash(3))
  await call('factors', 'set_factor', { grams: 700_000n, effective_at: stage.now(), source_hash })
  stage.warp(stage.now() + DAY)
  // The bond is repaid: its energy is free and still measured. No statement straddles that moment.
  await plant.bill(0n, 'crowd', bond.start(2))
  await plant.bill(4_000n * UNIT, 'crowd')
  await call('payer', 'mint_due', { system })
  const holders = [stage.address('operator'), stage.address('owner.0')]
  await call('payer', 'claim', { system, kind: tagged('Rec'), holders })
  const leaves = [{ holder: stage.address('payer'), index: 0, units: donated, proof: [] }]
  await call('payer', 'claim_units', { system, kind: tagged('Rec'), root, leaves })
  const claim = { beneficiary: 'The school', purpose: 'bench', period: '2026' }
  const units = UNIT / 2n
  await call('operator', 'retire', { holder: stage.address('operator'), system, kind: tagged('Rec'), units, claim })
  await call('admin', 'announce_policy', { system, policy: { ...policy, kind: tagged('Carbon') } })
}
