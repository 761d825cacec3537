// Generated from the contract by `npm run contracts:build`. Do not edit.
import type { Meter, RegistryError, Party, System, PartyShare, MeterKind, ContractEvent } from './types.ts';
import { Spec, Client as ContractClient } from '@stellar/stellar-sdk/contract';
import type { Result, AssembledTransaction, ClientOptions as ContractClientOptions, MethodOptions, ExternalExecutableRef } from '@stellar/stellar-sdk/contract';
import type { Address, xdr } from '@stellar/stellar-sdk';

export interface Client {
  /**
   * The administrator.
   */
  admin(options?: MethodOptions): Promise<AssembledTransaction<string>>;
  /**
   * The meter with that id.
   *
   * # Errors
   * * [`RegistryError::MeterNotFound`]
   */
  meter(args: { meter: number }, options?: MethodOptions): Promise<AssembledTransaction<Result<Meter, RegistryError>>>;
  /**
   * A party of a system by its index.
   *
   * # Errors
   * * [`RegistryError::SystemNotFound`], [`RegistryError::PartyNotFound`]
   */
  party(args: { system: number; index: number }, options?: MethodOptions): Promise<AssembledTransaction<Result<Party, RegistryError>>>;
  /**
   * Stops new business; `who` signs and is the administrator or the approver.
   *
   * # Errors
   * * [`RegistryError::NotGuardian`]
   */
  pause(args: { who: string | Address }, options?: MethodOptions): Promise<AssembledTransaction<Result<null, RegistryError>>>;
  /**
   * Whether new business is stopped.
   */
  paused(options?: MethodOptions): Promise<AssembledTransaction<boolean>>;
  /**
   * The system with that id.
   *
   * # Errors
   * * [`RegistryError::SystemNotFound`]
   */
  system(args: { system: number }, options?: MethodOptions): Promise<AssembledTransaction<Result<System, RegistryError>>>;
  /**
   * Lets a proposed system in; the approver signs.
   *
   * # Errors
   * * [`RegistryError::Paused`], [`RegistryError::SystemNotFound`], [`RegistryError::AlreadyApproved`]
   *
   * # Events
   * * [`SystemApproved`]
   */
  approve(args: { system: number }, options?: MethodOptions): Promise<AssembledTransaction<Result<null, RegistryError>>>;
  /**
   * Proposes a system and returns its id; the proposer signs.
   *
   * # Errors
   * * [`RegistryError::Paused`] - When the contract is paused.
   * * [`RegistryError::BadName`] - When the name has not 1 to 64 bytes.
   * * [`RegistryError::BadCapacity`] - When the rated power is 0.
   * * [`RegistryError::BadPartyCount`] - When there are not 1 to 16 parties.
   * * [`RegistryError::BadPortions`] - When a portion is 0 or they do not add up to 10,000.
   *
   * # Events
   * * [`SystemProposed`]
   */
  propose(args: { proposer: string | Address; name: string; capacity_w: bigint; shares: Array<PartyShare> }, options?: MethodOptions): Promise<AssembledTransaction<Result<number, RegistryError>>>;
  /**
   * Who holds what the parties do not own yet.
   */
  trustee(options?: MethodOptions): Promise<AssembledTransaction<string>>;
  /**
   * Lets new business go on; `who` signs and is the administrator or the approver.
   *
   * # Errors
   * * [`RegistryError::NotGuardian`]
   */
  unpause(args: { who: string | Address }, options?: MethodOptions): Promise<AssembledTransaction<Result<null, RegistryError>>>;
  /**
   * The interface of this build.
   */
  version(options?: MethodOptions): Promise<AssembledTransaction<number>>;
  /**
   * Who lets systems and meters in.
   */
  approver(options?: MethodOptions): Promise<AssembledTransaction<string>>;
  /**
   * Opens the next epoch of a meter that was replaced or reset and returns it; the approver signs.
   *
   * # Errors
   * * [`RegistryError::Paused`], [`RegistryError::MeterNotFound`], [`RegistryError::MeterRevoked`]
   * * [`RegistryError::Overflow`] - When there is no next epoch.
   *
   * # Events
   * * [`EpochOpened`]
   */
  new_epoch(args: { meter: number }, options?: MethodOptions): Promise<AssembledTransaction<Result<number, RegistryError>>>;
  /**
   * The offering bound to a system, if there is one.
   *
   * # Errors
   * * [`RegistryError::SystemNotFound`]
   */
  offering_of(args: { system: number }, options?: MethodOptions): Promise<AssembledTransaction<Result<string | null, RegistryError>>>;
  /**
   * Accepts the administration; who was offered it signs.
   *
   * # Errors
   * * [`RegistryError::NoPendingAdmin`]
   */
  accept_admin(options?: MethodOptions): Promise<AssembledTransaction<Result<null, RegistryError>>>;
  /**
   * Ends a meter for ever, paused or not; the approver signs.
   *
   * # Errors
   * * [`RegistryError::MeterNotFound`], [`RegistryError::MeterRevoked`]
   *
   * # Events
   * * [`MeterRevoked`]
   */
  revoke_meter(args: { meter: number }, options?: MethodOptions): Promise<AssembledTransaction<Result<null, RegistryError>>>;
  /**
   * Binds the offering that finances an approved system, once and for ever; the approver signs.
   *
   * # Errors
   * * [`RegistryError::Paused`], [`RegistryError::SystemNotFound`], [`RegistryError::NotApproved`]
   * * [`RegistryError::AlreadyBound`] - When it has an offering.
   *
   * # Events
   * * [`OfferingBound`]
   */
  bind_offering(args: { system: number; offering: string | Address }, options?: MethodOptions): Promise<AssembledTransaction<Result<null, RegistryError>>>;
  /**
   * Registers a meter of an approved system and returns its id; the approver signs. Its epoch starts at 1.
   *
   * `party` is the party whose consumption it measures, and 0 for a site meter. `capacity_w` bounds what it can
   * measure.
   *
   * # Errors
   * * [`RegistryError::Paused`], [`RegistryError::SystemNotFound`], [`RegistryError::NotApproved`]
   * * [`RegistryError::PartyNotFound`] - When the system has no such party.
   * * [`RegistryError::SiteMeterHasParty`] - When a site meter names a party other than 0.
   * * [`RegistryError::BadCapacity`] - When the capacity is 0.
   * * [`RegistryError::TooManyMeters`] - When the system has 32 meters.
   * * [`RegistryError::KeyTaken`] - When the key was ever registered before.
   *
   * # Events
   * * [`MeterRegistered`]
   */
  register_meter(args: { system: number; kind: MeterKind; party: number; key: Uint8Array; capacity_w: bigint }, options?: MethodOptions): Promise<AssembledTransaction<Result<number, RegistryError>>>;
  /**
   * Offers the administration to `new_admin`; the administrator signs.
   */
  transfer_admin(args: { new_admin: string | Address }, options?: MethodOptions): Promise<AssembledTransaction<void>>;
  /**
   * Sets what each party owns by now, by party index, paused or not; the bound offering signs.
   *
   * A value below what the party owns leaves it as it is, one above its portion counts as the portion: a transfer of
   * portions never makes a collection fail.
   *
   * # Errors
   * * [`RegistryError::SystemNotFound`], [`RegistryError::NotBound`]
   * * [`RegistryError::WrongLength`] - When there is not one value for each party.
   *
   * # Events
   * * [`OwnershipAccrued`] - When something changed.
   */
  accrue_ownership(args: { system: number; owned_bps: Array<number> }, options?: MethodOptions): Promise<AssembledTransaction<Result<null, RegistryError>>>;
  /**
   * Moves a part of a portion from one party to another, and what is owned of it in proportion (floor); both owners
   * and the approver sign.
   *
   * # Errors
   * * [`RegistryError::Paused`], [`RegistryError::SystemNotFound`], [`RegistryError::NotApproved`]
   * * [`RegistryError::PartyNotFound`], [`RegistryError::SameParty`]
   * * [`RegistryError::BadTransfer`] - When the part is 0 or more than the party has.
   *
   * # Events
   * * [`PortionTransferred`]
   */
  transfer_portion(args: { system: number; from_party: number; to_party: number; portion_bps: number }, options?: MethodOptions): Promise<AssembledTransaction<Result<null, RegistryError>>>;
}

export class Client extends ContractClient {
  constructor(options: ContractClientOptions) {
    super(
      new Spec(["AAAABAAAAERDb2RlcyBhcmUgcGFydCBvZiB0aGUgcHVibGljIGludGVyZmFjZTogbmV2ZXIgcmVudW1iZXIsIG5ldmVyIHJldXNlLgAAAAAAAAANUmVnaXN0cnlFcnJvcgAAAAAAABYAAAA9V2hhdCBpcyBuYW1lZCBkb2VzIG5vdCBleGlzdDogMTAwMCBvbi4gTm8gc3lzdGVtIGhhcyB0aGF0IGlkLgAAAAAAAA5TeXN0ZW1Ob3RGb3VuZAAAAAAD6AAAAChUaGUgc3lzdGVtIGhhcyBubyBwYXJ0eSB3aXRoIHRoYXQgaW5kZXguAAAADVBhcnR5Tm90Rm91bmQAAAAAAAPpAAAAFU5vIG1ldGVyIGhhcyB0aGF0IGlkLgAAAAAAAA1NZXRlck5vdEZvdW5kAAAAAAAD6gAAAD5BbiBhcmd1bWVudCBtYWtlcyBubyBzZW5zZTogMTAxMCBvbi4gQSBuYW1lIGhhcyAxIHRvIDY0IGJ5dGVzLgAAAAAAB0JhZE5hbWUAAAAD8gAAABxSYXRlZCBwb3dlciBtdXN0IGJlIGFib3ZlIDAuAAAAC0JhZENhcGFjaXR5AAAAA/MAAAAdQSBzeXN0ZW0gaGFzIDEgdG8gMTYgcGFydGllcy4AAAAAAAANQmFkUGFydHlDb3VudAAAAAAAA/QAAAAqUG9ydGlvbnMgYXJlIGFib3ZlIDAgYW5kIGFkZCB1cCB0byAxMCwwMDAuAAAAAAALQmFkUG9ydGlvbnMAAAAD9QAAAC9BIHNpdGUgbWV0ZXIgbWVhc3VyZXMgbm8gcGFydHk6IGl0cyBwYXJ0eSBpcyAwLgAAAAARU2l0ZU1ldGVySGFzUGFydHkAAAAAAAP2AAAALkEgcG9ydGlvbiBtb3ZlcyBiZXR3ZWVuIHR3byBkaWZmZXJlbnQgcGFydGllcy4AAAAAAAlTYW1lUGFydHkAAAAAAAP3AAAANFRoZSBwb3J0aW9uIHRvIG1vdmUgaXMgMCBvciBtb3JlIHRoYW4gdGhlIHBhcnR5IGhhcy4AAAALQmFkVHJhbnNmZXIAAAAD+AAAACNPbmUgdmFsdWUgZm9yIGVhY2ggcGFydHkgaXMgbmVlZGVkLgAAAAALV3JvbmdMZW5ndGgAAAAD+QAAAEVUaGUgc3RhdGUgZG9lcyBub3QgYWxsb3cgaXQ6IDEwMjAgb24uIFRoZSBzeXN0ZW0gaXMgYXBwcm92ZWQgYWxyZWFkeS4AAAAAAAAPQWxyZWFkeUFwcHJvdmVkAAAAA/wAAAAfVGhlIHN5c3RlbSBpcyBub3QgYXBwcm92ZWQgeWV0LgAAAAALTm90QXBwcm92ZWQAAAAD/QAAAB1BbiBvZmZlcmluZyBpcyBib3VuZCBhbHJlYWR5LgAAAAAAAAxBbHJlYWR5Qm91bmQAAAP+AAAAGU5vIG9mZmVyaW5nIGlzIGJvdW5kIHlldC4AAAAAAAAITm90Qm91bmQAAAP/AAAAOFRoZSBrZXkgYmVsb25ncyB0byBhIG1ldGVyIGFscmVhZHksIG1heWJlIGEgcmV2b2tlZCBvbmUuAAAACEtleVRha2VuAAAEAAAAABlUaGUgc3lzdGVtIGhhcyAzMiBtZXRlcnMuAAAAAAAADVRvb01hbnlNZXRlcnMAAAAAAAQBAAAAFVRoZSBtZXRlciBpcyByZXZva2VkLgAAAAAAAAxNZXRlclJldm9rZWQAAAQCAAAAL0FkbWluaXN0cmF0aW9uOiAxMDgwIG9uLiBOb2JvZHkgd2FzIG9mZmVyZWQgaXQuAAAAAA5Ob1BlbmRpbmdBZG1pbgAAAAAEOAAAABdUaGUgY29udHJhY3QgaXMgcGF1c2VkLgAAAAAGUGF1c2VkAAAAAAQ5AAAAPk9ubHkgdGhlIGFkbWluaXN0cmF0b3IgYW5kIHRoZSBhcHByb3ZlciBtYXkgcGF1c2UgYW5kIHVucGF1c2UuAAAAAAALTm90R3VhcmRpYW4AAAAEOgAAACxBcml0aG1ldGljOiAxMDkwIG9uLiBBIGNvdW50ZXIgaXMgZXhoYXVzdGVkLgAAAAhPdmVyZmxvdwAABEI=", "AAAABQAAAEpBIG1ldGVyIHdhcyByZXBsYWNlZCBvciByZXNldDogcmVhZGluZ3Mgb2YgZWFybGllciBlcG9jaHMgbm8gbG9uZ2VyIGNvdW50LgAAAAAAAAAAAAtFcG9jaE9wZW5lZAAAAAABAAAADGVwb2NoX29wZW5lZAAAAAMAAAAAAAAABnN5c3RlbQAAAAAABAAAAAEAAAAAAAAABW1ldGVyAAAAAAAABAAAAAEAAAAAAAAABWVwb2NoAAAAAAAABAAAAAAAAAAC", "AAAABQAAABlBIG1ldGVyIG5vIGxvbmdlciBjb3VudHMuAAAAAAAAAAAAAAxNZXRlclJldm9rZWQAAAABAAAADW1ldGVyX3Jldm9rZWQAAAAAAAACAAAAAAAAAAZzeXN0ZW0AAAAAAAQAAAABAAAAAAAAAAVtZXRlcgAAAAAAAAQAAAABAAAAAg==", "AAAABQAAABpBIHN5c3RlbSBnb3QgaXRzIG9mZmVyaW5nLgAAAAAAAAAAAA1PZmZlcmluZ0JvdW5kAAAAAAAAAQAAAA5vZmZlcmluZ19ib3VuZAAAAAAAAgAAAAAAAAAGc3lzdGVtAAAAAAAEAAAAAQAAAAAAAAAIb2ZmZXJpbmcAAAATAAAAAAAAAAI=", "AAAABQAAAB1UaGUgYXBwcm92ZXIgbGV0IGEgc3lzdGVtIGluLgAAAAAAAAAAAAAOU3lzdGVtQXBwcm92ZWQAAAAAAAEAAAAPc3lzdGVtX2FwcHJvdmVkAAAAAAEAAAAAAAAABnN5c3RlbQAAAAAABAAAAAEAAAAC", "AAAABQAAABZBIHN5c3RlbSB3YXMgcHJvcG9zZWQuAAAAAAAAAAAADlN5c3RlbVByb3Bvc2VkAAAAAAABAAAAD3N5c3RlbV9wcm9wb3NlZAAAAAAFAAAAAAAAAAZzeXN0ZW0AAAAAAAQAAAABAAAAAAAAAAhwcm9wb3NlcgAAABMAAAAAAAAAAAAAAARuYW1lAAAAEAAAAAAAAAAAAAAACmNhcGFjaXR5X3cAAAAAAAYAAAAAAAAAAAAAAAZzaGFyZXMAAAAAA+oAAAfQAAAAClBhcnR5U2hhcmUAAAAAAAAAAAAC", "AAAABQAAABtBIG1ldGVyIGNvdW50cyBmcm9tIG5vdyBvbi4AAAAAAAAAAA9NZXRlclJlZ2lzdGVyZWQAAAAAAQAAABBtZXRlcl9yZWdpc3RlcmVkAAAABwAAAAAAAAAGc3lzdGVtAAAAAAAEAAAAAQAAAAAAAAAFbWV0ZXIAAAAAAAAEAAAAAQAAAAAAAAAEa2luZAAAB9AAAAAJTWV0ZXJLaW5kAAAAAAAAAAAAAAAAAAAFcGFydHkAAAAAAAAEAAAAAAAAAAAAAAADa2V5AAAAA+4AAAAgAAAAAAAAAAAAAAAFZXBvY2gAAAAAAAAEAAAAAAAAAAAAAAAKY2FwYWNpdHlfdwAAAAAABgAAAAAAAAAC", "AAAABQAAACxXaGF0IGVhY2ggcGFydHkgb3ducyBieSBub3csIGJ5IHBhcnR5IGluZGV4LgAAAAAAAAAQT3duZXJzaGlwQWNjcnVlZAAAAAEAAAARb3duZXJzaGlwX2FjY3J1ZWQAAAAAAAACAAAAAAAAAAZzeXN0ZW0AAAAAAAQAAAABAAAAAAAAAAlvd25lZF9icHMAAAAAAAPqAAAABAAAAAAAAAAC", "AAAABQAAAD1BIHBhcnQgb2YgYSBwb3J0aW9uLCBhbmQgd2hhdCB3YXMgb3duZWQgb2YgaXQsIGNoYW5nZWQgaGFuZHMuAAAAAAAAAAAAABJQb3J0aW9uVHJhbnNmZXJyZWQAAAAAAAEAAAATcG9ydGlvbl90cmFuc2ZlcnJlZAAAAAAFAAAAAAAAAAZzeXN0ZW0AAAAAAAQAAAABAAAAAAAAAApmcm9tX3BhcnR5AAAAAAAEAAAAAAAAAAAAAAAIdG9fcGFydHkAAAAEAAAAAAAAAAAAAAALcG9ydGlvbl9icHMAAAAABAAAAAAAAAAAAAAACW93bmVkX2JwcwAAAAAAAAQAAAAAAAAAAg==", "AAAAAAAAABJUaGUgYWRtaW5pc3RyYXRvci4AAAAAAAVhZG1pbgAAAAAAAAAAAAABAAAAEw==", "AAAAAAAAAERUaGUgbWV0ZXIgd2l0aCB0aGF0IGlkLgoKIyBFcnJvcnMKKiBbYFJlZ2lzdHJ5RXJyb3I6Ok1ldGVyTm90Rm91bmRgXQAAAAVtZXRlcgAAAAAAAAEAAAAAAAAABW1ldGVyAAAAAAAABAAAAAEAAAPpAAAH0AAAAAVNZXRlcgAAAAAAB9AAAAANUmVnaXN0cnlFcnJvcgAAAA==", "AAAAAAAAAHFBIHBhcnR5IG9mIGEgc3lzdGVtIGJ5IGl0cyBpbmRleC4KCiMgRXJyb3JzCiogW2BSZWdpc3RyeUVycm9yOjpTeXN0ZW1Ob3RGb3VuZGBdLCBbYFJlZ2lzdHJ5RXJyb3I6OlBhcnR5Tm90Rm91bmRgXQAAAAAAAAVwYXJ0eQAAAAAAAAIAAAAAAAAABnN5c3RlbQAAAAAABAAAAAAAAAAFaW5kZXgAAAAAAAAEAAAAAQAAA+kAAAfQAAAABVBhcnR5AAAAAAAH0AAAAA1SZWdpc3RyeUVycm9yAAAA", "AAAAAAAAAHRTdG9wcyBuZXcgYnVzaW5lc3M7IGB3aG9gIHNpZ25zIGFuZCBpcyB0aGUgYWRtaW5pc3RyYXRvciBvciB0aGUgYXBwcm92ZXIuCgojIEVycm9ycwoqIFtgUmVnaXN0cnlFcnJvcjo6Tm90R3VhcmRpYW5gXQAAAAVwYXVzZQAAAAAAAAEAAAAAAAAAA3dobwAAAAATAAAAAQAAA+kAAAACAAAH0AAAAA1SZWdpc3RyeUVycm9yAAAA", "AAAAAAAAACBXaGV0aGVyIG5ldyBidXNpbmVzcyBpcyBzdG9wcGVkLgAAAAZwYXVzZWQAAAAAAAAAAAABAAAAAQ==", "AAAAAAAAAEZUaGUgc3lzdGVtIHdpdGggdGhhdCBpZC4KCiMgRXJyb3JzCiogW2BSZWdpc3RyeUVycm9yOjpTeXN0ZW1Ob3RGb3VuZGBdAAAAAAAGc3lzdGVtAAAAAAABAAAAAAAAAAZzeXN0ZW0AAAAAAAQAAAABAAAD6QAAB9AAAAAGU3lzdGVtAAAAAAfQAAAADVJlZ2lzdHJ5RXJyb3IAAAA=", "AAAAAAAAALpMZXRzIGEgcHJvcG9zZWQgc3lzdGVtIGluOyB0aGUgYXBwcm92ZXIgc2lnbnMuCgojIEVycm9ycwoqIFtgUmVnaXN0cnlFcnJvcjo6UGF1c2VkYF0sIFtgUmVnaXN0cnlFcnJvcjo6U3lzdGVtTm90Rm91bmRgXSwgW2BSZWdpc3RyeUVycm9yOjpBbHJlYWR5QXBwcm92ZWRgXQoKIyBFdmVudHMKKiBbYFN5c3RlbUFwcHJvdmVkYF0AAAAAAAdhcHByb3ZlAAAAAAEAAAAAAAAABnN5c3RlbQAAAAAABAAAAAEAAAPpAAAAAgAAB9AAAAANUmVnaXN0cnlFcnJvcgAAAA==", "AAAAAAAAAcBQcm9wb3NlcyBhIHN5c3RlbSBhbmQgcmV0dXJucyBpdHMgaWQ7IHRoZSBwcm9wb3NlciBzaWducy4KCiMgRXJyb3JzCiogW2BSZWdpc3RyeUVycm9yOjpQYXVzZWRgXSAtIFdoZW4gdGhlIGNvbnRyYWN0IGlzIHBhdXNlZC4KKiBbYFJlZ2lzdHJ5RXJyb3I6OkJhZE5hbWVgXSAtIFdoZW4gdGhlIG5hbWUgaGFzIG5vdCAxIHRvIDY0IGJ5dGVzLgoqIFtgUmVnaXN0cnlFcnJvcjo6QmFkQ2FwYWNpdHlgXSAtIFdoZW4gdGhlIHJhdGVkIHBvd2VyIGlzIDAuCiogW2BSZWdpc3RyeUVycm9yOjpCYWRQYXJ0eUNvdW50YF0gLSBXaGVuIHRoZXJlIGFyZSBub3QgMSB0byAxNiBwYXJ0aWVzLgoqIFtgUmVnaXN0cnlFcnJvcjo6QmFkUG9ydGlvbnNgXSAtIFdoZW4gYSBwb3J0aW9uIGlzIDAgb3IgdGhleSBkbyBub3QgYWRkIHVwIHRvIDEwLDAwMC4KCiMgRXZlbnRzCiogW2BTeXN0ZW1Qcm9wb3NlZGBdAAAAB3Byb3Bvc2UAAAAABAAAAAAAAAAIcHJvcG9zZXIAAAATAAAAAAAAAARuYW1lAAAAEAAAAAAAAAAKY2FwYWNpdHlfdwAAAAAABgAAAAAAAAAGc2hhcmVzAAAAAAPqAAAH0AAAAApQYXJ0eVNoYXJlAAAAAAABAAAD6QAAAAQAAAfQAAAADVJlZ2lzdHJ5RXJyb3IAAAA=", "AAAAAAAAACpXaG8gaG9sZHMgd2hhdCB0aGUgcGFydGllcyBkbyBub3Qgb3duIHlldC4AAAAAAAd0cnVzdGVlAAAAAAAAAAABAAAAEw==", "AAAAAAAAAHlMZXRzIG5ldyBidXNpbmVzcyBnbyBvbjsgYHdob2Agc2lnbnMgYW5kIGlzIHRoZSBhZG1pbmlzdHJhdG9yIG9yIHRoZSBhcHByb3Zlci4KCiMgRXJyb3JzCiogW2BSZWdpc3RyeUVycm9yOjpOb3RHdWFyZGlhbmBdAAAAAAAAB3VucGF1c2UAAAAAAQAAAAAAAAADd2hvAAAAABMAAAABAAAD6QAAAAIAAAfQAAAADVJlZ2lzdHJ5RXJyb3IAAAA=", "AAAAAAAAABxUaGUgaW50ZXJmYWNlIG9mIHRoaXMgYnVpbGQuAAAAB3ZlcnNpb24AAAAAAAAAAAEAAAAE", "AAAAAAAAAB9XaG8gbGV0cyBzeXN0ZW1zIGFuZCBtZXRlcnMgaW4uAAAAAAhhcHByb3ZlcgAAAAAAAAABAAAAEw==", "AAAAAAAAASBPcGVucyB0aGUgbmV4dCBlcG9jaCBvZiBhIG1ldGVyIHRoYXQgd2FzIHJlcGxhY2VkIG9yIHJlc2V0IGFuZCByZXR1cm5zIGl0OyB0aGUgYXBwcm92ZXIgc2lnbnMuCgojIEVycm9ycwoqIFtgUmVnaXN0cnlFcnJvcjo6UGF1c2VkYF0sIFtgUmVnaXN0cnlFcnJvcjo6TWV0ZXJOb3RGb3VuZGBdLCBbYFJlZ2lzdHJ5RXJyb3I6Ok1ldGVyUmV2b2tlZGBdCiogW2BSZWdpc3RyeUVycm9yOjpPdmVyZmxvd2BdIC0gV2hlbiB0aGVyZSBpcyBubyBuZXh0IGVwb2NoLgoKIyBFdmVudHMKKiBbYEVwb2NoT3BlbmVkYF0AAAAJbmV3X2Vwb2NoAAAAAAAAAQAAAAAAAAAFbWV0ZXIAAAAAAAAEAAAAAQAAA+kAAAAEAAAH0AAAAA1SZWdpc3RyeUVycm9yAAAA", "AAAAAAAAAF5UaGUgb2ZmZXJpbmcgYm91bmQgdG8gYSBzeXN0ZW0sIGlmIHRoZXJlIGlzIG9uZS4KCiMgRXJyb3JzCiogW2BSZWdpc3RyeUVycm9yOjpTeXN0ZW1Ob3RGb3VuZGBdAAAAAAALb2ZmZXJpbmdfb2YAAAAAAQAAAAAAAAAGc3lzdGVtAAAAAAAEAAAAAQAAA+kAAAPoAAAAEwAAB9AAAAANUmVnaXN0cnlFcnJvcgAAAA==", "AAAAAAAAAGNBY2NlcHRzIHRoZSBhZG1pbmlzdHJhdGlvbjsgd2hvIHdhcyBvZmZlcmVkIGl0IHNpZ25zLgoKIyBFcnJvcnMKKiBbYFJlZ2lzdHJ5RXJyb3I6Ok5vUGVuZGluZ0FkbWluYF0AAAAADGFjY2VwdF9hZG1pbgAAAAAAAAABAAAD6QAAAAIAAAfQAAAADVJlZ2lzdHJ5RXJyb3IAAAA=", "AAAAAAAAAKRFbmRzIGEgbWV0ZXIgZm9yIGV2ZXIsIHBhdXNlZCBvciBub3Q7IHRoZSBhcHByb3ZlciBzaWducy4KCiMgRXJyb3JzCiogW2BSZWdpc3RyeUVycm9yOjpNZXRlck5vdEZvdW5kYF0sIFtgUmVnaXN0cnlFcnJvcjo6TWV0ZXJSZXZva2VkYF0KCiMgRXZlbnRzCiogW2BNZXRlclJldm9rZWRgXQAAAAxyZXZva2VfbWV0ZXIAAAABAAAAAAAAAAVtZXRlcgAAAAAAAAQAAAABAAAD6QAAAAIAAAfQAAAADVJlZ2lzdHJ5RXJyb3IAAAA=", "AAAAAAAAAG1OYW1lcyB0aGUgYWRtaW5pc3RyYXRvciwgdGhlIGFwcHJvdmVyIG9mIHN5c3RlbXMgYW5kIG1ldGVycywgYW5kIHRoZSB0cnVzdGVlIHdobyBob2xkcyB3aGF0IGlzIG5vdCBvd25lZCB5ZXQuAAAAAAAADV9fY29uc3RydWN0b3IAAAAAAAADAAAAAAAAAAVhZG1pbgAAAAAAABMAAAAAAAAACGFwcHJvdmVyAAAAEwAAAAAAAAAHdHJ1c3RlZQAAAAATAAAAAA==", "AAAAAAAAAR9CaW5kcyB0aGUgb2ZmZXJpbmcgdGhhdCBmaW5hbmNlcyBhbiBhcHByb3ZlZCBzeXN0ZW0sIG9uY2UgYW5kIGZvciBldmVyOyB0aGUgYXBwcm92ZXIgc2lnbnMuCgojIEVycm9ycwoqIFtgUmVnaXN0cnlFcnJvcjo6UGF1c2VkYF0sIFtgUmVnaXN0cnlFcnJvcjo6U3lzdGVtTm90Rm91bmRgXSwgW2BSZWdpc3RyeUVycm9yOjpOb3RBcHByb3ZlZGBdCiogW2BSZWdpc3RyeUVycm9yOjpBbHJlYWR5Qm91bmRgXSAtIFdoZW4gaXQgaGFzIGFuIG9mZmVyaW5nLgoKIyBFdmVudHMKKiBbYE9mZmVyaW5nQm91bmRgXQAAAAANYmluZF9vZmZlcmluZwAAAAAAAAIAAAAAAAAABnN5c3RlbQAAAAAABAAAAAAAAAAIb2ZmZXJpbmcAAAATAAAAAQAAA+kAAAACAAAH0AAAAA1SZWdpc3RyeUVycm9yAAAA", "AAAAAAAAAsxSZWdpc3RlcnMgYSBtZXRlciBvZiBhbiBhcHByb3ZlZCBzeXN0ZW0gYW5kIHJldHVybnMgaXRzIGlkOyB0aGUgYXBwcm92ZXIgc2lnbnMuIEl0cyBlcG9jaCBzdGFydHMgYXQgMS4KCmBwYXJ0eWAgaXMgdGhlIHBhcnR5IHdob3NlIGNvbnN1bXB0aW9uIGl0IG1lYXN1cmVzLCBhbmQgMCBmb3IgYSBzaXRlIG1ldGVyLiBgY2FwYWNpdHlfd2AgYm91bmRzIHdoYXQgaXQgY2FuCm1lYXN1cmUuCgojIEVycm9ycwoqIFtgUmVnaXN0cnlFcnJvcjo6UGF1c2VkYF0sIFtgUmVnaXN0cnlFcnJvcjo6U3lzdGVtTm90Rm91bmRgXSwgW2BSZWdpc3RyeUVycm9yOjpOb3RBcHByb3ZlZGBdCiogW2BSZWdpc3RyeUVycm9yOjpQYXJ0eU5vdEZvdW5kYF0gLSBXaGVuIHRoZSBzeXN0ZW0gaGFzIG5vIHN1Y2ggcGFydHkuCiogW2BSZWdpc3RyeUVycm9yOjpTaXRlTWV0ZXJIYXNQYXJ0eWBdIC0gV2hlbiBhIHNpdGUgbWV0ZXIgbmFtZXMgYSBwYXJ0eSBvdGhlciB0aGFuIDAuCiogW2BSZWdpc3RyeUVycm9yOjpCYWRDYXBhY2l0eWBdIC0gV2hlbiB0aGUgY2FwYWNpdHkgaXMgMC4KKiBbYFJlZ2lzdHJ5RXJyb3I6OlRvb01hbnlNZXRlcnNgXSAtIFdoZW4gdGhlIHN5c3RlbSBoYXMgMzIgbWV0ZXJzLgoqIFtgUmVnaXN0cnlFcnJvcjo6S2V5VGFrZW5gXSAtIFdoZW4gdGhlIGtleSB3YXMgZXZlciByZWdpc3RlcmVkIGJlZm9yZS4KCiMgRXZlbnRzCiogW2BNZXRlclJlZ2lzdGVyZWRgXQAAAA5yZWdpc3Rlcl9tZXRlcgAAAAAABQAAAAAAAAAGc3lzdGVtAAAAAAAEAAAAAAAAAARraW5kAAAH0AAAAAlNZXRlcktpbmQAAAAAAAAAAAAABXBhcnR5AAAAAAAABAAAAAAAAAADa2V5AAAAA+4AAAAgAAAAAAAAAApjYXBhY2l0eV93AAAAAAAGAAAAAQAAA+kAAAAEAAAH0AAAAA1SZWdpc3RyeUVycm9yAAAA", "AAAAAAAAAEJPZmZlcnMgdGhlIGFkbWluaXN0cmF0aW9uIHRvIGBuZXdfYWRtaW5gOyB0aGUgYWRtaW5pc3RyYXRvciBzaWducy4AAAAAAA50cmFuc2Zlcl9hZG1pbgAAAAAAAQAAAAAAAAAJbmV3X2FkbWluAAAAAAAAEwAAAAA=", "AAAAAAAAAclTZXRzIHdoYXQgZWFjaCBwYXJ0eSBvd25zIGJ5IG5vdywgYnkgcGFydHkgaW5kZXgsIHBhdXNlZCBvciBub3Q7IHRoZSBib3VuZCBvZmZlcmluZyBzaWducy4KCkEgdmFsdWUgYmVsb3cgd2hhdCB0aGUgcGFydHkgb3ducyBsZWF2ZXMgaXQgYXMgaXQgaXMsIG9uZSBhYm92ZSBpdHMgcG9ydGlvbiBjb3VudHMgYXMgdGhlIHBvcnRpb246IGEgdHJhbnNmZXIgb2YKcG9ydGlvbnMgbmV2ZXIgbWFrZXMgYSBjb2xsZWN0aW9uIGZhaWwuCgojIEVycm9ycwoqIFtgUmVnaXN0cnlFcnJvcjo6U3lzdGVtTm90Rm91bmRgXSwgW2BSZWdpc3RyeUVycm9yOjpOb3RCb3VuZGBdCiogW2BSZWdpc3RyeUVycm9yOjpXcm9uZ0xlbmd0aGBdIC0gV2hlbiB0aGVyZSBpcyBub3Qgb25lIHZhbHVlIGZvciBlYWNoIHBhcnR5LgoKIyBFdmVudHMKKiBbYE93bmVyc2hpcEFjY3J1ZWRgXSAtIFdoZW4gc29tZXRoaW5nIGNoYW5nZWQuAAAAAAAAEGFjY3J1ZV9vd25lcnNoaXAAAAACAAAAAAAAAAZzeXN0ZW0AAAAAAAQAAAAAAAAACW93bmVkX2JwcwAAAAAAA+oAAAAEAAAAAQAAA+kAAAACAAAH0AAAAA1SZWdpc3RyeUVycm9yAAAA", "AAAAAAAAAaVNb3ZlcyBhIHBhcnQgb2YgYSBwb3J0aW9uIGZyb20gb25lIHBhcnR5IHRvIGFub3RoZXIsIGFuZCB3aGF0IGlzIG93bmVkIG9mIGl0IGluIHByb3BvcnRpb24gKGZsb29yKTsgYm90aCBvd25lcnMKYW5kIHRoZSBhcHByb3ZlciBzaWduLgoKIyBFcnJvcnMKKiBbYFJlZ2lzdHJ5RXJyb3I6OlBhdXNlZGBdLCBbYFJlZ2lzdHJ5RXJyb3I6OlN5c3RlbU5vdEZvdW5kYF0sIFtgUmVnaXN0cnlFcnJvcjo6Tm90QXBwcm92ZWRgXQoqIFtgUmVnaXN0cnlFcnJvcjo6UGFydHlOb3RGb3VuZGBdLCBbYFJlZ2lzdHJ5RXJyb3I6OlNhbWVQYXJ0eWBdCiogW2BSZWdpc3RyeUVycm9yOjpCYWRUcmFuc2ZlcmBdIC0gV2hlbiB0aGUgcGFydCBpcyAwIG9yIG1vcmUgdGhhbiB0aGUgcGFydHkgaGFzLgoKIyBFdmVudHMKKiBbYFBvcnRpb25UcmFuc2ZlcnJlZGBdAAAAAAAAEHRyYW5zZmVyX3BvcnRpb24AAAAEAAAAAAAAAAZzeXN0ZW0AAAAAAAQAAAAAAAAACmZyb21fcGFydHkAAAAAAAQAAAAAAAAACHRvX3BhcnR5AAAABAAAAAAAAAALcG9ydGlvbl9icHMAAAAABAAAAAEAAAPpAAAAAgAAB9AAAAANUmVnaXN0cnlFcnJvcgAAAA==", "AAAABQAAABtgd2hvYCBzdG9wcGVkIG5ldyBidXNpbmVzcy4AAAAAAAAAAAZQYXVzZWQAAAAAAAEAAAAGcGF1c2VkAAAAAAABAAAAAAAAAAN3aG8AAAAAEwAAAAEAAAAC", "AAAABQAAAB1gd2hvYCBsZXQgbmV3IGJ1c2luZXNzIGdvIG9uLgAAAAAAAAAAAAAIVW5wYXVzZWQAAAABAAAACHVucGF1c2VkAAAAAQAAAAAAAAADd2hvAAAAABMAAAABAAAAAg==", "AAAABQAAAFJUaGUgYWRtaW5pc3RyYXRvciBvZmZlcmVkIHRoZSBhZG1pbmlzdHJhdGlvbiB0byBgbmV3X2FkbWluYCwgd2hvIGhhcyB0byBhY2NlcHQgaXQuAAAAAAAAAAAADEFkbWluT2ZmZXJlZAAAAAEAAAANYWRtaW5fb2ZmZXJlZAAAAAAAAAIAAAAAAAAABWFkbWluAAAAAAAAEwAAAAEAAAAAAAAACW5ld19hZG1pbgAAAAAAABMAAAAAAAAAAg==", "AAAABQAAACRgYWRtaW5gIGFjY2VwdGVkIHRoZSBhZG1pbmlzdHJhdGlvbi4AAAAAAAAADUFkbWluQWNjZXB0ZWQAAAAAAAABAAAADmFkbWluX2FjY2VwdGVkAAAAAAABAAAAAAAAAAVhZG1pbgAAAAAAABMAAAABAAAAAg==", "AAAAAQAAACBBIG1ldGVyIHRoYXQgc2lnbnMgaXRzIHJlYWRpbmdzLgAAAAAAAAAFTWV0ZXIAAAAAAAAHAAAAH1RoZSBtb3N0IGl0IGNhbiBtZWFzdXJlLCB3YXR0cy4AAAAACmNhcGFjaXR5X3cAAAAAAAYAAABYR3Jvd3Mgd2hlbiB0aGUgbWV0ZXIgaXMgcmVwbGFjZWQgb3IgcmVzZXQ6IHJlYWRpbmdzIG9mIGFuIGVhcmxpZXIgZXBvY2ggbm8gbG9uZ2VyIGNvdW50LgAAAAVlcG9jaAAAAAAAAAQAAAAXSXRzIEVkMjU1MTkgcHVibGljIGtleS4AAAAAA2tleQAAAAPuAAAAIAAAAB1XaGljaCBvZiBpdHMgcmVnaXN0ZXJzIGNvdW50LgAAAAAAAARraW5kAAAH0AAAAAlNZXRlcktpbmQAAAAAAABFSW5kZXggb2YgdGhlIHBhcnR5IHdob3NlIGNvbnN1bXB0aW9uIGl0IG1lYXN1cmVzOyAwIGZvciBhIHNpdGUgbWV0ZXIuAAAAAAAABXBhcnR5AAAAAAAABAAAACxXaGV0aGVyIGl0cyByZWFkaW5ncyBubyBsb25nZXIgY291bnQgYXQgYWxsLgAAAAdyZXZva2VkAAAAAAEAAAAZVGhlIHN5c3RlbSBpdCBiZWxvbmdzIHRvLgAAAAAAAAZzeXN0ZW0AAAAAAAQ=", "AAAAAQAAAEdBIHBhcnR5IG9mIGEgc3lzdGVtLiBUaGUgdHJ1c3RlZSBob2xkcyB3aGF0IHRoZSBwYXJ0aWVzIGRvIG5vdCBvd24geWV0LgAAAAAAAAAABVBhcnR5AAAAAAAAAwAAAClXaGF0IGl0IG93bnMgc28gZmFyOyBhdCBtb3N0IHRoZSBwb3J0aW9uLgAAAAAAAAlvd25lZF9icHMAAAAAAAAEAAAAJFdobyB1c2VzIHRoZSBlbmVyZ3kgYW5kIHBheXMgZm9yIGl0LgAAAAVvd25lcgAAAAAAABMAAAA1V2hhdCB0aGUgcGFydHkgaXMgdG8gb3duLCBiYXNpcyBwb2ludHMgb2YgdGhlIHN5c3RlbS4AAAAAAAALcG9ydGlvbl9icHMAAAAABA==", "AAAAAQAAACtBIHNvbGFyIHN5c3RlbSwgaXRzIHBhcnRpZXMgYW5kIGl0cyBtZXRlcnMuAAAAAAAAAAAGU3lzdGVtAAAAAAAHAAAAH1doZXRoZXIgdGhlIGFwcHJvdmVyIGxldCBpdCBpbi4AAAAACGFwcHJvdmVkAAAAAQAAABNSYXRlZCBwb3dlciwgd2F0dHMuAAAAAApjYXBhY2l0eV93AAAAAAAGAAAAJElkcyBvZiBpdHMgbWV0ZXJzLCByZXZva2VkIG9uZXMgdG9vLgAAAAZtZXRlcnMAAAAAA+oAAAAEAAAAHUZvciBwZW9wbGUsIGF0IG1vc3QgNjQgYnl0ZXMuAAAAAAAABG5hbWUAAAAQAAAAKlRoZSBvZmZlcmluZyB0aGF0IGZpbmFuY2VzIGl0OyBib3VuZCBvbmNlLgAAAAAACG9mZmVyaW5nAAAD6AAAABMAAAAPQnkgcGFydHkgaW5kZXguAAAAAAdwYXJ0aWVzAAAAA+oAAAfQAAAABVBhcnR5AAAAAAAAEFdobyBwcm9wb3NlZCBpdC4AAAAIcHJvcG9zZXIAAAAT", "AAAAAgAAACFXaGljaCByZWdpc3RlcnMgb2YgYSBtZXRlciBjb3VudC4AAAAAAAAAAAAACU1ldGVyS2luZAAAAAAAAAMAAAAAAAAAJEdlbmVyYXRpb24gYW5kIGV4cG9ydCBvZiB0aGUgc3lzdGVtLgAAAARTaXRlAAAAAAAAABlDb25zdW1wdGlvbiBvZiBvbmUgcGFydHkuAAAAAAAABExvYWQAAAAAAAAAMUdlbmVyYXRpb24sIGV4cG9ydCwgYW5kIGNvbnN1bXB0aW9uIG9mIG9uZSBwYXJ0eS4AAAAAAAAIQ29tYmluZWQ=", "AAAAAQAAAF1XaGF0IGEgcGFydHkgaXMgdG8gb3duIG9mIGEgc3lzdGVtLCBhcyBwcm9wb3NlZC4gVGhlIHBvcnRpb25zIG9mIG9uZSBzeXN0ZW0gYWRkIHVwIHRvIDEwLDAwMC4AAAAAAAAAAAAAClBhcnR5U2hhcmUAAAAAAAIAAAAkV2hvIHVzZXMgdGhlIGVuZXJneSBhbmQgcGF5cyBmb3IgaXQuAAAABW93bmVyAAAAAAAAEwAAABtCYXNpcyBwb2ludHMgb2YgdGhlIHN5c3RlbS4AAAAAC3BvcnRpb25fYnBzAAAAAAQ="]),
      options
    );
  }

   static override deploy<T = Client>(args: { admin: string | Address; approver: string | Address; trustee: string | Address }, options: MethodOptions & Omit<ContractClientOptions, 'contractId'> & { salt?: Uint8Array; address?: string; } & ({ wasmHash: Uint8Array | string; format?: "hex" | "base64"; externalRef?: never; } | { externalRef: ExternalExecutableRef; wasmHash?: never; format?: never; })): Promise<AssembledTransaction<T>> {
    return ContractClient.deploy(args, options);
  }
  public readonly fromJson = {
    admin : this.txFromJson<string>,  meter : this.txFromJson<Result<Meter, RegistryError>>,  party : this.txFromJson<Result<Party, RegistryError>>,  pause : this.txFromJson<Result<null, RegistryError>>,  paused : this.txFromJson<boolean>,  system : this.txFromJson<Result<System, RegistryError>>,  approve : this.txFromJson<Result<null, RegistryError>>,  propose : this.txFromJson<Result<number, RegistryError>>,  trustee : this.txFromJson<string>,  unpause : this.txFromJson<Result<null, RegistryError>>,  version : this.txFromJson<number>,  approver : this.txFromJson<string>,  new_epoch : this.txFromJson<Result<number, RegistryError>>,  offering_of : this.txFromJson<Result<string | null, RegistryError>>,  accept_admin : this.txFromJson<Result<null, RegistryError>>,  revoke_meter : this.txFromJson<Result<null, RegistryError>>,  bind_offering : this.txFromJson<Result<null, RegistryError>>,  register_meter : this.txFromJson<Result<number, RegistryError>>,  transfer_admin : this.txFromJson<void>,  accrue_ownership : this.txFromJson<Result<null, RegistryError>>,  transfer_portion : this.txFromJson<Result<null, RegistryError>>
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
   * Build a topics filter row for the "EpochOpened" event, for use in `Api.EventFilter.topics` when calling `server.getEvents`. Omitted fields match any value.
   */
  epochOpenedEventFilter(topicValues?: { system?: number; meter?: number }): string[] {
    return this.spec.eventTopicFilter("EpochOpened", topicValues);
  }
  /**
   * Build a topics filter row for the "MeterRevoked" event, for use in `Api.EventFilter.topics` when calling `server.getEvents`. Omitted fields match any value.
   */
  meterRevokedEventFilter(topicValues?: { system?: number; meter?: number }): string[] {
    return this.spec.eventTopicFilter("MeterRevoked", topicValues);
  }
  /**
   * Build a topics filter row for the "OfferingBound" event, for use in `Api.EventFilter.topics` when calling `server.getEvents`. Omitted fields match any value.
   */
  offeringBoundEventFilter(topicValues?: { system?: number }): string[] {
    return this.spec.eventTopicFilter("OfferingBound", topicValues);
  }
  /**
   * Build a topics filter row for the "SystemApproved" event, for use in `Api.EventFilter.topics` when calling `server.getEvents`. Omitted fields match any value.
   */
  systemApprovedEventFilter(topicValues?: { system?: number }): string[] {
    return this.spec.eventTopicFilter("SystemApproved", topicValues);
  }
  /**
   * Build a topics filter row for the "SystemProposed" event, for use in `Api.EventFilter.topics` when calling `server.getEvents`. Omitted fields match any value.
   */
  systemProposedEventFilter(topicValues?: { system?: number }): string[] {
    return this.spec.eventTopicFilter("SystemProposed", topicValues);
  }
  /**
   * Build a topics filter row for the "MeterRegistered" event, for use in `Api.EventFilter.topics` when calling `server.getEvents`. Omitted fields match any value.
   */
  meterRegisteredEventFilter(topicValues?: { system?: number; meter?: number }): string[] {
    return this.spec.eventTopicFilter("MeterRegistered", topicValues);
  }
  /**
   * Build a topics filter row for the "OwnershipAccrued" event, for use in `Api.EventFilter.topics` when calling `server.getEvents`. Omitted fields match any value.
   */
  ownershipAccruedEventFilter(topicValues?: { system?: number }): string[] {
    return this.spec.eventTopicFilter("OwnershipAccrued", topicValues);
  }
  /**
   * Build a topics filter row for the "PortionTransferred" event, for use in `Api.EventFilter.topics` when calling `server.getEvents`. Omitted fields match any value.
   */
  portionTransferredEventFilter(topicValues?: { system?: number }): string[] {
    return this.spec.eventTopicFilter("PortionTransferred", topicValues);
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