import type { Database } from '@heliobond/db'
import { Problem } from './errors.ts'

/** A system with its parties and its meters. Times in Unix seconds; what stands in the lists are decimal strings where JSON's numbers may not do. */
export interface SystemPage {
  id: number
  name: string
  modelled: boolean
  capacity_w: bigint
  offering_contract: string | null
  interval: string
  next_from: bigint
  /** In order of their index. */
  parties: readonly SystemParty[]
  /** In order of their id. */
  meters: readonly SystemMeter[]
}

export interface SystemParty {
  index: number
  name: string
  owner: string
  wallet: string
  collection: string
  portionBps: number
  ownedBps: number
}

export interface SystemMeter {
  id: number
  kind: string
  partyIndex: number | null
  /** Hexadecimal. */
  publicKey: string
  epoch: number
  capacityW: string
  revoked: boolean
  modelNote: string | null
  /** The newest reading taken from it. */
  head: { seq: string; at: string; generatedWh: string; consumedWh: string; exportedWh: string } | null
}

/** All of it in one question to the database, planned once a connection. @throws {Problem} HELIOBOND_SYSTEM_NOT_FOUND */
export async function systemPage({ pool }: Database, id: number): Promise<SystemPage> {
  const { rows } = await pool.query<SystemPage>({
    name: 'system-page',
    text: `select s.id, s.name, s.modelled, s.capacity_w, s.offering_contract, s.interval, s.next_from,
        (select coalesce(json_agg(json_build_object('index', p.index, 'name', p.name, 'owner', p.owner, 'wallet', p.wallet,
           'collection', p.collection, 'portionBps', p.portion_bps, 'ownedBps', p.owned_bps) order by p.index), '[]')
         from party p where p.system_id = s.id) as parties,
        (select coalesce(json_agg(json_build_object('id', m.id, 'kind', m.kind, 'partyIndex', m.party_index,
           'publicKey', encode(m.public_key, 'hex'), 'epoch', m.epoch, 'capacityW', m.capacity_w::text, 'revoked', m.revoked,
           'modelNote', m.model_note, 'head', case when h.meter_id is not null then json_build_object('seq', h.seq::text, 'at', h.at::text,
             'generatedWh', h.generated_wh::text, 'consumedWh', h.consumed_wh::text, 'exportedWh', h.exported_wh::text) end) order by m.id), '[]')
         from meter m left join meter_head h on h.meter_id = m.id where m.system_id = s.id) as meters
      from system s where s.id = $1`,
    values: [id],
  })
  const [system] = rows
  if (!system) throw new Problem('HELIOBOND_SYSTEM_NOT_FOUND', `System ${id} is not known here.`)
  return system
}
