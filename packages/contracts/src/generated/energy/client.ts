// Generated from the contract by `npm run contracts:build`. Do not edit.
import type { EnergyError, Reading, Decision, Ladder, Statement, Bill, Governance, RoleOffer, Settings, Exports, Config, PendingUpgrade, PartyStatus, Attested, Proposal, MeterHead, OpenBill, Suspension, SystemState, ExportCredit, OracleChange, Mode, ContractEvent } from './types.ts';
import { Spec, Client as ContractClient } from '@stellar/stellar-sdk/contract';
import type { Result, AssembledTransaction, ClientOptions as ContractClientOptions, MethodOptions, ExternalExecutableRef } from '@stellar/stellar-sdk/contract';
import type { Address, xdr } from '@stellar/stellar-sdk';

export interface Client {
  /**
   * Who holds a role.
   */
  role(args: { role: string }, options?: MethodOptions): Promise<AssembledTransaction<string | null>>;
  /**
   * Stops new business. Administrator, trustee or a guardian signs.
   */
  pause(args: { who: string | Address }, options?: MethodOptions): Promise<AssembledTransaction<Result<null, EnergyError>>>;
  /**
   * Whether new business is stopped.
   */
  paused(options?: MethodOptions): Promise<AssembledTransaction<boolean>>;
  /**
   * Takes a meter's own reading with its signature over 124 bytes (`HBREAD01`, SHA-256 of the network's passphrase,
   * this contract's id, then the reading's fields, big-endian), and returns what the device is to do with the energy
   * of the meter's party. Anyone may send it and pay the fee; nobody else signs. While paused it is taken and answered
   * all the same, and only the interval stays open.
   *
   * When every meter of the system that is not revoked has reported the end of the open interval, the interval is
   * closed: see the crate's documentation.
   *
   * # Errors
   * * [`EnergyError::SystemNotOpen`], [`EnergyError::WrongSource`]
   * * [`EnergyError::UnknownMeter`], [`EnergyError::MeterRevoked`], [`EnergyError::WrongEpoch`]
   * * [`EnergyError::ReadingInFuture`] - When it is more than 60 seconds ahead of the ledger.
   * * [`EnergyError::ForeignRegister`] - When a register that the meter does not have is not 0.
   * * [`EnergyError::SeqNotGrowing`] - When it repeats or precedes the last one: nothing is lost, registers are
   * cumulative.
   * * [`EnergyError::Ti
   */
  report(args: { reading: Reading; signature: Uint8Array }, options?: MethodOptions): Promise<AssembledTransaction<Result<Decision, EnergyError>>>;
  /**
   * Pays a party's open bills, oldest first, paused or not, and returns what was applied: the lesser of `amount` and
   * what was open. The bound offering signs; it holds the money.
   *
   * # Errors
   * * [`EnergyError::SystemNotOpen`], [`EnergyError::PartyNotFound`], [`EnergyError::NotBound`]
   * * [`EnergyError::NegativeAmount`]
   *
   * # Events
   * * [`BillsPaid`] - When something was applied; and `ladder_changed`, when the party's state is another one than was
   * announced.
   */
  settle(args: { system: number; party: number; amount: bigint }, options?: MethodOptions): Promise<AssembledTransaction<Result<bigint, EnergyError>>>;
  /**
   * Announces a party's state when it is another one than was announced last, and returns it. Anyone may call it;
   * nothing depends on it.
   *
   * # Errors
   * * [`EnergyError::SystemNotOpen`], [`EnergyError::PartyNotFound`]
   *
   * # Events
   * * `ladder_changed` - When it differs.
   */
  advance(args: { system: number; party: number }, options?: MethodOptions): Promise<AssembledTransaction<Result<Ladder, EnergyError>>>;
  /**
   * Brings what the previous build stored to the form of this one, once. Anyone may call it.
   */
  migrate(options?: MethodOptions): Promise<AssembledTransaction<Result<null, EnergyError>>>;
  /**
   * Proposes a system's next statement, or says the same as one proposed; the oracle signs. Final at once when that
   * makes as many oracles as the threshold: then the bills, else nothing. An oracle's later word replaces its own
   * former one and nobody else's; different statements wait side by side, and the event says so.
   *
   * # Errors
   * * [`EnergyError::NotOracle`], [`EnergyError::Paused`], [`EnergyError::SystemNotOpen`]
   * * [`EnergyError::WrongIndex`], [`EnergyError::WrongStart`] - When it is not the next one.
   * * [`EnergyError::EmptyInterval`], [`EnergyError::InFuture`] - Unless `from < to <= now`.
   * * [`EnergyError::WrongParties`], [`EnergyError::BadQuality`]
   * * [`EnergyError::WrongSource`] - When the system's meters report themselves.
   * * [`EnergyError::BeyondCapacity`] - When more was generated or exported than `capacity x time x 1.1`.
   * * [`EnergyError::BeyondCorrection`] - When a correction raises the past above what the capacity of its last 31
   * days left, or takes more away than that, or than was recorded.
   * * [`EnergyError::Tar
   */
  propose(args: { oracle: string | Address; statement: Statement }, options?: MethodOptions): Promise<AssembledTransaction<Result<Array<Bill> | null, EnergyError>>>;
  /**
   * Adds to a party's next bill what its provisional intervals differ by, once the tariff has their price; paused or
   * not: the 12 oldest, the rest by further calls. Returns the sum in thousandths of a stroop, 0 when nothing differs.
   * Anyone may call it.
   *
   * # Errors
   * * [`EnergyError::SystemNotOpen`], [`EnergyError::PartyNotFound`]
   *
   * # Events
   * * `trued_up`, for each interval.
   */
  true_up(args: { system: number; party: number }, options?: MethodOptions): Promise<AssembledTransaction<Result<bigint, EnergyError>>>;
  /**
   * Lets new business go on. Administrator, trustee or a guardian signs.
   */
  unpause(args: { who: string | Address }, options?: MethodOptions): Promise<AssembledTransaction<Result<null, EnergyError>>>;
  /**
   * Installs the announced code once its delay passed. The administrator signs.
   */
  upgrade(options?: MethodOptions): Promise<AssembledTransaction<Result<null, EnergyError>>>;
  /**
   * The version of this build.
   */
  version(options?: MethodOptions): Promise<AssembledTransaction<number>>;
  /**
   * Ends billing, once, paused or not: statements that start at or after `at` (Unix seconds) are priced 0, and none
   * may straddle it. Bills issued before stay as they are. The bound offering signs.
   *
   * # Errors
   * * [`EnergyError::SystemNotOpen`], [`EnergyError::NotBound`], [`EnergyError::AlreadyConcluded`]
   *
   * # Events
   * * [`Concluded`]
   */
  conclude(args: { system: number; at: bigint }, options?: MethodOptions): Promise<AssembledTransaction<Result<null, EnergyError>>>;
  /**
   * Administrator, trustee, and the delay of upgrades in seconds.
   */
  governance(options?: MethodOptions): Promise<AssembledTransaction<Governance>>;
  /**
   * Offers a role to somebody, who has to accept it. Its holder signs; or administrator or trustee, and then it may
   * be accepted only after the upgrade delay, and the holder may cancel it.
   */
  offer_role(args: { who: string | Address; role: string; to: string | Address }, options?: MethodOptions): Promise<AssembledTransaction<Result<null, EnergyError>>>;
  /**
   * The open offer of a role.
   */
  role_offer(args: { role: string }, options?: MethodOptions): Promise<AssembledTransaction<RoleOffer | null>>;
  /**
   * Takes over a role. Who was offered it signs.
   */
  accept_role(args: { role: string }, options?: MethodOptions): Promise<AssembledTransaction<Result<null, EnergyError>>>;
  /**
   * Says the same as a statement proposed, by its hash; the oracle signs. Final when that makes as many oracles as
   * the threshold: then the bills, else nothing. It is judged again, as of now.
   *
   * # Errors
   * * [`EnergyError::NotOracle`], [`EnergyError::Paused`], [`EnergyError::SystemNotOpen`]
   * * [`EnergyError::NoProposal`] - When no statement of that index waits.
   * * [`EnergyError::HashDiffers`] - When only others wait.
   * * [`EnergyError::AlreadySigned`] - When the oracle said so before.
   * * The refusals of `propose`, for what changed since.
   *
   * # Events
   * * `statement_proposed`, or those of a final statement: `statement`, `trued_up`, `bill`, `export`.
   */
  countersign(args: { oracle: string | Address; system: number; index: number; hash: Uint8Array }, options?: MethodOptions): Promise<AssembledTransaction<Result<Array<Bill> | null, EnergyError>>>;
  /**
   * Opens an approved system, once: its first statement starts at `from`. Who says what was measured is settled for
   * ever. The administrator signs.
   *
   * # Errors
   * * [`EnergyError::Paused`]
   * * [`EnergyError::AlreadyOpen`] - When it was opened before.
   * * [`EnergyError::NotApproved`] - When the registry has not approved it.
   * * [`EnergyError::PartyNotFound`] - When the party that exports are credited to is not one of its parties.
   * * [`EnergyError::BadFloor`] - When there is not one critical floor for each party, at most the rated power.
   *
   * # Events
   * * [`SystemOpened`]
   */
  open_system(args: { system: number; from: bigint; settings: Settings }, options?: MethodOptions): Promise<AssembledTransaction<Result<null, EnergyError>>>;
  /**
   * Sets how a system's exports are settled from the next statement on; the administrator signs.
   *
   * # Errors
   * * [`EnergyError::SystemNotOpen`]
   * * [`EnergyError::PartyNotFound`] - When the party that exports are credited to is not one of its parties.
   *
   * # Events
   * * [`ExportsSet`]
   */
  set_exports(args: { system: number; exports: Exports }, options?: MethodOptions): Promise<AssembledTransaction<Result<null, EnergyError>>>;
  /**
   * Pays what the utility owes for a system's exports, paused or not, and returns what was applied: the lesser of
   * `amount` and what was open. The bound offering signs; it holds the money.
   *
   * # Errors
   * * [`EnergyError::SystemNotOpen`], [`EnergyError::NotBound`], [`EnergyError::NegativeAmount`]
   *
   * # Events
   * * [`ExportPaid`] - When something was applied.
   */
  settle_export(args: { system: number; amount: bigint }, options?: MethodOptions): Promise<AssembledTransaction<Result<bigint, EnergyError>>>;
  /**
   * Drops the announced code. Administrator or trustee signs.
   */
  cancel_upgrade(args: { who: string | Address }, options?: MethodOptions): Promise<AssembledTransaction<Result<null, EnergyError>>>;
  /**
   * The announced code.
   */
  pending_upgrade(options?: MethodOptions): Promise<AssembledTransaction<PendingUpgrade | null>>;
  /**
   * Announces new code by its hash; a later announcement replaces it. The administrator signs.
   */
  propose_upgrade(args: { wasm_hash: Uint8Array }, options?: MethodOptions): Promise<AssembledTransaction<void>>;
  /**
   * Withdraws an offer. The role's holder or who offered it signs.
   */
  cancel_role_offer(args: { who: string | Address; role: string }, options?: MethodOptions): Promise<AssembledTransaction<Result<null, EnergyError>>>;
  /**
   * Sets the watts of a party's critical loads, which are fed whatever happens; the administrator signs.
   *
   * # Errors
   * * [`EnergyError::SystemNotOpen`], [`EnergyError::PartyNotFound`]
   * * [`EnergyError::BadFloor`] - When it is above the system's rated power.
   * * [`EnergyError::FloorLocked`] - When it is lowered while the party is behind with its bills.
   *
   * # Events
   * * [`CriticalFloorSet`]
   */
  set_critical_floor(args: { system: number; party: number; watts: bigint }, options?: MethodOptions): Promise<AssembledTransaction<Result<null, EnergyError>>>;
  /**
   * What the constructor set, and today's threshold.
   */
  config(options?: MethodOptions): Promise<AssembledTransaction<Config>>;
  /**
   * Where a party stands, as of now.
   *
   * # Errors
   * * [`EnergyError::SystemNotOpen`], [`EnergyError::PartyNotFound`]
   */
  status(args: { system: number; party: number }, options?: MethodOptions): Promise<AssembledTransaction<Result<PartyStatus, EnergyError>>>;
  /**
   * Who may propose and countersign.
   */
  oracles(options?: MethodOptions): Promise<AssembledTransaction<Array<string>>>;
  /**
   * What the final statements of a system attest.
   *
   * # Errors
   * * [`EnergyError::SystemNotOpen`]
   */
  attested(args: { system: number }, options?: MethodOptions): Promise<AssembledTransaction<Result<Attested, EnergyError>>>;
  /**
   * What a device does with a party's energy, as of now.
   *
   * # Errors
   * * [`EnergyError::SystemNotOpen`], [`EnergyError::PartyNotFound`]
   */
  decision(args: { system: number; party: number }, options?: MethodOptions): Promise<AssembledTransaction<Result<Decision, EnergyError>>>;
  /**
   * The statement of a system that waits for countersignatures, if there is one; of several, the one that most oracles
   * say.
   */
  proposal(args: { system: number }, options?: MethodOptions): Promise<AssembledTransaction<Proposal | null>>;
  /**
   * The different statements that oracles say a system's next one is.
   */
  proposals(args: { system: number }, options?: MethodOptions): Promise<AssembledTransaction<Array<Proposal>>>;
  /**
   * What the utility has open for a system's exports, stroops.
   *
   * # Errors
   * * [`EnergyError::SystemNotOpen`]
   */
  export_due(args: { system: number }, options?: MethodOptions): Promise<AssembledTransaction<Result<bigint, EnergyError>>>;
  /**
   * The last reading of a meter that the contract took.
   */
  meter_head(args: { system: number; meter: number }, options?: MethodOptions): Promise<AssembledTransaction<MeterHead | null>>;
  /**
   * A party's bills that are not paid in full, oldest first; at most 60.
   *
   * # Errors
   * * [`EnergyError::SystemNotOpen`], [`EnergyError::PartyNotFound`]
   */
  open_bills(args: { system: number; party: number }, options?: MethodOptions): Promise<AssembledTransaction<Result<Array<OpenBill>, EnergyError>>>;
  /**
   * What a party has open, stroops.
   *
   * # Errors
   * * [`EnergyError::SystemNotOpen`], [`EnergyError::PartyNotFound`]
   */
  outstanding(args: { system: number; party: number }, options?: MethodOptions): Promise<AssembledTransaction<Result<bigint, EnergyError>>>;
  /**
   * Acts of force majeure, oldest first; the last 12.
   */
  suspensions(args: { system: number }, options?: MethodOptions): Promise<AssembledTransaction<Array<Suspension>>>;
  /**
   * A system's state, its parties' totals included.
   *
   * # Errors
   * * [`EnergyError::SystemNotOpen`]
   */
  system_state(args: { system: number }, options?: MethodOptions): Promise<AssembledTransaction<Result<SystemState, EnergyError>>>;
  /**
   * What the utility credits instead of paying.
   *
   * # Errors
   * * [`EnergyError::SystemNotOpen`]
   */
  export_credit(args: { system: number }, options?: MethodOptions): Promise<AssembledTransaction<Result<ExportCredit, EnergyError>>>;
  /**
   * The change of the oracles that was announced.
   */
  oracle_change(options?: MethodOptions): Promise<AssembledTransaction<OracleChange | null>>;
  /**
   * Lets a system's clocks run again from now on; `who` signs and is the administrator or the trustee.
   *
   * # Errors
   * * [`EnergyError::NotPermitted`], [`EnergyError::SystemNotOpen`]
   * * [`EnergyError::NotSuspended`] - When they run.
   *
   * # Events
   * * [`ClocksResumed`]
   */
  resume(args: { who: string | Address; system: number }, options?: MethodOptions): Promise<AssembledTransaction<Result<null, EnergyError>>>;
  /**
   * Force majeure: stops a system's clocks from now on until `until`, at most 90 days from now, or extends what runs;
   * devices do as `mode` says meanwhile. Suspended time counts for no due time and no period. `who` signs and is the
   * administrator or the trustee.
   *
   * # Errors
   * * [`EnergyError::NotPermitted`], [`EnergyError::SystemNotOpen`]
   * * [`EnergyError::BadSuspension`] - When `until` is out of bounds, before the end of what runs, or `mode` sells.
   *
   * # Events
   * * [`ClocksSuspended`]
   */
  suspend(args: { who: string | Address; system: number; until: bigint; mode: Mode }, options?: MethodOptions): Promise<AssembledTransaction<Result<null, EnergyError>>>;
  /**
   * Ends an oracle at once, as long as the others reach the threshold; `who` signs and is the administrator or the
   * trustee. What it said about a statement that is not final no longer counts.
   *
   * # Errors
   * * [`EnergyError::NotPermitted`], [`EnergyError::NotOracle`]
   * * [`EnergyError::BadOracles`], [`EnergyError::BadThreshold`] - When too few would be left.
   *
   * # Events
   * * `oracles_changed`
   */
  remove_oracle(args: { who: string | Address; oracle: string | Address }, options?: MethodOptions): Promise<AssembledTransaction<Result<null, EnergyError>>>;
  /**
   * Drops the announced oracles; `who` signs and is the administrator or, that is the veto, the trustee.
   *
   * # Errors
   * * [`EnergyError::NotPermitted`], [`EnergyError::NoOracleChange`]
   *
   * # Events
   * * `oracles_cancelled`
   */
  cancel_oracles(args: { who: string | Address }, options?: MethodOptions): Promise<AssembledTransaction<Result<null, EnergyError>>>;
  /**
   * Makes the announced oracles the oracles once the delay has passed; the administrator signs. What former ones said
   * about a statement that is not final no longer counts.
   *
   * # Errors
   * * [`EnergyError::NoOracleChange`], [`EnergyError::TooEarly`]
   *
   * # Events
   * * `oracles_changed`
   */
  change_oracles(options?: MethodOptions): Promise<AssembledTransaction<Result<null, EnergyError>>>;
  /**
   * Announces other oracles, and how many must say the same; they are made so by `change_oracles` after the upgrade
   * delay. A later announcement replaces it and waits anew. The administrator signs.
   *
   * # Errors
   * * [`EnergyError::BadOracles`], [`EnergyError::BadThreshold`]
   *
   * # Events
   * * `oracles_proposed`
   */
  propose_oracles(args: { oracles: Array<string | Address>; threshold: number }, options?: MethodOptions): Promise<AssembledTransaction<Result<null, EnergyError>>>;
}

export class Client extends ContractClient {
  constructor(options: ContractClientOptions) {
    super(
      new Spec(["AAAAAQAAAFtBbiBhY3Qgb2YgZm9yY2UgbWFqZXVyZTogdGhlIGNsb2NrcyBzdGFuZCBzdGlsbCBmcm9tIGBmcm9tYCBvbiB1bnRpbCBgdW50aWxgLCBVbml4IHNlY29uZHMuAAAAAAAAAAAKU3VzcGVuc2lvbgAAAAAAAwAAAAAAAAAEZnJvbQAAAAYAAAA4V2hhdCBkZXZpY2VzIGRvIG1lYW53aGlsZTogYE5vcm1hbGAsIGBTaGVkYCBvciBgSXNsYW5kYC4AAAAEbW9kZQAAB9AAAAAETW9kZQAAAAAAAAAFdW50aWwAAAAAAAAG", "AAAABAAAAERDb2RlcyBhcmUgcGFydCBvZiB0aGUgcHVibGljIGludGVyZmFjZTogbmV2ZXIgcmVudW1iZXIsIG5ldmVyIHJldXNlLgAAAAAAAAALRW5lcmd5RXJyb3IAAAAAMgAAADFXaG8gYW5kIHdoYXQ6IDMwMDAgb24uIFRoZSBzeXN0ZW0gd2FzIG5vdCBvcGVuZWQuAAAAAAAADVN5c3RlbU5vdE9wZW4AAAAAAAu4AAAAKFRoZSBzeXN0ZW0gaGFzIG5vIHBhcnR5IHdpdGggdGhhdCBpbmRleC4AAAANUGFydHlOb3RGb3VuZAAAAAAAC7kAAAAYVGhlIGNhbGxlciBpcyBubyBvcmFjbGUuAAAACU5vdE9yYWNsZQAAAAAAC7oAAAA4Tm8gc3RhdGVtZW50IG9mIHRoYXQgaW5kZXggd2FpdHMgZm9yIGEgY291bnRlcnNpZ25hdHVyZS4AAAAKTm9Qcm9wb3NhbAAAAAALuwAAAEpBbiBhcmd1bWVudCBtYWtlcyBubyBzZW5zZTogMzAxMCBvbi4gMSB0byAxNiBkaWZmZXJlbnQgb3JhY2xlcyBhcmUgbmVlZGVkLgAAAAAACkJhZE9yYWNsZXMAAAAAC8IAAAA+VGhlIHRocmVzaG9sZCBpcyBhdCBsZWFzdCAxIGFuZCBhdCBtb3N0IHRoZSBudW1iZXIgb2Ygb3JhY2xlcy4AAAAAAAxCYWRUaHJlc2hvbGQAAAvDAAAAIlRoZSBzdGF0ZW1lbnQgaXMgbm90IHRoZSBuZXh0IG9uZS4AAAAAAApXcm9uZ0luZGV4AAAAAAvEAAAAOFRoZSBzdGF0ZW1lbnQgZG9lcyBub3Qgc3RhcnQgd2hlcmUgdGhlIG9uZSBiZWZvcmUgZW5kZWQuAAAACldyb25nU3RhcnQAAAAAC8UAAAArVGhlIHN0YXRlbWVudCBlbmRzIG5vIGxhdGVyIHRoYW4gaXQgc3RhcnRzLgAAAAANRW1wdHlJbnRlcnZhbAAAAAAAC8YAAAAdVGhlIHN0YXRlbWVudCBlbmRzIGFmdGVyIG5vdy4AAAAAAAAISW5GdXR1cmUAAAvHAAAALFRoZXJlIGlzIG5vdCBvbmUgY29uc3VtcHRpb24gZm9yIGVhY2ggcGFydHkuAAAADFdyb25nUGFydGllcwAAC8gAAAASUXVhbGl0eSBpcyAwIG9yIDEuAAAAAAAKQmFkUXVhbGl0eQAAAAALyQAAADNNb3JlIHdhcyBnZW5lcmF0ZWQgb3IgZXhwb3J0ZWQgdGhhbiB0aGUgc3lzdGVtIGNhbi4AAAAADkJleW9uZENhcGFjaXR5AAAAAAvKAAAAFkFuIGFtb3VudCBpcyBuZWdhdGl2ZS4AAAAAAA5OZWdhdGl2ZUFtb3VudAAAAAALywAAAEFUaGUgc3RhdGUgZG9lcyBub3QgYWxsb3cgaXQ6IDMwMjAgb24uIFRoZSBzeXN0ZW0gaXMgb3BlbiBhbHJlYWR5LgAAAAAAAAtBbHJlYWR5T3BlbgAAAAvMAAAAKVRoZSByZWdpc3RyeSBoYXMgbm90IGFwcHJvdmVkIHRoZSBzeXN0ZW0uAAAAAAAAC05vdEFwcHJvdmVkAAAAC80AAAAjTm8gb2ZmZXJpbmcgaXMgYm91bmQgdG8gdGhlIHN5c3RlbS4AAAAACE5vdEJvdW5kAAALzgAAAFhBIHByaWNlIHRoYXQgdGhlIHN0YXRlbWVudCB1c2VzIGNoYW5nZXMgd2l0aGluIGl0LCBvciB0aGUgc3lzdGVtIGlzIGNvbmNsdWRlZCB3aXRoaW4gaXQuAAAAE1RhcmlmZkNoYW5nZXNXaXRoaW4AAAALzwAAAClUaGUgdGFyaWZmIGhhcyBubyBwcmljZSBmb3IgdGhlIGludGVydmFsLgAAAAAAAAdOb1ByaWNlAAAAC9AAAAApQW5vdGhlciBzdGF0ZW1lbnQgd2FzIHByb3Bvc2VkIG1lYW53aGlsZS4AAAAAAAALSGFzaERpZmZlcnMAAAAL0QAAAClUaGUgb3JhY2xlIHNpZ25lZCB0aGlzIHN0YXRlbWVudCBhbHJlYWR5LgAAAAAAAA1BbHJlYWR5U2lnbmVkAAAAAAAL0gAAACBUaGUgc3lzdGVtIGlzIGNvbmNsdWRlZCBhbHJlYWR5LgAAABBBbHJlYWR5Q29uY2x1ZGVkAAAL0wAAAEtUaGUgc3lzdGVtIGlzIHJ1biB0aGUgb3RoZXIgd2F5OiBieSBvcmFjbGVzLCBvciBieSBpdHMgbWV0ZXJzJyBvd24gcmVwb3J0cy4AAAAAC1dyb25nU291cmNlAAAAC9QAAAAYVGhlIHN5c3RlbSdzIGNsb2NrcyBydW4uAAAADE5vdFN1c3BlbmRlZAAAC9UAAABeTW9yZSBhcmd1bWVudHM6IDMwMzAgb24uIEEgY29ycmVjdGlvbiBleGNlZWRzIHdoYXQgdGhlIHRpbWUgYmVmb3JlIGxlZnQsIG9yIHdoYXQgd2FzIHJlY29yZGVkLgAAAAAAEEJleW9uZENvcnJlY3Rpb24AAAvWAAAAIkEgcGVyaW9kIGlzIDAgb3IgYmV5b25kIGFueSBzZW5zZS4AAAAAAApCYWRQZXJpb2RzAAAAAAvXAAAAbkEgc3VzcGVuc2lvbiBlbmRzIGFmdGVyIG5vdywgYXQgbW9zdCA5MCBkYXlzIGZyb20gbm93IGFuZCBub3QgYmVmb3JlIHRoZSBvbmUgdGhhdCBydW5zOyBub3RoaW5nIGlzIHNvbGQgaW4gaXQuAAAAAAANQmFkU3VzcGVuc2lvbgAAAAAAC9gAAABJQSBjcml0aWNhbCBmbG9vciBpcyBhdCBtb3N0IHRoZSBzeXN0ZW0ncyByYXRlZCBwb3dlciwgb25lIGZvciBlYWNoIHBhcnR5LgAAAAAAAAhCYWRGbG9vcgAAC9kAAAAxQSBmbG9vciBpcyBub3QgbG93ZXJlZCB3aGlsZSB0aGUgcGFydHkgaXMgYmVoaW5kLgAAAAAAAAtGbG9vckxvY2tlZAAAAAvaAAAAJ05vIGNoYW5nZSBvZiB0aGUgb3JhY2xlcyB3YXMgYW5ub3VuY2VkLgAAAAAOTm9PcmFjbGVDaGFuZ2UAAAAAC9sAAABMUmVwb3J0czogMzA0MCBvbi4gVGhlIHJlZ2lzdHJ5IGhhcyBubyBzdWNoIG1ldGVyLCBvciBpdCBpcyBhbm90aGVyIHN5c3RlbSdzLgAAAAxVbmtub3duTWV0ZXIAAAvgAAAAFlRoZSBtZXRlciB3YXMgcmV2b2tlZC4AAAAAAAxNZXRlclJldm9rZWQAAAvhAAAAKFRoZSByZWFkaW5nIGlzIG5vdCBvZiB0aGUgbWV0ZXIncyBlcG9jaC4AAAAKV3JvbmdFcG9jaAAAAAAL4gAAAEFUaGUgcmVhZGluZyBpcyBubyBsYXRlciBvbmUgdGhhbiB0aGUgbGFzdDogYSByZXBldGl0aW9uLCBvciBsYXRlLgAAAAAAAA1TZXFOb3RHcm93aW5nAAAAAAAL4wAAAE9UaGUgcmVhZGluZydzIHRpbWUgaXMgYmVmb3JlIHRoYXQgb2YgdGhlIGxhc3Qgb25lLCBvciBiZWZvcmUgdGhlIG9wZW4gaW50ZXJ2YWwuAAAAAAhUaW1lRmVsbAAAC+QAAAAgVGhlIHJlYWRpbmcncyB0aW1lIGlzIGFmdGVyIG5vdy4AAAAPUmVhZGluZ0luRnV0dXJlAAAAC+UAAAAQQSByZWdpc3RlciBmZWxsLgAAAAxSZWdpc3RlckZlbGwAAAvmAAAAM0EgcmVnaXN0ZXIgcm9zZSBieSBtb3JlIHRoYW4gdGhlIG1ldGVyIGNhbiBtZWFzdXJlLgAAAAAOSW1wb3NzaWJsZUp1bXAAAAAAC+cAAAAxQSByZWdpc3RlciB0aGF0IHRoZSBtZXRlciBkb2VzIG5vdCBoYXZlIGlzIG5vdCAwLgAAAAAAAA9Gb3JlaWduUmVnaXN0ZXIAAAAL6AAAAENHb3Zlcm5hbmNlOiAzMDgwIG9uLiBUaGUgcm9sZSBpcyBub3Qgb24gb2ZmZXIsIG9yIHRoZSBvZmZlciBsYXBzZWQuAAAAAAtOb1JvbGVPZmZlcgAAAAwIAAAAF1RoZSBjb250cmFjdCBpcyBwYXVzZWQuAAAAAAZQYXVzZWQAAAAADAkAAAA9T25seSB0aGUgYWRtaW5pc3RyYXRvciBhbmQgdGhlIHRydXN0ZWUgbWF5IHBhdXNlIGFuZCB1bnBhdXNlLgAAAAAAAAtOb3RHdWFyZGlhbgAAAAwKAAAAFlRoZXJlIGlzIG5vIHN1Y2ggcm9sZS4AAAAAAAtVbmtub3duUm9sZQAAAAwLAAAAG1RoZSBjYWxsZXIgbWF5IG5vdCBkbyB0aGlzLgAAAAAMTm90UGVybWl0dGVkAAAMDAAAACpTb21lYm9keSBlbHNlJ3Mgb2ZmZXIgb2YgdGhlIHJvbGUgaXMgb3Blbi4AAAAAAAxPZmZlclBlbmRpbmcAAAwNAAAAHVRoZSBkZWxheSBoYXMgbm90IHBhc3NlZCB5ZXQuAAAAAAAACFRvb0Vhcmx5AAAMDgAAADBObyB1cGdyYWRlIGlzIGFubm91bmNlZCwgb3IgaXRzIHRpbWUgaGFzIHBhc3NlZC4AAAAJTm9VcGdyYWRlAAAAAAAMDwAAACZUaGUgc3RvcmFnZSBpcyBhcyB0aGlzIGJ1aWxkIG5lZWRzIGl0LgAAAAAAEE5vdGhpbmdUb01pZ3JhdGUAAAwQAAAAUUFkbWluaXN0cmF0b3IgYW5kIHRydXN0ZWUgYXJlIHR3bywgYW5kIHRoZSB1cGdyYWRlIGRlbGF5IGlzIDMwIGRheXMgdG8gdHdvIHllYXJzLgAAAAAAAA1CYWRHb3Zlcm5hbmNlAAAAAAAMEQAAADdBcml0aG1ldGljOiAzMDkwIG9uLiBBIHN1bSBvciBhIHByb2R1Y3QgbGVmdCBpdHMgcmFuZ2UuAAAAAAhPdmVyZmxvdwAADBI=", "AAAAAQAAACJXaGF0IGEgcGFydHkgb3dlcyBmb3IgYW4gaW50ZXJ2YWwuAAAAAAAAAAAABEJpbGwAAAANAAAAaERpZmZlcmVuY2VzIG9mIGVhcmxpZXIgYmlsbHMgdGhhdCB3ZXJlIHByaWNlZCBwcm92aXNpb25hbGx5LCB0aG91c2FuZHRocyBvZiBhIHN0cm9vcDsgYSBsaW5lIG9mIGl0cyBvd24uAAAAEGFkanVzdG1lbnRfbWlsbGkAAAALAAAAJVdoYXQgdGhleSBhcmUgd29ydGgsIHN0cm9vcHMgcGVyIGtXaC4AAAAAAAAOY3JlZGl0ZWRfcHJpY2UAAAAAAAsAAABuRXhwb3J0cyB0aGF0IHRoZSB1dGlsaXR5IGNyZWRpdGVkIHRvIHRoZSBwYXJ0eSdzIGFjY291bnQsIGNvcnJlY3Rpb25zIGluY2x1ZGVkLCB3YXR0LWhvdXJzOyBhIGxpbmUgb2YgaXRzIG93bi4AAAAAAAtjcmVkaXRlZF93aAAAAAAHAAAAI1NvbGFyIGVuZXJneSBkZWxpdmVyZWQsIHdhdHQtaG91cnMuAAAAAAxkZWxpdmVyZWRfd2gAAAAGAAAAYlN0cm9vcHM6IHRoZSB0aHJlZSBsaW5lcyBhbmQgdGhlIHJlbWFpbmRlciBvciBjcmVkaXQgb2YgdGhlIGJpbGwgYmVmb3JlLCByb3VuZGVkIGRvd24sIGF0IGxlYXN0IDAuAAAAAAADZHVlAAAAAAsAAAAkV2hlbiBpdCBpcyB0byBiZSBwYWlkLCBVbml4IHNlY29uZHMuAAAABmR1ZV9hdAAAAAAABgAAACRTdGFydCBvZiB0aGUgaW50ZXJ2YWwsIFVuaXggc2Vjb25kcy4AAAAEZnJvbQAAAAYAAAAWVGhlIHN0YXRlbWVudCdzIGluZGV4LgAAAAAABWluZGV4AAAAAAAABAAAAC1Db3VudHMgZnJvbSAxIG92ZXIgYWxsIGJpbGxzIG9mIHRoZSBjb250cmFjdC4AAAAAAAAGbnVtYmVyAAAAAAAGAAAAElRoZSBwYXJ0eSdzIGluZGV4LgAAAAAABXBhcnR5AAAAAAAABAAAABBTdHJvb3BzIHBlciBrV2guAAAABXByaWNlAAAAAAAACwAAAFNXaGV0aGVyIHRoZSBwcmljZSB3YXMgc3RhbGU6IHRoZSBkaWZmZXJlbmNlIHRvIHRoZSB0cnVlIG9uZSBzdGFuZHMgb24gYSBsYXRlciBiaWxsLgAAAAALcHJvdmlzaW9uYWwAAAAAAQAAACJFbmQgb2YgdGhlIGludGVydmFsLCBVbml4IHNlY29uZHMuAAAAAAACdG8AAAAAAAY=", "AAAAAQAAAD9XaGF0IHRoZSBjb25zdHJ1Y3RvciBzZXQ7IGB0aHJlc2hvbGRgIGNoYW5nZXMgd2l0aCB0aGUgb3JhY2xlcy4AAAAAAAAAAAZDb25maWcAAAAAAAkAAAAgU2Vjb25kcyBmcm9tIHRoZXJlIHRvIGEgZGVmYXVsdC4AAAAMZGVmYXVsdF9zZWNzAAAABgAAACxTZWNvbmRzIGZyb20gYSBiaWxsJ3MgaXNzdWUgdG8gaXRzIGR1ZSB0aW1lLgAAAAhkdWVfc2VjcwAAAAYAAAAtV2hhdCB0aGUgdXRpbGl0eSBwYXlzIG9yIGNyZWRpdHMgZm9yIGV4cG9ydHMuAAAAAAAABmV4cG9ydAAAAAAH0AAAAAVBc3NldAAAAAAAAB9TZWNvbmRzIGZyb20gdGhlcmUgdG8gYSBicmVhY2guAAAAAApncmFjZV9zZWNzAAAAAAAGAAAAZ0xlbmd0aCBvZiB0aGUgaW50ZXJ2YWxzIHRoYXQgdGhlIGNvbnRyYWN0IGNsb3NlcyBpdHNlbGYsIGluIGRpcmVjdCBtb2RlOiBzZWNvbmRzLCBhbGlnbmVkIHRvIFVuaXggdGltZS4AAAAADWludGVydmFsX3NlY3MAAAAAAAAGAAAAKlRoZSByZWdpc3RyeTogc3lzdGVtcywgcGFydGllcywgb2ZmZXJpbmdzLgAAAAAACHJlZ2lzdHJ5AAAAEwAAABVXaGF0IHRoZSBwYXJ0aWVzIHBheS4AAAAAAAAGcmV0YWlsAAAAAAfQAAAABUFzc2V0AAAAAAAAE1RoZSB0YXJpZmY6IHByaWNlcy4AAAAABnRhcmlmZgAAAAAAEwAAACNIb3cgbWFueSBvcmFjbGVzIG11c3Qgc2F5IHRoZSBzYW1lLgAAAAAJdGhyZXNob2xkAAAAAAAABA==", "AAAAAgAAAClXaG8gc2F5cyB3aGF0IGEgc3lzdGVtJ3MgbWV0ZXJzIG1lYXN1cmVkLgAAAAAAAAAAAAAGU291cmNlAAAAAAACAAAAAAAAAChPcmFjbGVzLCBieSBgcHJvcG9zZWAgYW5kIGBjb3VudGVyc2lnbmAuAAAABlNlcnZlcgAAAAAAAAAAACNUaGUgbWV0ZXJzIHRoZW1zZWx2ZXMsIGJ5IGByZXBvcnRgLgAAAAAGRGlyZWN0AAA=", "AAAAAgAAACpXaGF0IGEgc3lzdGVtJ3MgZXhwb3J0cyBhcmUgd29ydGggdG8gd2hvbS4AAAAAAAAAAAAHRXhwb3J0cwAAAAACAAAAAAAAACRUaGUgdXRpbGl0eSBwYXlzIGNhc2g6IGl0IGlzIGJpbGxlZC4AAAAKQ2FzaEZlZWRJbgAAAAAAAQAAAG9UaGUgdXRpbGl0eSBjcmVkaXRzIHRoZSBhY2NvdW50IG9mIHRoZSBwYXJ0eSB3aXRoIHRoYXQgaW5kZXg6IHRoZSBwYXJ0eSBpcyBiaWxsZWQgZm9yIGl0LCBhcyBhIGxpbmUgb2YgaXRzIG93bi4AAAAAEU5ldE1ldGVyaW5nQ3JlZGl0AAAAAAAAAQAAAAQ=", "AAAAAQAAADdXaGF0IGEgbWV0ZXIgbWVhc3VyZWQ6IHRoZSBjb250ZW50IG9mIGEgc2lnbmVkIHJlYWRpbmcuAAAAAAAAAAAHUmVhZGluZwAAAAAIAAAADVVuaXggc2Vjb25kcy4AAAAAAAACYXQAAAAAAAYAAAAAAAAAC2NvbnN1bWVkX3doAAAAAAYAAAAAAAAABWVwb2NoAAAAAAAABAAAAAAAAAALZXhwb3J0ZWRfd2gAAAAABgAAACFDdW11bGF0aXZlIHJlZ2lzdGVycywgd2F0dC1ob3Vycy4AAAAAAAAMZ2VuZXJhdGVkX3doAAAABgAAAAAAAAAFbWV0ZXIAAAAAAAAEAAAAAAAAAANzZXEAAAAABgAAAAAAAAAGc3lzdGVtAAAAAAAE", "AAAAAQAAACBBIGJpbGwgdGhhdCBpcyBub3QgcGFpZCBpbiBmdWxsLgAAAAAAAAAIT3BlbkJpbGwAAAAEAAAAD1N0cm9vcHMgYmlsbGVkLgAAAAADZHVlAAAAAAsAAAAkV2hlbiBpdCBpcyB0byBiZSBwYWlkLCBVbml4IHNlY29uZHMuAAAABmR1ZV9hdAAAAAAABgAAAEVUaGUgYmlsbCdzIG51bWJlcjsgb2Ygc2V2ZXJhbCBiaWxscyB1bmRlciBvbmUgZW50cnksIHRoZSBmaXJzdCBvbmUncy4AAAAAAAAGbnVtYmVyAAAAAAAGAAAADVN0cm9vcHMgcGFpZC4AAAAAAAAEcGFpZAAAAAs=", "AAAAAQAAACNXaGF0IGEgc2V0dGxlbWVudCBwYWlkIG9mIG9uZSBiaWxsLgAAAAAAAAAACFBhaWRCaWxsAAAAAwAAABFTdHJvb3BzIHBhaWQgbm93LgAAAAAAAAZhbW91bnQAAAAAAAsAAAASVGhlIGJpbGwncyBudW1iZXIuAAAAAAAGbnVtYmVyAAAAAAAGAAAAE1N0cm9vcHMgc3RpbGwgb3Blbi4AAAAACXJlbWFpbmluZwAAAAAAAAs=", "AAAAAQAAAC1BIHN0YXRlbWVudCB0aGF0IHdhaXRzIGZvciBjb3VudGVyc2lnbmF0dXJlcy4AAAAAAAAAAAAACFByb3Bvc2FsAAAAAwAAAB9TSEEtMjU2IG9mIHRoZSBzdGF0ZW1lbnQncyBYRFIuAAAAAARoYXNoAAAD7gAAACAAAAApT3JhY2xlcyB0aGF0IHNhaWQgc28sIHRoZSBwcm9wb3NlciBmaXJzdC4AAAAAAAAHc2lnbmVycwAAAAPqAAAAEwAAABJXaGF0IHdhcyBwcm9wb3NlZC4AAAAAAAlzdGF0ZW1lbnQAAAAAAAfQAAAACVN0YXRlbWVudAAAAA==", "AAAAAQAAABRIb3cgYSBzeXN0ZW0gaXMgcnVuLgAAAAAAAAAIU2V0dGluZ3MAAAADAAAAVVdhdHRzIG9mIGVhY2ggcGFydHkncyBjcml0aWNhbCBsb2FkcywgYnkgcGFydHkgaW5kZXgsIHdoaWNoIGFyZSBmZWQgd2hhdGV2ZXIgaGFwcGVucy4AAAAAAAAQY3JpdGljYWxfZmxvb3JfdwAAA+oAAAAGAAAAAAAAAAdleHBvcnRzAAAAB9AAAAAHRXhwb3J0cwAAAAAOTmV2ZXIgY2hhbmdlcy4AAAAAAAZzb3VyY2UAAAAAB9AAAAAGU291cmNlAAA=", "AAAAAQAAADNUaGUgbGFzdCByZWFkaW5nIG9mIGEgbWV0ZXIgdGhhdCB0aGUgY29udHJhY3QgdG9vay4AAAAAAAAAAAlNZXRlckhlYWQAAAAAAAAGAAAADVVuaXggc2Vjb25kcy4AAAAAAAACYXQAAAAAAAYAAAAAAAAAC2NvbnN1bWVkX3doAAAAAAYAAAAAAAAABWVwb2NoAAAAAAAABAAAAAAAAAALZXhwb3J0ZWRfd2gAAAAABgAAACFDdW11bGF0aXZlIHJlZ2lzdGVycywgd2F0dC1ob3Vycy4AAAAAAAAMZ2VuZXJhdGVkX3doAAAABgAAAAAAAAADc2VxAAAAAAY=", "AAAAAQAAAEJXaGF0IGEgc3lzdGVtJ3MgbWV0ZXJzIG1lYXN1cmVkIGluIGFuIGludGVydmFsLCBhcyBhbiBvcmFjbGUgc2F5cy4AAAAAAAAAAAAJU3RhdGVtZW50AAAAAAAACwAAAEBXYXR0LWhvdXJzIGVhY2ggcGFydHkgY29uc3VtZWQsIGZyb20gYW55IHNvdXJjZSwgYnkgcGFydHkgaW5kZXguAAAAC2NvbnN1bWVkX3doAAAAA+oAAAAGAAAAQVdhdHQtaG91cnMgYnkgd2hpY2ggd2hhdCB3YXMgZXhwb3J0ZWQgYmVmb3JlIGBmcm9tYCBpcyBjb3JyZWN0ZWQuAAAAAAAAFmV4cG9ydGVkX2NvcnJlY3Rpb25fd2gAAAAAAAcAAAAdV2F0dC1ob3VycyBmZWQgaW50byB0aGUgZ3JpZC4AAAAAAAALZXhwb3J0ZWRfd2gAAAAABgAAAC9XaGVyZSB0aGUgc3RhdGVtZW50IGJlZm9yZSBlbmRlZCwgVW5peCBzZWNvbmRzLgAAAAAEZnJvbQAAAAYAAABCV2F0dC1ob3VycyBieSB3aGljaCB3aGF0IHdhcyBnZW5lcmF0ZWQgYmVmb3JlIGBmcm9tYCBpcyBjb3JyZWN0ZWQuAAAAAAAXZ2VuZXJhdGVkX2NvcnJlY3Rpb25fd2gAAAAABwAAABVXYXR0LWhvdXJzIGdlbmVyYXRlZC4AAAAAAAAMZ2VuZXJhdGVkX3doAAAABgAAAA5Db3VudHMgZnJvbSAxLgAAAAAABWluZGV4AAAAAAAABAAAABowOiBtZWFzdXJlZC4gMTogZXN0aW1hdGVkLgAAAAAAB3F1YWxpdHkAAAAABAAAAGlNZXJrbGUgcm9vdCBvdmVyIHRoZSBpbnRlcnZhbCdzIHJlYWRpbmdzIGluIG9yZGVyIG9mIChtZXRlciwgZXBvY2gsIHNlcSk7IDMyIHplcm8gYnl0ZXMgaWYgdGhlcmUgaXMgbm9uZS4AAAAAAAANcmVhZGluZ3Nfcm9vdAAAAAAAA+4AAAAgAAAAIFRoZSBzeXN0ZW0ncyBpZCBpbiB0aGUgcmVnaXN0cnkuAAAABnN5c3RlbQAAAAAABAAAAChXaGVyZSB0aGUgbmV4dCBvbmUgc3RhcnRzLCBVbml4IHNlY29uZHMuAAAAAnRvAAAAAAAG", "AAAAAQAAABlBIHBhcnR5J3MgcnVubmluZyB0b3RhbHMuAAAAAAAAAAAAAAtQYXJ0eVRvdGFscwAAAAAFAAAAWERpZmZlcmVuY2VzIG9mIHByb3Zpc2lvbmFsIGJpbGxzIHRoYXQgdGhlIG5leHQgYmlsbCB3aWxsIHN0YXRlLCB0aG91c2FuZHRocyBvZiBhIHN0cm9vcC4AAAAQYWRqdXN0bWVudF9taWxsaQAAAAsAAAAIU3Ryb29wcy4AAAAGYmlsbGVkAAAAAAALAAAAC1dhdHQtaG91cnMuAAAAAAxkZWxpdmVyZWRfd2gAAAAGAAAACFN0cm9vcHMuAAAABHBhaWQAAAALAAAAUFRob3VzYW5kdGhzIG9mIGEgc3Ryb29wIGtlcHQgZm9yIHRoZSBuZXh0IGJpbGw6IDAgdG8gOTk5LCBvciwgYmVsb3cgMCwgYSBjcmVkaXQuAAAAD3JlbWFpbmRlcl9taWxsaQAAAAAL", "AAAAAQAAABFBIHN5c3RlbSdzIHN0YXRlLgAAAAAAAAAAAAALU3lzdGVtU3RhdGUAAAAADwAAACpGcm9tIHdoZW4gb24gZW5lcmd5IGlzIGZyZWUsIFVuaXggc2Vjb25kcy4AAAAAAAxjb25jbHVkZWRfYXQAAAPoAAAABgAAACpTdHJvb3BzIGJpbGxlZCB0byB0aGUgdXRpbGl0eSBmb3IgZXhwb3J0cy4AAAAAAA1leHBvcnRfYmlsbGVkAAAAAAAACwAAABNTdHJvb3BzIG9mIGl0IHBhaWQuAAAAAAtleHBvcnRfcGFpZAAAAAALAAAAUlRob3VzYW5kdGhzIG9mIGEgc3Ryb29wIGtlcHQgZm9yIHRoZSBuZXh0IGV4cG9ydDogMCB0byA5OTksIG9yLCBiZWxvdyAwLCBhIGNyZWRpdC4AAAAAABZleHBvcnRfcmVtYWluZGVyX21pbGxpAAAAAAALAAAAHldhdHQtaG91cnMgZXhwb3J0ZWQsIGluIHRvdGFsLgAAAAAAC2V4cG9ydGVkX3doAAAAAAYAAAAAAAAAB2V4cG9ydHMAAAAH0AAAAAdFeHBvcnRzAAAAAB9XYXR0LWhvdXJzIGdlbmVyYXRlZCwgaW4gdG90YWwuAAAAAAxnZW5lcmF0ZWRfd2gAAAAGAAAARlNIQS0yNTYoY2hhaW4gYmVmb3JlIHx8IGhhc2ggb2YgdGhlIHN0YXRlbWVudCksIGZyb20gMzIgemVybyBieXRlcyBvbi4AAAAAAApoYXNoX2NoYWluAAAAAAPuAAAAIAAAAEFIYXNoIG9mIHRoZSBsYXN0IGZpbmFsIHN0YXRlbWVudDsgMzIgemVybyBieXRlcyBiZWZvcmUgdGhlIGZpcnN0LgAAAAAAAAlsYXN0X2hhc2gAAAAAAAPuAAAAIAAAAF9CeSBob3cgbXVjaCBleHBvcnRzIGFuZCBjb3JyZWN0aW9ucyBleGNlZWRlZCBnZW5lcmF0aW9uOiBtYWRlIGdvb2QgYnkgdGhlIG5leHQgaW50ZXJ2YWxzIGZpcnN0LgAAAAALbmVnYXRpdmVfd2gAAAAABgAAAC5XaGVyZSB0aGUgbmV4dCBzdGF0ZW1lbnQgc3RhcnRzLCBVbml4IHNlY29uZHMuAAAAAAAJbmV4dF9mcm9tAAAAAAAABgAAABxJbmRleCBvZiB0aGUgbmV4dCBzdGF0ZW1lbnQuAAAACm5leHRfaW5kZXgAAAAAAAQAAAAPQnkgcGFydHkgaW5kZXguAAAAAAdwYXJ0aWVzAAAAA+oAAAfQAAAAC1BhcnR5VG90YWxzAAAAAAAAAAAGc291cmNlAAAAAAfQAAAABlNvdXJjZQAAAAAAM1dhdHQtaG91cnMgdGhhdCBleGNlZWRlZCBhbGwgY29uc3VtcHRpb24sIGluIHRvdGFsLgAAAAAPdW5hdHRyaWJ1dGVkX3doAAAAAAY=", "AAAAAQAAACtXaGF0IHRoZSB1dGlsaXR5IGNyZWRpdHMgaW5zdGVhZCBvZiBwYXlpbmcuAAAAAAAAAAAMRXhwb3J0Q3JlZGl0AAAAAwAAADtXaGF0IHBhcnRpZXMgd2VyZSBiaWxsZWQgZm9yIHRoZW0sIHRob3VzYW5kdGhzIG9mIGEgc3Ryb29wLgAAAAAOY3JlZGl0ZWRfbWlsbGkAAAAAAAsAAAAbV2F0dC1ob3VycyBjcmVkaXRlZCBzbyBmYXIuAAAAAAtjcmVkaXRlZF93aAAAAAALAAAAM0hvdyBleHBvcnRzIGFyZSBzZXR0bGVkIGZyb20gdGhlIG5leHQgc3RhdGVtZW50IG9uLgAAAAAHZXhwb3J0cwAAAAfQAAAAB0V4cG9ydHMA", "AAAAAQAAACtBIGNoYW5nZSBvZiB0aGUgb3JhY2xlcyB0aGF0IHdhcyBhbm5vdW5jZWQuAAAAAAAAAAAMT3JhY2xlQ2hhbmdlAAAAAwAAAAAAAAAHb3JhY2xlcwAAAAPqAAAAEwAAACpGcm9tIHdoZW4gb24gaXQgbWF5IGJlIG1hZGUsIFVuaXggc2Vjb25kcy4AAAAAAAhyZWFkeV9hdAAAAAYAAAAAAAAACXRocmVzaG9sZAAAAAAAAAQ=", "AAAABQAAAJNBbiBpbnRlcnZhbCB0aGF0IHdhcyBwcmljZWQgcHJvdmlzaW9uYWxseSBoYXMgaXRzIHByaWNlOiBieSBob3cgbXVjaCB0aGUgcGFydGllcycgbmV4dCBiaWxscyBjaGFuZ2UgZm9yIGl0LAp0aG91c2FuZHRocyBvZiBhIHN0cm9vcCBieSBwYXJ0eSBpbmRleC4AAAAAAAAAAAdUcnVlZFVwAAAAAAEAAAAIdHJ1ZWRfdXAAAAAFAAAAAAAAAAZzeXN0ZW0AAAAAAAQAAAABAAAAAAAAAAVpbmRleAAAAAAAAAQAAAABAAAAAAAAABFwcm92aXNpb25hbF9wcmljZQAAAAAAAAsAAAAAAAAAAAAAAAVwcmljZQAAAAAAAAsAAAAAAAAAAAAAABFhZGp1c3RtZW50c19taWxsaQAAAAAAA+oAAAALAAAAAAAAAAI=", "AAAABQAAADtBIG1ldGVyIHJlcG9ydGVkLiBUaGUgcmVhZGluZyBpdHNlbGYgaXMgaW4gdGhlIHRyYW5zYWN0aW9uLgAAAAAAAAAACFJlcG9ydGVkAAAAAQAAAAhyZXBvcnRlZAAAAAUAAAAAAAAABnN5c3RlbQAAAAAABAAAAAEAAAAAAAAABW1ldGVyAAAAAAAABAAAAAEAAAAAAAAABWVwb2NoAAAAAAAABAAAAAAAAAAAAAAAA3NlcQAAAAAGAAAAAAAAAAAAAAACYXQAAAAAAAYAAAAAAAAAAg==", "AAAABQAAAClCaWxscyBvZiBhIHBhcnR5IHdlcmUgcGFpZCwgb2xkZXN0IGZpcnN0LgAAAAAAAAAAAAAJQmlsbHNQYWlkAAAAAAAAAQAAAApiaWxsc19wYWlkAAAAAAAEAAAAAAAAAAZzeXN0ZW0AAAAAAAQAAAABAAAAAAAAAAVwYXJ0eQAAAAAAAAQAAAABAAAAAAAAAAZhbW91bnQAAAAAAAsAAAAAAAAAAAAAAAViaWxscwAAAAAAA+oAAAfQAAAACFBhaWRCaWxsAAAAAAAAAAI=", "AAAABQAAABxFbmVyZ3kgaXMgZnJlZSBmcm9tIGBhdGAgb24uAAAAAAAAAAlDb25jbHVkZWQAAAAAAAABAAAACWNvbmNsdWRlZAAAAAAAAAIAAAAAAAAABnN5c3RlbQAAAAAABAAAAAEAAAAAAAAAAmF0AAAAAAAGAAAAAAAAAAI=", "AAAABQAAAFJBIHBhcnR5IHdhcyBiaWxsZWQuIEludGVydmFsIGFuZCBzdGF0ZW1lbnQgYXJlIGluIHRoZSBgc3RhdGVtZW50YCBldmVudCBiZWZvcmUgaXQuAAAAAAAAAAAACkJpbGxJc3N1ZWQAAAAAAAEAAAAEYmlsbAAAAAwAAAAAAAAABnN5c3RlbQAAAAAABAAAAAEAAAAAAAAABXBhcnR5AAAAAAAABAAAAAEAAAAAAAAABm51bWJlcgAAAAAABgAAAAEAAAAAAAAABWluZGV4AAAAAAAABAAAAAAAAAAAAAAADGRlbGl2ZXJlZF93aAAAAAYAAAAAAAAAAAAAAAVwcmljZQAAAAAAAAsAAAAAAAAAAAAAAAtjcmVkaXRlZF93aAAAAAAHAAAAAAAAAAAAAAAOY3JlZGl0ZWRfcHJpY2UAAAAAAAsAAAAAAAAAAAAAABBhZGp1c3RtZW50X21pbGxpAAAACwAAAAAAAAAAAAAAA2R1ZQAAAAALAAAAAAAAAAAAAAAGZHVlX2F0AAAAAAAGAAAAAAAAAAAAAAALcHJvdmlzaW9uYWwAAAAAAQAAAAAAAAAC", "AAAABQAAAB1UaGUgdXRpbGl0eSBwYWlkIGZvciBleHBvcnRzLgAAAAAAAAAAAAAKRXhwb3J0UGFpZAAAAAAAAQAAAAtleHBvcnRfcGFpZAAAAAADAAAAAAAAAAZzeXN0ZW0AAAAAAAQAAAABAAAAAAAAAAZhbW91bnQAAAAAAAsAAAAAAAAAAAAAAAlyZW1haW5pbmcAAAAAAAALAAAAAAAAAAI=", "AAAABQAAADNIb3cgZXhwb3J0cyBhcmUgc2V0dGxlZCBmcm9tIHRoZSBuZXh0IHN0YXRlbWVudCBvbi4AAAAAAAAAAApFeHBvcnRzU2V0AAAAAAABAAAAC2V4cG9ydHNfc2V0AAAAAAIAAAAAAAAABnN5c3RlbQAAAAAABAAAAAEAAAAAAAAAB2V4cG9ydHMAAAAH0AAAAAdFeHBvcnRzAAAAAAAAAAAC", "AAAABQAAADlUaGUgdXRpbGl0eSB3YXMgYmlsbGVkIGZvciBleHBvcnRzLCBjb3JyZWN0aW9ucyBpbmNsdWRlZC4AAAAAAAAAAAAADEV4cG9ydElzc3VlZAAAAAEAAAAGZXhwb3J0AAAAAAAFAAAAAAAAAAZzeXN0ZW0AAAAAAAQAAAABAAAAAAAAAAVpbmRleAAAAAAAAAQAAAABAAAAAAAAAAJ3aAAAAAAABwAAAAAAAAAAAAAABXByaWNlAAAAAAAACwAAAAAAAAAAAAAAA2R1ZQAAAAALAAAAAAAAAAI=", "AAAABQAAACZBIHN5c3RlbSdzIHN0YXRlbWVudHMgc3RhcnQgYXQgYGZyb21gLgAAAAAAAAAAAAxTeXN0ZW1PcGVuZWQAAAABAAAADXN5c3RlbV9vcGVuZWQAAAAAAAAFAAAAAAAAAAZzeXN0ZW0AAAAAAAQAAAABAAAAAAAAAARmcm9tAAAABgAAAAAAAAAAAAAABnNvdXJjZQAAAAAH0AAAAAZTb3VyY2UAAAAAAAAAAAAAAAAAB2V4cG9ydHMAAAAH0AAAAAdFeHBvcnRzAAAAAAAAAAAAAAAAEGNyaXRpY2FsX2Zsb29yX3cAAAPqAAAABgAAAAAAAAAC", "AAAABQAAABxBIHN5c3RlbSdzIGNsb2NrcyBydW4gYWdhaW4uAAAAAAAAAA1DbG9ja3NSZXN1bWVkAAAAAAAAAQAAAA5jbG9ja3NfcmVzdW1lZAAAAAAAAgAAAAAAAAAGc3lzdGVtAAAAAAAEAAAAAQAAAAAAAAACYnkAAAAAABMAAAAAAAAAAg==", "AAAABQAAAENBIHBhcnR5J3Mgc3RhdGUgY2hhbmdlZCBzaW5jZSB0aGUgbGFzdCB0aW1lIHRoYXQgc29tZWJvZHkgbm90ZWQgaXQuAAAAAAAAAAANTGFkZGVyQ2hhbmdlZAAAAAAAAAEAAAAObGFkZGVyX2NoYW5nZWQAAAAAAAYAAAAAAAAABnN5c3RlbQAAAAAABAAAAAEAAAAAAAAABXBhcnR5AAAAAAAABAAAAAEAAAAAAAAABGZyb20AAAfQAAAABkxhZGRlcgAAAAAAAAAAAAAAAAACdG8AAAAAB9AAAAAGTGFkZGVyAAAAAAAAAAAAMVNpbmNlIHdoZW4sIFVuaXggc2Vjb25kczsgMCB3aGVuIGl0IGlzIGBDdXJyZW50YC4AAAAAAAAFc2luY2UAAAAAAAAGAAAAAAAAAAAAAAAHYXJyZWFycwAAAAALAAAAAAAAAAI=", "AAAABQAAAFRXaG8gbWF5IHByb3Bvc2UgYW5kIGNvdW50ZXJzaWduIGZyb20gbm93IG9uLCBhbmQgaG93IG1hbnkgb2YgdGhlbSBtdXN0IHNheSB0aGUgc2FtZS4AAAAAAAAADk9yYWNsZXNDaGFuZ2VkAAAAAAABAAAAD29yYWNsZXNfY2hhbmdlZAAAAAACAAAAAAAAAAdvcmFjbGVzAAAAA+oAAAATAAAAAAAAAAAAAAAJdGhyZXNob2xkAAAAAAAABAAAAAAAAAAC", "AAAABQAAAEhBIHN0YXRlbWVudCBpcyBmaW5hbC4gVGhpcyBpcyB0aGUgd2hvbGUgb2YgaXQsIGFuZCB3aGF0IG5vYm9keSBjb25zdW1lZC4AAAAAAAAADlN0YXRlbWVudEZpbmFsAAAAAAABAAAACXN0YXRlbWVudAAAAAAAAA0AAAAAAAAABnN5c3RlbQAAAAAABAAAAAEAAAAAAAAABWluZGV4AAAAAAAABAAAAAEAAAAAAAAABGhhc2gAAAPuAAAAIAAAAAAAAAAAAAAABGZyb20AAAAGAAAAAAAAAAAAAAACdG8AAAAAAAYAAAAAAAAAAAAAAAxnZW5lcmF0ZWRfd2gAAAAGAAAAAAAAAAAAAAALZXhwb3J0ZWRfd2gAAAAABgAAAAAAAAAAAAAAF2dlbmVyYXRlZF9jb3JyZWN0aW9uX3doAAAAAAcAAAAAAAAAAAAAABZleHBvcnRlZF9jb3JyZWN0aW9uX3doAAAAAAAHAAAAAAAAAAAAAAALY29uc3VtZWRfd2gAAAAD6gAAAAYAAAAAAAAAAAAAAA91bmF0dHJpYnV0ZWRfd2gAAAAABgAAAAAAAAAAAAAABHJvb3QAAAPuAAAAIAAAAAAAAAAAAAAAB3F1YWxpdHkAAAAABAAAAAAAAAAC", "AAAABQAAAEpGb3JjZSBtYWpldXJlOiBhIHN5c3RlbSdzIGNsb2NrcyBzdGFuZCBzdGlsbCBmcm9tIGBmcm9tYCBvbiB1bnRpbCBgdW50aWxgLgAAAAAAAAAAAA9DbG9ja3NTdXNwZW5kZWQAAAAAAQAAABBjbG9ja3Nfc3VzcGVuZGVkAAAABQAAAAAAAAAGc3lzdGVtAAAAAAAEAAAAAQAAAAAAAAACYnkAAAAAABMAAAAAAAAAAAAAAARmcm9tAAAABgAAAAAAAAAAAAAABXVudGlsAAAAAAAABgAAAAAAAAAAAAAABG1vZGUAAAfQAAAABE1vZGUAAAAAAAAAAg==", "AAAABQAAAB1PdGhlciBvcmFjbGVzIHdlcmUgYW5ub3VuY2VkLgAAAAAAAAAAAAAPT3JhY2xlc1Byb3Bvc2VkAAAAAAEAAAAQb3JhY2xlc19wcm9wb3NlZAAAAAMAAAAAAAAAB29yYWNsZXMAAAAD6gAAABMAAAAAAAAAAAAAAAl0aHJlc2hvbGQAAAAAAAAEAAAAAAAAAAAAAAAIcmVhZHlfYXQAAAAGAAAAAAAAAAI=", "AAAABQAAABlBIHBhcnR5J3MgY3JpdGljYWwgbG9hZHMuAAAAAAAAAAAAABBDcml0aWNhbEZsb29yU2V0AAAAAQAAABJjcml0aWNhbF9mbG9vcl9zZXQAAAAAAAMAAAAAAAAABnN5c3RlbQAAAAAABAAAAAEAAAAAAAAABXBhcnR5AAAAAAAABAAAAAEAAAAAAAAABXdhdHRzAAAAAAAABgAAAAAAAAAC", "AAAABQAAACNUaGUgYW5ub3VuY2VkIG9yYWNsZXMgd2VyZSBkcm9wcGVkLgAAAAAAAAAAEE9yYWNsZXNDYW5jZWxsZWQAAAABAAAAEW9yYWNsZXNfY2FuY2VsbGVkAAAAAAAAAQAAAAAAAAACYnkAAAAAABMAAAAAAAAAAg==", "AAAABQAAALhUaGUgbWV0ZXJzJyByZXBvcnRzIHJlYWNoZWQgdGhlIGVuZCBvZiBhbiBpbnRlcnZhbCwgYW5kIG5vIHN0YXRlbWVudCBjb3VsZCBiZSBtYWRlIG9mIHRoZW06IGBjb2RlYCBpcyB0aGUgcmVmdXNhbC4KVGhlaXIgcmVnaXN0ZXJzIGFyZSBjdW11bGF0aXZlLCBzbyBhIGxhdGVyIHN0YXRlbWVudCBjb3ZlcnMgdGhlIHRpbWUuAAAAAAAAABBTdGF0ZW1lbnRSZWZ1c2VkAAAAAQAAABFzdGF0ZW1lbnRfcmVmdXNlZAAAAAAAAAQAAAAAAAAABnN5c3RlbQAAAAAABAAAAAEAAAAAAAAABWluZGV4AAAAAAAABAAAAAEAAAAAAAAAAnRvAAAAAAAGAAAAAAAAAAAAAAAEY29kZQAAAAQAAAAAAAAAAg==", "AAAABQAAAG9BbiBvcmFjbGUgcHJvcG9zZWQgYSBzdGF0ZW1lbnQgb3Igc2FpZCB0aGUgc2FtZSBhcyBvbmUgYmVmb3JlOyBub3QgZmluYWwgeWV0LiBEaXNwdXRlZDogb3RoZXJzIHNheSBkaWZmZXJlbnRseS4AAAAAAAAAABFTdGF0ZW1lbnRQcm9wb3NlZAAAAAAAAAEAAAASc3RhdGVtZW50X3Byb3Bvc2VkAAAAAAAFAAAAAAAAAAZzeXN0ZW0AAAAAAAQAAAABAAAAAAAAAAVpbmRleAAAAAAAAAQAAAABAAAAAAAAAARoYXNoAAAD7gAAACAAAAAAAAAAAAAAAAZvcmFjbGUAAAAAABMAAAAAAAAAAAAAAAhkaXNwdXRlZAAAAAEAAAAAAAAAAg==", "AAAAAAAAABFXaG8gaG9sZHMgYSByb2xlLgAAAAAAAARyb2xlAAAAAQAAAAAAAAAEcm9sZQAAABEAAAABAAAD6AAAABM=", "AAAAAAAAAD9TdG9wcyBuZXcgYnVzaW5lc3MuIEFkbWluaXN0cmF0b3IsIHRydXN0ZWUgb3IgYSBndWFyZGlhbiBzaWducy4AAAAABXBhdXNlAAAAAAAAAQAAAAAAAAADd2hvAAAAABMAAAABAAAD6QAAAAIAAAfQAAAAC0VuZXJneUVycm9yAA==", "AAAAAAAAACBXaGV0aGVyIG5ldyBidXNpbmVzcyBpcyBzdG9wcGVkLgAAAAZwYXVzZWQAAAAAAAAAAAABAAAAAQ==", "AAAAAAAABABUYWtlcyBhIG1ldGVyJ3Mgb3duIHJlYWRpbmcgd2l0aCBpdHMgc2lnbmF0dXJlIG92ZXIgMTI0IGJ5dGVzIChgSEJSRUFEMDFgLCBTSEEtMjU2IG9mIHRoZSBuZXR3b3JrJ3MgcGFzc3BocmFzZSwKdGhpcyBjb250cmFjdCdzIGlkLCB0aGVuIHRoZSByZWFkaW5nJ3MgZmllbGRzLCBiaWctZW5kaWFuKSwgYW5kIHJldHVybnMgd2hhdCB0aGUgZGV2aWNlIGlzIHRvIGRvIHdpdGggdGhlIGVuZXJneQpvZiB0aGUgbWV0ZXIncyBwYXJ0eS4gQW55b25lIG1heSBzZW5kIGl0IGFuZCBwYXkgdGhlIGZlZTsgbm9ib2R5IGVsc2Ugc2lnbnMuIFdoaWxlIHBhdXNlZCBpdCBpcyB0YWtlbiBhbmQgYW5zd2VyZWQKYWxsIHRoZSBzYW1lLCBhbmQgb25seSB0aGUgaW50ZXJ2YWwgc3RheXMgb3Blbi4KCldoZW4gZXZlcnkgbWV0ZXIgb2YgdGhlIHN5c3RlbSB0aGF0IGlzIG5vdCByZXZva2VkIGhhcyByZXBvcnRlZCB0aGUgZW5kIG9mIHRoZSBvcGVuIGludGVydmFsLCB0aGUgaW50ZXJ2YWwgaXMKY2xvc2VkOiBzZWUgdGhlIGNyYXRlJ3MgZG9jdW1lbnRhdGlvbi4KCiMgRXJyb3JzCiogW2BFbmVyZ3lFcnJvcjo6U3lzdGVtTm90T3BlbmBdLCBbYEVuZXJneUVycm9yOjpXcm9uZ1NvdXJjZWBdCiogW2BFbmVyZ3lFcnJvcjo6VW5rbm93bk1ldGVyYF0sIFtgRW5lcmd5RXJyb3I6Ok1ldGVyUmV2b2tlZGBdLCBbYEVuZXJneUVycm9yOjpXcm9uZ0Vwb2NoYF0KKiBbYEVuZXJneUVycm9yOjpSZWFkaW5nSW5GdXR1cmVgXSAtIFdoZW4gaXQgaXMgbW9yZSB0aGFuIDYwIHNlY29uZHMgYWhlYWQgb2YgdGhlIGxlZGdlci4KKiBbYEVuZXJneUVycm9yOjpGb3JlaWduUmVnaXN0ZXJgXSAtIFdoZW4gYSByZWdpc3RlciB0aGF0IHRoZSBtZXRlciBkb2VzIG5vdCBoYXZlIGlzIG5vdCAwLgoqIFtgRW5lcmd5RXJyb3I6OlNlcU5vdEdyb3dpbmdgXSAtIFdoZW4gaXQgcmVwZWF0cyBvciBwcmVjZWRlcyB0aGUgbGFzdCBvbmU6IG5vdGhpbmcgaXMgbG9zdCwgcmVnaXN0ZXJzIGFyZQpjdW11bGF0aXZlLgoqIFtgRW5lcmd5RXJyb3I6OlRpAAAABnJlcG9ydAAAAAAAAgAAAAAAAAAHcmVhZGluZwAAAAfQAAAAB1JlYWRpbmcAAAAAAAAAAAlzaWduYXR1cmUAAAAAAAPuAAAAQAAAAAEAAAPpAAAH0AAAAAhEZWNpc2lvbgAAB9AAAAALRW5lcmd5RXJyb3IA", "AAAAAAAAAb1QYXlzIGEgcGFydHkncyBvcGVuIGJpbGxzLCBvbGRlc3QgZmlyc3QsIHBhdXNlZCBvciBub3QsIGFuZCByZXR1cm5zIHdoYXQgd2FzIGFwcGxpZWQ6IHRoZSBsZXNzZXIgb2YgYGFtb3VudGAgYW5kCndoYXQgd2FzIG9wZW4uIFRoZSBib3VuZCBvZmZlcmluZyBzaWduczsgaXQgaG9sZHMgdGhlIG1vbmV5LgoKIyBFcnJvcnMKKiBbYEVuZXJneUVycm9yOjpTeXN0ZW1Ob3RPcGVuYF0sIFtgRW5lcmd5RXJyb3I6OlBhcnR5Tm90Rm91bmRgXSwgW2BFbmVyZ3lFcnJvcjo6Tm90Qm91bmRgXQoqIFtgRW5lcmd5RXJyb3I6Ok5lZ2F0aXZlQW1vdW50YF0KCiMgRXZlbnRzCiogW2BCaWxsc1BhaWRgXSAtIFdoZW4gc29tZXRoaW5nIHdhcyBhcHBsaWVkOyBhbmQgYGxhZGRlcl9jaGFuZ2VkYCwgd2hlbiB0aGUgcGFydHkncyBzdGF0ZSBpcyBhbm90aGVyIG9uZSB0aGFuIHdhcwphbm5vdW5jZWQuAAAAAAAABnNldHRsZQAAAAAAAwAAAAAAAAAGc3lzdGVtAAAAAAAEAAAAAAAAAAVwYXJ0eQAAAAAAAAQAAAAAAAAABmFtb3VudAAAAAAACwAAAAEAAAPpAAAACwAAB9AAAAALRW5lcmd5RXJyb3IA", "AAAAAAAAAP9Bbm5vdW5jZXMgYSBwYXJ0eSdzIHN0YXRlIHdoZW4gaXQgaXMgYW5vdGhlciBvbmUgdGhhbiB3YXMgYW5ub3VuY2VkIGxhc3QsIGFuZCByZXR1cm5zIGl0LiBBbnlvbmUgbWF5IGNhbGwgaXQ7Cm5vdGhpbmcgZGVwZW5kcyBvbiBpdC4KCiMgRXJyb3JzCiogW2BFbmVyZ3lFcnJvcjo6U3lzdGVtTm90T3BlbmBdLCBbYEVuZXJneUVycm9yOjpQYXJ0eU5vdEZvdW5kYF0KCiMgRXZlbnRzCiogYGxhZGRlcl9jaGFuZ2VkYCAtIFdoZW4gaXQgZGlmZmVycy4AAAAAB2FkdmFuY2UAAAAAAgAAAAAAAAAGc3lzdGVtAAAAAAAEAAAAAAAAAAVwYXJ0eQAAAAAAAAQAAAABAAAD6QAAB9AAAAAGTGFkZGVyAAAAAAfQAAAAC0VuZXJneUVycm9yAA==", "AAAAAAAAAFhCcmluZ3Mgd2hhdCB0aGUgcHJldmlvdXMgYnVpbGQgc3RvcmVkIHRvIHRoZSBmb3JtIG9mIHRoaXMgb25lLCBvbmNlLiBBbnlvbmUgbWF5IGNhbGwgaXQuAAAAB21pZ3JhdGUAAAAAAAAAAAEAAAPpAAAAAgAAB9AAAAALRW5lcmd5RXJyb3IA", "AAAAAAAABABQcm9wb3NlcyBhIHN5c3RlbSdzIG5leHQgc3RhdGVtZW50LCBvciBzYXlzIHRoZSBzYW1lIGFzIG9uZSBwcm9wb3NlZDsgdGhlIG9yYWNsZSBzaWducy4gRmluYWwgYXQgb25jZSB3aGVuIHRoYXQKbWFrZXMgYXMgbWFueSBvcmFjbGVzIGFzIHRoZSB0aHJlc2hvbGQ6IHRoZW4gdGhlIGJpbGxzLCBlbHNlIG5vdGhpbmcuIEFuIG9yYWNsZSdzIGxhdGVyIHdvcmQgcmVwbGFjZXMgaXRzIG93bgpmb3JtZXIgb25lIGFuZCBub2JvZHkgZWxzZSdzOyBkaWZmZXJlbnQgc3RhdGVtZW50cyB3YWl0IHNpZGUgYnkgc2lkZSwgYW5kIHRoZSBldmVudCBzYXlzIHNvLgoKIyBFcnJvcnMKKiBbYEVuZXJneUVycm9yOjpOb3RPcmFjbGVgXSwgW2BFbmVyZ3lFcnJvcjo6UGF1c2VkYF0sIFtgRW5lcmd5RXJyb3I6OlN5c3RlbU5vdE9wZW5gXQoqIFtgRW5lcmd5RXJyb3I6Oldyb25nSW5kZXhgXSwgW2BFbmVyZ3lFcnJvcjo6V3JvbmdTdGFydGBdIC0gV2hlbiBpdCBpcyBub3QgdGhlIG5leHQgb25lLgoqIFtgRW5lcmd5RXJyb3I6OkVtcHR5SW50ZXJ2YWxgXSwgW2BFbmVyZ3lFcnJvcjo6SW5GdXR1cmVgXSAtIFVubGVzcyBgZnJvbSA8IHRvIDw9IG5vd2AuCiogW2BFbmVyZ3lFcnJvcjo6V3JvbmdQYXJ0aWVzYF0sIFtgRW5lcmd5RXJyb3I6OkJhZFF1YWxpdHlgXQoqIFtgRW5lcmd5RXJyb3I6Oldyb25nU291cmNlYF0gLSBXaGVuIHRoZSBzeXN0ZW0ncyBtZXRlcnMgcmVwb3J0IHRoZW1zZWx2ZXMuCiogW2BFbmVyZ3lFcnJvcjo6QmV5b25kQ2FwYWNpdHlgXSAtIFdoZW4gbW9yZSB3YXMgZ2VuZXJhdGVkIG9yIGV4cG9ydGVkIHRoYW4gYGNhcGFjaXR5IHggdGltZSB4IDEuMWAuCiogW2BFbmVyZ3lFcnJvcjo6QmV5b25kQ29ycmVjdGlvbmBdIC0gV2hlbiBhIGNvcnJlY3Rpb24gcmFpc2VzIHRoZSBwYXN0IGFib3ZlIHdoYXQgdGhlIGNhcGFjaXR5IG9mIGl0cyBsYXN0IDMxCmRheXMgbGVmdCwgb3IgdGFrZXMgbW9yZSBhd2F5IHRoYW4gdGhhdCwgb3IgdGhhbiB3YXMgcmVjb3JkZWQuCiogW2BFbmVyZ3lFcnJvcjo6VGFyAAAAB3Byb3Bvc2UAAAAAAgAAAAAAAAAGb3JhY2xlAAAAAAATAAAAAAAAAAlzdGF0ZW1lbnQAAAAAAAfQAAAACVN0YXRlbWVudAAAAAAAAAEAAAPpAAAD6AAAA+oAAAfQAAAABEJpbGwAAAfQAAAAC0VuZXJneUVycm9yAA==", "AAAAAAAAAW1BZGRzIHRvIGEgcGFydHkncyBuZXh0IGJpbGwgd2hhdCBpdHMgcHJvdmlzaW9uYWwgaW50ZXJ2YWxzIGRpZmZlciBieSwgb25jZSB0aGUgdGFyaWZmIGhhcyB0aGVpciBwcmljZTsgcGF1c2VkIG9yCm5vdDogdGhlIDEyIG9sZGVzdCwgdGhlIHJlc3QgYnkgZnVydGhlciBjYWxscy4gUmV0dXJucyB0aGUgc3VtIGluIHRob3VzYW5kdGhzIG9mIGEgc3Ryb29wLCAwIHdoZW4gbm90aGluZyBkaWZmZXJzLgpBbnlvbmUgbWF5IGNhbGwgaXQuCgojIEVycm9ycwoqIFtgRW5lcmd5RXJyb3I6OlN5c3RlbU5vdE9wZW5gXSwgW2BFbmVyZ3lFcnJvcjo6UGFydHlOb3RGb3VuZGBdCgojIEV2ZW50cwoqIGB0cnVlZF91cGAsIGZvciBlYWNoIGludGVydmFsLgAAAAAAAAd0cnVlX3VwAAAAAAIAAAAAAAAABnN5c3RlbQAAAAAABAAAAAAAAAAFcGFydHkAAAAAAAAEAAAAAQAAA+kAAAALAAAH0AAAAAtFbmVyZ3lFcnJvcgA=", "AAAAAAAAAERMZXRzIG5ldyBidXNpbmVzcyBnbyBvbi4gQWRtaW5pc3RyYXRvciwgdHJ1c3RlZSBvciBhIGd1YXJkaWFuIHNpZ25zLgAAAAd1bnBhdXNlAAAAAAEAAAAAAAAAA3dobwAAAAATAAAAAQAAA+kAAAACAAAH0AAAAAtFbmVyZ3lFcnJvcgA=", "AAAAAAAAAEtJbnN0YWxscyB0aGUgYW5ub3VuY2VkIGNvZGUgb25jZSBpdHMgZGVsYXkgcGFzc2VkLiBUaGUgYWRtaW5pc3RyYXRvciBzaWducy4AAAAAB3VwZ3JhZGUAAAAAAAAAAAEAAAPpAAAAAgAAB9AAAAALRW5lcmd5RXJyb3IA", "AAAAAAAAABpUaGUgdmVyc2lvbiBvZiB0aGlzIGJ1aWxkLgAAAAAAB3ZlcnNpb24AAAAAAAAAAAEAAAAE", "AAAAAAAAAUNFbmRzIGJpbGxpbmcsIG9uY2UsIHBhdXNlZCBvciBub3Q6IHN0YXRlbWVudHMgdGhhdCBzdGFydCBhdCBvciBhZnRlciBgYXRgIChVbml4IHNlY29uZHMpIGFyZSBwcmljZWQgMCwgYW5kIG5vbmUKbWF5IHN0cmFkZGxlIGl0LiBCaWxscyBpc3N1ZWQgYmVmb3JlIHN0YXkgYXMgdGhleSBhcmUuIFRoZSBib3VuZCBvZmZlcmluZyBzaWducy4KCiMgRXJyb3JzCiogW2BFbmVyZ3lFcnJvcjo6U3lzdGVtTm90T3BlbmBdLCBbYEVuZXJneUVycm9yOjpOb3RCb3VuZGBdLCBbYEVuZXJneUVycm9yOjpBbHJlYWR5Q29uY2x1ZGVkYF0KCiMgRXZlbnRzCiogW2BDb25jbHVkZWRgXQAAAAAIY29uY2x1ZGUAAAACAAAAAAAAAAZzeXN0ZW0AAAAAAAQAAAAAAAAAAmF0AAAAAAAGAAAAAQAAA+kAAAACAAAH0AAAAAtFbmVyZ3lFcnJvcgA=", "AAAAAAAAAD1BZG1pbmlzdHJhdG9yLCB0cnVzdGVlLCBhbmQgdGhlIGRlbGF5IG9mIHVwZ3JhZGVzIGluIHNlY29uZHMuAAAAAAAACmdvdmVybmFuY2UAAAAAAAAAAAABAAAH0AAAAApHb3Zlcm5hbmNlAAA=", "AAAAAAAAALdPZmZlcnMgYSByb2xlIHRvIHNvbWVib2R5LCB3aG8gaGFzIHRvIGFjY2VwdCBpdC4gSXRzIGhvbGRlciBzaWduczsgb3IgYWRtaW5pc3RyYXRvciBvciB0cnVzdGVlLCBhbmQgdGhlbiBpdCBtYXkKYmUgYWNjZXB0ZWQgb25seSBhZnRlciB0aGUgdXBncmFkZSBkZWxheSwgYW5kIHRoZSBob2xkZXIgbWF5IGNhbmNlbCBpdC4AAAAACm9mZmVyX3JvbGUAAAAAAAMAAAAAAAAAA3dobwAAAAATAAAAAAAAAARyb2xlAAAAEQAAAAAAAAACdG8AAAAAABMAAAABAAAD6QAAAAIAAAfQAAAAC0VuZXJneUVycm9yAA==", "AAAAAAAAABlUaGUgb3BlbiBvZmZlciBvZiBhIHJvbGUuAAAAAAAACnJvbGVfb2ZmZXIAAAAAAAEAAAAAAAAABHJvbGUAAAARAAAAAQAAA+gAAAfQAAAACVJvbGVPZmZlcgAAAA==", "AAAAAAAAACxUYWtlcyBvdmVyIGEgcm9sZS4gV2hvIHdhcyBvZmZlcmVkIGl0IHNpZ25zLgAAAAthY2NlcHRfcm9sZQAAAAABAAAAAAAAAARyb2xlAAAAEQAAAAEAAAPpAAAAAgAAB9AAAAALRW5lcmd5RXJyb3IA", "AAAAAAAAAn1TYXlzIHRoZSBzYW1lIGFzIGEgc3RhdGVtZW50IHByb3Bvc2VkLCBieSBpdHMgaGFzaDsgdGhlIG9yYWNsZSBzaWducy4gRmluYWwgd2hlbiB0aGF0IG1ha2VzIGFzIG1hbnkgb3JhY2xlcyBhcwp0aGUgdGhyZXNob2xkOiB0aGVuIHRoZSBiaWxscywgZWxzZSBub3RoaW5nLiBJdCBpcyBqdWRnZWQgYWdhaW4sIGFzIG9mIG5vdy4KCiMgRXJyb3JzCiogW2BFbmVyZ3lFcnJvcjo6Tm90T3JhY2xlYF0sIFtgRW5lcmd5RXJyb3I6OlBhdXNlZGBdLCBbYEVuZXJneUVycm9yOjpTeXN0ZW1Ob3RPcGVuYF0KKiBbYEVuZXJneUVycm9yOjpOb1Byb3Bvc2FsYF0gLSBXaGVuIG5vIHN0YXRlbWVudCBvZiB0aGF0IGluZGV4IHdhaXRzLgoqIFtgRW5lcmd5RXJyb3I6Okhhc2hEaWZmZXJzYF0gLSBXaGVuIG9ubHkgb3RoZXJzIHdhaXQuCiogW2BFbmVyZ3lFcnJvcjo6QWxyZWFkeVNpZ25lZGBdIC0gV2hlbiB0aGUgb3JhY2xlIHNhaWQgc28gYmVmb3JlLgoqIFRoZSByZWZ1c2FscyBvZiBgcHJvcG9zZWAsIGZvciB3aGF0IGNoYW5nZWQgc2luY2UuCgojIEV2ZW50cwoqIGBzdGF0ZW1lbnRfcHJvcG9zZWRgLCBvciB0aG9zZSBvZiBhIGZpbmFsIHN0YXRlbWVudDogYHN0YXRlbWVudGAsIGB0cnVlZF91cGAsIGBiaWxsYCwgYGV4cG9ydGAuAAAAAAAAC2NvdW50ZXJzaWduAAAAAAQAAAAAAAAABm9yYWNsZQAAAAAAEwAAAAAAAAAGc3lzdGVtAAAAAAAEAAAAAAAAAAVpbmRleAAAAAAAAAQAAAAAAAAABGhhc2gAAAPuAAAAIAAAAAEAAAPpAAAD6AAAA+oAAAfQAAAABEJpbGwAAAfQAAAAC0VuZXJneUVycm9yAA==", "AAAAAAAAAilPcGVucyBhbiBhcHByb3ZlZCBzeXN0ZW0sIG9uY2U6IGl0cyBmaXJzdCBzdGF0ZW1lbnQgc3RhcnRzIGF0IGBmcm9tYC4gV2hvIHNheXMgd2hhdCB3YXMgbWVhc3VyZWQgaXMgc2V0dGxlZCBmb3IKZXZlci4gVGhlIGFkbWluaXN0cmF0b3Igc2lnbnMuCgojIEVycm9ycwoqIFtgRW5lcmd5RXJyb3I6OlBhdXNlZGBdCiogW2BFbmVyZ3lFcnJvcjo6QWxyZWFkeU9wZW5gXSAtIFdoZW4gaXQgd2FzIG9wZW5lZCBiZWZvcmUuCiogW2BFbmVyZ3lFcnJvcjo6Tm90QXBwcm92ZWRgXSAtIFdoZW4gdGhlIHJlZ2lzdHJ5IGhhcyBub3QgYXBwcm92ZWQgaXQuCiogW2BFbmVyZ3lFcnJvcjo6UGFydHlOb3RGb3VuZGBdIC0gV2hlbiB0aGUgcGFydHkgdGhhdCBleHBvcnRzIGFyZSBjcmVkaXRlZCB0byBpcyBub3Qgb25lIG9mIGl0cyBwYXJ0aWVzLgoqIFtgRW5lcmd5RXJyb3I6OkJhZEZsb29yYF0gLSBXaGVuIHRoZXJlIGlzIG5vdCBvbmUgY3JpdGljYWwgZmxvb3IgZm9yIGVhY2ggcGFydHksIGF0IG1vc3QgdGhlIHJhdGVkIHBvd2VyLgoKIyBFdmVudHMKKiBbYFN5c3RlbU9wZW5lZGBdAAAAAAAAC29wZW5fc3lzdGVtAAAAAAMAAAAAAAAABnN5c3RlbQAAAAAABAAAAAAAAAAEZnJvbQAAAAYAAAAAAAAACHNldHRpbmdzAAAH0AAAAAhTZXR0aW5ncwAAAAEAAAPpAAAAAgAAB9AAAAALRW5lcmd5RXJyb3IA", "AAAAAAAAAQxTZXRzIGhvdyBhIHN5c3RlbSdzIGV4cG9ydHMgYXJlIHNldHRsZWQgZnJvbSB0aGUgbmV4dCBzdGF0ZW1lbnQgb247IHRoZSBhZG1pbmlzdHJhdG9yIHNpZ25zLgoKIyBFcnJvcnMKKiBbYEVuZXJneUVycm9yOjpTeXN0ZW1Ob3RPcGVuYF0KKiBbYEVuZXJneUVycm9yOjpQYXJ0eU5vdEZvdW5kYF0gLSBXaGVuIHRoZSBwYXJ0eSB0aGF0IGV4cG9ydHMgYXJlIGNyZWRpdGVkIHRvIGlzIG5vdCBvbmUgb2YgaXRzIHBhcnRpZXMuCgojIEV2ZW50cwoqIFtgRXhwb3J0c1NldGBdAAAAC3NldF9leHBvcnRzAAAAAAIAAAAAAAAABnN5c3RlbQAAAAAABAAAAAAAAAAHZXhwb3J0cwAAAAfQAAAAB0V4cG9ydHMAAAAAAQAAA+kAAAACAAAH0AAAAAtFbmVyZ3lFcnJvcgA=", "AAAAAAAAAcNgY29uZmlnLnJldGFpbGAgYW5kIGBjb25maWcuZXhwb3J0YCBhcmUgdGhlIHRhcmlmZidzIGFzc2V0cyBvZiB0aGUgcGFydGllcycgYW5kIHRoZSB1dGlsaXR5J3MgcHJpY2U7CmBjb25maWcudGhyZXNob2xkYCBvcmFjbGVzIG11c3Qgc2F5IHRoZSBzYW1lLgoKIyBFcnJvcnMKKiBbYEVuZXJneUVycm9yOjpCYWRHb3Zlcm5hbmNlYF0KKiBbYEVuZXJneUVycm9yOjpCYWRPcmFjbGVzYF0gLSBXaGVuIHRoZXJlIGFyZSBub3QgMSB0byAxNiBkaWZmZXJlbnQgb3JhY2xlcy4KKiBbYEVuZXJneUVycm9yOjpCYWRUaHJlc2hvbGRgXSAtIFdoZW4gdGhlIHRocmVzaG9sZCBpcyAwIG9yIGFib3ZlIHRoZWlyIG51bWJlci4KKiBbYEVuZXJneUVycm9yOjpCYWRQZXJpb2RzYF0gLSBXaGVuIGEgcGVyaW9kIGlzIDAgb3IgbG9uZ2VyIHRoYW4gdGVuIHllYXJzLCBhbiBpbnRlcnZhbCB0aGFuIDMxIGRheXMuAAAAAA1fX2NvbnN0cnVjdG9yAAAAAAAAAwAAAAAAAAAKZ292ZXJuYW5jZQAAAAAH0AAAAApHb3Zlcm5hbmNlAAAAAAAAAAAABmNvbmZpZwAAAAAH0AAAAAZDb25maWcAAAAAAAAAAAAHb3JhY2xlcwAAAAPqAAAAEwAAAAEAAAPpAAAAAgAAB9AAAAALRW5lcmd5RXJyb3IA", "AAAAAAAAAVdQYXlzIHdoYXQgdGhlIHV0aWxpdHkgb3dlcyBmb3IgYSBzeXN0ZW0ncyBleHBvcnRzLCBwYXVzZWQgb3Igbm90LCBhbmQgcmV0dXJucyB3aGF0IHdhcyBhcHBsaWVkOiB0aGUgbGVzc2VyIG9mCmBhbW91bnRgIGFuZCB3aGF0IHdhcyBvcGVuLiBUaGUgYm91bmQgb2ZmZXJpbmcgc2lnbnM7IGl0IGhvbGRzIHRoZSBtb25leS4KCiMgRXJyb3JzCiogW2BFbmVyZ3lFcnJvcjo6U3lzdGVtTm90T3BlbmBdLCBbYEVuZXJneUVycm9yOjpOb3RCb3VuZGBdLCBbYEVuZXJneUVycm9yOjpOZWdhdGl2ZUFtb3VudGBdCgojIEV2ZW50cwoqIFtgRXhwb3J0UGFpZGBdIC0gV2hlbiBzb21ldGhpbmcgd2FzIGFwcGxpZWQuAAAAAA1zZXR0bGVfZXhwb3J0AAAAAAAAAgAAAAAAAAAGc3lzdGVtAAAAAAAEAAAAAAAAAAZhbW91bnQAAAAAAAsAAAABAAAD6QAAAAsAAAfQAAAAC0VuZXJneUVycm9yAA==", "AAAAAAAAADlEcm9wcyB0aGUgYW5ub3VuY2VkIGNvZGUuIEFkbWluaXN0cmF0b3Igb3IgdHJ1c3RlZSBzaWducy4AAAAAAAAOY2FuY2VsX3VwZ3JhZGUAAAAAAAEAAAAAAAAAA3dobwAAAAATAAAAAQAAA+kAAAACAAAH0AAAAAtFbmVyZ3lFcnJvcgA=", "AAAAAAAAABNUaGUgYW5ub3VuY2VkIGNvZGUuAAAAAA9wZW5kaW5nX3VwZ3JhZGUAAAAAAAAAAAEAAAPoAAAH0AAAAA5QZW5kaW5nVXBncmFkZQAA", "AAAAAAAAAFpBbm5vdW5jZXMgbmV3IGNvZGUgYnkgaXRzIGhhc2g7IGEgbGF0ZXIgYW5ub3VuY2VtZW50IHJlcGxhY2VzIGl0LiBUaGUgYWRtaW5pc3RyYXRvciBzaWducy4AAAAAAA9wcm9wb3NlX3VwZ3JhZGUAAAAAAQAAAAAAAAAJd2FzbV9oYXNoAAAAAAAD7gAAACAAAAAA", "AAAAAAAAAD5XaXRoZHJhd3MgYW4gb2ZmZXIuIFRoZSByb2xlJ3MgaG9sZGVyIG9yIHdobyBvZmZlcmVkIGl0IHNpZ25zLgAAAAAAEWNhbmNlbF9yb2xlX29mZmVyAAAAAAAAAgAAAAAAAAADd2hvAAAAABMAAAAAAAAABHJvbGUAAAARAAAAAQAAA+kAAAACAAAH0AAAAAtFbmVyZ3lFcnJvcgA=", "AAAAAAAAAXdTZXRzIHRoZSB3YXR0cyBvZiBhIHBhcnR5J3MgY3JpdGljYWwgbG9hZHMsIHdoaWNoIGFyZSBmZWQgd2hhdGV2ZXIgaGFwcGVuczsgdGhlIGFkbWluaXN0cmF0b3Igc2lnbnMuCgojIEVycm9ycwoqIFtgRW5lcmd5RXJyb3I6OlN5c3RlbU5vdE9wZW5gXSwgW2BFbmVyZ3lFcnJvcjo6UGFydHlOb3RGb3VuZGBdCiogW2BFbmVyZ3lFcnJvcjo6QmFkRmxvb3JgXSAtIFdoZW4gaXQgaXMgYWJvdmUgdGhlIHN5c3RlbSdzIHJhdGVkIHBvd2VyLgoqIFtgRW5lcmd5RXJyb3I6OkZsb29yTG9ja2VkYF0gLSBXaGVuIGl0IGlzIGxvd2VyZWQgd2hpbGUgdGhlIHBhcnR5IGlzIGJlaGluZCB3aXRoIGl0cyBiaWxscy4KCiMgRXZlbnRzCiogW2BDcml0aWNhbEZsb29yU2V0YF0AAAAAEnNldF9jcml0aWNhbF9mbG9vcgAAAAAAAwAAAAAAAAAGc3lzdGVtAAAAAAAEAAAAAAAAAAVwYXJ0eQAAAAAAAAQAAAAAAAAABXdhdHRzAAAAAAAABgAAAAEAAAPpAAAAAgAAB9AAAAALRW5lcmd5RXJyb3IA", "AAAAAAAAADBXaGF0IHRoZSBjb25zdHJ1Y3RvciBzZXQsIGFuZCB0b2RheSdzIHRocmVzaG9sZC4AAAAGY29uZmlnAAAAAAAAAAAAAQAAB9AAAAAGQ29uZmlnAAA=", "AAAAAAAAAGtXaGVyZSBhIHBhcnR5IHN0YW5kcywgYXMgb2Ygbm93LgoKIyBFcnJvcnMKKiBbYEVuZXJneUVycm9yOjpTeXN0ZW1Ob3RPcGVuYF0sIFtgRW5lcmd5RXJyb3I6OlBhcnR5Tm90Rm91bmRgXQAAAAAGc3RhdHVzAAAAAAACAAAAAAAAAAZzeXN0ZW0AAAAAAAQAAAAAAAAABXBhcnR5AAAAAAAABAAAAAEAAAPpAAAH0AAAAAtQYXJ0eVN0YXR1cwAAAAfQAAAAC0VuZXJneUVycm9yAA==", "AAAAAAAAACBXaG8gbWF5IHByb3Bvc2UgYW5kIGNvdW50ZXJzaWduLgAAAAdvcmFjbGVzAAAAAAAAAAABAAAD6gAAABM=", "AAAAAAAAAFhXaGF0IHRoZSBmaW5hbCBzdGF0ZW1lbnRzIG9mIGEgc3lzdGVtIGF0dGVzdC4KCiMgRXJyb3JzCiogW2BFbmVyZ3lFcnJvcjo6U3lzdGVtTm90T3BlbmBdAAAACGF0dGVzdGVkAAAAAQAAAAAAAAAGc3lzdGVtAAAAAAAEAAAAAQAAA+kAAAfQAAAACEF0dGVzdGVkAAAH0AAAAAtFbmVyZ3lFcnJvcgA=", "AAAAAAAAAH9XaGF0IGEgZGV2aWNlIGRvZXMgd2l0aCBhIHBhcnR5J3MgZW5lcmd5LCBhcyBvZiBub3cuCgojIEVycm9ycwoqIFtgRW5lcmd5RXJyb3I6OlN5c3RlbU5vdE9wZW5gXSwgW2BFbmVyZ3lFcnJvcjo6UGFydHlOb3RGb3VuZGBdAAAAAAhkZWNpc2lvbgAAAAIAAAAAAAAABnN5c3RlbQAAAAAABAAAAAAAAAAFcGFydHkAAAAAAAAEAAAAAQAAA+kAAAfQAAAACERlY2lzaW9uAAAH0AAAAAtFbmVyZ3lFcnJvcgA=", "AAAAAAAAAHdUaGUgc3RhdGVtZW50IG9mIGEgc3lzdGVtIHRoYXQgd2FpdHMgZm9yIGNvdW50ZXJzaWduYXR1cmVzLCBpZiB0aGVyZSBpcyBvbmU7IG9mIHNldmVyYWwsIHRoZSBvbmUgdGhhdCBtb3N0IG9yYWNsZXMKc2F5LgAAAAAIcHJvcG9zYWwAAAABAAAAAAAAAAZzeXN0ZW0AAAAAAAQAAAABAAAD6AAAB9AAAAAIUHJvcG9zYWw=", "AAAAAAAAAEFUaGUgZGlmZmVyZW50IHN0YXRlbWVudHMgdGhhdCBvcmFjbGVzIHNheSBhIHN5c3RlbSdzIG5leHQgb25lIGlzLgAAAAAAAAlwcm9wb3NhbHMAAAAAAAABAAAAAAAAAAZzeXN0ZW0AAAAAAAQAAAABAAAD6gAAB9AAAAAIUHJvcG9zYWw=", "AAAAAAAAAGVXaGF0IHRoZSB1dGlsaXR5IGhhcyBvcGVuIGZvciBhIHN5c3RlbSdzIGV4cG9ydHMsIHN0cm9vcHMuCgojIEVycm9ycwoqIFtgRW5lcmd5RXJyb3I6OlN5c3RlbU5vdE9wZW5gXQAAAAAAAApleHBvcnRfZHVlAAAAAAABAAAAAAAAAAZzeXN0ZW0AAAAAAAQAAAABAAAD6QAAAAsAAAfQAAAAC0VuZXJneUVycm9yAA==", "AAAAAAAAADNUaGUgbGFzdCByZWFkaW5nIG9mIGEgbWV0ZXIgdGhhdCB0aGUgY29udHJhY3QgdG9vay4AAAAACm1ldGVyX2hlYWQAAAAAAAIAAAAAAAAABnN5c3RlbQAAAAAABAAAAAAAAAAFbWV0ZXIAAAAAAAAEAAAAAQAAA+gAAAfQAAAACU1ldGVySGVhZAAAAA==", "AAAAAAAAAI9BIHBhcnR5J3MgYmlsbHMgdGhhdCBhcmUgbm90IHBhaWQgaW4gZnVsbCwgb2xkZXN0IGZpcnN0OyBhdCBtb3N0IDYwLgoKIyBFcnJvcnMKKiBbYEVuZXJneUVycm9yOjpTeXN0ZW1Ob3RPcGVuYF0sIFtgRW5lcmd5RXJyb3I6OlBhcnR5Tm90Rm91bmRgXQAAAAAKb3Blbl9iaWxscwAAAAAAAgAAAAAAAAAGc3lzdGVtAAAAAAAEAAAAAAAAAAVwYXJ0eQAAAAAAAAQAAAABAAAD6QAAA+oAAAfQAAAACE9wZW5CaWxsAAAH0AAAAAtFbmVyZ3lFcnJvcgA=", "AAAAAAAAAGpXaGF0IGEgcGFydHkgaGFzIG9wZW4sIHN0cm9vcHMuCgojIEVycm9ycwoqIFtgRW5lcmd5RXJyb3I6OlN5c3RlbU5vdE9wZW5gXSwgW2BFbmVyZ3lFcnJvcjo6UGFydHlOb3RGb3VuZGBdAAAAAAALb3V0c3RhbmRpbmcAAAAAAgAAAAAAAAAGc3lzdGVtAAAAAAAEAAAAAAAAAAVwYXJ0eQAAAAAAAAQAAAABAAAD6QAAAAsAAAfQAAAAC0VuZXJneUVycm9yAA==", "AAAAAAAAADFBY3RzIG9mIGZvcmNlIG1hamV1cmUsIG9sZGVzdCBmaXJzdDsgdGhlIGxhc3QgMTIuAAAAAAAAC3N1c3BlbnNpb25zAAAAAAEAAAAAAAAABnN5c3RlbQAAAAAABAAAAAEAAAPqAAAH0AAAAApTdXNwZW5zaW9uAAA=", "AAAAAAAAAFpBIHN5c3RlbSdzIHN0YXRlLCBpdHMgcGFydGllcycgdG90YWxzIGluY2x1ZGVkLgoKIyBFcnJvcnMKKiBbYEVuZXJneUVycm9yOjpTeXN0ZW1Ob3RPcGVuYF0AAAAAAAxzeXN0ZW1fc3RhdGUAAAABAAAAAAAAAAZzeXN0ZW0AAAAAAAQAAAABAAAD6QAAB9AAAAALU3lzdGVtU3RhdGUAAAAH0AAAAAtFbmVyZ3lFcnJvcgA=", "AAAAAAAAAFZXaGF0IHRoZSB1dGlsaXR5IGNyZWRpdHMgaW5zdGVhZCBvZiBwYXlpbmcuCgojIEVycm9ycwoqIFtgRW5lcmd5RXJyb3I6OlN5c3RlbU5vdE9wZW5gXQAAAAAADWV4cG9ydF9jcmVkaXQAAAAAAAABAAAAAAAAAAZzeXN0ZW0AAAAAAAQAAAABAAAD6QAAB9AAAAAMRXhwb3J0Q3JlZGl0AAAH0AAAAAtFbmVyZ3lFcnJvcgA=", "AAAAAAAAAC1UaGUgY2hhbmdlIG9mIHRoZSBvcmFjbGVzIHRoYXQgd2FzIGFubm91bmNlZC4AAAAAAAANb3JhY2xlX2NoYW5nZQAAAAAAAAAAAAABAAAD6AAAB9AAAAAMT3JhY2xlQ2hhbmdl", "AAAAAAAAAPtMZXRzIGEgc3lzdGVtJ3MgY2xvY2tzIHJ1biBhZ2FpbiBmcm9tIG5vdyBvbjsgYHdob2Agc2lnbnMgYW5kIGlzIHRoZSBhZG1pbmlzdHJhdG9yIG9yIHRoZSB0cnVzdGVlLgoKIyBFcnJvcnMKKiBbYEVuZXJneUVycm9yOjpOb3RQZXJtaXR0ZWRgXSwgW2BFbmVyZ3lFcnJvcjo6U3lzdGVtTm90T3BlbmBdCiogW2BFbmVyZ3lFcnJvcjo6Tm90U3VzcGVuZGVkYF0gLSBXaGVuIHRoZXkgcnVuLgoKIyBFdmVudHMKKiBbYENsb2Nrc1Jlc3VtZWRgXQAAAAAGcmVzdW1lAAAAAAACAAAAAAAAAAN3aG8AAAAAEwAAAAAAAAAGc3lzdGVtAAAAAAAEAAAAAQAAA+kAAAACAAAH0AAAAAtFbmVyZ3lFcnJvcgA=", "AAAAAAAAAdpGb3JjZSBtYWpldXJlOiBzdG9wcyBhIHN5c3RlbSdzIGNsb2NrcyBmcm9tIG5vdyBvbiB1bnRpbCBgdW50aWxgLCBhdCBtb3N0IDkwIGRheXMgZnJvbSBub3csIG9yIGV4dGVuZHMgd2hhdCBydW5zOwpkZXZpY2VzIGRvIGFzIGBtb2RlYCBzYXlzIG1lYW53aGlsZS4gU3VzcGVuZGVkIHRpbWUgY291bnRzIGZvciBubyBkdWUgdGltZSBhbmQgbm8gcGVyaW9kLiBgd2hvYCBzaWducyBhbmQgaXMgdGhlCmFkbWluaXN0cmF0b3Igb3IgdGhlIHRydXN0ZWUuCgojIEVycm9ycwoqIFtgRW5lcmd5RXJyb3I6Ok5vdFBlcm1pdHRlZGBdLCBbYEVuZXJneUVycm9yOjpTeXN0ZW1Ob3RPcGVuYF0KKiBbYEVuZXJneUVycm9yOjpCYWRTdXNwZW5zaW9uYF0gLSBXaGVuIGB1bnRpbGAgaXMgb3V0IG9mIGJvdW5kcywgYmVmb3JlIHRoZSBlbmQgb2Ygd2hhdCBydW5zLCBvciBgbW9kZWAgc2VsbHMuCgojIEV2ZW50cwoqIFtgQ2xvY2tzU3VzcGVuZGVkYF0AAAAAAAdzdXNwZW5kAAAAAAQAAAAAAAAAA3dobwAAAAATAAAAAAAAAAZzeXN0ZW0AAAAAAAQAAAAAAAAABXVudGlsAAAAAAAABgAAAAAAAAAEbW9kZQAAB9AAAAAETW9kZQAAAAEAAAPpAAAAAgAAB9AAAAALRW5lcmd5RXJyb3IA", "AAAAAAAAAXlFbmRzIGFuIG9yYWNsZSBhdCBvbmNlLCBhcyBsb25nIGFzIHRoZSBvdGhlcnMgcmVhY2ggdGhlIHRocmVzaG9sZDsgYHdob2Agc2lnbnMgYW5kIGlzIHRoZSBhZG1pbmlzdHJhdG9yIG9yIHRoZQp0cnVzdGVlLiBXaGF0IGl0IHNhaWQgYWJvdXQgYSBzdGF0ZW1lbnQgdGhhdCBpcyBub3QgZmluYWwgbm8gbG9uZ2VyIGNvdW50cy4KCiMgRXJyb3JzCiogW2BFbmVyZ3lFcnJvcjo6Tm90UGVybWl0dGVkYF0sIFtgRW5lcmd5RXJyb3I6Ok5vdE9yYWNsZWBdCiogW2BFbmVyZ3lFcnJvcjo6QmFkT3JhY2xlc2BdLCBbYEVuZXJneUVycm9yOjpCYWRUaHJlc2hvbGRgXSAtIFdoZW4gdG9vIGZldyB3b3VsZCBiZSBsZWZ0LgoKIyBFdmVudHMKKiBgb3JhY2xlc19jaGFuZ2VkYAAAAAAAAA1yZW1vdmVfb3JhY2xlAAAAAAAAAgAAAAAAAAADd2hvAAAAABMAAAAAAAAABm9yYWNsZQAAAAAAEwAAAAEAAAPpAAAAAgAAB9AAAAALRW5lcmd5RXJyb3IA", "AAAAAAAAAM9Ecm9wcyB0aGUgYW5ub3VuY2VkIG9yYWNsZXM7IGB3aG9gIHNpZ25zIGFuZCBpcyB0aGUgYWRtaW5pc3RyYXRvciBvciwgdGhhdCBpcyB0aGUgdmV0bywgdGhlIHRydXN0ZWUuCgojIEVycm9ycwoqIFtgRW5lcmd5RXJyb3I6Ok5vdFBlcm1pdHRlZGBdLCBbYEVuZXJneUVycm9yOjpOb09yYWNsZUNoYW5nZWBdCgojIEV2ZW50cwoqIGBvcmFjbGVzX2NhbmNlbGxlZGAAAAAADmNhbmNlbF9vcmFjbGVzAAAAAAABAAAAAAAAAAN3aG8AAAAAEwAAAAEAAAPpAAAAAgAAB9AAAAALRW5lcmd5RXJyb3IA", "AAAAAAAAAQxNYWtlcyB0aGUgYW5ub3VuY2VkIG9yYWNsZXMgdGhlIG9yYWNsZXMgb25jZSB0aGUgZGVsYXkgaGFzIHBhc3NlZDsgdGhlIGFkbWluaXN0cmF0b3Igc2lnbnMuIFdoYXQgZm9ybWVyIG9uZXMgc2FpZAphYm91dCBhIHN0YXRlbWVudCB0aGF0IGlzIG5vdCBmaW5hbCBubyBsb25nZXIgY291bnRzLgoKIyBFcnJvcnMKKiBbYEVuZXJneUVycm9yOjpOb09yYWNsZUNoYW5nZWBdLCBbYEVuZXJneUVycm9yOjpUb29FYXJseWBdCgojIEV2ZW50cwoqIGBvcmFjbGVzX2NoYW5nZWRgAAAADmNoYW5nZV9vcmFjbGVzAAAAAAAAAAAAAQAAA+kAAAACAAAH0AAAAAtFbmVyZ3lFcnJvcgA=", "AAAAAAAAASZBbm5vdW5jZXMgb3RoZXIgb3JhY2xlcywgYW5kIGhvdyBtYW55IG11c3Qgc2F5IHRoZSBzYW1lOyB0aGV5IGFyZSBtYWRlIHNvIGJ5IGBjaGFuZ2Vfb3JhY2xlc2AgYWZ0ZXIgdGhlIHVwZ3JhZGUKZGVsYXkuIEEgbGF0ZXIgYW5ub3VuY2VtZW50IHJlcGxhY2VzIGl0IGFuZCB3YWl0cyBhbmV3LiBUaGUgYWRtaW5pc3RyYXRvciBzaWducy4KCiMgRXJyb3JzCiogW2BFbmVyZ3lFcnJvcjo6QmFkT3JhY2xlc2BdLCBbYEVuZXJneUVycm9yOjpCYWRUaHJlc2hvbGRgXQoKIyBFdmVudHMKKiBgb3JhY2xlc19wcm9wb3NlZGAAAAAAAA9wcm9wb3NlX29yYWNsZXMAAAAAAgAAAAAAAAAHb3JhY2xlcwAAAAPqAAAAEwAAAAAAAAAJdGhyZXNob2xkAAAAAAAABAAAAAEAAAPpAAAAAgAAB9AAAAALRW5lcmd5RXJyb3IA", "AAAAAQAAABBBIHJvbGUgb24gb2ZmZXIuAAAAAAAAAAlSb2xlT2ZmZXIAAAAAAAADAAAAD1dobyBvZmZlcmVkIGl0LgAAAAACYnkAAAAAABMAAABORnJvbSB3aGVuIG9uIGl0IG1heSBiZSBhY2NlcHRlZCwgVW5peCBzZWNvbmRzOyAzMCBkYXlzIGxhdGVyIHRoZSBvZmZlciBsYXBzZXMuAAAAAAAIcmVhZHlfYXQAAAAGAAAAEldobyBtYXkgYWNjZXB0IGl0LgAAAAAAAnRvAAAAAAAT", "AAAAAQAAAC9XaGF0IHRoZSBjb25zdHJ1Y3RvciBvZiBldmVyeSBjb250cmFjdCBpcyB0b2xkLgAAAAAAAAAACkdvdmVybmFuY2UAAAAAAAMAAAA0QW5ub3VuY2VzIHVwZ3JhZGVzIGFuZCBydW5zIHRoZSBjb250cmFjdCdzIHNldHRpbmdzLgAAAAVhZG1pbgAAAAAAABMAAAAuU3RhbmRzIGZvciB0aGUgYm9uZGhvbGRlcnM7IGNhbiB2ZXRvIHVwZ3JhZGVzLgAAAAAAB3RydXN0ZWUAAAAAEwAAAF1TZWNvbmRzIGZvciB3aGljaCBhbiB1cGdyYWRlLCBhbmQgYSByb2xlIG9mZmVyZWQgZm9yIGl0cyBob2xkZXIsIHdhaXRzOiAzMCBkYXlzIHRvIHR3byB5ZWFycy4AAAAAAAANdXBncmFkZV9kZWxheQAAAAAAAAY=", "AAAABQAAABtgd2hvYCBzdG9wcGVkIG5ldyBidXNpbmVzcy4AAAAAAAAAAAZQYXVzZWQAAAAAAAEAAAAGcGF1c2VkAAAAAAABAAAAAAAAAAN3aG8AAAAAEwAAAAEAAAAC", "AAAABQAAAClUaGUgc3RvcmFnZSBoYXMgdGhlIGZvcm0gb2YgdmVyc2lvbiBgdG9gLgAAAAAAAAAAAAAITWlncmF0ZWQAAAABAAAACG1pZ3JhdGVkAAAAAgAAAAAAAAAEZnJvbQAAAAQAAAAAAAAAAAAAAAJ0bwAAAAAABAAAAAAAAAAC", "AAAABQAAAB1gd2hvYCBsZXQgbmV3IGJ1c2luZXNzIGdvIG9uLgAAAAAAAAAAAAAIVW5wYXVzZWQAAAABAAAACHVucGF1c2VkAAAAAQAAAAAAAAADd2hvAAAAABMAAAABAAAAAg==", "AAAABQAAACRUaGUgYW5ub3VuY2VkIGNvZGUgcnVucyBmcm9tIG5vdyBvbi4AAAAAAAAACFVwZ3JhZGVkAAAAAQAAAAh1cGdyYWRlZAAAAAEAAAAAAAAACXdhc21faGFzaAAAAAAAA+4AAAAgAAAAAQAAAAI=", "AAAABQAAAFFgYnlgIG9mZmVyZWQgYSByb2xlIHRvIGB0b2AsIHdobyBtYXkgYWNjZXB0IGl0IGZyb20gYHJlYWR5X2F0YCBvbiAoVW5peCBzZWNvbmRzKS4AAAAAAAAAAAAAC1JvbGVPZmZlcmVkAAAAAAEAAAAMcm9sZV9vZmZlcmVkAAAABAAAAAAAAAAEcm9sZQAAABEAAAABAAAAAAAAAAJ0bwAAAAAAEwAAAAAAAAAAAAAAAmJ5AAAAAAATAAAAAAAAAAAAAAAIcmVhZHlfYXQAAAAGAAAAAAAAAAI=", "AAAABQAAAChgaG9sZGVyYCB0b29rIG92ZXIgYSByb2xlIGZyb20gYGZvcm1lcmAuAAAAAAAAAAxSb2xlQWNjZXB0ZWQAAAABAAAADXJvbGVfYWNjZXB0ZWQAAAAAAAADAAAAAAAAAARyb2xlAAAAEQAAAAEAAAAAAAAABmhvbGRlcgAAAAAAEwAAAAAAAAAAAAAABmZvcm1lcgAAAAAAEwAAAAAAAAAC", "AAAABQAAAGxUaGUgYWRtaW5pc3RyYXRvciBhbm5vdW5jZWQgbmV3IGNvZGUsIHdoaWNoIG1heSBiZSBpbnN0YWxsZWQgZnJvbSBgcmVhZHlfYXRgIHRvIGBleHBpcmVzX2F0YCAoVW5peCBzZWNvbmRzKS4AAAAAAAAAD1VwZ3JhZGVQcm9wb3NlZAAAAAABAAAAEHVwZ3JhZGVfcHJvcG9zZWQAAAADAAAAAAAAAAl3YXNtX2hhc2gAAAAAAAPuAAAAIAAAAAEAAAAAAAAACHJlYWR5X2F0AAAABgAAAAAAAAAAAAAACmV4cGlyZXNfYXQAAAAAAAYAAAAAAAAAAg==", "AAAABQAAACBgYnlgIGRyb3BwZWQgdGhlIGFubm91bmNlZCBjb2RlLgAAAAAAAAAQVXBncmFkZUNhbmNlbGxlZAAAAAEAAAARdXBncmFkZV9jYW5jZWxsZWQAAAAAAAACAAAAAAAAAAl3YXNtX2hhc2gAAAAAAAPuAAAAIAAAAAEAAAAAAAAAAmJ5AAAAAAATAAAAAAAAAAI=", "AAAABQAAACJgYnlgIHdpdGhkcmV3IHRoZSBvZmZlciBvZiBhIHJvbGUuAAAAAAAAAAAAElJvbGVPZmZlckNhbmNlbGxlZAAAAAAAAQAAABRyb2xlX29mZmVyX2NhbmNlbGxlZAAAAAIAAAAAAAAABHJvbGUAAAARAAAAAQAAAAAAAAACYnkAAAAAABMAAAAAAAAAAg==", "AAAAAQAAADFDb2RlIHRoYXQgd2FzIGFubm91bmNlZCBhbmQgaXMgbm90IGluc3RhbGxlZCB5ZXQuAAAAAAAAAAAAAA5QZW5kaW5nVXBncmFkZQAAAAAAAwAAADtBZnRlciB3aGljaCBpdCBtYXkgbm90IGJlIGluc3RhbGxlZCBhbnkgbW9yZSwgVW5peCBzZWNvbmRzLgAAAAAKZXhwaXJlc19hdAAAAAAABgAAAC9Gcm9tIHdoZW4gb24gaXQgbWF5IGJlIGluc3RhbGxlZCwgVW5peCBzZWNvbmRzLgAAAAAIcmVhZHlfYXQAAAAGAAAAKkhhc2ggb2YgdGhlIGNvZGUsIHdoaWNoIGlzIHVwbG9hZGVkIGFwYXJ0LgAAAAAACXdhc21faGFzaAAAAAAAA+4AAAAg", "AAAAAgAAACJXaGF0IGEgcGFydHkncyBlbmVyZ3kgaXMgdXNlZCBmb3IuAAAAAAAAAAAABE1vZGUAAAAEAAAAAAAAABJFdmVyeSBsb2FkIGlzIGZlZC4AAAAAAAZOb3JtYWwAAAAAAAAAAAA0V2hhdCBleGNlZWRzIHRoZSBjcml0aWNhbCBmbG9vciBpcyBzb2xkIHRvIHRoZSBncmlkLgAAAApTZWxsVG9HcmlkAAAAAAAAAAAAWkxvYWRzIGFib3ZlIHRoZSBjcml0aWNhbCBmbG9vciBhcmUgc2hlZCwgc28gdGhhdCB0aGUgc3RvcmVkIGVuZXJneSBsYXN0czsgbm90aGluZyBpcyBzb2xkLgAAAAAABFNoZWQAAAAAAAAAJ0FwYXJ0IGZyb20gdGhlIGdyaWQ7IGV2ZXJ5IGxvYWQgaXMgZmVkLgAAAAAGSXNsYW5kAAA=", "AAAAAgAAAHFIb3cgZmFyIGEgcGFydHkgaXMgYmVoaW5kIHdpdGggaXRzIGJpbGxzLiBXb3JzZSBvbmx5IGJ5IHRpbWUsIGBDdXJyZW50YCBhZ2FpbiBhcyBzb29uIGFzIG5vdGhpbmcgb3ZlcmR1ZSBpcyBvcGVuLgAAAAAAAAAAAAAGTGFkZGVyAAAAAAAEAAAAAAAAABhOb3RoaW5nIG92ZXJkdWUgaXMgb3Blbi4AAAAHQ3VycmVudAAAAAAAAAAAKUEgYmlsbCBpcyBvcGVuIHBhc3QgaXRzIGR1ZSB0aW1lOiBub3RpY2UuAAAAAAAABUdyYWNlAAAAAAAAAAAAAFpTdGlsbCBzbyBhZnRlciB0aGUgZ3JhY2UgcGVyaW9kOiBpdHMgZW5lcmd5IGlzIHNvbGQgdG8gdGhlIGdyaWQsIGFib3ZlIGl0cyBjcml0aWNhbCBmbG9vci4AAAAAAAZCcmVhY2gAAAAAAAAAAAA7U3RpbGwgc28gYWZ0ZXIgdGhlIGRlZmF1bHQgcGVyaW9kOiB0aGUgdHJ1c3RlZSBtYXkgc3RlcCBpbi4AAAAAB0RlZmF1bHQA", "AAAAAQAAAENXaGF0IHRoZSBmaW5hbCBzdGF0ZW1lbnRzIG9mIGEgc3lzdGVtIGF0dGVzdCwgY29ycmVjdGlvbnMgaW5jbHVkZWQuAAAAAAAAAAAIQXR0ZXN0ZWQAAAAFAAAAMVdhdHQtaG91cnMgZ2VuZXJhdGVkIHNpbmNlIHRoZSBzeXN0ZW0gd2FzIG9wZW5lZC4AAAAAAAAMZ2VuZXJhdGVkX3doAAAABgAAADZJbmRleCBvZiB0aGUgbGFzdCBmaW5hbCBzdGF0ZW1lbnQ7IDAgYmVmb3JlIHRoZSBmaXJzdC4AAAAAAAVpbmRleAAAAAAAAAQAAABRV2hlcmUgdGhhdCBzdGF0ZW1lbnQgZW5kcywgVW5peCBzZWNvbmRzOyBiZWZvcmUgdGhlIGZpcnN0LCB3aGVyZSB0aGF0IG9uZSBzdGFydHMuAAAAAAAAC21lYXN1cmVkX3RvAAAAAAYAAABuVGhlIHNhbWUgYXMgb2YgdGhlIGxhc3Qgc3RhdGVtZW50IG9mIHF1YWxpdHkgMC4gUmVnaXN0ZXJzIGFyZSBjdW11bGF0aXZlOiBhIG1lYXN1cmVkIGVuZCBwcm92ZXMgYWxsIGJlZm9yZSBpdC4AAAAAAAttZWFzdXJlZF93aAAAAAAGAAAARVdoZXJlIGl0IGVuZHMsIFVuaXggc2Vjb25kczsgYmVmb3JlIHRoZSBmaXJzdCwgd2hlcmUgdGhhdCBvbmUgc3RhcnRzLgAAAAAAAAJ0bwAAAAAABg==", "AAAAAQAAAClXaGF0IGEgZGV2aWNlIGRvZXMgd2l0aCBhIHBhcnR5J3MgZW5lcmd5LgAAAAAAAAAAAAAIRGVjaXNpb24AAAAEAAAAP1dhdHRzIHRoYXQgYXJlIGZlZCBpbiBldmVyeSBtb2RlOiBjcml0aWNhbCBsb2FkcyBhcmUgbmV2ZXIgY3V0LgAAAAAQY3JpdGljYWxfZmxvb3JfdwAAAAYAAAAAAAAABG1vZGUAAAfQAAAABE1vZGUAAAA7U2luY2Ugd2hlbiB0aGUgbW9kZSBob2xkcywgVW5peCBzZWNvbmRzOyAwOiBmcm9tIHRoZSBzdGFydC4AAAAABXNpbmNlAAAAAAAABgAAACtIb3cgZmFyIHRoZSBwYXJ0eSBpcyBiZWhpbmQgd2l0aCBpdHMgYmlsbHMuAAAAAAVzdGF0ZQAAAAAAB9AAAAAGTGFkZGVyAAA=", "AAAAAQAAAIFXaGVyZSBhIHBhcnR5IHN0YW5kcy4gQ29tcHV0ZWQgZnJvbSBpdHMgYmlsbHMsIHRoZSBzdXNwZW5zaW9ucyBhbmQgdGhlIHRpbWUgb2YgdGhlIGxlZGdlcjogaXQgbmV2ZXIgd2FpdHMgZm9yCmFueWJvZHkgdG8gbm90ZSBpdC4AAAAAAAAAAAAAC1BhcnR5U3RhdHVzAAAAAAYAAAAhU3Ryb29wcyBvcGVuIHBhc3QgdGhlaXIgZHVlIHRpbWUuAAAAAAAAB2FycmVhcnMAAAAACwAAAJBXaGVuIHRoZSBuZXh0IHN0YXRlIGJlZ2lucyBpZiBub3RoaW5nIGlzIHBhaWQgYW5kIG5vdGhpbmcgc3VzcGVuZHMgdGhlIGNsb2NrcyBhZ2FpbiwgVW5peCBzZWNvbmRzOyBgTm9uZWAgaW4KYERlZmF1bHRgIGFuZCB3aXRob3V0IGFuIG9wZW4gYmlsbC4AAAAHbmV4dF9hdAAAAAPoAAAABgAAAE5XaGVuIHRoZSBvbGRlc3Qgb3BlbiBiaWxsIGlzIG9yIHdhcyBkdWUsIFVuaXggc2Vjb25kczsgMCB3aXRob3V0IGFuIG9wZW4gYmlsbC4AAAAAAA1vbGRlc3RfZHVlX2F0AAAAAAAABgAAAEFTaW5jZSB3aGVuIHRoZSBzdGF0ZSBob2xkcywgVW5peCBzZWNvbmRzOyAwIHdoZW4gaXQgaXMgYEN1cnJlbnRgLgAAAAAAAAVzaW5jZQAAAAAAAAYAAAAAAAAABXN0YXRlAAAAAAAH0AAAAAZMYWRkZXIAAAAAAChXaGV0aGVyIHRoZSBzeXN0ZW0ncyBjbG9ja3Mgc3RhbmQgc3RpbGwuAAAACXN1c3BlbmRlZAAAAAAAAAE=", "AAAAAgAAABxXaGF0IGEgcHJpY2UgaXMgb2YgKFNFUC00MCkuAAAAAAAAAAVBc3NldAAAAAAAAAIAAAABAAAAIUEgU3RlbGxhciBhc3NldCwgYnkgaXRzIGNvbnRyYWN0LgAAAAAAAAdTdGVsbGFyAAAAAAEAAAATAAAAAQAAAEJBbnl0aGluZyBlbHNlLCBieSBpdHMgc3ltYm9sOiBhIHV0aWxpdHkncyByZXRhaWwgb3IgZXhwb3J0IHRhcmlmZi4AAAAAAAVPdGhlcgAAAAAAAAEAAAAR"]),
      options
    );
  }

   static override deploy<T = Client>(args: { governance: Governance; config: Config; oracles: Array<string | Address> }, options: MethodOptions & Omit<ContractClientOptions, 'contractId'> & { salt?: Uint8Array; address?: string; } & ({ wasmHash: Uint8Array | string; format?: "hex" | "base64"; externalRef?: never; } | { externalRef: ExternalExecutableRef; wasmHash?: never; format?: never; })): Promise<AssembledTransaction<T>> {
    return ContractClient.deploy(args, options);
  }
  public readonly fromJson = {
    role : this.txFromJson<string | null>,  pause : this.txFromJson<Result<null, EnergyError>>,  paused : this.txFromJson<boolean>,  report : this.txFromJson<Result<Decision, EnergyError>>,  settle : this.txFromJson<Result<bigint, EnergyError>>,  advance : this.txFromJson<Result<Ladder, EnergyError>>,  migrate : this.txFromJson<Result<null, EnergyError>>,  propose : this.txFromJson<Result<Array<Bill> | null, EnergyError>>,  true_up : this.txFromJson<Result<bigint, EnergyError>>,  unpause : this.txFromJson<Result<null, EnergyError>>,  upgrade : this.txFromJson<Result<null, EnergyError>>,  version : this.txFromJson<number>,  conclude : this.txFromJson<Result<null, EnergyError>>,  governance : this.txFromJson<Governance>,  offer_role : this.txFromJson<Result<null, EnergyError>>,  role_offer : this.txFromJson<RoleOffer | null>,  accept_role : this.txFromJson<Result<null, EnergyError>>,  countersign : this.txFromJson<Result<Array<Bill> | null, EnergyError>>,  open_system : this.txFromJson<Result<null, EnergyError>>,  set_exports : this.txFromJson<Result<null, EnergyError>>,  settle_export : this.txFromJson<Result<bigint, EnergyError>>,  cancel_upgrade : this.txFromJson<Result<null, EnergyError>>,  pending_upgrade : this.txFromJson<PendingUpgrade | null>,  propose_upgrade : this.txFromJson<void>,  cancel_role_offer : this.txFromJson<Result<null, EnergyError>>,  set_critical_floor : this.txFromJson<Result<null, EnergyError>>,  config : this.txFromJson<Config>,  status : this.txFromJson<Result<PartyStatus, EnergyError>>,  oracles : this.txFromJson<Array<string>>,  attested : this.txFromJson<Result<Attested, EnergyError>>,  decision : this.txFromJson<Result<Decision, EnergyError>>,  proposal : this.txFromJson<Proposal | null>,  proposals : this.txFromJson<Array<Proposal>>,  export_due : this.txFromJson<Result<bigint, EnergyError>>,  meter_head : this.txFromJson<MeterHead | null>,  open_bills : this.txFromJson<Result<Array<OpenBill>, EnergyError>>,  outstanding : this.txFromJson<Result<bigint, EnergyError>>,  suspensions : this.txFromJson<Array<Suspension>>,  system_state : this.txFromJson<Result<SystemState, EnergyError>>,  export_credit : this.txFromJson<Result<ExportCredit, EnergyError>>,  oracle_change : this.txFromJson<OracleChange | null>,  resume : this.txFromJson<Result<null, EnergyError>>,  suspend : this.txFromJson<Result<null, EnergyError>>,  remove_oracle : this.txFromJson<Result<null, EnergyError>>,  cancel_oracles : this.txFromJson<Result<null, EnergyError>>,  change_oracles : this.txFromJson<Result<null, EnergyError>>,  propose_oracles : this.txFromJson<Result<null, EnergyError>>
  };

  /** @deprecated Use fromJson instead. */
  public readonly fromJSON = this.fromJson;

  /**
   * Parse a raw contract event (topics + data) into a typed {@link ContractEvent}.
   */
  parseEvent(topics: xdr.ScVal[] | string[], data: xdr.ScVal | string): ContractEvent | undefined {
    return this.spec.parseEvent(topics, data) as ContractEvent | undefined;
  }
  /**
   * Build a topics filter row for the "TruedUp" event, for use in `Api.EventFilter.topics` when calling `server.getEvents`. Omitted fields match any value.
   */
  truedUpEventFilter(topicValues?: { system?: number; index?: number }): string[] {
    return this.spec.eventTopicFilter("TruedUp", topicValues);
  }
  /**
   * Build a topics filter row for the "Reported" event, for use in `Api.EventFilter.topics` when calling `server.getEvents`. Omitted fields match any value.
   */
  reportedEventFilter(topicValues?: { system?: number; meter?: number }): string[] {
    return this.spec.eventTopicFilter("Reported", topicValues);
  }
  /**
   * Build a topics filter row for the "BillsPaid" event, for use in `Api.EventFilter.topics` when calling `server.getEvents`. Omitted fields match any value.
   */
  billsPaidEventFilter(topicValues?: { system?: number; party?: number }): string[] {
    return this.spec.eventTopicFilter("BillsPaid", topicValues);
  }
  /**
   * Build a topics filter row for the "Concluded" event, for use in `Api.EventFilter.topics` when calling `server.getEvents`. Omitted fields match any value.
   */
  concludedEventFilter(topicValues?: { system?: number }): string[] {
    return this.spec.eventTopicFilter("Concluded", topicValues);
  }
  /**
   * Build a topics filter row for the "BillIssued" event, for use in `Api.EventFilter.topics` when calling `server.getEvents`. Omitted fields match any value.
   */
  billIssuedEventFilter(topicValues?: { system?: number; party?: number; number?: bigint }): string[] {
    return this.spec.eventTopicFilter("BillIssued", topicValues);
  }
  /**
   * Build a topics filter row for the "ExportPaid" event, for use in `Api.EventFilter.topics` when calling `server.getEvents`. Omitted fields match any value.
   */
  exportPaidEventFilter(topicValues?: { system?: number }): string[] {
    return this.spec.eventTopicFilter("ExportPaid", topicValues);
  }
  /**
   * Build a topics filter row for the "ExportsSet" event, for use in `Api.EventFilter.topics` when calling `server.getEvents`. Omitted fields match any value.
   */
  exportsSetEventFilter(topicValues?: { system?: number }): string[] {
    return this.spec.eventTopicFilter("ExportsSet", topicValues);
  }
  /**
   * Build a topics filter row for the "ExportIssued" event, for use in `Api.EventFilter.topics` when calling `server.getEvents`. Omitted fields match any value.
   */
  exportIssuedEventFilter(topicValues?: { system?: number; index?: number }): string[] {
    return this.spec.eventTopicFilter("ExportIssued", topicValues);
  }
  /**
   * Build a topics filter row for the "SystemOpened" event, for use in `Api.EventFilter.topics` when calling `server.getEvents`. Omitted fields match any value.
   */
  systemOpenedEventFilter(topicValues?: { system?: number }): string[] {
    return this.spec.eventTopicFilter("SystemOpened", topicValues);
  }
  /**
   * Build a topics filter row for the "ClocksResumed" event, for use in `Api.EventFilter.topics` when calling `server.getEvents`. Omitted fields match any value.
   */
  clocksResumedEventFilter(topicValues?: { system?: number }): string[] {
    return this.spec.eventTopicFilter("ClocksResumed", topicValues);
  }
  /**
   * Build a topics filter row for the "LadderChanged" event, for use in `Api.EventFilter.topics` when calling `server.getEvents`. Omitted fields match any value.
   */
  ladderChangedEventFilter(topicValues?: { system?: number; party?: number }): string[] {
    return this.spec.eventTopicFilter("LadderChanged", topicValues);
  }
  /**
   * Build a topics filter row for the "OraclesChanged" event, for use in `Api.EventFilter.topics` when calling `server.getEvents`. Omitted fields match any value.
   */
  oraclesChangedEventFilter(): string[] {
    return this.spec.eventTopicFilter("OraclesChanged");
  }
  /**
   * Build a topics filter row for the "StatementFinal" event, for use in `Api.EventFilter.topics` when calling `server.getEvents`. Omitted fields match any value.
   */
  statementFinalEventFilter(topicValues?: { system?: number; index?: number }): string[] {
    return this.spec.eventTopicFilter("StatementFinal", topicValues);
  }
  /**
   * Build a topics filter row for the "ClocksSuspended" event, for use in `Api.EventFilter.topics` when calling `server.getEvents`. Omitted fields match any value.
   */
  clocksSuspendedEventFilter(topicValues?: { system?: number }): string[] {
    return this.spec.eventTopicFilter("ClocksSuspended", topicValues);
  }
  /**
   * Build a topics filter row for the "OraclesProposed" event, for use in `Api.EventFilter.topics` when calling `server.getEvents`. Omitted fields match any value.
   */
  oraclesProposedEventFilter(): string[] {
    return this.spec.eventTopicFilter("OraclesProposed");
  }
  /**
   * Build a topics filter row for the "CriticalFloorSet" event, for use in `Api.EventFilter.topics` when calling `server.getEvents`. Omitted fields match any value.
   */
  criticalFloorSetEventFilter(topicValues?: { system?: number; party?: number }): string[] {
    return this.spec.eventTopicFilter("CriticalFloorSet", topicValues);
  }
  /**
   * Build a topics filter row for the "OraclesCancelled" event, for use in `Api.EventFilter.topics` when calling `server.getEvents`. Omitted fields match any value.
   */
  oraclesCancelledEventFilter(): string[] {
    return this.spec.eventTopicFilter("OraclesCancelled");
  }
  /**
   * Build a topics filter row for the "StatementRefused" event, for use in `Api.EventFilter.topics` when calling `server.getEvents`. Omitted fields match any value.
   */
  statementRefusedEventFilter(topicValues?: { system?: number; index?: number }): string[] {
    return this.spec.eventTopicFilter("StatementRefused", topicValues);
  }
  /**
   * Build a topics filter row for the "StatementProposed" event, for use in `Api.EventFilter.topics` when calling `server.getEvents`. Omitted fields match any value.
   */
  statementProposedEventFilter(topicValues?: { system?: number; index?: number }): string[] {
    return this.spec.eventTopicFilter("StatementProposed", topicValues);
  }
  /**
   * Build a topics filter row for the "Paused" event, for use in `Api.EventFilter.topics` when calling `server.getEvents`. Omitted fields match any value.
   */
  pausedEventFilter(topicValues?: { who?: string | Address }): string[] {
    return this.spec.eventTopicFilter("Paused", topicValues);
  }
  /**
   * Build a topics filter row for the "Migrated" event, for use in `Api.EventFilter.topics` when calling `server.getEvents`. Omitted fields match any value.
   */
  migratedEventFilter(): string[] {
    return this.spec.eventTopicFilter("Migrated");
  }
  /**
   * Build a topics filter row for the "Unpaused" event, for use in `Api.EventFilter.topics` when calling `server.getEvents`. Omitted fields match any value.
   */
  unpausedEventFilter(topicValues?: { who?: string | Address }): string[] {
    return this.spec.eventTopicFilter("Unpaused", topicValues);
  }
  /**
   * Build a topics filter row for the "Upgraded" event, for use in `Api.EventFilter.topics` when calling `server.getEvents`. Omitted fields match any value.
   */
  upgradedEventFilter(topicValues?: { wasm_hash?: Uint8Array }): string[] {
    return this.spec.eventTopicFilter("Upgraded", topicValues);
  }
  /**
   * Build a topics filter row for the "RoleOffered" event, for use in `Api.EventFilter.topics` when calling `server.getEvents`. Omitted fields match any value.
   */
  roleOfferedEventFilter(topicValues?: { role?: string }): string[] {
    return this.spec.eventTopicFilter("RoleOffered", topicValues);
  }
  /**
   * Build a topics filter row for the "RoleAccepted" event, for use in `Api.EventFilter.topics` when calling `server.getEvents`. Omitted fields match any value.
   */
  roleAcceptedEventFilter(topicValues?: { role?: string }): string[] {
    return this.spec.eventTopicFilter("RoleAccepted", topicValues);
  }
  /**
   * Build a topics filter row for the "UpgradeProposed" event, for use in `Api.EventFilter.topics` when calling `server.getEvents`. Omitted fields match any value.
   */
  upgradeProposedEventFilter(topicValues?: { wasm_hash?: Uint8Array }): string[] {
    return this.spec.eventTopicFilter("UpgradeProposed", topicValues);
  }
  /**
   * Build a topics filter row for the "UpgradeCancelled" event, for use in `Api.EventFilter.topics` when calling `server.getEvents`. Omitted fields match any value.
   */
  upgradeCancelledEventFilter(topicValues?: { wasm_hash?: Uint8Array }): string[] {
    return this.spec.eventTopicFilter("UpgradeCancelled", topicValues);
  }
  /**
   * Build a topics filter row for the "RoleOfferCancelled" event, for use in `Api.EventFilter.topics` when calling `server.getEvents`. Omitted fields match any value.
   */
  roleOfferCancelledEventFilter(topicValues?: { role?: string }): string[] {
    return this.spec.eventTopicFilter("RoleOfferCancelled", topicValues);
  }
}