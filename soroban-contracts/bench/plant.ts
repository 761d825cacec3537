import { statementHash } from '@heliobond/contracts'
import { hash, PRICE_STROOPS_PER_KWH, type Town, tagged } from './town.ts'

/** The energy of one system, told by two oracles. */
export interface Plant {
  readonly system: number
  /** A statement, up to now unless told otherwise, that bills both parties 6 to 4 for so much together; `tag` names the rows of the table. */
  bill(stroops: bigint, tag: string, to?: bigint): Promise<void>
}

/** Opens a system whose statements two oracles make. */
export async function openPlant(town: Town, system: number, source: 'Server' | 'Direct'): Promise<Plant> {
  const { stage, energy } = town
  let [index, from] = [0, stage.now()]
  const call = { contract: 'energy', id: energy } as const
  await stage.call({
    ...call,
    who: 'admin',
    method: 'open_system',
    args: {
      system,
      from,
      settings: { source: tagged(source), exports: tagged('CashFeedIn'), critical_floor_w: [100n, 100n] },
    },
  })
  return {
    system,
    async bill(stroops, tag, to = stage.now()) {
      const wh = (stroops * 1_000n) / PRICE_STROOPS_PER_KWH
      const consumed_wh = [(wh * 6n) / 10n, (wh * 4n) / 10n]
      const consumed = consumed_wh.reduce((sum, value) => sum + value, 0n)
      index += 1
      const statement = {
        system,
        index,
        from,
        to,
        generated_wh: consumed + 1_000n,
        exported_wh: 1_000n,
        consumed_wh,
        readings_root: Buffer.from(hash(0)),
        quality: 0,
        generated_correction_wh: 0n,
        exported_correction_wh: 0n,
      }
      const proposal = { oracle: stage.address('oracle.a'), statement }
      await stage.call({ ...call, who: 'oracle.a', method: 'propose', row: `propose@${tag}`, args: proposal })
      const second = { oracle: stage.address('oracle.b'), system, index, hash: statementHash(statement) }
      await stage.call({ ...call, who: 'oracle.b', method: 'countersign', row: `countersign@${tag}`, args: second })
      from = statement.to
    },
  }
}
