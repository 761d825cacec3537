/**
 * What a classic operation would fail on, looked at before it is signed: the RPC simulates contract calls only. The network decides in the end;
 * these looks spare a person a signature and a fee.
 */
import { type Asset, account, type Chain, trustline } from '@heliobond/chain'
import { Problem, type ProblemRest } from '../errors.ts'

/** Half a lumen: what each entry of an account must be covered by. */
export const BASE_RESERVE_STROOPS = 5_000_000n

/** Why an action cannot be done now; part of the public interface. */
export type ActionRefusal =
  | 'LINE_EXISTS'
  | 'LINE_MISSING'
  | 'LINE_NOT_AUTHORIZED'
  | 'LINE_FULL'
  | 'BALANCE_TOO_SMALL'
  | 'RESERVE_TOO_SMALL'
  | 'OFFER_NOT_FOUND'
  | 'NOTHING_TO_PAY'
  | 'NO_PATH'
  | 'NO_CLAIM'
  | 'NOT_RECORDED'
  | 'OVER_FLOAT'
  | 'WALLET_EXISTS'
  | 'WALLET_MISSING'
  | 'NOT_YOURS'
  | 'AUTOPAY_ON'
  | 'AUTOPAY_OFF'
  | 'WRONG_STATE'
  | 'NOT_CONFIGURED'
  | 'INCOMPLETE'
  | 'DONE'
  | 'WAITS'
  | 'TOO_MANY'

/** The problem that an action cannot be done now. */
export function refused<const Sentence extends string>(
  reason: ActionRefusal,
  sentence: Sentence,
  ...[params, extra]: ProblemRest<Sentence>
): Problem<Sentence> {
  const rest = [params, { reason, ...extra }] as unknown as ProblemRest<Sentence>
  return new Problem('HELIOBOND_ACTION_REFUSED', sentence, ...rest)
}

/** What an account may spend of an asset now: less what offers have promised and, of lumens, what its entries need. */
export async function spendable(chain: Chain, address: string, asset: Asset): Promise<bigint> {
  if (asset !== 'native') {
    const line = await trustline(chain, address, asset)
    return line?.authorized ? line.balanceStroops - line.sellingLiabilitiesStroops : 0n
  }
  const state = await account(chain, address)
  if (!state) return 0n
  const reserve = BigInt(2 + state.subentryCount) * BASE_RESERVE_STROOPS
  const free = state.balanceStroops - state.sellingLiabilitiesStroops - reserve
  return free > 0n ? free : 0n
}

/** @throws {Problem} unless the account has the amount to spend. */
export async function requireSpendable(
  chain: Chain,
  address: string,
  asset: Asset,
  amountStroops: bigint,
): Promise<void> {
  if (asset !== 'native') {
    const line = await trustline(chain, address, asset)
    if (!line) throw refused('LINE_MISSING', '{address} has no line of {asset}.', { address, asset }, { asset })
    if (!line.authorized)
      throw refused('LINE_NOT_AUTHORIZED', 'The line of {asset} is not authorized.', { asset }, { asset })
  }
  const free = await spendable(chain, address, asset)
  if (free < amountStroops) {
    throw refused(
      'BALANCE_TOO_SMALL',
      'It takes {neededStroops} stroops of {asset}, and {spendableStroops} can be spent.',
      { neededStroops: amountStroops.toString(), asset, spendableStroops: free.toString() },
      {
        asset,
        neededStroops: amountStroops.toString(),
        spendableStroops: free.toString(),
      },
    )
  }
}

/** @throws {Problem} unless the account has an authorized line with room for the amount. */
export async function requireRoom(chain: Chain, address: string, asset: Asset, amountStroops: bigint): Promise<void> {
  if (asset === 'native') return
  const line = await trustline(chain, address, asset)
  if (!line)
    throw refused('LINE_MISSING', '{address} has no line of {asset}: trust it first.', { address, asset }, { asset })
  if (!line.authorized)
    throw refused('LINE_NOT_AUTHORIZED', 'The line of {asset} is not authorized.', { asset }, { asset })
  const room = line.limitStroops - line.balanceStroops - line.buyingLiabilitiesStroops
  if (room < amountStroops) {
    throw refused(
      'LINE_FULL',
      'The line of {asset} has room for {roomStroops} stroops.',
      { asset, roomStroops: room.toString() },
      { asset },
    )
  }
}

/** @throws {Problem} unless the account can cover `entries` more. */
export async function requireReserve(chain: Chain, address: string, entries: number): Promise<void> {
  const free = await spendable(chain, address, 'native')
  const needed = BigInt(entries) * BASE_RESERVE_STROOPS
  if (free >= needed) return
  throw refused(
    'RESERVE_TOO_SMALL',
    'The network keeps {neededStroops} stroops of lumens as a reserve, and {spendableStroops} are free.',
    { neededStroops: needed.toString(), spendableStroops: free.toString() },
    {
      neededStroops: needed.toString(),
      spendableStroops: free.toString(),
    },
  )
}
