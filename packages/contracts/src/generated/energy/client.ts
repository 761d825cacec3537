// Generated from the contract by `npm run contracts:build`. Do not edit.
import type { EnergyError, Config, Statement, Bill, Proposal, OpenBill, SystemState, Asset, ContractEvent } from './types.ts';
import { Spec, Client as ContractClient } from '@stellar/stellar-sdk/contract';
import type { Result, AssembledTransaction, ClientOptions as ContractClientOptions, MethodOptions, ExternalExecutableRef } from '@stellar/stellar-sdk/contract';
import type { Address, xdr } from '@stellar/stellar-sdk';

export interface Client {
  /**
   * The administrator.
   */
  admin(options?: MethodOptions): Promise<AssembledTransaction<string>>;
  /**
   * Stops new systems and statements; `who` signs and is the administrator.
   *
   * # Errors
   * * [`EnergyError::NotGuardian`]
   */
  pause(args: { who: string | Address }, options?: MethodOptions): Promise<AssembledTransaction<Result<null, EnergyError>>>;
  /**
   * What the constructor set.
   */
  config(options?: MethodOptions): Promise<AssembledTransaction<Config>>;
  /**
   * Whether new systems and statements are stopped.
   */
  paused(options?: MethodOptions): Promise<AssembledTransaction<boolean>>;
  /**
   * Pays a party's open bills, oldest first, paused or not, and returns what was applied: the lesser of `amount` and
   * what was open. The bound offering signs; it holds the money.
   *
   * # Errors
   * * [`EnergyError::SystemNotOpen`], [`EnergyError::PartyNotFound`], [`EnergyError::NotBound`]
   * * [`EnergyError::NegativeAmount`]
   *
   * # Events
   * * [`BillsPaid`] - When something was applied.
   */
  settle(args: { system: number; party: number; amount: bigint }, options?: MethodOptions): Promise<AssembledTransaction<Result<bigint, EnergyError>>>;
  /**
   * Who may propose and countersign.
   */
  oracles(options?: MethodOptions): Promise<AssembledTransaction<Array<string>>>;
  /**
   * Proposes a system's next statement, or says the same as the one proposed; the oracle signs. Final at once when
   * that makes as many oracles as the threshold: then the bills, else nothing. Another statement replaces one that is
   * not final, signatures included.
   *
   * # Errors
   * * [`EnergyError::NotOracle`], [`EnergyError::Paused`], [`EnergyError::SystemNotOpen`]
   * * [`EnergyError::WrongIndex`], [`EnergyError::WrongStart`] - When it is not the next one.
   * * [`EnergyError::EmptyInterval`], [`EnergyError::InFuture`] - Unless `from < to <= now`.
   * * [`EnergyError::WrongParties`], [`EnergyError::BadQuality`]
   * * [`EnergyError::BeyondCapacity`] - When more was generated or exported than `capacity x time x 1.1`.
   * * [`EnergyError::TariffChangesWithin`] - When a price that it uses changes within it, or the system is concluded
   * within it.
   * * [`EnergyError::NoPrice`] - When the tariff has no price for it.
   * * [`EnergyError::AlreadySigned`] - When the oracle said exactly this before.
   * * [`EnergyError::Overflow`] - When a total leaves its range.
   *
   *
   */
  propose(args: { oracle: string | Address; statement: Statement }, options?: MethodOptions): Promise<AssembledTransaction<Result<Array<Bill> | null, EnergyError>>>;
  /**
   * Lets new systems and statements in again; `who` signs and is the administrator.
   *
   * # Errors
   * * [`EnergyError::NotGuardian`]
   */
  unpause(args: { who: string | Address }, options?: MethodOptions): Promise<AssembledTransaction<Result<null, EnergyError>>>;
  /**
   * The interface of this build.
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
   * The statement of a system that waits for countersignatures, if there is one.
   */
  proposal(args: { system: number }, options?: MethodOptions): Promise<AssembledTransaction<Proposal | null>>;
  /**
   * What the utility has open for a system's exports, stroops.
   *
   * # Errors
   * * [`EnergyError::SystemNotOpen`]
   */
  export_due(args: { system: number }, options?: MethodOptions): Promise<AssembledTransaction<Result<bigint, EnergyError>>>;
  /**
   * A party's bills that are not paid in full, oldest first; at most 60.
   *
   * # Errors
   * * [`EnergyError::SystemNotOpen`], [`EnergyError::PartyNotFound`]
   */
  open_bills(args: { system: number; party: number }, options?: MethodOptions): Promise<AssembledTransaction<Result<Array<OpenBill>, EnergyError>>>;
  /**
   * Says the same as the statement proposed, by its hash; the oracle signs. Final when that makes as many oracles as
   * the threshold: then the bills, else nothing. It is judged again, as of now.
   *
   * # Errors
   * * [`EnergyError::NotOracle`], [`EnergyError::Paused`], [`EnergyError::SystemNotOpen`]
   * * [`EnergyError::NoProposal`] - When no statement of that index waits.
   * * [`EnergyError::HashDiffers`] - When another one waits.
   * * [`EnergyError::AlreadySigned`] - When the oracle said so before.
   * * The refusals of `propose`, for what changed since.
   *
   * # Events
   * * [`StatementProposed`], or those of a final statement: `statement`, `bill`, `export`.
   */
  countersign(args: { oracle: string | Address; system: number; index: number; hash: Uint8Array }, options?: MethodOptions): Promise<AssembledTransaction<Result<Array<Bill> | null, EnergyError>>>;
  /**
   * Opens an approved system, once: its first statement starts at `from`. The administrator signs.
   *
   * # Errors
   * * [`EnergyError::Paused`]
   * * [`EnergyError::AlreadyOpen`] - When it was opened before.
   * * [`EnergyError::NotApproved`] - When the registry has not approved it.
   *
   * # Events
   * * [`SystemOpened`]
   */
  open_system(args: { system: number; from: bigint }, options?: MethodOptions): Promise<AssembledTransaction<Result<null, EnergyError>>>;
  /**
   * What a party has open, stroops.
   *
   * # Errors
   * * [`EnergyError::SystemNotOpen`], [`EnergyError::PartyNotFound`]
   */
  outstanding(args: { system: number; party: number }, options?: MethodOptions): Promise<AssembledTransaction<Result<bigint, EnergyError>>>;
  /**
   * Accepts the administration; who was offered it signs.
   *
   * # Errors
   * * [`EnergyError::NoPendingAdmin`]
   */
  accept_admin(options?: MethodOptions): Promise<AssembledTransaction<Result<null, EnergyError>>>;
  /**
   * A system's state, its parties' totals included.
   *
   * # Errors
   * * [`EnergyError::SystemNotOpen`]
   */
  system_state(args: { system: number }, options?: MethodOptions): Promise<AssembledTransaction<Result<SystemState, EnergyError>>>;
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
   * Offers the administration to `new_admin`; the administrator signs.
   */
  transfer_admin(args: { new_admin: string | Address }, options?: MethodOptions): Promise<AssembledTransaction<void>>;
}

export class Client extends ContractClient {
  constructor(options: ContractClientOptions) {
    super(
      new Spec(["AAAABAAAAERDb2RlcyBhcmUgcGFydCBvZiB0aGUgcHVibGljIGludGVyZmFjZTogbmV2ZXIgcmVudW1iZXIsIG5ldmVyIHJldXNlLgAAAAAAAAALRW5lcmd5RXJyb3IAAAAAGgAAADFXaG8gYW5kIHdoYXQ6IDMwMDAgb24uIFRoZSBzeXN0ZW0gd2FzIG5vdCBvcGVuZWQuAAAAAAAADVN5c3RlbU5vdE9wZW4AAAAAAAu4AAAAKFRoZSBzeXN0ZW0gaGFzIG5vIHBhcnR5IHdpdGggdGhhdCBpbmRleC4AAAANUGFydHlOb3RGb3VuZAAAAAAAC7kAAAAYVGhlIGNhbGxlciBpcyBubyBvcmFjbGUuAAAACU5vdE9yYWNsZQAAAAAAC7oAAAA4Tm8gc3RhdGVtZW50IG9mIHRoYXQgaW5kZXggd2FpdHMgZm9yIGEgY291bnRlcnNpZ25hdHVyZS4AAAAKTm9Qcm9wb3NhbAAAAAALuwAAAEpBbiBhcmd1bWVudCBtYWtlcyBubyBzZW5zZTogMzAxMCBvbi4gMSB0byAxNiBkaWZmZXJlbnQgb3JhY2xlcyBhcmUgbmVlZGVkLgAAAAAACkJhZE9yYWNsZXMAAAAAC8IAAAA+VGhlIHRocmVzaG9sZCBpcyBhdCBsZWFzdCAxIGFuZCBhdCBtb3N0IHRoZSBudW1iZXIgb2Ygb3JhY2xlcy4AAAAAAAxCYWRUaHJlc2hvbGQAAAvDAAAAIlRoZSBzdGF0ZW1lbnQgaXMgbm90IHRoZSBuZXh0IG9uZS4AAAAAAApXcm9uZ0luZGV4AAAAAAvEAAAAOFRoZSBzdGF0ZW1lbnQgZG9lcyBub3Qgc3RhcnQgd2hlcmUgdGhlIG9uZSBiZWZvcmUgZW5kZWQuAAAACldyb25nU3RhcnQAAAAAC8UAAAArVGhlIHN0YXRlbWVudCBlbmRzIG5vIGxhdGVyIHRoYW4gaXQgc3RhcnRzLgAAAAANRW1wdHlJbnRlcnZhbAAAAAAAC8YAAAAdVGhlIHN0YXRlbWVudCBlbmRzIGFmdGVyIG5vdy4AAAAAAAAISW5GdXR1cmUAAAvHAAAALFRoZXJlIGlzIG5vdCBvbmUgY29uc3VtcHRpb24gZm9yIGVhY2ggcGFydHkuAAAADFdyb25nUGFydGllcwAAC8gAAAASUXVhbGl0eSBpcyAwIG9yIDEuAAAAAAAKQmFkUXVhbGl0eQAAAAALyQAAADNNb3JlIHdhcyBnZW5lcmF0ZWQgb3IgZXhwb3J0ZWQgdGhhbiB0aGUgc3lzdGVtIGNhbi4AAAAADkJleW9uZENhcGFjaXR5AAAAAAvKAAAAFkFuIGFtb3VudCBpcyBuZWdhdGl2ZS4AAAAAAA5OZWdhdGl2ZUFtb3VudAAAAAALywAAAEFUaGUgc3RhdGUgZG9lcyBub3QgYWxsb3cgaXQ6IDMwMjAgb24uIFRoZSBzeXN0ZW0gaXMgb3BlbiBhbHJlYWR5LgAAAAAAAAtBbHJlYWR5T3BlbgAAAAvMAAAAKVRoZSByZWdpc3RyeSBoYXMgbm90IGFwcHJvdmVkIHRoZSBzeXN0ZW0uAAAAAAAAC05vdEFwcHJvdmVkAAAAC80AAAAjTm8gb2ZmZXJpbmcgaXMgYm91bmQgdG8gdGhlIHN5c3RlbS4AAAAACE5vdEJvdW5kAAALzgAAAFhBIHByaWNlIHRoYXQgdGhlIHN0YXRlbWVudCB1c2VzIGNoYW5nZXMgd2l0aGluIGl0LCBvciB0aGUgc3lzdGVtIGlzIGNvbmNsdWRlZCB3aXRoaW4gaXQuAAAAE1RhcmlmZkNoYW5nZXNXaXRoaW4AAAALzwAAAClUaGUgdGFyaWZmIGhhcyBubyBwcmljZSBmb3IgdGhlIGludGVydmFsLgAAAAAAAAdOb1ByaWNlAAAAC9AAAAApQW5vdGhlciBzdGF0ZW1lbnQgd2FzIHByb3Bvc2VkIG1lYW53aGlsZS4AAAAAAAALSGFzaERpZmZlcnMAAAAL0QAAAClUaGUgb3JhY2xlIHNpZ25lZCB0aGlzIHN0YXRlbWVudCBhbHJlYWR5LgAAAAAAAA1BbHJlYWR5U2lnbmVkAAAAAAAL0gAAACBUaGUgc3lzdGVtIGlzIGNvbmNsdWRlZCBhbHJlYWR5LgAAABBBbHJlYWR5Q29uY2x1ZGVkAAAL0wAAAC9BZG1pbmlzdHJhdGlvbjogMzA4MCBvbi4gTm9ib2R5IHdhcyBvZmZlcmVkIGl0LgAAAAAOTm9QZW5kaW5nQWRtaW4AAAAADAgAAAAXVGhlIGNvbnRyYWN0IGlzIHBhdXNlZC4AAAAABlBhdXNlZAAAAAAMCQAAAC1Pbmx5IHRoZSBhZG1pbmlzdHJhdG9yIG1heSBwYXVzZSBhbmQgdW5wYXVzZS4AAAAAAAALTm90R3VhcmRpYW4AAAAMCgAAADdBcml0aG1ldGljOiAzMDkwIG9uLiBBIHN1bSBvciBhIHByb2R1Y3QgbGVmdCBpdHMgcmFuZ2UuAAAAAAhPdmVyZmxvdwAADBI=", "AAAAAQAAACJXaGF0IGEgcGFydHkgb3dlcyBmb3IgYW4gaW50ZXJ2YWwuAAAAAAAAAAAABEJpbGwAAAAKAAAAI1NvbGFyIGVuZXJneSBkZWxpdmVyZWQsIHdhdHQtaG91cnMuAAAAAAxkZWxpdmVyZWRfd2gAAAAGAAAACFN0cm9vcHMuAAAAA2R1ZQAAAAALAAAAJFdoZW4gaXQgaXMgdG8gYmUgcGFpZCwgVW5peCBzZWNvbmRzLgAAAAZkdWVfYXQAAAAAAAYAAAAkU3RhcnQgb2YgdGhlIGludGVydmFsLCBVbml4IHNlY29uZHMuAAAABGZyb20AAAAGAAAAFlRoZSBzdGF0ZW1lbnQncyBpbmRleC4AAAAAAAVpbmRleAAAAAAAAAQAAAAtQ291bnRzIGZyb20gMSBvdmVyIGFsbCBiaWxscyBvZiB0aGUgY29udHJhY3QuAAAAAAAABm51bWJlcgAAAAAABgAAABJUaGUgcGFydHkncyBpbmRleC4AAAAAAAVwYXJ0eQAAAAAAAAQAAAAQU3Ryb29wcyBwZXIga1doLgAAAAVwcmljZQAAAAAAAAsAAAAcV2hldGhlciB0aGUgcHJpY2Ugd2FzIHN0YWxlLgAAAAtwcm92aXNpb25hbAAAAAABAAAAIkVuZCBvZiB0aGUgaW50ZXJ2YWwsIFVuaXggc2Vjb25kcy4AAAAAAAJ0bwAAAAAABg==", "AAAAAQAAAGZXaGF0IHRoZSBjb25zdHJ1Y3RvciBzZXQuIEV4cG9ydHMgYXJlIHBhaWQgaW4gY2FzaCBieSB0aGUgdXRpbGl0eSAoZmVlZC1pbiksIGF0IGEgdGFyaWZmIG9mIHRoZWlyIG93bi4AAAAAAAAAAAAGQ29uZmlnAAAAAAAGAAAALFNlY29uZHMgZnJvbSBhIGJpbGwncyBpc3N1ZSB0byBpdHMgZHVlIHRpbWUuAAAACGR1ZV9zZWNzAAAABgAAACJXaGF0IHRoZSB1dGlsaXR5IHBheXMgZm9yIGV4cG9ydHMuAAAAAAAGZXhwb3J0AAAAAAfQAAAABUFzc2V0AAAAAAAAKlRoZSByZWdpc3RyeTogc3lzdGVtcywgcGFydGllcywgb2ZmZXJpbmdzLgAAAAAACHJlZ2lzdHJ5AAAAEwAAABVXaGF0IHRoZSBwYXJ0aWVzIHBheS4AAAAAAAAGcmV0YWlsAAAAAAfQAAAABUFzc2V0AAAAAAAAE1RoZSB0YXJpZmY6IHByaWNlcy4AAAAABnRhcmlmZgAAAAAAEwAAACNIb3cgbWFueSBvcmFjbGVzIG11c3Qgc2F5IHRoZSBzYW1lLgAAAAAJdGhyZXNob2xkAAAAAAAABA==", "AAAAAQAAACBBIGJpbGwgdGhhdCBpcyBub3QgcGFpZCBpbiBmdWxsLgAAAAAAAAAIT3BlbkJpbGwAAAAEAAAAD1N0cm9vcHMgYmlsbGVkLgAAAAADZHVlAAAAAAsAAAAkV2hlbiBpdCBpcyB0byBiZSBwYWlkLCBVbml4IHNlY29uZHMuAAAABmR1ZV9hdAAAAAAABgAAAEVUaGUgYmlsbCdzIG51bWJlcjsgb2Ygc2V2ZXJhbCBiaWxscyB1bmRlciBvbmUgZW50cnksIHRoZSBmaXJzdCBvbmUncy4AAAAAAAAGbnVtYmVyAAAAAAAGAAAADVN0cm9vcHMgcGFpZC4AAAAAAAAEcGFpZAAAAAs=", "AAAAAQAAACNXaGF0IGEgc2V0dGxlbWVudCBwYWlkIG9mIG9uZSBiaWxsLgAAAAAAAAAACFBhaWRCaWxsAAAAAwAAABFTdHJvb3BzIHBhaWQgbm93LgAAAAAAAAZhbW91bnQAAAAAAAsAAAASVGhlIGJpbGwncyBudW1iZXIuAAAAAAAGbnVtYmVyAAAAAAAGAAAAE1N0cm9vcHMgc3RpbGwgb3Blbi4AAAAACXJlbWFpbmluZwAAAAAAAAs=", "AAAAAQAAAC1BIHN0YXRlbWVudCB0aGF0IHdhaXRzIGZvciBjb3VudGVyc2lnbmF0dXJlcy4AAAAAAAAAAAAACFByb3Bvc2FsAAAAAwAAAB9TSEEtMjU2IG9mIHRoZSBzdGF0ZW1lbnQncyBYRFIuAAAAAARoYXNoAAAD7gAAACAAAAApT3JhY2xlcyB0aGF0IHNhaWQgc28sIHRoZSBwcm9wb3NlciBmaXJzdC4AAAAAAAAHc2lnbmVycwAAAAPqAAAAEwAAABJXaGF0IHdhcyBwcm9wb3NlZC4AAAAAAAlzdGF0ZW1lbnQAAAAAAAfQAAAACVN0YXRlbWVudAAAAA==", "AAAAAQAAAEJXaGF0IGEgc3lzdGVtJ3MgbWV0ZXJzIG1lYXN1cmVkIGluIGFuIGludGVydmFsLCBhcyBhbiBvcmFjbGUgc2F5cy4AAAAAAAAAAAAJU3RhdGVtZW50AAAAAAAACQAAAEBXYXR0LWhvdXJzIGVhY2ggcGFydHkgY29uc3VtZWQsIGZyb20gYW55IHNvdXJjZSwgYnkgcGFydHkgaW5kZXguAAAAC2NvbnN1bWVkX3doAAAAA+oAAAAGAAAAHVdhdHQtaG91cnMgZmVkIGludG8gdGhlIGdyaWQuAAAAAAAAC2V4cG9ydGVkX3doAAAAAAYAAAAvV2hlcmUgdGhlIHN0YXRlbWVudCBiZWZvcmUgZW5kZWQsIFVuaXggc2Vjb25kcy4AAAAABGZyb20AAAAGAAAAFVdhdHQtaG91cnMgZ2VuZXJhdGVkLgAAAAAAAAxnZW5lcmF0ZWRfd2gAAAAGAAAADkNvdW50cyBmcm9tIDEuAAAAAAAFaW5kZXgAAAAAAAAEAAAAGjA6IG1lYXN1cmVkLiAxOiBlc3RpbWF0ZWQuAAAAAAAHcXVhbGl0eQAAAAAEAAAAaU1lcmtsZSByb290IG92ZXIgdGhlIGludGVydmFsJ3MgcmVhZGluZ3MgaW4gb3JkZXIgb2YgKG1ldGVyLCBlcG9jaCwgc2VxKTsgMzIgemVybyBieXRlcyBpZiB0aGVyZSBpcyBub25lLgAAAAAAAA1yZWFkaW5nc19yb290AAAAAAAD7gAAACAAAAAgVGhlIHN5c3RlbSdzIGlkIGluIHRoZSByZWdpc3RyeS4AAAAGc3lzdGVtAAAAAAAEAAAAKFdoZXJlIHRoZSBuZXh0IG9uZSBzdGFydHMsIFVuaXggc2Vjb25kcy4AAAACdG8AAAAAAAY=", "AAAAAQAAABlBIHBhcnR5J3MgcnVubmluZyB0b3RhbHMuAAAAAAAAAAAAAAtQYXJ0eVRvdGFscwAAAAAEAAAACFN0cm9vcHMuAAAABmJpbGxlZAAAAAAACwAAAAtXYXR0LWhvdXJzLgAAAAAMZGVsaXZlcmVkX3doAAAABgAAAAhTdHJvb3BzLgAAAARwYWlkAAAACwAAAC9UaG91c2FuZHRocyBvZiBhIHN0cm9vcCBrZXB0IGZvciB0aGUgbmV4dCBiaWxsLgAAAAAPcmVtYWluZGVyX21pbGxpAAAAAAQ=", "AAAAAQAAABFBIHN5c3RlbSdzIHN0YXRlLgAAAAAAAAAAAAALU3lzdGVtU3RhdGUAAAAADAAAACpGcm9tIHdoZW4gb24gZW5lcmd5IGlzIGZyZWUsIFVuaXggc2Vjb25kcy4AAAAAAAxjb25jbHVkZWRfYXQAAAPoAAAABgAAACpTdHJvb3BzIGJpbGxlZCB0byB0aGUgdXRpbGl0eSBmb3IgZXhwb3J0cy4AAAAAAA1leHBvcnRfYmlsbGVkAAAAAAAACwAAABNTdHJvb3BzIG9mIGl0IHBhaWQuAAAAAAtleHBvcnRfcGFpZAAAAAALAAAAMVRob3VzYW5kdGhzIG9mIGEgc3Ryb29wIGtlcHQgZm9yIHRoZSBuZXh0IGV4cG9ydC4AAAAAAAAWZXhwb3J0X3JlbWFpbmRlcl9taWxsaQAAAAAABAAAAB5XYXR0LWhvdXJzIGV4cG9ydGVkLCBpbiB0b3RhbC4AAAAAAAtleHBvcnRlZF93aAAAAAAGAAAARlNIQS0yNTYoY2hhaW4gYmVmb3JlIHx8IGhhc2ggb2YgdGhlIHN0YXRlbWVudCksIGZyb20gMzIgemVybyBieXRlcyBvbi4AAAAAAApoYXNoX2NoYWluAAAAAAPuAAAAIAAAAEFIYXNoIG9mIHRoZSBsYXN0IGZpbmFsIHN0YXRlbWVudDsgMzIgemVybyBieXRlcyBiZWZvcmUgdGhlIGZpcnN0LgAAAAAAAAlsYXN0X2hhc2gAAAAAAAPuAAAAIAAAAE9CeSBob3cgbXVjaCBleHBvcnRzIGV4Y2VlZGVkIGdlbmVyYXRpb246IG1hZGUgZ29vZCBieSB0aGUgbmV4dCBpbnRlcnZhbHMgZmlyc3QuAAAAAAtuZWdhdGl2ZV93aAAAAAAGAAAALldoZXJlIHRoZSBuZXh0IHN0YXRlbWVudCBzdGFydHMsIFVuaXggc2Vjb25kcy4AAAAAAAluZXh0X2Zyb20AAAAAAAAGAAAAHEluZGV4IG9mIHRoZSBuZXh0IHN0YXRlbWVudC4AAAAKbmV4dF9pbmRleAAAAAAABAAAAA9CeSBwYXJ0eSBpbmRleC4AAAAAB3BhcnRpZXMAAAAD6gAAB9AAAAALUGFydHlUb3RhbHMAAAAAM1dhdHQtaG91cnMgdGhhdCBleGNlZWRlZCBhbGwgY29uc3VtcHRpb24sIGluIHRvdGFsLgAAAAAPdW5hdHRyaWJ1dGVkX3doAAAAAAY=", "AAAABQAAAClCaWxscyBvZiBhIHBhcnR5IHdlcmUgcGFpZCwgb2xkZXN0IGZpcnN0LgAAAAAAAAAAAAAJQmlsbHNQYWlkAAAAAAAAAQAAAApiaWxsc19wYWlkAAAAAAAEAAAAAAAAAAZzeXN0ZW0AAAAAAAQAAAABAAAAAAAAAAVwYXJ0eQAAAAAAAAQAAAABAAAAAAAAAAZhbW91bnQAAAAAAAsAAAAAAAAAAAAAAAViaWxscwAAAAAAA+oAAAfQAAAACFBhaWRCaWxsAAAAAAAAAAI=", "AAAABQAAABxFbmVyZ3kgaXMgZnJlZSBmcm9tIGBhdGAgb24uAAAAAAAAAAlDb25jbHVkZWQAAAAAAAABAAAACWNvbmNsdWRlZAAAAAAAAAIAAAAAAAAABnN5c3RlbQAAAAAABAAAAAEAAAAAAAAAAmF0AAAAAAAGAAAAAAAAAAI=", "AAAABQAAAFJBIHBhcnR5IHdhcyBiaWxsZWQuIEludGVydmFsIGFuZCBzdGF0ZW1lbnQgYXJlIGluIHRoZSBgc3RhdGVtZW50YCBldmVudCBiZWZvcmUgaXQuAAAAAAAAAAAACkJpbGxJc3N1ZWQAAAAAAAEAAAAEYmlsbAAAAAkAAAAAAAAABnN5c3RlbQAAAAAABAAAAAEAAAAAAAAABXBhcnR5AAAAAAAABAAAAAEAAAAAAAAABm51bWJlcgAAAAAABgAAAAEAAAAAAAAABWluZGV4AAAAAAAABAAAAAAAAAAAAAAADGRlbGl2ZXJlZF93aAAAAAYAAAAAAAAAAAAAAAVwcmljZQAAAAAAAAsAAAAAAAAAAAAAAANkdWUAAAAACwAAAAAAAAAAAAAABmR1ZV9hdAAAAAAABgAAAAAAAAAAAAAAC3Byb3Zpc2lvbmFsAAAAAAEAAAAAAAAAAg==", "AAAABQAAAB1UaGUgdXRpbGl0eSBwYWlkIGZvciBleHBvcnRzLgAAAAAAAAAAAAAKRXhwb3J0UGFpZAAAAAAAAQAAAAtleHBvcnRfcGFpZAAAAAADAAAAAAAAAAZzeXN0ZW0AAAAAAAQAAAABAAAAAAAAAAZhbW91bnQAAAAAAAsAAAAAAAAAAAAAAAlyZW1haW5pbmcAAAAAAAALAAAAAAAAAAI=", "AAAABQAAACNUaGUgdXRpbGl0eSB3YXMgYmlsbGVkIGZvciBleHBvcnRzLgAAAAAAAAAADEV4cG9ydElzc3VlZAAAAAEAAAAGZXhwb3J0AAAAAAAFAAAAAAAAAAZzeXN0ZW0AAAAAAAQAAAABAAAAAAAAAAVpbmRleAAAAAAAAAQAAAABAAAAAAAAAAJ3aAAAAAAABgAAAAAAAAAAAAAABXByaWNlAAAAAAAACwAAAAAAAAAAAAAAA2R1ZQAAAAALAAAAAAAAAAI=", "AAAABQAAACZBIHN5c3RlbSdzIHN0YXRlbWVudHMgc3RhcnQgYXQgYGZyb21gLgAAAAAAAAAAAAxTeXN0ZW1PcGVuZWQAAAABAAAADXN5c3RlbV9vcGVuZWQAAAAAAAACAAAAAAAAAAZzeXN0ZW0AAAAAAAQAAAABAAAAAAAAAARmcm9tAAAABgAAAAAAAAAC", "AAAABQAAAE1BIHN0YXRlbWVudCBpcyBmaW5hbC4gVGhlIHdob2xlIG9mIGl0IGlzIGluIHRoZSB0cmFuc2FjdGlvbiB0aGF0IHByb3Bvc2VkIGl0LgAAAAAAAAAAAAAOU3RhdGVtZW50RmluYWwAAAAAAAEAAAAJc3RhdGVtZW50AAAAAAAACgAAAAAAAAAGc3lzdGVtAAAAAAAEAAAAAQAAAAAAAAAFaW5kZXgAAAAAAAAEAAAAAQAAAAAAAAAEaGFzaAAAA+4AAAAgAAAAAAAAAAAAAAAEZnJvbQAAAAYAAAAAAAAAAAAAAAJ0bwAAAAAABgAAAAAAAAAAAAAADGdlbmVyYXRlZF93aAAAAAYAAAAAAAAAAAAAAAtleHBvcnRlZF93aAAAAAAGAAAAAAAAAAAAAAAPdW5hdHRyaWJ1dGVkX3doAAAAAAYAAAAAAAAAAAAAAARyb290AAAD7gAAACAAAAAAAAAAAAAAAAdxdWFsaXR5AAAAAAQAAAAAAAAAAg==", "AAAABQAAAE1BbiBvcmFjbGUgcHJvcG9zZWQgYSBzdGF0ZW1lbnQgb3Igc2FpZCB0aGUgc2FtZSBhcyBvbmUgYmVmb3JlOyBub3QgZmluYWwgeWV0LgAAAAAAAAAAAAARU3RhdGVtZW50UHJvcG9zZWQAAAAAAAABAAAAEnN0YXRlbWVudF9wcm9wb3NlZAAAAAAABAAAAAAAAAAGc3lzdGVtAAAAAAAEAAAAAQAAAAAAAAAFaW5kZXgAAAAAAAAEAAAAAQAAAAAAAAAEaGFzaAAAA+4AAAAgAAAAAAAAAAAAAAAGb3JhY2xlAAAAAAATAAAAAAAAAAI=", "AAAAAAAAABJUaGUgYWRtaW5pc3RyYXRvci4AAAAAAAVhZG1pbgAAAAAAAAAAAAABAAAAEw==", "AAAAAAAAAHBTdG9wcyBuZXcgc3lzdGVtcyBhbmQgc3RhdGVtZW50czsgYHdob2Agc2lnbnMgYW5kIGlzIHRoZSBhZG1pbmlzdHJhdG9yLgoKIyBFcnJvcnMKKiBbYEVuZXJneUVycm9yOjpOb3RHdWFyZGlhbmBdAAAABXBhdXNlAAAAAAAAAQAAAAAAAAADd2hvAAAAABMAAAABAAAD6QAAAAIAAAfQAAAAC0VuZXJneUVycm9yAA==", "AAAAAAAAABlXaGF0IHRoZSBjb25zdHJ1Y3RvciBzZXQuAAAAAAAABmNvbmZpZwAAAAAAAAAAAAEAAAfQAAAABkNvbmZpZwAA", "AAAAAAAAAC9XaGV0aGVyIG5ldyBzeXN0ZW1zIGFuZCBzdGF0ZW1lbnRzIGFyZSBzdG9wcGVkLgAAAAAGcGF1c2VkAAAAAAAAAAAAAQAAAAE=", "AAAAAAAAAW1QYXlzIGEgcGFydHkncyBvcGVuIGJpbGxzLCBvbGRlc3QgZmlyc3QsIHBhdXNlZCBvciBub3QsIGFuZCByZXR1cm5zIHdoYXQgd2FzIGFwcGxpZWQ6IHRoZSBsZXNzZXIgb2YgYGFtb3VudGAgYW5kCndoYXQgd2FzIG9wZW4uIFRoZSBib3VuZCBvZmZlcmluZyBzaWduczsgaXQgaG9sZHMgdGhlIG1vbmV5LgoKIyBFcnJvcnMKKiBbYEVuZXJneUVycm9yOjpTeXN0ZW1Ob3RPcGVuYF0sIFtgRW5lcmd5RXJyb3I6OlBhcnR5Tm90Rm91bmRgXSwgW2BFbmVyZ3lFcnJvcjo6Tm90Qm91bmRgXQoqIFtgRW5lcmd5RXJyb3I6Ok5lZ2F0aXZlQW1vdW50YF0KCiMgRXZlbnRzCiogW2BCaWxsc1BhaWRgXSAtIFdoZW4gc29tZXRoaW5nIHdhcyBhcHBsaWVkLgAAAAAAAAZzZXR0bGUAAAAAAAMAAAAAAAAABnN5c3RlbQAAAAAABAAAAAAAAAAFcGFydHkAAAAAAAAEAAAAAAAAAAZhbW91bnQAAAAAAAsAAAABAAAD6QAAAAsAAAfQAAAAC0VuZXJneUVycm9yAA==", "AAAAAAAAACBXaG8gbWF5IHByb3Bvc2UgYW5kIGNvdW50ZXJzaWduLgAAAAdvcmFjbGVzAAAAAAAAAAABAAAD6gAAABM=", "AAAAAAAABABQcm9wb3NlcyBhIHN5c3RlbSdzIG5leHQgc3RhdGVtZW50LCBvciBzYXlzIHRoZSBzYW1lIGFzIHRoZSBvbmUgcHJvcG9zZWQ7IHRoZSBvcmFjbGUgc2lnbnMuIEZpbmFsIGF0IG9uY2Ugd2hlbgp0aGF0IG1ha2VzIGFzIG1hbnkgb3JhY2xlcyBhcyB0aGUgdGhyZXNob2xkOiB0aGVuIHRoZSBiaWxscywgZWxzZSBub3RoaW5nLiBBbm90aGVyIHN0YXRlbWVudCByZXBsYWNlcyBvbmUgdGhhdCBpcwpub3QgZmluYWwsIHNpZ25hdHVyZXMgaW5jbHVkZWQuCgojIEVycm9ycwoqIFtgRW5lcmd5RXJyb3I6Ok5vdE9yYWNsZWBdLCBbYEVuZXJneUVycm9yOjpQYXVzZWRgXSwgW2BFbmVyZ3lFcnJvcjo6U3lzdGVtTm90T3BlbmBdCiogW2BFbmVyZ3lFcnJvcjo6V3JvbmdJbmRleGBdLCBbYEVuZXJneUVycm9yOjpXcm9uZ1N0YXJ0YF0gLSBXaGVuIGl0IGlzIG5vdCB0aGUgbmV4dCBvbmUuCiogW2BFbmVyZ3lFcnJvcjo6RW1wdHlJbnRlcnZhbGBdLCBbYEVuZXJneUVycm9yOjpJbkZ1dHVyZWBdIC0gVW5sZXNzIGBmcm9tIDwgdG8gPD0gbm93YC4KKiBbYEVuZXJneUVycm9yOjpXcm9uZ1BhcnRpZXNgXSwgW2BFbmVyZ3lFcnJvcjo6QmFkUXVhbGl0eWBdCiogW2BFbmVyZ3lFcnJvcjo6QmV5b25kQ2FwYWNpdHlgXSAtIFdoZW4gbW9yZSB3YXMgZ2VuZXJhdGVkIG9yIGV4cG9ydGVkIHRoYW4gYGNhcGFjaXR5IHggdGltZSB4IDEuMWAuCiogW2BFbmVyZ3lFcnJvcjo6VGFyaWZmQ2hhbmdlc1dpdGhpbmBdIC0gV2hlbiBhIHByaWNlIHRoYXQgaXQgdXNlcyBjaGFuZ2VzIHdpdGhpbiBpdCwgb3IgdGhlIHN5c3RlbSBpcyBjb25jbHVkZWQKd2l0aGluIGl0LgoqIFtgRW5lcmd5RXJyb3I6Ok5vUHJpY2VgXSAtIFdoZW4gdGhlIHRhcmlmZiBoYXMgbm8gcHJpY2UgZm9yIGl0LgoqIFtgRW5lcmd5RXJyb3I6OkFscmVhZHlTaWduZWRgXSAtIFdoZW4gdGhlIG9yYWNsZSBzYWlkIGV4YWN0bHkgdGhpcyBiZWZvcmUuCiogW2BFbmVyZ3lFcnJvcjo6T3ZlcmZsb3dgXSAtIFdoZW4gYSB0b3RhbCBsZWF2ZXMgaXRzIHJhbmdlLgoKAAAAB3Byb3Bvc2UAAAAAAgAAAAAAAAAGb3JhY2xlAAAAAAATAAAAAAAAAAlzdGF0ZW1lbnQAAAAAAAfQAAAACVN0YXRlbWVudAAAAAAAAAEAAAPpAAAD6AAAA+oAAAfQAAAABEJpbGwAAAfQAAAAC0VuZXJneUVycm9yAA==", "AAAAAAAAAHhMZXRzIG5ldyBzeXN0ZW1zIGFuZCBzdGF0ZW1lbnRzIGluIGFnYWluOyBgd2hvYCBzaWducyBhbmQgaXMgdGhlIGFkbWluaXN0cmF0b3IuCgojIEVycm9ycwoqIFtgRW5lcmd5RXJyb3I6Ok5vdEd1YXJkaWFuYF0AAAAHdW5wYXVzZQAAAAABAAAAAAAAAAN3aG8AAAAAEwAAAAEAAAPpAAAAAgAAB9AAAAALRW5lcmd5RXJyb3IA", "AAAAAAAAABxUaGUgaW50ZXJmYWNlIG9mIHRoaXMgYnVpbGQuAAAAB3ZlcnNpb24AAAAAAAAAAAEAAAAE", "AAAAAAAAAUNFbmRzIGJpbGxpbmcsIG9uY2UsIHBhdXNlZCBvciBub3Q6IHN0YXRlbWVudHMgdGhhdCBzdGFydCBhdCBvciBhZnRlciBgYXRgIChVbml4IHNlY29uZHMpIGFyZSBwcmljZWQgMCwgYW5kIG5vbmUKbWF5IHN0cmFkZGxlIGl0LiBCaWxscyBpc3N1ZWQgYmVmb3JlIHN0YXkgYXMgdGhleSBhcmUuIFRoZSBib3VuZCBvZmZlcmluZyBzaWducy4KCiMgRXJyb3JzCiogW2BFbmVyZ3lFcnJvcjo6U3lzdGVtTm90T3BlbmBdLCBbYEVuZXJneUVycm9yOjpOb3RCb3VuZGBdLCBbYEVuZXJneUVycm9yOjpBbHJlYWR5Q29uY2x1ZGVkYF0KCiMgRXZlbnRzCiogW2BDb25jbHVkZWRgXQAAAAAIY29uY2x1ZGUAAAACAAAAAAAAAAZzeXN0ZW0AAAAAAAQAAAAAAAAAAmF0AAAAAAAGAAAAAQAAA+kAAAACAAAH0AAAAAtFbmVyZ3lFcnJvcgA=", "AAAAAAAAAExUaGUgc3RhdGVtZW50IG9mIGEgc3lzdGVtIHRoYXQgd2FpdHMgZm9yIGNvdW50ZXJzaWduYXR1cmVzLCBpZiB0aGVyZSBpcyBvbmUuAAAACHByb3Bvc2FsAAAAAQAAAAAAAAAGc3lzdGVtAAAAAAAEAAAAAQAAA+gAAAfQAAAACFByb3Bvc2Fs", "AAAAAAAAAGVXaGF0IHRoZSB1dGlsaXR5IGhhcyBvcGVuIGZvciBhIHN5c3RlbSdzIGV4cG9ydHMsIHN0cm9vcHMuCgojIEVycm9ycwoqIFtgRW5lcmd5RXJyb3I6OlN5c3RlbU5vdE9wZW5gXQAAAAAAAApleHBvcnRfZHVlAAAAAAABAAAAAAAAAAZzeXN0ZW0AAAAAAAQAAAABAAAD6QAAAAsAAAfQAAAAC0VuZXJneUVycm9yAA==", "AAAAAAAAAI9BIHBhcnR5J3MgYmlsbHMgdGhhdCBhcmUgbm90IHBhaWQgaW4gZnVsbCwgb2xkZXN0IGZpcnN0OyBhdCBtb3N0IDYwLgoKIyBFcnJvcnMKKiBbYEVuZXJneUVycm9yOjpTeXN0ZW1Ob3RPcGVuYF0sIFtgRW5lcmd5RXJyb3I6OlBhcnR5Tm90Rm91bmRgXQAAAAAKb3Blbl9iaWxscwAAAAAAAgAAAAAAAAAGc3lzdGVtAAAAAAAEAAAAAAAAAAVwYXJ0eQAAAAAAAAQAAAABAAAD6QAAA+oAAAfQAAAACE9wZW5CaWxsAAAH0AAAAAtFbmVyZ3lFcnJvcgA=", "AAAAAAAAAnVTYXlzIHRoZSBzYW1lIGFzIHRoZSBzdGF0ZW1lbnQgcHJvcG9zZWQsIGJ5IGl0cyBoYXNoOyB0aGUgb3JhY2xlIHNpZ25zLiBGaW5hbCB3aGVuIHRoYXQgbWFrZXMgYXMgbWFueSBvcmFjbGVzIGFzCnRoZSB0aHJlc2hvbGQ6IHRoZW4gdGhlIGJpbGxzLCBlbHNlIG5vdGhpbmcuIEl0IGlzIGp1ZGdlZCBhZ2FpbiwgYXMgb2Ygbm93LgoKIyBFcnJvcnMKKiBbYEVuZXJneUVycm9yOjpOb3RPcmFjbGVgXSwgW2BFbmVyZ3lFcnJvcjo6UGF1c2VkYF0sIFtgRW5lcmd5RXJyb3I6OlN5c3RlbU5vdE9wZW5gXQoqIFtgRW5lcmd5RXJyb3I6Ok5vUHJvcG9zYWxgXSAtIFdoZW4gbm8gc3RhdGVtZW50IG9mIHRoYXQgaW5kZXggd2FpdHMuCiogW2BFbmVyZ3lFcnJvcjo6SGFzaERpZmZlcnNgXSAtIFdoZW4gYW5vdGhlciBvbmUgd2FpdHMuCiogW2BFbmVyZ3lFcnJvcjo6QWxyZWFkeVNpZ25lZGBdIC0gV2hlbiB0aGUgb3JhY2xlIHNhaWQgc28gYmVmb3JlLgoqIFRoZSByZWZ1c2FscyBvZiBgcHJvcG9zZWAsIGZvciB3aGF0IGNoYW5nZWQgc2luY2UuCgojIEV2ZW50cwoqIFtgU3RhdGVtZW50UHJvcG9zZWRgXSwgb3IgdGhvc2Ugb2YgYSBmaW5hbCBzdGF0ZW1lbnQ6IGBzdGF0ZW1lbnRgLCBgYmlsbGAsIGBleHBvcnRgLgAAAAAAAAtjb3VudGVyc2lnbgAAAAAEAAAAAAAAAAZvcmFjbGUAAAAAABMAAAAAAAAABnN5c3RlbQAAAAAABAAAAAAAAAAFaW5kZXgAAAAAAAAEAAAAAAAAAARoYXNoAAAD7gAAACAAAAABAAAD6QAAA+gAAAPqAAAH0AAAAARCaWxsAAAH0AAAAAtFbmVyZ3lFcnJvcgA=", "AAAAAAAAASNPcGVucyBhbiBhcHByb3ZlZCBzeXN0ZW0sIG9uY2U6IGl0cyBmaXJzdCBzdGF0ZW1lbnQgc3RhcnRzIGF0IGBmcm9tYC4gVGhlIGFkbWluaXN0cmF0b3Igc2lnbnMuCgojIEVycm9ycwoqIFtgRW5lcmd5RXJyb3I6OlBhdXNlZGBdCiogW2BFbmVyZ3lFcnJvcjo6QWxyZWFkeU9wZW5gXSAtIFdoZW4gaXQgd2FzIG9wZW5lZCBiZWZvcmUuCiogW2BFbmVyZ3lFcnJvcjo6Tm90QXBwcm92ZWRgXSAtIFdoZW4gdGhlIHJlZ2lzdHJ5IGhhcyBub3QgYXBwcm92ZWQgaXQuCgojIEV2ZW50cwoqIFtgU3lzdGVtT3BlbmVkYF0AAAAAC29wZW5fc3lzdGVtAAAAAAIAAAAAAAAABnN5c3RlbQAAAAAABAAAAAAAAAAEZnJvbQAAAAYAAAABAAAD6QAAAAIAAAfQAAAAC0VuZXJneUVycm9yAA==", "AAAAAAAAAGpXaGF0IGEgcGFydHkgaGFzIG9wZW4sIHN0cm9vcHMuCgojIEVycm9ycwoqIFtgRW5lcmd5RXJyb3I6OlN5c3RlbU5vdE9wZW5gXSwgW2BFbmVyZ3lFcnJvcjo6UGFydHlOb3RGb3VuZGBdAAAAAAALb3V0c3RhbmRpbmcAAAAAAgAAAAAAAAAGc3lzdGVtAAAAAAAEAAAAAAAAAAVwYXJ0eQAAAAAAAAQAAAABAAAD6QAAAAsAAAfQAAAAC0VuZXJneUVycm9yAA==", "AAAAAAAAAGFBY2NlcHRzIHRoZSBhZG1pbmlzdHJhdGlvbjsgd2hvIHdhcyBvZmZlcmVkIGl0IHNpZ25zLgoKIyBFcnJvcnMKKiBbYEVuZXJneUVycm9yOjpOb1BlbmRpbmdBZG1pbmBdAAAAAAAADGFjY2VwdF9hZG1pbgAAAAAAAAABAAAD6QAAAAIAAAfQAAAAC0VuZXJneUVycm9yAA==", "AAAAAAAAAFpBIHN5c3RlbSdzIHN0YXRlLCBpdHMgcGFydGllcycgdG90YWxzIGluY2x1ZGVkLgoKIyBFcnJvcnMKKiBbYEVuZXJneUVycm9yOjpTeXN0ZW1Ob3RPcGVuYF0AAAAAAAxzeXN0ZW1fc3RhdGUAAAABAAAAAAAAAAZzeXN0ZW0AAAAAAAQAAAABAAAD6QAAB9AAAAALU3lzdGVtU3RhdGUAAAAH0AAAAAtFbmVyZ3lFcnJvcgA=", "AAAAAAAAAVBgcmV0YWlsYCBhbmQgYGV4cG9ydGAgYXJlIHRoZSB0YXJpZmYncyBhc3NldHMgb2YgdGhlIHBhcnRpZXMnIGFuZCB0aGUgdXRpbGl0eSdzIHByaWNlOyBgdGhyZXNob2xkYCBvcmFjbGVzIG11c3QKc2F5IHRoZSBzYW1lOyBhIGJpbGwgaXMgZHVlIGBkdWVfc2Vjc2AgYWZ0ZXIgaXRzIGlzc3VlLgoKIyBFcnJvcnMKKiBbYEVuZXJneUVycm9yOjpCYWRPcmFjbGVzYF0gLSBXaGVuIHRoZXJlIGFyZSBub3QgMSB0byAxNiBkaWZmZXJlbnQgb3JhY2xlcy4KKiBbYEVuZXJneUVycm9yOjpCYWRUaHJlc2hvbGRgXSAtIFdoZW4gdGhlIHRocmVzaG9sZCBpcyAwIG9yIGFib3ZlIHRoZWlyIG51bWJlci4AAAANX19jb25zdHJ1Y3RvcgAAAAAAAAgAAAAAAAAABWFkbWluAAAAAAAAEwAAAAAAAAAIcmVnaXN0cnkAAAATAAAAAAAAAAZ0YXJpZmYAAAAAABMAAAAAAAAABnJldGFpbAAAAAAH0AAAAAVBc3NldAAAAAAAAAAAAAAGZXhwb3J0AAAAAAfQAAAABUFzc2V0AAAAAAAAAAAAAAdvcmFjbGVzAAAAA+oAAAATAAAAAAAAAAl0aHJlc2hvbGQAAAAAAAAEAAAAAAAAAAhkdWVfc2VjcwAAAAYAAAABAAAD6QAAAAIAAAfQAAAAC0VuZXJneUVycm9yAA==", "AAAAAAAAAVdQYXlzIHdoYXQgdGhlIHV0aWxpdHkgb3dlcyBmb3IgYSBzeXN0ZW0ncyBleHBvcnRzLCBwYXVzZWQgb3Igbm90LCBhbmQgcmV0dXJucyB3aGF0IHdhcyBhcHBsaWVkOiB0aGUgbGVzc2VyIG9mCmBhbW91bnRgIGFuZCB3aGF0IHdhcyBvcGVuLiBUaGUgYm91bmQgb2ZmZXJpbmcgc2lnbnM7IGl0IGhvbGRzIHRoZSBtb25leS4KCiMgRXJyb3JzCiogW2BFbmVyZ3lFcnJvcjo6U3lzdGVtTm90T3BlbmBdLCBbYEVuZXJneUVycm9yOjpOb3RCb3VuZGBdLCBbYEVuZXJneUVycm9yOjpOZWdhdGl2ZUFtb3VudGBdCgojIEV2ZW50cwoqIFtgRXhwb3J0UGFpZGBdIC0gV2hlbiBzb21ldGhpbmcgd2FzIGFwcGxpZWQuAAAAAA1zZXR0bGVfZXhwb3J0AAAAAAAAAgAAAAAAAAAGc3lzdGVtAAAAAAAEAAAAAAAAAAZhbW91bnQAAAAAAAsAAAABAAAD6QAAAAsAAAfQAAAAC0VuZXJneUVycm9yAA==", "AAAAAAAAAEJPZmZlcnMgdGhlIGFkbWluaXN0cmF0aW9uIHRvIGBuZXdfYWRtaW5gOyB0aGUgYWRtaW5pc3RyYXRvciBzaWducy4AAAAAAA50cmFuc2Zlcl9hZG1pbgAAAAAAAQAAAAAAAAAJbmV3X2FkbWluAAAAAAAAEwAAAAA=", "AAAABQAAABtgd2hvYCBzdG9wcGVkIG5ldyBidXNpbmVzcy4AAAAAAAAAAAZQYXVzZWQAAAAAAAEAAAAGcGF1c2VkAAAAAAABAAAAAAAAAAN3aG8AAAAAEwAAAAEAAAAC", "AAAABQAAAB1gd2hvYCBsZXQgbmV3IGJ1c2luZXNzIGdvIG9uLgAAAAAAAAAAAAAIVW5wYXVzZWQAAAABAAAACHVucGF1c2VkAAAAAQAAAAAAAAADd2hvAAAAABMAAAABAAAAAg==", "AAAABQAAAFJUaGUgYWRtaW5pc3RyYXRvciBvZmZlcmVkIHRoZSBhZG1pbmlzdHJhdGlvbiB0byBgbmV3X2FkbWluYCwgd2hvIGhhcyB0byBhY2NlcHQgaXQuAAAAAAAAAAAADEFkbWluT2ZmZXJlZAAAAAEAAAANYWRtaW5fb2ZmZXJlZAAAAAAAAAIAAAAAAAAABWFkbWluAAAAAAAAEwAAAAEAAAAAAAAACW5ld19hZG1pbgAAAAAAABMAAAAAAAAAAg==", "AAAABQAAACRgYWRtaW5gIGFjY2VwdGVkIHRoZSBhZG1pbmlzdHJhdGlvbi4AAAAAAAAADUFkbWluQWNjZXB0ZWQAAAAAAAABAAAADmFkbWluX2FjY2VwdGVkAAAAAAABAAAAAAAAAAVhZG1pbgAAAAAAABMAAAABAAAAAg==", "AAAAAgAAABxXaGF0IGEgcHJpY2UgaXMgb2YgKFNFUC00MCkuAAAAAAAAAAVBc3NldAAAAAAAAAIAAAABAAAAIUEgU3RlbGxhciBhc3NldCwgYnkgaXRzIGNvbnRyYWN0LgAAAAAAAAdTdGVsbGFyAAAAAAEAAAATAAAAAQAAAEJBbnl0aGluZyBlbHNlLCBieSBpdHMgc3ltYm9sOiBhIHV0aWxpdHkncyByZXRhaWwgb3IgZXhwb3J0IHRhcmlmZi4AAAAAAAVPdGhlcgAAAAAAAAEAAAAR"]),
      options
    );
  }

   static override deploy<T = Client>(args: { admin: string | Address; registry: string | Address; tariff: string | Address; retail: Asset; export: Asset; oracles: Array<string | Address>; threshold: number; due_secs: bigint }, options: MethodOptions & Omit<ContractClientOptions, 'contractId'> & { salt?: Uint8Array; address?: string; } & ({ wasmHash: Uint8Array | string; format?: "hex" | "base64"; externalRef?: never; } | { externalRef: ExternalExecutableRef; wasmHash?: never; format?: never; })): Promise<AssembledTransaction<T>> {
    return ContractClient.deploy(args, options);
  }
  public readonly fromJson = {
    admin : this.txFromJson<string>,  pause : this.txFromJson<Result<null, EnergyError>>,  config : this.txFromJson<Config>,  paused : this.txFromJson<boolean>,  settle : this.txFromJson<Result<bigint, EnergyError>>,  oracles : this.txFromJson<Array<string>>,  propose : this.txFromJson<Result<Array<Bill> | null, EnergyError>>,  unpause : this.txFromJson<Result<null, EnergyError>>,  version : this.txFromJson<number>,  conclude : this.txFromJson<Result<null, EnergyError>>,  proposal : this.txFromJson<Proposal | null>,  export_due : this.txFromJson<Result<bigint, EnergyError>>,  open_bills : this.txFromJson<Result<Array<OpenBill>, EnergyError>>,  countersign : this.txFromJson<Result<Array<Bill> | null, EnergyError>>,  open_system : this.txFromJson<Result<null, EnergyError>>,  outstanding : this.txFromJson<Result<bigint, EnergyError>>,  accept_admin : this.txFromJson<Result<null, EnergyError>>,  system_state : this.txFromJson<Result<SystemState, EnergyError>>,  settle_export : this.txFromJson<Result<bigint, EnergyError>>,  transfer_admin : this.txFromJson<void>
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
   * Build a topics filter row for the "StatementFinal" event, for use in `Api.EventFilter.topics` when calling `server.getEvents`. Omitted fields match any value.
   */
  statementFinalEventFilter(topicValues?: { system?: number; index?: number }): string[] {
    return this.spec.eventTopicFilter("StatementFinal", topicValues);
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
   * Build a topics filter row for the "Unpaused" event, for use in `Api.EventFilter.topics` when calling `server.getEvents`. Omitted fields match any value.
   */
  unpausedEventFilter(topicValues?: { who?: string | Address }): string[] {
    return this.spec.eventTopicFilter("Unpaused", topicValues);
  }
  /**
   * Build a topics filter row for the "AdminOffered" event, for use in `Api.EventFilter.topics` when calling `server.getEvents`. Omitted fields match any value.
   */
  adminOfferedEventFilter(topicValues?: { admin?: string | Address }): string[] {
    return this.spec.eventTopicFilter("AdminOffered", topicValues);
  }
  /**
   * Build a topics filter row for the "AdminAccepted" event, for use in `Api.EventFilter.topics` when calling `server.getEvents`. Omitted fields match any value.
   */
  adminAcceptedEventFilter(topicValues?: { admin?: string | Address }): string[] {
    return this.spec.eventTopicFilter("AdminAccepted", topicValues);
  }
}