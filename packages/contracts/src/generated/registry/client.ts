// Generated from the contract by `npm run contracts:build`. Do not edit.
import type { Meter, RegistryError, Party, System, PartyShare, Governance, RoleOffer, MeterKind, PendingUpgrade, ContractEvent } from './types.ts';
import { Spec, Client as ContractClient } from '@stellar/stellar-sdk/contract';
import type { Result, AssembledTransaction, ClientOptions as ContractClientOptions, MethodOptions, ExternalExecutableRef } from '@stellar/stellar-sdk/contract';
import type { Address, xdr } from '@stellar/stellar-sdk';

export interface Client {
  /**
   * Who holds a role.
   */
  role(args: { role: string }, options?: MethodOptions): Promise<AssembledTransaction<string | null>>;
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
   * Stops new business. Administrator, trustee or a guardian signs.
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
   * Brings what the previous build stored to the form of this one, once. Anyone may call it.
   */
  migrate(options?: MethodOptions): Promise<AssembledTransaction<Result<null, RegistryError>>>;
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
   * Puts the former owner of a party back in place once the default is cured, paused or not; the bound offering signs.
   *
   * # Errors
   * * [`RegistryError::SystemNotFound`], [`RegistryError::NotBound`], [`RegistryError::PartyNotFound`]
   * * [`RegistryError::NotSteppedIn`] - When nobody stepped in.
   *
   * # Events
   * * [`Restored`]
   */
  restore(args: { system: number; party: number }, options?: MethodOptions): Promise<AssembledTransaction<Result<null, RegistryError>>>;
  /**
   * Puts the bondholders' trustee in the place of a party's owner after a default, paused or not; the bound offering
   * signs. The owner is remembered; portion and what is owned of it stay with the party.
   *
   * # Errors
   * * [`RegistryError::SystemNotFound`], [`RegistryError::NotBound`], [`RegistryError::PartyNotFound`]
   * * [`RegistryError::SteppedIn`] - When the trustee did so already.
   *
   * # Events
   * * [`SteppedIn`]
   */
  step_in(args: { system: number; party: number }, options?: MethodOptions): Promise<AssembledTransaction<Result<null, RegistryError>>>;
  /**
   * Who holds what the parties do not own yet.
   */
  trustee(options?: MethodOptions): Promise<AssembledTransaction<string>>;
  /**
   * Lets new business go on. Administrator, trustee or a guardian signs.
   */
  unpause(args: { who: string | Address }, options?: MethodOptions): Promise<AssembledTransaction<Result<null, RegistryError>>>;
  /**
   * Installs the announced code once its delay passed. The administrator signs.
   */
  upgrade(options?: MethodOptions): Promise<AssembledTransaction<Result<null, RegistryError>>>;
  /**
   * The version of this build.
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
   * Administrator, trustee, and the delay of upgrades in seconds.
   */
  governance(options?: MethodOptions): Promise<AssembledTransaction<Governance>>;
  /**
   * Offers a role to somebody, who has to accept it. Its holder signs; or administrator or trustee, and then it may
   * be accepted only after the upgrade delay, and the holder may cancel it.
   */
  offer_role(args: { who: string | Address; role: string; to: string | Address }, options?: MethodOptions): Promise<AssembledTransaction<Result<null, RegistryError>>>;
  /**
   * The open offer of a role.
   */
  role_offer(args: { role: string }, options?: MethodOptions): Promise<AssembledTransaction<RoleOffer | null>>;
  /**
   * Takes over a role. Who was offered it signs.
   */
  accept_role(args: { role: string }, options?: MethodOptions): Promise<AssembledTransaction<Result<null, RegistryError>>>;
  /**
   * The offering bound to a system, if there is one.
   *
   * # Errors
   * * [`RegistryError::SystemNotFound`]
   */
  offering_of(args: { system: number }, options?: MethodOptions): Promise<AssembledTransaction<Result<string | null, RegistryError>>>;
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
   * Drops the announced code. Administrator or trustee signs.
   */
  cancel_upgrade(args: { who: string | Address }, options?: MethodOptions): Promise<AssembledTransaction<Result<null, RegistryError>>>;
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
   * Gives a whole party, its portion and what it owns of it, another owner: a home is sold. The owner, who takes over
   * and the approver sign.
   *
   * # Errors
   * * [`RegistryError::Paused`], [`RegistryError::SystemNotFound`], [`RegistryError::NotApproved`]
   * * [`RegistryError::PartyNotFound`], [`RegistryError::SameOwner`]
   * * [`RegistryError::SteppedIn`] - When the trustee stands in for the owner.
   *
   * # Events
   * * [`PartyTransferred`]
   */
  transfer_party(args: { system: number; party: number; to: string | Address }, options?: MethodOptions): Promise<AssembledTransaction<Result<null, RegistryError>>>;
  /**
   * The announced code.
   */
  pending_upgrade(options?: MethodOptions): Promise<AssembledTransaction<PendingUpgrade | null>>;
  /**
   * Announces new code by its hash; a later announcement replaces it. The administrator signs.
   */
  propose_upgrade(args: { wasm_hash: Uint8Array }, options?: MethodOptions): Promise<AssembledTransaction<void>>;
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
  /**
   * Withdraws an offer. The role's holder or who offered it signs.
   */
  cancel_role_offer(args: { who: string | Address; role: string }, options?: MethodOptions): Promise<AssembledTransaction<Result<null, RegistryError>>>;
}

export class Client extends ContractClient {
  constructor(options: ContractClientOptions) {
    super(
      new Spec(["AAAABAAAAERDb2RlcyBhcmUgcGFydCBvZiB0aGUgcHVibGljIGludGVyZmFjZTogbmV2ZXIgcmVudW1iZXIsIG5ldmVyIHJldXNlLgAAAAAAAAANUmVnaXN0cnlFcnJvcgAAAAAAACAAAAA9V2hhdCBpcyBuYW1lZCBkb2VzIG5vdCBleGlzdDogMTAwMCBvbi4gTm8gc3lzdGVtIGhhcyB0aGF0IGlkLgAAAAAAAA5TeXN0ZW1Ob3RGb3VuZAAAAAAD6AAAAChUaGUgc3lzdGVtIGhhcyBubyBwYXJ0eSB3aXRoIHRoYXQgaW5kZXguAAAADVBhcnR5Tm90Rm91bmQAAAAAAAPpAAAAFU5vIG1ldGVyIGhhcyB0aGF0IGlkLgAAAAAAAA1NZXRlck5vdEZvdW5kAAAAAAAD6gAAAD5BbiBhcmd1bWVudCBtYWtlcyBubyBzZW5zZTogMTAxMCBvbi4gQSBuYW1lIGhhcyAxIHRvIDY0IGJ5dGVzLgAAAAAAB0JhZE5hbWUAAAAD8gAAABxSYXRlZCBwb3dlciBtdXN0IGJlIGFib3ZlIDAuAAAAC0JhZENhcGFjaXR5AAAAA/MAAAAdQSBzeXN0ZW0gaGFzIDEgdG8gMTYgcGFydGllcy4AAAAAAAANQmFkUGFydHlDb3VudAAAAAAAA/QAAAAqUG9ydGlvbnMgYXJlIGFib3ZlIDAgYW5kIGFkZCB1cCB0byAxMCwwMDAuAAAAAAALQmFkUG9ydGlvbnMAAAAD9QAAAC9BIHNpdGUgbWV0ZXIgbWVhc3VyZXMgbm8gcGFydHk6IGl0cyBwYXJ0eSBpcyAwLgAAAAARU2l0ZU1ldGVySGFzUGFydHkAAAAAAAP2AAAALkEgcG9ydGlvbiBtb3ZlcyBiZXR3ZWVuIHR3byBkaWZmZXJlbnQgcGFydGllcy4AAAAAAAlTYW1lUGFydHkAAAAAAAP3AAAANFRoZSBwb3J0aW9uIHRvIG1vdmUgaXMgMCBvciBtb3JlIHRoYW4gdGhlIHBhcnR5IGhhcy4AAAALQmFkVHJhbnNmZXIAAAAD+AAAACNPbmUgdmFsdWUgZm9yIGVhY2ggcGFydHkgaXMgbmVlZGVkLgAAAAALV3JvbmdMZW5ndGgAAAAD+QAAAEVUaGUgc3RhdGUgZG9lcyBub3QgYWxsb3cgaXQ6IDEwMjAgb24uIFRoZSBzeXN0ZW0gaXMgYXBwcm92ZWQgYWxyZWFkeS4AAAAAAAAPQWxyZWFkeUFwcHJvdmVkAAAAA/wAAAAfVGhlIHN5c3RlbSBpcyBub3QgYXBwcm92ZWQgeWV0LgAAAAALTm90QXBwcm92ZWQAAAAD/QAAAB1BbiBvZmZlcmluZyBpcyBib3VuZCBhbHJlYWR5LgAAAAAAAAxBbHJlYWR5Qm91bmQAAAP+AAAAGU5vIG9mZmVyaW5nIGlzIGJvdW5kIHlldC4AAAAAAAAITm90Qm91bmQAAAP/AAAAOFRoZSBrZXkgYmVsb25ncyB0byBhIG1ldGVyIGFscmVhZHksIG1heWJlIGEgcmV2b2tlZCBvbmUuAAAACEtleVRha2VuAAAEAAAAABlUaGUgc3lzdGVtIGhhcyAzMiBtZXRlcnMuAAAAAAAADVRvb01hbnlNZXRlcnMAAAAAAAQBAAAAFVRoZSBtZXRlciBpcyByZXZva2VkLgAAAAAAAAxNZXRlclJldm9rZWQAAAQCAAAALlRoZSB0cnVzdGVlIHN0ZXBwZWQgaW4gZm9yIHRoaXMgcGFydHkgYWxyZWFkeS4AAAAAAAlTdGVwcGVkSW4AAAAAAAQDAAAAK1RoZSB0cnVzdGVlIGRpZCBub3Qgc3RlcCBpbiBmb3IgdGhpcyBwYXJ0eS4AAAAADE5vdFN0ZXBwZWRJbgAABAQAAAAhVGhlIHBhcnR5IGhhcyB0aGF0IG93bmVyIGFscmVhZHkuAAAAAAAACVNhbWVPd25lcgAAAAAABAUAAABDR292ZXJuYW5jZTogMTA4MCBvbi4gVGhlIHJvbGUgaXMgbm90IG9uIG9mZmVyLCBvciB0aGUgb2ZmZXIgbGFwc2VkLgAAAAALTm9Sb2xlT2ZmZXIAAAAEOAAAABdUaGUgY29udHJhY3QgaXMgcGF1c2VkLgAAAAAGUGF1c2VkAAAAAAQ5AAAAP09ubHkgYWRtaW5pc3RyYXRvciwgdHJ1c3RlZSBhbmQgYXBwcm92ZXIgbWF5IHBhdXNlIGFuZCB1bnBhdXNlLgAAAAALTm90R3VhcmRpYW4AAAAEOgAAABZUaGVyZSBpcyBubyBzdWNoIHJvbGUuAAAAAAALVW5rbm93blJvbGUAAAAEOwAAABtUaGUgY2FsbGVyIG1heSBub3QgZG8gdGhpcy4AAAAADE5vdFBlcm1pdHRlZAAABDwAAAAeU29tZWJvZHkgZWxzZSdzIG9mZmVyIGlzIG9wZW4uAAAAAAAMT2ZmZXJQZW5kaW5nAAAEPQAAAB1UaGUgZGVsYXkgaGFzIG5vdCBwYXNzZWQgeWV0LgAAAAAAAAhUb29FYXJseQAABD4AAAAwTm8gdXBncmFkZSBpcyBhbm5vdW5jZWQsIG9yIGl0cyB0aW1lIGhhcyBwYXNzZWQuAAAACU5vVXBncmFkZQAAAAAABD8AAAAmVGhlIHN0b3JhZ2UgaXMgYXMgdGhpcyBidWlsZCBuZWVkcyBpdC4AAAAAABBOb3RoaW5nVG9NaWdyYXRlAAAEQAAAAFFBZG1pbmlzdHJhdG9yIGFuZCB0cnVzdGVlIGFyZSB0d28sIGFuZCB0aGUgdXBncmFkZSBkZWxheSBpcyAzMCBkYXlzIHRvIHR3byB5ZWFycy4AAAAAAAANQmFkR292ZXJuYW5jZQAAAAAABEEAAAAsQXJpdGhtZXRpYzogMTA5MCBvbi4gQSBjb3VudGVyIGlzIGV4aGF1c3RlZC4AAAAIT3ZlcmZsb3cAAARC", "AAAABQAAAChBIHBhcnR5J3MgZm9ybWVyIG93bmVyIGlzIGJhY2sgaW4gcGxhY2UuAAAAAAAAAAhSZXN0b3JlZAAAAAEAAAAIcmVzdG9yZWQAAAADAAAAAAAAAAZzeXN0ZW0AAAAAAAQAAAABAAAAAAAAAAVwYXJ0eQAAAAAAAAQAAAABAAAAAAAAAAVvd25lcgAAAAAAABMAAAAAAAAAAg==", "AAAABQAAAE5UaGUgYm9uZGhvbGRlcnMnIHRydXN0ZWUgdG9vayB0aGUgcGxhY2Ugb2YgYSBwYXJ0eSdzIG93bmVyLCB3aG8gaXMgcmVtZW1iZXJlZC4AAAAAAAAAAAAJU3RlcHBlZEluAAAAAAAAAQAAAApzdGVwcGVkX2luAAAAAAADAAAAAAAAAAZzeXN0ZW0AAAAAAAQAAAABAAAAAAAAAAVwYXJ0eQAAAAAAAAQAAAABAAAAAAAAAAZmb3JtZXIAAAAAABMAAAAAAAAAAg==", "AAAABQAAAEpBIG1ldGVyIHdhcyByZXBsYWNlZCBvciByZXNldDogcmVhZGluZ3Mgb2YgZWFybGllciBlcG9jaHMgbm8gbG9uZ2VyIGNvdW50LgAAAAAAAAAAAAtFcG9jaE9wZW5lZAAAAAABAAAADGVwb2NoX29wZW5lZAAAAAMAAAAAAAAABnN5c3RlbQAAAAAABAAAAAEAAAAAAAAABW1ldGVyAAAAAAAABAAAAAEAAAAAAAAABWVwb2NoAAAAAAAABAAAAAAAAAAC", "AAAABQAAABlBIG1ldGVyIG5vIGxvbmdlciBjb3VudHMuAAAAAAAAAAAAAAxNZXRlclJldm9rZWQAAAABAAAADW1ldGVyX3Jldm9rZWQAAAAAAAACAAAAAAAAAAZzeXN0ZW0AAAAAAAQAAAABAAAAAAAAAAVtZXRlcgAAAAAAAAQAAAABAAAAAg==", "AAAABQAAABpBIHN5c3RlbSBnb3QgaXRzIG9mZmVyaW5nLgAAAAAAAAAAAA1PZmZlcmluZ0JvdW5kAAAAAAAAAQAAAA5vZmZlcmluZ19ib3VuZAAAAAAAAgAAAAAAAAAGc3lzdGVtAAAAAAAEAAAAAQAAAAAAAAAIb2ZmZXJpbmcAAAATAAAAAAAAAAI=", "AAAABQAAAB1UaGUgYXBwcm92ZXIgbGV0IGEgc3lzdGVtIGluLgAAAAAAAAAAAAAOU3lzdGVtQXBwcm92ZWQAAAAAAAEAAAAPc3lzdGVtX2FwcHJvdmVkAAAAAAEAAAAAAAAABnN5c3RlbQAAAAAABAAAAAEAAAAC", "AAAABQAAABZBIHN5c3RlbSB3YXMgcHJvcG9zZWQuAAAAAAAAAAAADlN5c3RlbVByb3Bvc2VkAAAAAAABAAAAD3N5c3RlbV9wcm9wb3NlZAAAAAAFAAAAAAAAAAZzeXN0ZW0AAAAAAAQAAAABAAAAAAAAAAhwcm9wb3NlcgAAABMAAAAAAAAAAAAAAARuYW1lAAAAEAAAAAAAAAAAAAAACmNhcGFjaXR5X3cAAAAAAAYAAAAAAAAAAAAAAAZzaGFyZXMAAAAAA+oAAAfQAAAAClBhcnR5U2hhcmUAAAAAAAAAAAAC", "AAAABQAAABtBIG1ldGVyIGNvdW50cyBmcm9tIG5vdyBvbi4AAAAAAAAAAA9NZXRlclJlZ2lzdGVyZWQAAAAAAQAAABBtZXRlcl9yZWdpc3RlcmVkAAAABwAAAAAAAAAGc3lzdGVtAAAAAAAEAAAAAQAAAAAAAAAFbWV0ZXIAAAAAAAAEAAAAAQAAAAAAAAAEa2luZAAAB9AAAAAJTWV0ZXJLaW5kAAAAAAAAAAAAAAAAAAAFcGFydHkAAAAAAAAEAAAAAAAAAAAAAAADa2V5AAAAA+4AAAAgAAAAAAAAAAAAAAAFZXBvY2gAAAAAAAAEAAAAAAAAAAAAAAAKY2FwYWNpdHlfdwAAAAAABgAAAAAAAAAC", "AAAABQAAACxXaGF0IGVhY2ggcGFydHkgb3ducyBieSBub3csIGJ5IHBhcnR5IGluZGV4LgAAAAAAAAAQT3duZXJzaGlwQWNjcnVlZAAAAAEAAAARb3duZXJzaGlwX2FjY3J1ZWQAAAAAAAACAAAAAAAAAAZzeXN0ZW0AAAAAAAQAAAABAAAAAAAAAAlvd25lZF9icHMAAAAAAAPqAAAABAAAAAAAAAAC", "AAAABQAAAERBIHBhcnR5LCB3aXRoIGl0cyBwb3J0aW9uIGFuZCB3aGF0IGl0IG93bnMgb2YgaXQsIGdvdCBhbm90aGVyIG93bmVyLgAAAAAAAAAQUGFydHlUcmFuc2ZlcnJlZAAAAAEAAAARcGFydHlfdHJhbnNmZXJyZWQAAAAAAAAEAAAAAAAAAAZzeXN0ZW0AAAAAAAQAAAABAAAAAAAAAAVwYXJ0eQAAAAAAAAQAAAABAAAAAAAAAARmcm9tAAAAEwAAAAAAAAAAAAAAAnRvAAAAAAATAAAAAAAAAAI=", "AAAABQAAAD1BIHBhcnQgb2YgYSBwb3J0aW9uLCBhbmQgd2hhdCB3YXMgb3duZWQgb2YgaXQsIGNoYW5nZWQgaGFuZHMuAAAAAAAAAAAAABJQb3J0aW9uVHJhbnNmZXJyZWQAAAAAAAEAAAATcG9ydGlvbl90cmFuc2ZlcnJlZAAAAAAFAAAAAAAAAAZzeXN0ZW0AAAAAAAQAAAABAAAAAAAAAApmcm9tX3BhcnR5AAAAAAAEAAAAAAAAAAAAAAAIdG9fcGFydHkAAAAEAAAAAAAAAAAAAAALcG9ydGlvbl9icHMAAAAABAAAAAAAAAAAAAAACW93bmVkX2JwcwAAAAAAAAQAAAAAAAAAAg==", "AAAAAAAAABFXaG8gaG9sZHMgYSByb2xlLgAAAAAAAARyb2xlAAAAAQAAAAAAAAAEcm9sZQAAABEAAAABAAAD6AAAABM=", "AAAAAAAAAERUaGUgbWV0ZXIgd2l0aCB0aGF0IGlkLgoKIyBFcnJvcnMKKiBbYFJlZ2lzdHJ5RXJyb3I6Ok1ldGVyTm90Rm91bmRgXQAAAAVtZXRlcgAAAAAAAAEAAAAAAAAABW1ldGVyAAAAAAAABAAAAAEAAAPpAAAH0AAAAAVNZXRlcgAAAAAAB9AAAAANUmVnaXN0cnlFcnJvcgAAAA==", "AAAAAAAAAHFBIHBhcnR5IG9mIGEgc3lzdGVtIGJ5IGl0cyBpbmRleC4KCiMgRXJyb3JzCiogW2BSZWdpc3RyeUVycm9yOjpTeXN0ZW1Ob3RGb3VuZGBdLCBbYFJlZ2lzdHJ5RXJyb3I6OlBhcnR5Tm90Rm91bmRgXQAAAAAAAAVwYXJ0eQAAAAAAAAIAAAAAAAAABnN5c3RlbQAAAAAABAAAAAAAAAAFaW5kZXgAAAAAAAAEAAAAAQAAA+kAAAfQAAAABVBhcnR5AAAAAAAH0AAAAA1SZWdpc3RyeUVycm9yAAAA", "AAAAAAAAAD9TdG9wcyBuZXcgYnVzaW5lc3MuIEFkbWluaXN0cmF0b3IsIHRydXN0ZWUgb3IgYSBndWFyZGlhbiBzaWducy4AAAAABXBhdXNlAAAAAAAAAQAAAAAAAAADd2hvAAAAABMAAAABAAAD6QAAAAIAAAfQAAAADVJlZ2lzdHJ5RXJyb3IAAAA=", "AAAAAAAAACBXaGV0aGVyIG5ldyBidXNpbmVzcyBpcyBzdG9wcGVkLgAAAAZwYXVzZWQAAAAAAAAAAAABAAAAAQ==", "AAAAAAAAAEZUaGUgc3lzdGVtIHdpdGggdGhhdCBpZC4KCiMgRXJyb3JzCiogW2BSZWdpc3RyeUVycm9yOjpTeXN0ZW1Ob3RGb3VuZGBdAAAAAAAGc3lzdGVtAAAAAAABAAAAAAAAAAZzeXN0ZW0AAAAAAAQAAAABAAAD6QAAB9AAAAAGU3lzdGVtAAAAAAfQAAAADVJlZ2lzdHJ5RXJyb3IAAAA=", "AAAAAAAAALpMZXRzIGEgcHJvcG9zZWQgc3lzdGVtIGluOyB0aGUgYXBwcm92ZXIgc2lnbnMuCgojIEVycm9ycwoqIFtgUmVnaXN0cnlFcnJvcjo6UGF1c2VkYF0sIFtgUmVnaXN0cnlFcnJvcjo6U3lzdGVtTm90Rm91bmRgXSwgW2BSZWdpc3RyeUVycm9yOjpBbHJlYWR5QXBwcm92ZWRgXQoKIyBFdmVudHMKKiBbYFN5c3RlbUFwcHJvdmVkYF0AAAAAAAdhcHByb3ZlAAAAAAEAAAAAAAAABnN5c3RlbQAAAAAABAAAAAEAAAPpAAAAAgAAB9AAAAANUmVnaXN0cnlFcnJvcgAAAA==", "AAAAAAAAAFhCcmluZ3Mgd2hhdCB0aGUgcHJldmlvdXMgYnVpbGQgc3RvcmVkIHRvIHRoZSBmb3JtIG9mIHRoaXMgb25lLCBvbmNlLiBBbnlvbmUgbWF5IGNhbGwgaXQuAAAAB21pZ3JhdGUAAAAAAAAAAAEAAAPpAAAAAgAAB9AAAAANUmVnaXN0cnlFcnJvcgAAAA==", "AAAAAAAAAcBQcm9wb3NlcyBhIHN5c3RlbSBhbmQgcmV0dXJucyBpdHMgaWQ7IHRoZSBwcm9wb3NlciBzaWducy4KCiMgRXJyb3JzCiogW2BSZWdpc3RyeUVycm9yOjpQYXVzZWRgXSAtIFdoZW4gdGhlIGNvbnRyYWN0IGlzIHBhdXNlZC4KKiBbYFJlZ2lzdHJ5RXJyb3I6OkJhZE5hbWVgXSAtIFdoZW4gdGhlIG5hbWUgaGFzIG5vdCAxIHRvIDY0IGJ5dGVzLgoqIFtgUmVnaXN0cnlFcnJvcjo6QmFkQ2FwYWNpdHlgXSAtIFdoZW4gdGhlIHJhdGVkIHBvd2VyIGlzIDAuCiogW2BSZWdpc3RyeUVycm9yOjpCYWRQYXJ0eUNvdW50YF0gLSBXaGVuIHRoZXJlIGFyZSBub3QgMSB0byAxNiBwYXJ0aWVzLgoqIFtgUmVnaXN0cnlFcnJvcjo6QmFkUG9ydGlvbnNgXSAtIFdoZW4gYSBwb3J0aW9uIGlzIDAgb3IgdGhleSBkbyBub3QgYWRkIHVwIHRvIDEwLDAwMC4KCiMgRXZlbnRzCiogW2BTeXN0ZW1Qcm9wb3NlZGBdAAAAB3Byb3Bvc2UAAAAABAAAAAAAAAAIcHJvcG9zZXIAAAATAAAAAAAAAARuYW1lAAAAEAAAAAAAAAAKY2FwYWNpdHlfdwAAAAAABgAAAAAAAAAGc2hhcmVzAAAAAAPqAAAH0AAAAApQYXJ0eVNoYXJlAAAAAAABAAAD6QAAAAQAAAfQAAAADVJlZ2lzdHJ5RXJyb3IAAAA=", "AAAAAAAAATRQdXRzIHRoZSBmb3JtZXIgb3duZXIgb2YgYSBwYXJ0eSBiYWNrIGluIHBsYWNlIG9uY2UgdGhlIGRlZmF1bHQgaXMgY3VyZWQsIHBhdXNlZCBvciBub3Q7IHRoZSBib3VuZCBvZmZlcmluZyBzaWducy4KCiMgRXJyb3JzCiogW2BSZWdpc3RyeUVycm9yOjpTeXN0ZW1Ob3RGb3VuZGBdLCBbYFJlZ2lzdHJ5RXJyb3I6Ok5vdEJvdW5kYF0sIFtgUmVnaXN0cnlFcnJvcjo6UGFydHlOb3RGb3VuZGBdCiogW2BSZWdpc3RyeUVycm9yOjpOb3RTdGVwcGVkSW5gXSAtIFdoZW4gbm9ib2R5IHN0ZXBwZWQgaW4uCgojIEV2ZW50cwoqIFtgUmVzdG9yZWRgXQAAAAdyZXN0b3JlAAAAAAIAAAAAAAAABnN5c3RlbQAAAAAABAAAAAAAAAAFcGFydHkAAAAAAAAEAAAAAQAAA+kAAAACAAAH0AAAAA1SZWdpc3RyeUVycm9yAAAA", "AAAAAAAAAY5QdXRzIHRoZSBib25kaG9sZGVycycgdHJ1c3RlZSBpbiB0aGUgcGxhY2Ugb2YgYSBwYXJ0eSdzIG93bmVyIGFmdGVyIGEgZGVmYXVsdCwgcGF1c2VkIG9yIG5vdDsgdGhlIGJvdW5kIG9mZmVyaW5nCnNpZ25zLiBUaGUgb3duZXIgaXMgcmVtZW1iZXJlZDsgcG9ydGlvbiBhbmQgd2hhdCBpcyBvd25lZCBvZiBpdCBzdGF5IHdpdGggdGhlIHBhcnR5LgoKIyBFcnJvcnMKKiBbYFJlZ2lzdHJ5RXJyb3I6OlN5c3RlbU5vdEZvdW5kYF0sIFtgUmVnaXN0cnlFcnJvcjo6Tm90Qm91bmRgXSwgW2BSZWdpc3RyeUVycm9yOjpQYXJ0eU5vdEZvdW5kYF0KKiBbYFJlZ2lzdHJ5RXJyb3I6OlN0ZXBwZWRJbmBdIC0gV2hlbiB0aGUgdHJ1c3RlZSBkaWQgc28gYWxyZWFkeS4KCiMgRXZlbnRzCiogW2BTdGVwcGVkSW5gXQAAAAAAB3N0ZXBfaW4AAAAAAgAAAAAAAAAGc3lzdGVtAAAAAAAEAAAAAAAAAAVwYXJ0eQAAAAAAAAQAAAABAAAD6QAAAAIAAAfQAAAADVJlZ2lzdHJ5RXJyb3IAAAA=", "AAAAAAAAACpXaG8gaG9sZHMgd2hhdCB0aGUgcGFydGllcyBkbyBub3Qgb3duIHlldC4AAAAAAAd0cnVzdGVlAAAAAAAAAAABAAAAEw==", "AAAAAAAAAERMZXRzIG5ldyBidXNpbmVzcyBnbyBvbi4gQWRtaW5pc3RyYXRvciwgdHJ1c3RlZSBvciBhIGd1YXJkaWFuIHNpZ25zLgAAAAd1bnBhdXNlAAAAAAEAAAAAAAAAA3dobwAAAAATAAAAAQAAA+kAAAACAAAH0AAAAA1SZWdpc3RyeUVycm9yAAAA", "AAAAAAAAAEtJbnN0YWxscyB0aGUgYW5ub3VuY2VkIGNvZGUgb25jZSBpdHMgZGVsYXkgcGFzc2VkLiBUaGUgYWRtaW5pc3RyYXRvciBzaWducy4AAAAAB3VwZ3JhZGUAAAAAAAAAAAEAAAPpAAAAAgAAB9AAAAANUmVnaXN0cnlFcnJvcgAAAA==", "AAAAAAAAABpUaGUgdmVyc2lvbiBvZiB0aGlzIGJ1aWxkLgAAAAAAB3ZlcnNpb24AAAAAAAAAAAEAAAAE", "AAAAAAAAAB9XaG8gbGV0cyBzeXN0ZW1zIGFuZCBtZXRlcnMgaW4uAAAAAAhhcHByb3ZlcgAAAAAAAAABAAAAEw==", "AAAAAAAAASBPcGVucyB0aGUgbmV4dCBlcG9jaCBvZiBhIG1ldGVyIHRoYXQgd2FzIHJlcGxhY2VkIG9yIHJlc2V0IGFuZCByZXR1cm5zIGl0OyB0aGUgYXBwcm92ZXIgc2lnbnMuCgojIEVycm9ycwoqIFtgUmVnaXN0cnlFcnJvcjo6UGF1c2VkYF0sIFtgUmVnaXN0cnlFcnJvcjo6TWV0ZXJOb3RGb3VuZGBdLCBbYFJlZ2lzdHJ5RXJyb3I6Ok1ldGVyUmV2b2tlZGBdCiogW2BSZWdpc3RyeUVycm9yOjpPdmVyZmxvd2BdIC0gV2hlbiB0aGVyZSBpcyBubyBuZXh0IGVwb2NoLgoKIyBFdmVudHMKKiBbYEVwb2NoT3BlbmVkYF0AAAAJbmV3X2Vwb2NoAAAAAAAAAQAAAAAAAAAFbWV0ZXIAAAAAAAAEAAAAAQAAA+kAAAAEAAAH0AAAAA1SZWdpc3RyeUVycm9yAAAA", "AAAAAAAAAD1BZG1pbmlzdHJhdG9yLCB0cnVzdGVlLCBhbmQgdGhlIGRlbGF5IG9mIHVwZ3JhZGVzIGluIHNlY29uZHMuAAAAAAAACmdvdmVybmFuY2UAAAAAAAAAAAABAAAH0AAAAApHb3Zlcm5hbmNlAAA=", "AAAAAAAAALdPZmZlcnMgYSByb2xlIHRvIHNvbWVib2R5LCB3aG8gaGFzIHRvIGFjY2VwdCBpdC4gSXRzIGhvbGRlciBzaWduczsgb3IgYWRtaW5pc3RyYXRvciBvciB0cnVzdGVlLCBhbmQgdGhlbiBpdCBtYXkKYmUgYWNjZXB0ZWQgb25seSBhZnRlciB0aGUgdXBncmFkZSBkZWxheSwgYW5kIHRoZSBob2xkZXIgbWF5IGNhbmNlbCBpdC4AAAAACm9mZmVyX3JvbGUAAAAAAAMAAAAAAAAAA3dobwAAAAATAAAAAAAAAARyb2xlAAAAEQAAAAAAAAACdG8AAAAAABMAAAABAAAD6QAAAAIAAAfQAAAADVJlZ2lzdHJ5RXJyb3IAAAA=", "AAAAAAAAABlUaGUgb3BlbiBvZmZlciBvZiBhIHJvbGUuAAAAAAAACnJvbGVfb2ZmZXIAAAAAAAEAAAAAAAAABHJvbGUAAAARAAAAAQAAA+gAAAfQAAAACVJvbGVPZmZlcgAAAA==", "AAAAAAAAACxUYWtlcyBvdmVyIGEgcm9sZS4gV2hvIHdhcyBvZmZlcmVkIGl0IHNpZ25zLgAAAAthY2NlcHRfcm9sZQAAAAABAAAAAAAAAARyb2xlAAAAEQAAAAEAAAPpAAAAAgAAB9AAAAANUmVnaXN0cnlFcnJvcgAAAA==", "AAAAAAAAAF5UaGUgb2ZmZXJpbmcgYm91bmQgdG8gYSBzeXN0ZW0sIGlmIHRoZXJlIGlzIG9uZS4KCiMgRXJyb3JzCiogW2BSZWdpc3RyeUVycm9yOjpTeXN0ZW1Ob3RGb3VuZGBdAAAAAAALb2ZmZXJpbmdfb2YAAAAAAQAAAAAAAAAGc3lzdGVtAAAAAAAEAAAAAQAAA+kAAAPoAAAAEwAAB9AAAAANUmVnaXN0cnlFcnJvcgAAAA==", "AAAAAAAAAKRFbmRzIGEgbWV0ZXIgZm9yIGV2ZXIsIHBhdXNlZCBvciBub3Q7IHRoZSBhcHByb3ZlciBzaWducy4KCiMgRXJyb3JzCiogW2BSZWdpc3RyeUVycm9yOjpNZXRlck5vdEZvdW5kYF0sIFtgUmVnaXN0cnlFcnJvcjo6TWV0ZXJSZXZva2VkYF0KCiMgRXZlbnRzCiogW2BNZXRlclJldm9rZWRgXQAAAAxyZXZva2VfbWV0ZXIAAAABAAAAAAAAAAVtZXRlcgAAAAAAAAQAAAABAAAD6QAAAAIAAAfQAAAADVJlZ2lzdHJ5RXJyb3IAAAA=", "AAAAAAAAALxOYW1lcyB3aG8gZ292ZXJucywgYW5kIHRoZSBhcHByb3Zlciwgd2hvIGFsb25lIGxldHMgc3lzdGVtcyBhbmQgbWV0ZXJzIGluLiBXaGF0IHRoZSBwYXJ0aWVzIGRvIG5vdCBvd24geWV0IHRoZQp0cnVzdGVlIG9mIHRoZSBnb3Zlcm5hbmNlIGhvbGRzLgoKIyBFcnJvcnMKKiBbYFJlZ2lzdHJ5RXJyb3I6OkJhZEdvdmVybmFuY2VgXQAAAA1fX2NvbnN0cnVjdG9yAAAAAAAAAgAAAAAAAAAKZ292ZXJuYW5jZQAAAAAH0AAAAApHb3Zlcm5hbmNlAAAAAAAAAAAACGFwcHJvdmVyAAAAEwAAAAEAAAPpAAAAAgAAB9AAAAANUmVnaXN0cnlFcnJvcgAAAA==", "AAAAAAAAAR9CaW5kcyB0aGUgb2ZmZXJpbmcgdGhhdCBmaW5hbmNlcyBhbiBhcHByb3ZlZCBzeXN0ZW0sIG9uY2UgYW5kIGZvciBldmVyOyB0aGUgYXBwcm92ZXIgc2lnbnMuCgojIEVycm9ycwoqIFtgUmVnaXN0cnlFcnJvcjo6UGF1c2VkYF0sIFtgUmVnaXN0cnlFcnJvcjo6U3lzdGVtTm90Rm91bmRgXSwgW2BSZWdpc3RyeUVycm9yOjpOb3RBcHByb3ZlZGBdCiogW2BSZWdpc3RyeUVycm9yOjpBbHJlYWR5Qm91bmRgXSAtIFdoZW4gaXQgaGFzIGFuIG9mZmVyaW5nLgoKIyBFdmVudHMKKiBbYE9mZmVyaW5nQm91bmRgXQAAAAANYmluZF9vZmZlcmluZwAAAAAAAAIAAAAAAAAABnN5c3RlbQAAAAAABAAAAAAAAAAIb2ZmZXJpbmcAAAATAAAAAQAAA+kAAAACAAAH0AAAAA1SZWdpc3RyeUVycm9yAAAA", "AAAAAAAAADlEcm9wcyB0aGUgYW5ub3VuY2VkIGNvZGUuIEFkbWluaXN0cmF0b3Igb3IgdHJ1c3RlZSBzaWducy4AAAAAAAAOY2FuY2VsX3VwZ3JhZGUAAAAAAAEAAAAAAAAAA3dobwAAAAATAAAAAQAAA+kAAAACAAAH0AAAAA1SZWdpc3RyeUVycm9yAAAA", "AAAAAAAAAsxSZWdpc3RlcnMgYSBtZXRlciBvZiBhbiBhcHByb3ZlZCBzeXN0ZW0gYW5kIHJldHVybnMgaXRzIGlkOyB0aGUgYXBwcm92ZXIgc2lnbnMuIEl0cyBlcG9jaCBzdGFydHMgYXQgMS4KCmBwYXJ0eWAgaXMgdGhlIHBhcnR5IHdob3NlIGNvbnN1bXB0aW9uIGl0IG1lYXN1cmVzLCBhbmQgMCBmb3IgYSBzaXRlIG1ldGVyLiBgY2FwYWNpdHlfd2AgYm91bmRzIHdoYXQgaXQgY2FuCm1lYXN1cmUuCgojIEVycm9ycwoqIFtgUmVnaXN0cnlFcnJvcjo6UGF1c2VkYF0sIFtgUmVnaXN0cnlFcnJvcjo6U3lzdGVtTm90Rm91bmRgXSwgW2BSZWdpc3RyeUVycm9yOjpOb3RBcHByb3ZlZGBdCiogW2BSZWdpc3RyeUVycm9yOjpQYXJ0eU5vdEZvdW5kYF0gLSBXaGVuIHRoZSBzeXN0ZW0gaGFzIG5vIHN1Y2ggcGFydHkuCiogW2BSZWdpc3RyeUVycm9yOjpTaXRlTWV0ZXJIYXNQYXJ0eWBdIC0gV2hlbiBhIHNpdGUgbWV0ZXIgbmFtZXMgYSBwYXJ0eSBvdGhlciB0aGFuIDAuCiogW2BSZWdpc3RyeUVycm9yOjpCYWRDYXBhY2l0eWBdIC0gV2hlbiB0aGUgY2FwYWNpdHkgaXMgMC4KKiBbYFJlZ2lzdHJ5RXJyb3I6OlRvb01hbnlNZXRlcnNgXSAtIFdoZW4gdGhlIHN5c3RlbSBoYXMgMzIgbWV0ZXJzLgoqIFtgUmVnaXN0cnlFcnJvcjo6S2V5VGFrZW5gXSAtIFdoZW4gdGhlIGtleSB3YXMgZXZlciByZWdpc3RlcmVkIGJlZm9yZS4KCiMgRXZlbnRzCiogW2BNZXRlclJlZ2lzdGVyZWRgXQAAAA5yZWdpc3Rlcl9tZXRlcgAAAAAABQAAAAAAAAAGc3lzdGVtAAAAAAAEAAAAAAAAAARraW5kAAAH0AAAAAlNZXRlcktpbmQAAAAAAAAAAAAABXBhcnR5AAAAAAAABAAAAAAAAAADa2V5AAAAA+4AAAAgAAAAAAAAAApjYXBhY2l0eV93AAAAAAAGAAAAAQAAA+kAAAAEAAAH0AAAAA1SZWdpc3RyeUVycm9yAAAA", "AAAAAAAAAZ5HaXZlcyBhIHdob2xlIHBhcnR5LCBpdHMgcG9ydGlvbiBhbmQgd2hhdCBpdCBvd25zIG9mIGl0LCBhbm90aGVyIG93bmVyOiBhIGhvbWUgaXMgc29sZC4gVGhlIG93bmVyLCB3aG8gdGFrZXMgb3ZlcgphbmQgdGhlIGFwcHJvdmVyIHNpZ24uCgojIEVycm9ycwoqIFtgUmVnaXN0cnlFcnJvcjo6UGF1c2VkYF0sIFtgUmVnaXN0cnlFcnJvcjo6U3lzdGVtTm90Rm91bmRgXSwgW2BSZWdpc3RyeUVycm9yOjpOb3RBcHByb3ZlZGBdCiogW2BSZWdpc3RyeUVycm9yOjpQYXJ0eU5vdEZvdW5kYF0sIFtgUmVnaXN0cnlFcnJvcjo6U2FtZU93bmVyYF0KKiBbYFJlZ2lzdHJ5RXJyb3I6OlN0ZXBwZWRJbmBdIC0gV2hlbiB0aGUgdHJ1c3RlZSBzdGFuZHMgaW4gZm9yIHRoZSBvd25lci4KCiMgRXZlbnRzCiogW2BQYXJ0eVRyYW5zZmVycmVkYF0AAAAAAA50cmFuc2Zlcl9wYXJ0eQAAAAAAAwAAAAAAAAAGc3lzdGVtAAAAAAAEAAAAAAAAAAVwYXJ0eQAAAAAAAAQAAAAAAAAAAnRvAAAAAAATAAAAAQAAA+kAAAACAAAH0AAAAA1SZWdpc3RyeUVycm9yAAAA", "AAAAAAAAABNUaGUgYW5ub3VuY2VkIGNvZGUuAAAAAA9wZW5kaW5nX3VwZ3JhZGUAAAAAAAAAAAEAAAPoAAAH0AAAAA5QZW5kaW5nVXBncmFkZQAA", "AAAAAAAAAFpBbm5vdW5jZXMgbmV3IGNvZGUgYnkgaXRzIGhhc2g7IGEgbGF0ZXIgYW5ub3VuY2VtZW50IHJlcGxhY2VzIGl0LiBUaGUgYWRtaW5pc3RyYXRvciBzaWducy4AAAAAAA9wcm9wb3NlX3VwZ3JhZGUAAAAAAQAAAAAAAAAJd2FzbV9oYXNoAAAAAAAD7gAAACAAAAAA", "AAAAAAAAAclTZXRzIHdoYXQgZWFjaCBwYXJ0eSBvd25zIGJ5IG5vdywgYnkgcGFydHkgaW5kZXgsIHBhdXNlZCBvciBub3Q7IHRoZSBib3VuZCBvZmZlcmluZyBzaWducy4KCkEgdmFsdWUgYmVsb3cgd2hhdCB0aGUgcGFydHkgb3ducyBsZWF2ZXMgaXQgYXMgaXQgaXMsIG9uZSBhYm92ZSBpdHMgcG9ydGlvbiBjb3VudHMgYXMgdGhlIHBvcnRpb246IGEgdHJhbnNmZXIgb2YKcG9ydGlvbnMgbmV2ZXIgbWFrZXMgYSBjb2xsZWN0aW9uIGZhaWwuCgojIEVycm9ycwoqIFtgUmVnaXN0cnlFcnJvcjo6U3lzdGVtTm90Rm91bmRgXSwgW2BSZWdpc3RyeUVycm9yOjpOb3RCb3VuZGBdCiogW2BSZWdpc3RyeUVycm9yOjpXcm9uZ0xlbmd0aGBdIC0gV2hlbiB0aGVyZSBpcyBub3Qgb25lIHZhbHVlIGZvciBlYWNoIHBhcnR5LgoKIyBFdmVudHMKKiBbYE93bmVyc2hpcEFjY3J1ZWRgXSAtIFdoZW4gc29tZXRoaW5nIGNoYW5nZWQuAAAAAAAAEGFjY3J1ZV9vd25lcnNoaXAAAAACAAAAAAAAAAZzeXN0ZW0AAAAAAAQAAAAAAAAACW93bmVkX2JwcwAAAAAAA+oAAAAEAAAAAQAAA+kAAAACAAAH0AAAAA1SZWdpc3RyeUVycm9yAAAA", "AAAAAAAAAaVNb3ZlcyBhIHBhcnQgb2YgYSBwb3J0aW9uIGZyb20gb25lIHBhcnR5IHRvIGFub3RoZXIsIGFuZCB3aGF0IGlzIG93bmVkIG9mIGl0IGluIHByb3BvcnRpb24gKGZsb29yKTsgYm90aCBvd25lcnMKYW5kIHRoZSBhcHByb3ZlciBzaWduLgoKIyBFcnJvcnMKKiBbYFJlZ2lzdHJ5RXJyb3I6OlBhdXNlZGBdLCBbYFJlZ2lzdHJ5RXJyb3I6OlN5c3RlbU5vdEZvdW5kYF0sIFtgUmVnaXN0cnlFcnJvcjo6Tm90QXBwcm92ZWRgXQoqIFtgUmVnaXN0cnlFcnJvcjo6UGFydHlOb3RGb3VuZGBdLCBbYFJlZ2lzdHJ5RXJyb3I6OlNhbWVQYXJ0eWBdCiogW2BSZWdpc3RyeUVycm9yOjpCYWRUcmFuc2ZlcmBdIC0gV2hlbiB0aGUgcGFydCBpcyAwIG9yIG1vcmUgdGhhbiB0aGUgcGFydHkgaGFzLgoKIyBFdmVudHMKKiBbYFBvcnRpb25UcmFuc2ZlcnJlZGBdAAAAAAAAEHRyYW5zZmVyX3BvcnRpb24AAAAEAAAAAAAAAAZzeXN0ZW0AAAAAAAQAAAAAAAAACmZyb21fcGFydHkAAAAAAAQAAAAAAAAACHRvX3BhcnR5AAAABAAAAAAAAAALcG9ydGlvbl9icHMAAAAABAAAAAEAAAPpAAAAAgAAB9AAAAANUmVnaXN0cnlFcnJvcgAAAA==", "AAAAAAAAAD5XaXRoZHJhd3MgYW4gb2ZmZXIuIFRoZSByb2xlJ3MgaG9sZGVyIG9yIHdobyBvZmZlcmVkIGl0IHNpZ25zLgAAAAAAEWNhbmNlbF9yb2xlX29mZmVyAAAAAAAAAgAAAAAAAAADd2hvAAAAABMAAAAAAAAABHJvbGUAAAARAAAAAQAAA+kAAAACAAAH0AAAAA1SZWdpc3RyeUVycm9yAAAA", "AAAAAQAAABBBIHJvbGUgb24gb2ZmZXIuAAAAAAAAAAlSb2xlT2ZmZXIAAAAAAAADAAAAD1dobyBvZmZlcmVkIGl0LgAAAAACYnkAAAAAABMAAABORnJvbSB3aGVuIG9uIGl0IG1heSBiZSBhY2NlcHRlZCwgVW5peCBzZWNvbmRzOyAzMCBkYXlzIGxhdGVyIHRoZSBvZmZlciBsYXBzZXMuAAAAAAAIcmVhZHlfYXQAAAAGAAAAEldobyBtYXkgYWNjZXB0IGl0LgAAAAAAAnRvAAAAAAAT", "AAAAAQAAAC9XaGF0IHRoZSBjb25zdHJ1Y3RvciBvZiBldmVyeSBjb250cmFjdCBpcyB0b2xkLgAAAAAAAAAACkdvdmVybmFuY2UAAAAAAAMAAAA0QW5ub3VuY2VzIHVwZ3JhZGVzIGFuZCBydW5zIHRoZSBjb250cmFjdCdzIHNldHRpbmdzLgAAAAVhZG1pbgAAAAAAABMAAAAuU3RhbmRzIGZvciB0aGUgYm9uZGhvbGRlcnM7IGNhbiB2ZXRvIHVwZ3JhZGVzLgAAAAAAB3RydXN0ZWUAAAAAEwAAAF1TZWNvbmRzIGZvciB3aGljaCBhbiB1cGdyYWRlLCBhbmQgYSByb2xlIG9mZmVyZWQgZm9yIGl0cyBob2xkZXIsIHdhaXRzOiAzMCBkYXlzIHRvIHR3byB5ZWFycy4AAAAAAAANdXBncmFkZV9kZWxheQAAAAAAAAY=", "AAAABQAAABtgd2hvYCBzdG9wcGVkIG5ldyBidXNpbmVzcy4AAAAAAAAAAAZQYXVzZWQAAAAAAAEAAAAGcGF1c2VkAAAAAAABAAAAAAAAAAN3aG8AAAAAEwAAAAEAAAAC", "AAAABQAAAClUaGUgc3RvcmFnZSBoYXMgdGhlIGZvcm0gb2YgdmVyc2lvbiBgdG9gLgAAAAAAAAAAAAAITWlncmF0ZWQAAAABAAAACG1pZ3JhdGVkAAAAAgAAAAAAAAAEZnJvbQAAAAQAAAAAAAAAAAAAAAJ0bwAAAAAABAAAAAAAAAAC", "AAAABQAAAB1gd2hvYCBsZXQgbmV3IGJ1c2luZXNzIGdvIG9uLgAAAAAAAAAAAAAIVW5wYXVzZWQAAAABAAAACHVucGF1c2VkAAAAAQAAAAAAAAADd2hvAAAAABMAAAABAAAAAg==", "AAAABQAAACRUaGUgYW5ub3VuY2VkIGNvZGUgcnVucyBmcm9tIG5vdyBvbi4AAAAAAAAACFVwZ3JhZGVkAAAAAQAAAAh1cGdyYWRlZAAAAAEAAAAAAAAACXdhc21faGFzaAAAAAAAA+4AAAAgAAAAAQAAAAI=", "AAAABQAAAFFgYnlgIG9mZmVyZWQgYSByb2xlIHRvIGB0b2AsIHdobyBtYXkgYWNjZXB0IGl0IGZyb20gYHJlYWR5X2F0YCBvbiAoVW5peCBzZWNvbmRzKS4AAAAAAAAAAAAAC1JvbGVPZmZlcmVkAAAAAAEAAAAMcm9sZV9vZmZlcmVkAAAABAAAAAAAAAAEcm9sZQAAABEAAAABAAAAAAAAAAJ0bwAAAAAAEwAAAAAAAAAAAAAAAmJ5AAAAAAATAAAAAAAAAAAAAAAIcmVhZHlfYXQAAAAGAAAAAAAAAAI=", "AAAABQAAAChgaG9sZGVyYCB0b29rIG92ZXIgYSByb2xlIGZyb20gYGZvcm1lcmAuAAAAAAAAAAxSb2xlQWNjZXB0ZWQAAAABAAAADXJvbGVfYWNjZXB0ZWQAAAAAAAADAAAAAAAAAARyb2xlAAAAEQAAAAEAAAAAAAAABmhvbGRlcgAAAAAAEwAAAAAAAAAAAAAABmZvcm1lcgAAAAAAEwAAAAAAAAAC", "AAAABQAAAGxUaGUgYWRtaW5pc3RyYXRvciBhbm5vdW5jZWQgbmV3IGNvZGUsIHdoaWNoIG1heSBiZSBpbnN0YWxsZWQgZnJvbSBgcmVhZHlfYXRgIHRvIGBleHBpcmVzX2F0YCAoVW5peCBzZWNvbmRzKS4AAAAAAAAAD1VwZ3JhZGVQcm9wb3NlZAAAAAABAAAAEHVwZ3JhZGVfcHJvcG9zZWQAAAADAAAAAAAAAAl3YXNtX2hhc2gAAAAAAAPuAAAAIAAAAAEAAAAAAAAACHJlYWR5X2F0AAAABgAAAAAAAAAAAAAACmV4cGlyZXNfYXQAAAAAAAYAAAAAAAAAAg==", "AAAABQAAACBgYnlgIGRyb3BwZWQgdGhlIGFubm91bmNlZCBjb2RlLgAAAAAAAAAQVXBncmFkZUNhbmNlbGxlZAAAAAEAAAARdXBncmFkZV9jYW5jZWxsZWQAAAAAAAACAAAAAAAAAAl3YXNtX2hhc2gAAAAAAAPuAAAAIAAAAAEAAAAAAAAAAmJ5AAAAAAATAAAAAAAAAAI=", "AAAABQAAACJgYnlgIHdpdGhkcmV3IHRoZSBvZmZlciBvZiBhIHJvbGUuAAAAAAAAAAAAElJvbGVPZmZlckNhbmNlbGxlZAAAAAAAAQAAABRyb2xlX29mZmVyX2NhbmNlbGxlZAAAAAIAAAAAAAAABHJvbGUAAAARAAAAAQAAAAAAAAACYnkAAAAAABMAAAAAAAAAAg==", "AAAAAQAAADFDb2RlIHRoYXQgd2FzIGFubm91bmNlZCBhbmQgaXMgbm90IGluc3RhbGxlZCB5ZXQuAAAAAAAAAAAAAA5QZW5kaW5nVXBncmFkZQAAAAAAAwAAADtBZnRlciB3aGljaCBpdCBtYXkgbm90IGJlIGluc3RhbGxlZCBhbnkgbW9yZSwgVW5peCBzZWNvbmRzLgAAAAAKZXhwaXJlc19hdAAAAAAABgAAAC9Gcm9tIHdoZW4gb24gaXQgbWF5IGJlIGluc3RhbGxlZCwgVW5peCBzZWNvbmRzLgAAAAAIcmVhZHlfYXQAAAAGAAAAKkhhc2ggb2YgdGhlIGNvZGUsIHdoaWNoIGlzIHVwbG9hZGVkIGFwYXJ0LgAAAAAACXdhc21faGFzaAAAAAAAA+4AAAAg", "AAAAAQAAACBBIG1ldGVyIHRoYXQgc2lnbnMgaXRzIHJlYWRpbmdzLgAAAAAAAAAFTWV0ZXIAAAAAAAAHAAAAH1RoZSBtb3N0IGl0IGNhbiBtZWFzdXJlLCB3YXR0cy4AAAAACmNhcGFjaXR5X3cAAAAAAAYAAABYR3Jvd3Mgd2hlbiB0aGUgbWV0ZXIgaXMgcmVwbGFjZWQgb3IgcmVzZXQ6IHJlYWRpbmdzIG9mIGFuIGVhcmxpZXIgZXBvY2ggbm8gbG9uZ2VyIGNvdW50LgAAAAVlcG9jaAAAAAAAAAQAAAAXSXRzIEVkMjU1MTkgcHVibGljIGtleS4AAAAAA2tleQAAAAPuAAAAIAAAAB1XaGljaCBvZiBpdHMgcmVnaXN0ZXJzIGNvdW50LgAAAAAAAARraW5kAAAH0AAAAAlNZXRlcktpbmQAAAAAAABFSW5kZXggb2YgdGhlIHBhcnR5IHdob3NlIGNvbnN1bXB0aW9uIGl0IG1lYXN1cmVzOyAwIGZvciBhIHNpdGUgbWV0ZXIuAAAAAAAABXBhcnR5AAAAAAAABAAAACxXaGV0aGVyIGl0cyByZWFkaW5ncyBubyBsb25nZXIgY291bnQgYXQgYWxsLgAAAAdyZXZva2VkAAAAAAEAAAAZVGhlIHN5c3RlbSBpdCBiZWxvbmdzIHRvLgAAAAAAAAZzeXN0ZW0AAAAAAAQ=", "AAAAAQAAAEdBIHBhcnR5IG9mIGEgc3lzdGVtLiBUaGUgdHJ1c3RlZSBob2xkcyB3aGF0IHRoZSBwYXJ0aWVzIGRvIG5vdCBvd24geWV0LgAAAAAAAAAABVBhcnR5AAAAAAAABAAAAFRXaG8gb3duZWQgaXQgYmVmb3JlIHRoZSBib25kaG9sZGVycycgdHJ1c3RlZSBzdGVwcGVkIGluOyBub3RoaW5nOiBub2JvZHkgc3RlcHBlZCBpbi4AAAAGZm9ybWVyAAAAAAPoAAAAEwAAAClXaGF0IGl0IG93bnMgc28gZmFyOyBhdCBtb3N0IHRoZSBwb3J0aW9uLgAAAAAAAAlvd25lZF9icHMAAAAAAAAEAAAAJFdobyB1c2VzIHRoZSBlbmVyZ3kgYW5kIHBheXMgZm9yIGl0LgAAAAVvd25lcgAAAAAAABMAAAA1V2hhdCB0aGUgcGFydHkgaXMgdG8gb3duLCBiYXNpcyBwb2ludHMgb2YgdGhlIHN5c3RlbS4AAAAAAAALcG9ydGlvbl9icHMAAAAABA==", "AAAAAQAAACtBIHNvbGFyIHN5c3RlbSwgaXRzIHBhcnRpZXMgYW5kIGl0cyBtZXRlcnMuAAAAAAAAAAAGU3lzdGVtAAAAAAAHAAAAH1doZXRoZXIgdGhlIGFwcHJvdmVyIGxldCBpdCBpbi4AAAAACGFwcHJvdmVkAAAAAQAAABNSYXRlZCBwb3dlciwgd2F0dHMuAAAAAApjYXBhY2l0eV93AAAAAAAGAAAAJElkcyBvZiBpdHMgbWV0ZXJzLCByZXZva2VkIG9uZXMgdG9vLgAAAAZtZXRlcnMAAAAAA+oAAAAEAAAAHUZvciBwZW9wbGUsIGF0IG1vc3QgNjQgYnl0ZXMuAAAAAAAABG5hbWUAAAAQAAAAKlRoZSBvZmZlcmluZyB0aGF0IGZpbmFuY2VzIGl0OyBib3VuZCBvbmNlLgAAAAAACG9mZmVyaW5nAAAD6AAAABMAAAAPQnkgcGFydHkgaW5kZXguAAAAAAdwYXJ0aWVzAAAAA+oAAAfQAAAABVBhcnR5AAAAAAAAEFdobyBwcm9wb3NlZCBpdC4AAAAIcHJvcG9zZXIAAAAT", "AAAAAgAAACFXaGljaCByZWdpc3RlcnMgb2YgYSBtZXRlciBjb3VudC4AAAAAAAAAAAAACU1ldGVyS2luZAAAAAAAAAMAAAAAAAAAJEdlbmVyYXRpb24gYW5kIGV4cG9ydCBvZiB0aGUgc3lzdGVtLgAAAARTaXRlAAAAAAAAABlDb25zdW1wdGlvbiBvZiBvbmUgcGFydHkuAAAAAAAABExvYWQAAAAAAAAAMUdlbmVyYXRpb24sIGV4cG9ydCwgYW5kIGNvbnN1bXB0aW9uIG9mIG9uZSBwYXJ0eS4AAAAAAAAIQ29tYmluZWQ=", "AAAAAQAAAF1XaGF0IGEgcGFydHkgaXMgdG8gb3duIG9mIGEgc3lzdGVtLCBhcyBwcm9wb3NlZC4gVGhlIHBvcnRpb25zIG9mIG9uZSBzeXN0ZW0gYWRkIHVwIHRvIDEwLDAwMC4AAAAAAAAAAAAAClBhcnR5U2hhcmUAAAAAAAIAAAAkV2hvIHVzZXMgdGhlIGVuZXJneSBhbmQgcGF5cyBmb3IgaXQuAAAABW93bmVyAAAAAAAAEwAAABtCYXNpcyBwb2ludHMgb2YgdGhlIHN5c3RlbS4AAAAAC3BvcnRpb25fYnBzAAAAAAQ="]),
      options
    );
  }

   static override deploy<T = Client>(args: { governance: Governance; approver: string | Address }, options: MethodOptions & Omit<ContractClientOptions, 'contractId'> & { salt?: Uint8Array; address?: string; } & ({ wasmHash: Uint8Array | string; format?: "hex" | "base64"; externalRef?: never; } | { externalRef: ExternalExecutableRef; wasmHash?: never; format?: never; })): Promise<AssembledTransaction<T>> {
    return ContractClient.deploy(args, options);
  }
  public readonly fromJson = {
    role : this.txFromJson<string | null>,  meter : this.txFromJson<Result<Meter, RegistryError>>,  party : this.txFromJson<Result<Party, RegistryError>>,  pause : this.txFromJson<Result<null, RegistryError>>,  paused : this.txFromJson<boolean>,  system : this.txFromJson<Result<System, RegistryError>>,  approve : this.txFromJson<Result<null, RegistryError>>,  migrate : this.txFromJson<Result<null, RegistryError>>,  propose : this.txFromJson<Result<number, RegistryError>>,  restore : this.txFromJson<Result<null, RegistryError>>,  step_in : this.txFromJson<Result<null, RegistryError>>,  trustee : this.txFromJson<string>,  unpause : this.txFromJson<Result<null, RegistryError>>,  upgrade : this.txFromJson<Result<null, RegistryError>>,  version : this.txFromJson<number>,  approver : this.txFromJson<string>,  new_epoch : this.txFromJson<Result<number, RegistryError>>,  governance : this.txFromJson<Governance>,  offer_role : this.txFromJson<Result<null, RegistryError>>,  role_offer : this.txFromJson<RoleOffer | null>,  accept_role : this.txFromJson<Result<null, RegistryError>>,  offering_of : this.txFromJson<Result<string | null, RegistryError>>,  revoke_meter : this.txFromJson<Result<null, RegistryError>>,  bind_offering : this.txFromJson<Result<null, RegistryError>>,  cancel_upgrade : this.txFromJson<Result<null, RegistryError>>,  register_meter : this.txFromJson<Result<number, RegistryError>>,  transfer_party : this.txFromJson<Result<null, RegistryError>>,  pending_upgrade : this.txFromJson<PendingUpgrade | null>,  propose_upgrade : this.txFromJson<void>,  accrue_ownership : this.txFromJson<Result<null, RegistryError>>,  transfer_portion : this.txFromJson<Result<null, RegistryError>>,  cancel_role_offer : this.txFromJson<Result<null, RegistryError>>
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
   * Build a topics filter row for the "Restored" event, for use in `Api.EventFilter.topics` when calling `server.getEvents`. Omitted fields match any value.
   */
  restoredEventFilter(topicValues?: { system?: number; party?: number }): string[] {
    return this.spec.eventTopicFilter("Restored", topicValues);
  }
  /**
   * Build a topics filter row for the "SteppedIn" event, for use in `Api.EventFilter.topics` when calling `server.getEvents`. Omitted fields match any value.
   */
  steppedInEventFilter(topicValues?: { system?: number; party?: number }): string[] {
    return this.spec.eventTopicFilter("SteppedIn", topicValues);
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
   * Build a topics filter row for the "PartyTransferred" event, for use in `Api.EventFilter.topics` when calling `server.getEvents`. Omitted fields match any value.
   */
  partyTransferredEventFilter(topicValues?: { system?: number; party?: number }): string[] {
    return this.spec.eventTopicFilter("PartyTransferred", topicValues);
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