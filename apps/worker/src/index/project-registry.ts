import type { Queryable } from '../context.ts'
import { type LoggedEvent, tagOf } from './logged-event.ts'

/** Enters what the registry said of systems that this database has. Owners and portions are read from it afterwards. */
export async function projectRegistry(client: Queryable, { name, data }: LoggedEvent): Promise<void> {
  const system = Number(data.system)
  switch (name) {
    case 'MeterRegistered':
      // A meter that came later than the project: from now on its readings are taken.
      await client.query(
        `INSERT INTO meter (id, system_id, kind, party_index, public_key, epoch, capacity_w)
         SELECT $1, id, $3, $4, $5, $6, $7 FROM system WHERE id = $2 ON CONFLICT (id) DO NOTHING`,
        [
          data.meter,
          system,
          tagOf(data.kind).toLowerCase(),
          tagOf(data.kind) === 'Site' ? null : data.party,
          Buffer.from(data.key as Uint8Array),
          data.epoch,
          data.capacity_w,
        ],
      )
      return
    case 'MeterRevoked':
      await client.query('UPDATE meter SET revoked = true WHERE id = $1 AND system_id = $2', [data.meter, system])
      return
    case 'SteppedIn':
    case 'Restored':
      await client.query(
        `UPDATE party SET stepped_in = $3, step_ins = step_ins + CASE WHEN $3 THEN 1 ELSE 0 END, owner = COALESCE($4, owner)
         WHERE system_id = $1 AND index = $2`,
        [system, data.party, name === 'SteppedIn', name === 'Restored' ? data.owner : null],
      )
      return
    case 'PartyTransferred':
      await client.query('UPDATE party SET owner = $3 WHERE system_id = $1 AND index = $2', [
        system,
        data.party,
        data.to,
      ])
      return
    case 'EpochOpened':
      await client.query('UPDATE meter SET epoch = GREATEST(epoch, $3) WHERE id = $1 AND system_id = $2', [
        data.meter,
        system,
        data.epoch,
      ])
      return
  }
}
