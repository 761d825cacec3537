// Generated from the contract by `npm run contracts:build`. Do not edit.
import type { Kind, Assets, Policy, CertificateError, Links, Pot, Claim, Totals, Account, Factor, Minted, Announced, Governance, RoleOffer, DonorLeaf, PendingUpgrade, ContractEvent } from './types.ts';
import { Spec, Client as ContractClient } from '@stellar/stellar-sdk/contract';
import type { Result, AssembledTransaction, ClientOptions as ContractClientOptions, MethodOptions, ExternalExecutableRef } from '@stellar/stellar-sdk/contract';
import type { Address, xdr } from '@stellar/stellar-sdk';

export interface Client {
  /**
   * What a holder may claim, stroops.
   */
  due(args: { system: number; kind: Kind; holder: string | Address }, options?: MethodOptions): Promise<AssembledTransaction<bigint>>;
  /**
   * Begins to certify an approved system, under a policy; the administrator signs. What was measured before is never
   * certified. This contract must be the administrator of both assets' contracts; their issuers must have no flags set
   * and be locked.
   *
   * # Errors
   * * [`CertificateError::Paused`], [`CertificateError::AlreadyOpen`], [`CertificateError::NotApproved`]
   * * [`CertificateError::BadPolicy`], [`CertificateError::NoFactor`] - As for `announce_policy`.
   * * [`CertificateError::NotAssetAdmin`], [`CertificateError::BadAssetFlags`], [`CertificateError::AssetTaken`]
   *
   * # Events
   * * [`SystemOpened`](crate::events::SystemOpened)
   */
  open(args: { system: number; assets: Assets; policy: Policy }, options?: MethodOptions): Promise<AssembledTransaction<Result<null, CertificateError>>>;
  /**
   * Who holds a role.
   */
  role(args: { role: string }, options?: MethodOptions): Promise<AssembledTransaction<string | null>>;
  /**
   * Mints to each holder what is due; 0 for who has no line that takes it, whose units stay due. Anyone may call it.
   *
   * # Errors
   * * [`CertificateError::SystemNotOpen`], [`CertificateError::NoCertificates`]
   *
   * # Events
   * * [`Claimed`](crate::events::Claimed) for each holder that got something.
   */
  claim(args: { system: number; kind: Kind; holders: Array<string | Address> }, options?: MethodOptions): Promise<AssembledTransaction<Result<Array<bigint>, CertificateError>>>;
  /**
   * The contracts that are read.
   */
  links(options?: MethodOptions): Promise<AssembledTransaction<Links>>;
  /**
   * Stops new business. Administrator, trustee or a guardian signs.
   */
  pause(args: { who: string | Address }, options?: MethodOptions): Promise<AssembledTransaction<Result<null, CertificateError>>>;
  /**
   * What was certified for the donors of a root, and what they claimed.
   */
  donors(args: { system: number; kind: Kind; root: Uint8Array }, options?: MethodOptions): Promise<AssembledTransaction<Pot | null>>;
  /**
   * Whether new business is stopped.
   */
  paused(options?: MethodOptions): Promise<AssembledTransaction<boolean>>;
  /**
   * The policy in force.
   *
   * # Errors
   * * [`CertificateError::SystemNotOpen`]
   */
  policy(args: { system: number }, options?: MethodOptions): Promise<AssembledTransaction<Result<Policy, CertificateError>>>;
  /**
   * Retires certificates for ever and returns the number of the retirement; the holder signs.
   *
   * # Errors
   * * [`CertificateError::SystemNotOpen`], [`CertificateError::NoCertificates`]
   * * [`CertificateError::BadAmount`], [`CertificateError::BadText`]
   *
   * # Events
   * * [`Retired`](crate::events::Retired)
   */
  retire(args: { holder: string | Address; system: number; kind: Kind; units: bigint; claim: Claim }, options?: MethodOptions): Promise<AssembledTransaction<Result<bigint, CertificateError>>>;
  /**
   * Certificates of one kind of a system: certified, minted, retired.
   */
  totals(args: { system: number; kind: Kind }, options?: MethodOptions): Promise<AssembledTransaction<Totals>>;
  /**
   * What a system measured and what became of it.
   *
   * # Errors
   * * [`CertificateError::SystemNotOpen`]
   */
  account(args: { system: number }, options?: MethodOptions): Promise<AssembledTransaction<Result<Account, CertificateError>>>;
  /**
   * The emission factors, oldest first; at most 32.
   */
  factors(options?: MethodOptions): Promise<AssembledTransaction<Array<Factor>>>;
  /**
   * Brings what the previous build stored to the form of this one, once. Anyone may call it.
   */
  migrate(options?: MethodOptions): Promise<AssembledTransaction<Result<null, CertificateError>>>;
  /**
   * Lets new business go on. Administrator, trustee or a guardian signs.
   */
  unpause(args: { who: string | Address }, options?: MethodOptions): Promise<AssembledTransaction<Result<null, CertificateError>>>;
  /**
   * Installs the announced code once its delay passed. The administrator signs.
   */
  upgrade(options?: MethodOptions): Promise<AssembledTransaction<Result<null, CertificateError>>>;
  /**
   * The version of this build.
   */
  version(options?: MethodOptions): Promise<AssembledTransaction<number>>;
  /**
   * Certifies what was measured and attested since the last time: whole MWh of the carry and the new Wh, to those whom
   * the policy names. An announced policy comes into force when all that was generated before it is certified. Anyone
   * may call it.
   *
   * # Errors
   * * [`CertificateError::Paused`], [`CertificateError::SystemNotOpen`], [`CertificateError::NoFactor`]
   *
   * # Events
   * * [`Certified`](crate::events::Certified) - When something was measured.
   * * [`PolicyInForce`](crate::events::PolicyInForce) - When a policy changed.
   */
  mint_due(args: { system: number }, options?: MethodOptions): Promise<AssembledTransaction<Result<Minted, CertificateError>>>;
  /**
   * The policy announced and not in force yet.
   */
  announced(args: { system: number }, options?: MethodOptions): Promise<AssembledTransaction<Announced | null>>;
  /**
   * What a donor's leaf got so far, stroops.
   */
  donor_got(args: { system: number; kind: Kind; root: Uint8Array; index: number }, options?: MethodOptions): Promise<AssembledTransaction<bigint>>;
  /**
   * Administrator, trustee, and the delay of upgrades in seconds.
   */
  governance(options?: MethodOptions): Promise<AssembledTransaction<Governance>>;
  /**
   * Offers a role to somebody, who has to accept it. Its holder signs; or administrator or trustee, and then it may
   * be accepted only after the upgrade delay, and the holder may cancel it.
   */
  offer_role(args: { who: string | Address; role: string; to: string | Address }, options?: MethodOptions): Promise<AssembledTransaction<Result<null, CertificateError>>>;
  /**
   * The open offer of a role.
   */
  role_offer(args: { role: string }, options?: MethodOptions): Promise<AssembledTransaction<RoleOffer | null>>;
  /**
   * Sets the emission factor, grams of CO2e per MWh, from a time not past on, and returns its version; who holds the
   * role `factors` signs. The first one may reach back.
   *
   * # Errors
   * * [`CertificateError::Paused`], [`CertificateError::BadFactor`], [`CertificateError::NotLater`]
   * * [`CertificateError::TooManyFactors`]
   *
   * # Events
   * * [`FactorSet`](crate::events::FactorSet)
   */
  set_factor(args: { grams: bigint; effective_at: bigint; source_hash: Uint8Array }, options?: MethodOptions): Promise<AssembledTransaction<Result<number, CertificateError>>>;
  /**
   * Takes over a role. Who was offered it signs.
   */
  accept_role(args: { role: string }, options?: MethodOptions): Promise<AssembledTransaction<Result<null, CertificateError>>>;
  /**
   * Mints to donors their share of what was certified so far: `floor(units x certified / all units)` less what they
   * got. Anyone may call it, as often as they like.
   *
   * # Errors
   * * [`CertificateError::SystemNotOpen`], [`CertificateError::NoCertificates`], [`CertificateError::NoDonors`]
   * * [`CertificateError::BadProof`] - When a leaf is not in the tree: then nobody gets anything.
   *
   * # Events
   * * [`DonorClaimed`](crate::events::DonorClaimed) for each leaf that got something.
   */
  claim_units(args: { system: number; kind: Kind; root: Uint8Array; leaves: Array<DonorLeaf> }, options?: MethodOptions): Promise<AssembledTransaction<Result<Array<bigint>, CertificateError>>>;
  /**
   * Drops the announced code. Administrator or trustee signs.
   */
  cancel_upgrade(args: { who: string | Address }, options?: MethodOptions): Promise<AssembledTransaction<Result<null, CertificateError>>>;
  /**
   * Announces what is to be sold and whose it is; the administrator signs. It is in force once `mint_due` has certified
   * all that was generated until now under the policy of now; a later announcement replaces it until then.
   *
   * # Errors
   * * [`CertificateError::Paused`], [`CertificateError::SystemNotOpen`]
   * * [`CertificateError::BadPolicy`] - When the shares do not add up to 10,000, or donors are told by halves.
   * * [`CertificateError::NoFactor`] - When it sells carbon and there is no factor.
   * * [`CertificateError::DonorsDiffer`] - When the root is known with other units.
   *
   * # Events
   * * [`PolicyAnnounced`](crate::events::PolicyAnnounced)
   */
  announce_policy(args: { system: number; policy: Policy }, options?: MethodOptions): Promise<AssembledTransaction<Result<null, CertificateError>>>;
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
  cancel_role_offer(args: { who: string | Address; role: string }, options?: MethodOptions): Promise<AssembledTransaction<Result<null, CertificateError>>>;
}

export class Client extends ContractClient {
  constructor(options: ContractClientOptions) {
    super(
      new Spec(["AAAABAAAAERDb2RlcyBhcmUgcGFydCBvZiB0aGUgcHVibGljIGludGVyZmFjZTogbmV2ZXIgcmVudW1iZXIsIG5ldmVyIHJldXNlLgAAAAAAAAAQQ2VydGlmaWNhdGVFcnJvcgAAABwAAABGV2hhdCBpcyBuYW1lZCBkb2VzIG5vdCBleGlzdDogNjAwMCBvbi4gVGhlIHN5c3RlbSB3YXMgbm90IG9wZW5lZCBoZXJlLgAAAAAADVN5c3RlbU5vdE9wZW4AAAAAABdwAAAAN05vIGVtaXNzaW9uIGZhY3RvciBpcyBpbiBmb3JjZSB3aGVyZSB0aGUgcGVyaW9kIHN0YXJ0cy4AAAAACE5vRmFjdG9yAAAXcQAAADhObyBkb25vcnMgd2l0aCB0aGF0IHJvb3QgaGF2ZSBjZXJ0aWZpY2F0ZXMgb2YgdGhhdCBraW5kLgAAAAhOb0Rvbm9ycwAAF3IAAAB0QW4gYXJndW1lbnQgbWFrZXMgbm8gc2Vuc2U6IDYwMTAgb24uIFNoYXJlcyBhZGQgdXAgdG8gMTAsMDAwOyBkb25vcnMgaGF2ZSBhIHNoYXJlLCB1bml0cyBhbmQgbGVhdmVzLCBvciBub25lIG9mIGFsbC4AAAAJQmFkUG9saWN5AAAAAAAXegAAACpBIGZhY3RvciBpcyAxIHRvIDIsMDAwLDAwMCBnIENPMmUgcGVyIE1XaC4AAAAAAAlCYWRGYWN0b3IAAAAAABd7AAAAR0EgZmFjdG9yIGNvbWVzIGludG8gZm9yY2UgbGF0ZXIgdGhhbiB0aGUgbGFzdCBvbmUsIGFuZCBub3QgaW4gdGhlIHBhc3QuAAAAAAhOb3RMYXRlcgAAF3wAAAAVQW4gYW1vdW50IGlzIGFib3ZlIDAuAAAAAAAACUJhZEFtb3VudAAAAAAAF30AAAA5QmVuZWZpY2lhcnksIHB1cnBvc2UgYW5kIHBlcmlvZCBoYXZlIDEgdG8gMTI4IGJ5dGVzIGVhY2guAAAAAAAAB0JhZFRleHQAAAAXfgAAACRSZXRhaW5lZCBlbmVyZ3kgaGFzIG5vIGNlcnRpZmljYXRlcy4AAAAOTm9DZXJ0aWZpY2F0ZXMAAAAAF38AAAAkVGhlIGxlYWYgaXMgbm90IGluIHRoZSBkb25vcnMnIHRyZWUuAAAACEJhZFByb29mAAAXgAAAAEFUaGUgc3RhdGUgZG9lcyBub3QgYWxsb3cgaXQ6IDYwMjAgb24uIFRoZSBzeXN0ZW0gaXMgb3BlbiBhbHJlYWR5LgAAAAAAAAtBbHJlYWR5T3BlbgAAABeEAAAAMlRoZSByZWdpc3RyeSdzIGFwcHJvdmVyIGhhcyBub3QgbGV0IHRoZSBzeXN0ZW0gaW4uAAAAAAALTm90QXBwcm92ZWQAAAAXhQAAAFNUaGUgYXNzZXQncyBjb250cmFjdCBpcyBtaXNzaW5nLCBpcyBubyBTdGVsbGFyIGFzc2V0LCBvciBoYXMgYW5vdGhlciBhZG1pbmlzdHJhdG9yLgAAAAANTm90QXNzZXRBZG1pbgAAAAAAF4YAAABiVGhlIGFzc2V0J3MgaXNzdWVyIGNhbiBmcmVlemUgb3IgY2xhdyBiYWNrLCBvciBob2xkZXJzIG5lZWQgaXRzIGNvbnNlbnQ6IGNlcnRpZmljYXRlcyBtb3ZlIGZyZWVseS4AAAAAAA1CYWRBc3NldEZsYWdzAAAAAAAXhwAAACtUaGUgYXNzZXQgY2VydGlmaWVzIHNvbWV0aGluZyBlbHNlIGFscmVhZHkuAAAAAApBc3NldFRha2VuAAAAABeIAAAAQERvbm9ycyB3aXRoIHRoYXQgcm9vdCB3ZXJlIGFubm91bmNlZCB3aXRoIG90aGVyIHVuaXRzIG9yIGxlYXZlcy4AAAAMRG9ub3JzRGlmZmVyAAAXiQAAAC5UaGVyZSBhcmUgMzIgZmFjdG9ycyB0aGF0IG1heSBzdGlsbCBiZSBuZWVkZWQuAAAAAAAOVG9vTWFueUZhY3RvcnMAAAAAF4oAAABDR292ZXJuYW5jZTogNjA4MCBvbi4gVGhlIHJvbGUgaXMgbm90IG9uIG9mZmVyLCBvciB0aGUgb2ZmZXIgbGFwc2VkLgAAAAALTm9Sb2xlT2ZmZXIAAAAXwAAAABdUaGUgY29udHJhY3QgaXMgcGF1c2VkLgAAAAAGUGF1c2VkAAAAABfBAAAANU9ubHkgYWRtaW5pc3RyYXRvciBhbmQgdHJ1c3RlZSBtYXkgcGF1c2UgYW5kIHVucGF1c2UuAAAAAAAAC05vdEd1YXJkaWFuAAAAF8IAAAAWVGhlcmUgaXMgbm8gc3VjaCByb2xlLgAAAAAAC1Vua25vd25Sb2xlAAAAF8MAAAAbVGhlIGNhbGxlciBtYXkgbm90IGRvIHRoaXMuAAAAAAxOb3RQZXJtaXR0ZWQAABfEAAAAHlNvbWVib2R5IGVsc2UncyBvZmZlciBpcyBvcGVuLgAAAAAADE9mZmVyUGVuZGluZwAAF8UAAAAdVGhlIGRlbGF5IGhhcyBub3QgcGFzc2VkIHlldC4AAAAAAAAIVG9vRWFybHkAABfGAAAAME5vIHVwZ3JhZGUgaXMgYW5ub3VuY2VkLCBvciBpdHMgdGltZSBoYXMgcGFzc2VkLgAAAAlOb1VwZ3JhZGUAAAAAABfHAAAAJlRoZSBzdG9yYWdlIGlzIGFzIHRoaXMgYnVpbGQgbmVlZHMgaXQuAAAAAAAQTm90aGluZ1RvTWlncmF0ZQAAF8gAAABRQWRtaW5pc3RyYXRvciBhbmQgdHJ1c3RlZSBhcmUgdHdvLCBhbmQgdGhlIHVwZ3JhZGUgZGVsYXkgaXMgMzAgZGF5cyB0byB0d28geWVhcnMuAAAAAAAADUJhZEdvdmVybmFuY2UAAAAAABfJAAAALEFyaXRobWV0aWM6IDYwOTAgb24uIEEgdG90YWwgbGVmdCBpdHMgcmFuZ2UuAAAACE92ZXJmbG93AAAXyg==", "AAAAAQAAAFNUaGUgZG9ub3JzIG9mIG9uZSByb290OiB3aGF0IHdhcyBjZXJ0aWZpZWQgZm9yIHRoZW0gYW5kIHdoYXQgdGhleSBjbGFpbWVkLCBzdHJvb3BzLgAAAAAAAAAAA1BvdAAAAAAEAAAAG0NlcnRpZmllZCBmb3IgYWxsIHRvZ2V0aGVyLgAAAAAJY2VydGlmaWVkAAAAAAAACwAAABhDbGFpbWVkIGJ5IGFsbCB0b2dldGhlci4AAAAHY2xhaW1lZAAAAAALAAAAE0xlYXZlcyBvZiB0aGUgdHJlZS4AAAAABWNvdW50AAAAAAAABAAAABZVbml0cyBvZiBhbGwgdG9nZXRoZXIuAAAAAAAFdW5pdHMAAAAAAAAL", "AAAAAgAAACZXaGF0IGEgTVdoIGJlY29tZXMuIE5ldmVyIHR3byBvZiB0aGVtLgAAAAAAAAAAAARLaW5kAAAAAwAAAAAAAAA+Tm90aGluZyBpcyBzb2xkOiB3aG9ldmVyIHVzZXMgdGhlIGVuZXJneSBrZWVwcyBpdHMgYXR0cmlidXRlcy4AAAAAAAhSZXRhaW5lZAAAAAAAAAAoMSBNV2gsIG9uZSByZW5ld2FibGUgZW5lcmd5IGNlcnRpZmljYXRlLgAAAANSZWMAAAAAAAAAACYxIE1XaCwgYGZhY3RvcmAgZ3JhbXMgb2YgYXZvaWRlZCBDTzJlLgAAAAAABkNhcmJvbgAA", "AAAAAQAAAD9Gb3Igd2hvbSBhbmQgd2h5IGNlcnRpZmljYXRlcyBhcmUgcmV0aXJlZDsgMSB0byAxMjggYnl0ZXMgZWFjaC4AAAAAAAAAAAVDbGFpbQAAAAAAAAMAAAAOSW4gd2hvc2UgbmFtZS4AAAAAAAtiZW5lZmljaWFyeQAAAAAQAAAAFVRoZSByZXBvcnRpbmcgcGVyaW9kLgAAAAAAAAZwZXJpb2QAAAAAABAAAAAJV2hhdCBmb3IuAAAAAAAAB3B1cnBvc2UAAAAAEA==", "AAAAAQAAACJUaGUgY29udHJhY3RzIHRoYXQgdGhpcyBvbmUgcmVhZHMuAAAAAAAAAAAABUxpbmtzAAAAAAAAAgAAABRBdHRlc3RlZCBnZW5lcmF0aW9uLgAAAAZlbmVyZ3kAAAAAABMAAAAUU3lzdGVtcyBhbmQgcGFydGllcy4AAAAIcmVnaXN0cnkAAAAT", "AAAAAQAAADRUaGUgYXNzZXRzIG9mIGEgc3lzdGVtLCBhcyB0aGUgWERSIG9mIHRoZWlyIGBBc3NldGAuAAAAAAAAAAZBc3NldHMAAAAAAAIAAAAUQ2FyYm9uIGNlcnRpZmljYXRlcy4AAAAGY2FyYm9uAAAAAAAOAAAAHlJlbmV3YWJsZSBlbmVyZ3kgY2VydGlmaWNhdGVzLgAAAAAAA3JlYwAAAAAO", "AAAAAQAAADNHcmFtcyBvZiBDTzJlIHRoYXQgYSBNV2ggYXZvaWRzLCBmcm9tIHNvbWUgdGltZSBvbi4AAAAAAAAAAAZGYWN0b3IAAAAAAAQAAAANVW5peCBzZWNvbmRzLgAAAAAAAAxlZmZlY3RpdmVfYXQAAAAGAAAAFkdyYW1zIG9mIENPMmUgcGVyIE1XaC4AAAAAAAVncmFtcwAAAAAAAAYAAABGSGFzaCBvZiB0aGUgcHVibGlzaGVkIHNvdXJjZTogd2hpY2ggZWRpdGlvbiwgd2hpY2ggcmVnaW9uLCB3aGljaCByYXRlLgAAAAAAC3NvdXJjZV9oYXNoAAAAA+4AAAAgAAAADkNvdW50cyBmcm9tIDEuAAAAAAAHdmVyc2lvbgAAAAAE", "AAAAAQAAABZXaGF0IGEgcGVyaW9kIGJyb3VnaHQuAAAAAAAAAAAABk1pbnRlZAAAAAAAAwAAAA9XaGF0IGl0IGJlY2FtZS4AAAAABGtpbmQAAAfQAAAABEtpbmQAAAAKV2hvbGUgTVdoLgAAAAAAA213aAAAAAAGAAAAJlN0cm9vcHMgb2YgdGhlIGFzc2V0OyAwIHdoZW4gcmV0YWluZWQuAAAAAAAFdW5pdHMAAAAAAAAL", "AAAAAQAAAGFXaGF0IGlzIHNvbGQgb2YgYSBzeXN0ZW0ncyBnZW5lcmF0aW9uLCBhbmQgd2hvIGdldHMgaXQuIFRoZSBzaGFyZXMgYWRkIHVwIHRvIDEwLDAwMCBiYXNpcyBwb2ludHMuAAAAAAAAAAAAAAZQb2xpY3kAAAAAAAgAAAAkV2hhdCB0aGUgZG9ub3JzIGdldCwgYnkgdGhlaXIgdW5pdHMuAAAACmRvbm9yc19icHMAAAAAAAQAAAAlTGVhdmVzIG9mIHRoZSB0cmVlOyAwIHdpdGhvdXQgZG9ub3JzLgAAAAAAAAxkb25vcnNfY291bnQAAAAEAAAAQk1lcmtsZSByb290IG92ZXIgdGhlIGRvbm9ycycgbGVhdmVzOyAzMiB6ZXJvIGJ5dGVzIHdpdGhvdXQgZG9ub3JzLgAAAAAAC2Rvbm9yc19yb290AAAAA+4AAAAgAAAAL1VuaXRzIG9mIGFsbCBkb25vcnMgdG9nZXRoZXI7IDAgd2l0aG91dCBkb25vcnMuAAAAAAxkb25vcnNfdW5pdHMAAAALAAAAE1doYXQgYSBNV2ggYmVjb21lcy4AAAAABGtpbmQAAAfQAAAABEtpbmQAAABKV2hvIGdldHMgdGhlIG93bmVyJ3Mgc2hhcmU6IHRoZSBpc3N1ZXIsIG9yIHdob20gaXQgc29sZCB0aGUgYXR0cmlidXRlcyB0by4AAAAAAAVvd25lcgAAAAAAABMAAAASVGhlIG93bmVyJ3Mgc2hhcmUuAAAAAAAJb3duZXJfYnBzAAAAAAAABAAAAFRXaGF0IHRoZSBwYXJ0aWVzIGdldCwgYnkgdGhlaXIgcG9ydGlvbnMsIGFzIHRoZSByZWdpc3RyeSBoYXMgdGhlbSB3aGVuIGl0IGlzIG1pbnRlZC4AAAALcGFydGllc19icHMAAAAABA==", "AAAAAQAAAC5DZXJ0aWZpY2F0ZXMgb2Ygb25lIGtpbmQgb2YgYSBzeXN0ZW0sIHN0cm9vcHMuAAAAAAAAAAAABlRvdGFscwAAAAAAAwAAABVFdmVyIGR1ZSB0byBzb21lYm9keS4AAAAAAAAJY2VydGlmaWVkAAAAAAAACwAAACBPZiB0aGVzZSBjbGFpbWVkLCBhbmQgc28gbWludGVkLgAAAAZtaW50ZWQAAAAAAAsAAAART2YgdGhlc2UgcmV0aXJlZC4AAAAAAAAHcmV0aXJlZAAAAAAL", "AAAAAQAAAHtXaGF0IGEgc3lzdGVtIGhhcyBtZWFzdXJlZCBhbmQgd2hhdCBiZWNhbWUgb2YgaXQuIGByZWMgKyBjYXJib24gKyByZXRhaW5lZGAgTVdoIGFuZCB0aGUgY2FycnkgbWFrZSBgY291bnRlZF93aCAtIHN0YXJ0X3doYC4AAAAAAAAAAAdBY2NvdW50AAAAAAkAAAAdQ29udHJhY3Qgb2YgdGhlIGNhcmJvbiBhc3NldC4AAAAAAAAGY2FyYm9uAAAAAAATAAAAGE1XaCBjZXJ0aWZpZWQgYXMgY2FyYm9uLgAAAApjYXJib25fbXdoAAAAAAAGAAAAQUNvdW50ZWQgYW5kIG5vdCB5ZXQgYSB3aG9sZSBNV2gsIFdoOyBuZWdhdGl2ZSBhZnRlciBhIGNvcnJlY3Rpb24uAAAAAAAACGNhcnJ5X3doAAAACwAAACFVbnRpbCB3aGVuIHRoYXQgaXMsIFVuaXggc2Vjb25kcy4AAAAAAAAKY291bnRlZF90bwAAAAAABgAAABlNZWFzdXJlZCBhbmQgY291bnRlZCwgV2guAAAAAAAACmNvdW50ZWRfd2gAAAAAAAYAAAAaQ29udHJhY3Qgb2YgdGhlIFJFQyBhc3NldC4AAAAAAANyZWMAAAAAEwAAABZNV2ggY2VydGlmaWVkIGFzIFJFQ3MuAAAAAAAHcmVjX213aAAAAAAGAAAADU1XaCByZXRhaW5lZC4AAAAAAAAMcmV0YWluZWRfbXdoAAAABgAAADhNZWFzdXJlZCBiZWZvcmUgaXQgd2FzIG9wZW5lZCwgV2g6IG5ldmVyIGNlcnRpZmllZCBoZXJlLgAAAAhzdGFydF93aAAAAAY=", "AAAAAQAAABxBIHBvbGljeSB0aGF0IHdhcyBhbm5vdW5jZWQuAAAAAAAAAAlBbm5vdW5jZWQAAAAAAAACAAAAXldoZW4gaXQgd2FzIGFubm91bmNlZCwgVW5peCBzZWNvbmRzOiB3aGF0IHdhcyBnZW5lcmF0ZWQgYmVmb3JlIHN0YXlzIHVuZGVyIHRoZSBwb2xpY3kgb2YgdGhlbi4AAAAAAAJhdAAAAAAABgAAABFXaGF0IGl0IGlzIHRvIGJlLgAAAAAAAAZwb2xpY3kAAAAAB9AAAAAGUG9saWN5AAA=", "AAAAAQAAABxBIGRvbm9yJ3MgcGxhY2UgaW4gdGhlIHRyZWUuAAAAAAAAAAlEb25vckxlYWYAAAAAAAAEAAAAGldobyBnZXRzIHRoZSBjZXJ0aWZpY2F0ZXMuAAAAAAAGaG9sZGVyAAAAAAATAAAAF1BsYWNlIGFtb25nIHRoZSBsZWF2ZXMuAAAAAAVpbmRleAAAAAAAAAQAAAAjU2libGluZ3MgZnJvbSB0aGUgbGVhZiB0byB0aGUgcm9vdC4AAAAABXByb29mAAAAAAAD6gAAA+4AAAAgAAAAElRoZSBkb25vcidzIHVuaXRzLgAAAAAABXVuaXRzAAAAAAAACw==", "AAAABQAAADVDZXJ0aWZpY2F0ZXMgd2VyZSBtaW50ZWQgdG8gYSBob2xkZXIgd2hvc2UgdGhleSB3ZXJlLgAAAAAAAAAAAAAHQ2xhaW1lZAAAAAABAAAAB2NsYWltZWQAAAAABAAAAAAAAAAGc3lzdGVtAAAAAAAEAAAAAQAAAAAAAAAEa2luZAAAB9AAAAAES2luZAAAAAEAAAAAAAAABmhvbGRlcgAAAAAAEwAAAAEAAAAAAAAABXVuaXRzAAAAAAAACwAAAAAAAAAC", "AAAABQAAAKhDZXJ0aWZpY2F0ZXMgYXJlIHVzZWQgdXAsIGZvciBldmVyLiBgbnVtYmVyYCBjb3VudHMgcmV0aXJlbWVudHMgb2YgdGhpcyBjb250cmFjdDsgYHJldGlyZWRgIGFuZCBgbWludGVkYCBhcmUgdGhlCnJ1bm5pbmcgdG90YWxzIG9mIHRoZSBzeXN0ZW0ncyBraW5kLCB0aGlzIG9uZSBpbmNsdWRlZC4AAAAAAAAAB1JldGlyZWQAAAAAAQAAAAdyZXRpcmVkAAAAAAgAAAAAAAAABm51bWJlcgAAAAAABgAAAAEAAAAAAAAABnN5c3RlbQAAAAAABAAAAAEAAAAAAAAABGtpbmQAAAfQAAAABEtpbmQAAAABAAAAAAAAAAZob2xkZXIAAAAAABMAAAAAAAAAAAAAAAV1bml0cwAAAAAAAAsAAAAAAAAAAAAAAAVjbGFpbQAAAAAAB9AAAAAFQ2xhaW0AAAAAAAAAAAAAAAAAAAdyZXRpcmVkAAAAAAsAAAAAAAAAAAAAAAZtaW50ZWQAAAAAAAsAAAAAAAAAAg==", "AAAABQAAAMJXaGF0IHdhcyBtZWFzdXJlZCBmcm9tIGBmcm9tYCB0byBgdG9gIGJlY2FtZSBjZXJ0aWZpY2F0ZXMuIGBuZXdfd2hgIGlzIG5lZ2F0aXZlIGZvciBhIGNvcnJlY3Rpb247IGBpbmRleGAgaXMgdGhlIGxhc3QKc3RhdGVtZW50J3MsIGBmYWN0b3JgIHRoZSB2ZXJzaW9uIG9mIHRoZSBlbWlzc2lvbiBmYWN0b3IsIDAgZm9yIG90aGVyIGtpbmRzLgAAAAAAAAAAAAlDZXJ0aWZpZWQAAAAAAAABAAAACWNlcnRpZmllZAAAAAAAAAoAAAAAAAAABnN5c3RlbQAAAAAABAAAAAEAAAAAAAAABGtpbmQAAAfQAAAABEtpbmQAAAABAAAAAAAAAAVpbmRleAAAAAAAAAQAAAAAAAAAAAAAAARmcm9tAAAABgAAAAAAAAAAAAAAAnRvAAAAAAAGAAAAAAAAAAAAAAAGbmV3X3doAAAAAAALAAAAAAAAAAAAAAADbXdoAAAAAAYAAAAAAAAAAAAAAAV1bml0cwAAAAAAAAsAAAAAAAAAAAAAAAhjYXJyeV93aAAAAAsAAAAAAAAAAAAAAAZmYWN0b3IAAAAAAAQAAAAAAAAAAg==", "AAAABQAAAE1BbiBlbWlzc2lvbiBmYWN0b3IgY29tZXMgaW50byBmb3JjZSBhdCBgZWZmZWN0aXZlX2F0YCwgZ3JhbXMgb2YgQ08yZSBwZXIgTVdoLgAAAAAAAAAAAAAJRmFjdG9yU2V0AAAAAAAAAQAAAApmYWN0b3Jfc2V0AAAAAAAEAAAAAAAAAAd2ZXJzaW9uAAAAAAQAAAABAAAAAAAAAAVncmFtcwAAAAAAAAYAAAAAAAAAAAAAAAxlZmZlY3RpdmVfYXQAAAAGAAAAAAAAAAAAAAALc291cmNlX2hhc2gAAAAD7gAAACAAAAAAAAAAAg==", "AAAABQAAAHZXaG9zZSB0aGUgY2VydGlmaWNhdGVzIGFyZSB0aGF0IFtgQ2VydGlmaWVkYF0gYW5ub3VuY2VkOiB0aGUgb3duZXIncywgZWFjaCBwYXJ0eSdzIGJ5IGl0cyBpbmRleCwgYWxsIGRvbm9ycycgdG9nZXRoZXIuAAAAAAAAAAAACVNoYXJlZE91dAAAAAAAAAEAAAAKc2hhcmVkX291dAAAAAAABwAAAAAAAAAGc3lzdGVtAAAAAAAEAAAAAQAAAAAAAAAEa2luZAAAB9AAAAAES2luZAAAAAEAAAAAAAAABW93bmVyAAAAAAAAEwAAAAAAAAAAAAAAC293bmVyX3VuaXRzAAAAAAsAAAAAAAAAAAAAAAdwYXJ0aWVzAAAAA+oAAAALAAAAAAAAAAAAAAALZG9ub3JzX3Jvb3QAAAAD7gAAACAAAAAAAAAAAAAAAAxkb25vcnNfdW5pdHMAAAALAAAAAAAAAAI=", "AAAABQAAACRDZXJ0aWZpY2F0ZXMgd2VyZSBtaW50ZWQgdG8gYSBkb25vci4AAAAAAAAADERvbm9yQ2xhaW1lZAAAAAEAAAANZG9ub3JfY2xhaW1lZAAAAAAAAAYAAAAAAAAABnN5c3RlbQAAAAAABAAAAAEAAAAAAAAABGtpbmQAAAfQAAAABEtpbmQAAAABAAAAAAAAAAZob2xkZXIAAAAAABMAAAABAAAAAAAAAARyb290AAAD7gAAACAAAAAAAAAAAAAAAAVpbmRleAAAAAAAAAQAAAAAAAAAAAAAAAV1bml0cwAAAAAAAAsAAAAAAAAAAg==", "AAAABQAAAFxBIHN5c3RlbSdzIGdlbmVyYXRpb24gaXMgY2VydGlmaWVkIGZyb20gbm93IG9uOyBgc3RhcnRfd2hgIHdhcyBtZWFzdXJlZCBiZWZvcmUgYW5kIG5ldmVyIGlzLgAAAAAAAAAMU3lzdGVtT3BlbmVkAAAAAQAAAA1zeXN0ZW1fb3BlbmVkAAAAAAAABgAAAAAAAAAGc3lzdGVtAAAAAAAEAAAAAQAAAAAAAAADcmVjAAAAABMAAAAAAAAAAAAAAAZjYXJib24AAAAAABMAAAAAAAAAAAAAAAhzdGFydF93aAAAAAYAAAAAAAAAAAAAAAhzdGFydF9hdAAAAAYAAAAAAAAAAAAAAAZwb2xpY3kAAAAAB9AAAAAGUG9saWN5AAAAAAAAAAAAAg==", "AAAABQAAAEJBbiBhbm5vdW5jZWQgcG9saWN5IGlzIGluIGZvcmNlIGZvciB3aGF0IGlzIG1lYXN1cmVkIGFmdGVyIGBmcm9tYC4AAAAAAAAAAAANUG9saWN5SW5Gb3JjZQAAAAAAAAEAAAAPcG9saWN5X2luX2ZvcmNlAAAAAAMAAAAAAAAABnN5c3RlbQAAAAAABAAAAAEAAAAAAAAABnBvbGljeQAAAAAH0AAAAAZQb2xpY3kAAAAAAAAAAAAAAAAABGZyb20AAAAGAAAAAAAAAAI=", "AAAABQAAAEJBIHBvbGljeSB3YXMgYW5ub3VuY2VkOyBpdCBjb25jZXJucyBub3RoaW5nIGdlbmVyYXRlZCBiZWZvcmUgYGF0YC4AAAAAAAAAAAAPUG9saWN5QW5ub3VuY2VkAAAAAAEAAAAQcG9saWN5X2Fubm91bmNlZAAAAAMAAAAAAAAABnN5c3RlbQAAAAAABAAAAAEAAAAAAAAABnBvbGljeQAAAAAH0AAAAAZQb2xpY3kAAAAAAAAAAAAAAAAAAmF0AAAAAAAGAAAAAAAAAAI=", "AAAAAAAAACFXaGF0IGEgaG9sZGVyIG1heSBjbGFpbSwgc3Ryb29wcy4AAAAAAAADZHVlAAAAAAMAAAAAAAAABnN5c3RlbQAAAAAABAAAAAAAAAAEa2luZAAAB9AAAAAES2luZAAAAAAAAAAGaG9sZGVyAAAAAAATAAAAAQAAAAs=", "AAAAAAAAAmZCZWdpbnMgdG8gY2VydGlmeSBhbiBhcHByb3ZlZCBzeXN0ZW0sIHVuZGVyIGEgcG9saWN5OyB0aGUgYWRtaW5pc3RyYXRvciBzaWducy4gV2hhdCB3YXMgbWVhc3VyZWQgYmVmb3JlIGlzIG5ldmVyCmNlcnRpZmllZC4gVGhpcyBjb250cmFjdCBtdXN0IGJlIHRoZSBhZG1pbmlzdHJhdG9yIG9mIGJvdGggYXNzZXRzJyBjb250cmFjdHM7IHRoZWlyIGlzc3VlcnMgbXVzdCBoYXZlIG5vIGZsYWdzIHNldAphbmQgYmUgbG9ja2VkLgoKIyBFcnJvcnMKKiBbYENlcnRpZmljYXRlRXJyb3I6OlBhdXNlZGBdLCBbYENlcnRpZmljYXRlRXJyb3I6OkFscmVhZHlPcGVuYF0sIFtgQ2VydGlmaWNhdGVFcnJvcjo6Tm90QXBwcm92ZWRgXQoqIFtgQ2VydGlmaWNhdGVFcnJvcjo6QmFkUG9saWN5YF0sIFtgQ2VydGlmaWNhdGVFcnJvcjo6Tm9GYWN0b3JgXSAtIEFzIGZvciBgYW5ub3VuY2VfcG9saWN5YC4KKiBbYENlcnRpZmljYXRlRXJyb3I6Ok5vdEFzc2V0QWRtaW5gXSwgW2BDZXJ0aWZpY2F0ZUVycm9yOjpCYWRBc3NldEZsYWdzYF0sIFtgQ2VydGlmaWNhdGVFcnJvcjo6QXNzZXRUYWtlbmBdCgojIEV2ZW50cwoqIFtgU3lzdGVtT3BlbmVkYF0oY3JhdGU6OmV2ZW50czo6U3lzdGVtT3BlbmVkKQAAAAAABG9wZW4AAAADAAAAAAAAAAZzeXN0ZW0AAAAAAAQAAAAAAAAABmFzc2V0cwAAAAAH0AAAAAZBc3NldHMAAAAAAAAAAAAGcG9saWN5AAAAAAfQAAAABlBvbGljeQAAAAAAAQAAA+kAAAACAAAH0AAAABBDZXJ0aWZpY2F0ZUVycm9y", "AAAAAAAAABFXaG8gaG9sZHMgYSByb2xlLgAAAAAAAARyb2xlAAAAAQAAAAAAAAAEcm9sZQAAABEAAAABAAAD6AAAABM=", "AAAAAAAAARpNaW50cyB0byBlYWNoIGhvbGRlciB3aGF0IGlzIGR1ZTsgMCBmb3Igd2hvIGhhcyBubyBsaW5lIHRoYXQgdGFrZXMgaXQsIHdob3NlIHVuaXRzIHN0YXkgZHVlLiBBbnlvbmUgbWF5IGNhbGwgaXQuCgojIEVycm9ycwoqIFtgQ2VydGlmaWNhdGVFcnJvcjo6U3lzdGVtTm90T3BlbmBdLCBbYENlcnRpZmljYXRlRXJyb3I6Ok5vQ2VydGlmaWNhdGVzYF0KCiMgRXZlbnRzCiogW2BDbGFpbWVkYF0oY3JhdGU6OmV2ZW50czo6Q2xhaW1lZCkgZm9yIGVhY2ggaG9sZGVyIHRoYXQgZ290IHNvbWV0aGluZy4AAAAAAAVjbGFpbQAAAAAAAAMAAAAAAAAABnN5c3RlbQAAAAAABAAAAAAAAAAEa2luZAAAB9AAAAAES2luZAAAAAAAAAAHaG9sZGVycwAAAAPqAAAAEwAAAAEAAAPpAAAD6gAAAAsAAAfQAAAAEENlcnRpZmljYXRlRXJyb3I=", "AAAAAAAAABxUaGUgY29udHJhY3RzIHRoYXQgYXJlIHJlYWQuAAAABWxpbmtzAAAAAAAAAAAAAAEAAAfQAAAABUxpbmtzAAAA", "AAAAAAAAAD9TdG9wcyBuZXcgYnVzaW5lc3MuIEFkbWluaXN0cmF0b3IsIHRydXN0ZWUgb3IgYSBndWFyZGlhbiBzaWducy4AAAAABXBhdXNlAAAAAAAAAQAAAAAAAAADd2hvAAAAABMAAAABAAAD6QAAAAIAAAfQAAAAEENlcnRpZmljYXRlRXJyb3I=", "AAAAAAAAAENXaGF0IHdhcyBjZXJ0aWZpZWQgZm9yIHRoZSBkb25vcnMgb2YgYSByb290LCBhbmQgd2hhdCB0aGV5IGNsYWltZWQuAAAAAAZkb25vcnMAAAAAAAMAAAAAAAAABnN5c3RlbQAAAAAABAAAAAAAAAAEa2luZAAAB9AAAAAES2luZAAAAAAAAAAEcm9vdAAAA+4AAAAgAAAAAQAAA+gAAAfQAAAAA1BvdAA=", "AAAAAAAAACBXaGV0aGVyIG5ldyBidXNpbmVzcyBpcyBzdG9wcGVkLgAAAAZwYXVzZWQAAAAAAAAAAAABAAAAAQ==", "AAAAAAAAAERUaGUgcG9saWN5IGluIGZvcmNlLgoKIyBFcnJvcnMKKiBbYENlcnRpZmljYXRlRXJyb3I6OlN5c3RlbU5vdE9wZW5gXQAAAAZwb2xpY3kAAAAAAAEAAAAAAAAABnN5c3RlbQAAAAAABAAAAAEAAAPpAAAH0AAAAAZQb2xpY3kAAAAAB9AAAAAQQ2VydGlmaWNhdGVFcnJvcg==", "AAAAAAAAASBSZXRpcmVzIGNlcnRpZmljYXRlcyBmb3IgZXZlciBhbmQgcmV0dXJucyB0aGUgbnVtYmVyIG9mIHRoZSByZXRpcmVtZW50OyB0aGUgaG9sZGVyIHNpZ25zLgoKIyBFcnJvcnMKKiBbYENlcnRpZmljYXRlRXJyb3I6OlN5c3RlbU5vdE9wZW5gXSwgW2BDZXJ0aWZpY2F0ZUVycm9yOjpOb0NlcnRpZmljYXRlc2BdCiogW2BDZXJ0aWZpY2F0ZUVycm9yOjpCYWRBbW91bnRgXSwgW2BDZXJ0aWZpY2F0ZUVycm9yOjpCYWRUZXh0YF0KCiMgRXZlbnRzCiogW2BSZXRpcmVkYF0oY3JhdGU6OmV2ZW50czo6UmV0aXJlZCkAAAAGcmV0aXJlAAAAAAAFAAAAAAAAAAZob2xkZXIAAAAAABMAAAAAAAAABnN5c3RlbQAAAAAABAAAAAAAAAAEa2luZAAAB9AAAAAES2luZAAAAAAAAAAFdW5pdHMAAAAAAAALAAAAAAAAAAVjbGFpbQAAAAAAB9AAAAAFQ2xhaW0AAAAAAAABAAAD6QAAAAYAAAfQAAAAEENlcnRpZmljYXRlRXJyb3I=", "AAAAAAAAAEFDZXJ0aWZpY2F0ZXMgb2Ygb25lIGtpbmQgb2YgYSBzeXN0ZW06IGNlcnRpZmllZCwgbWludGVkLCByZXRpcmVkLgAAAAAAAAZ0b3RhbHMAAAAAAAIAAAAAAAAABnN5c3RlbQAAAAAABAAAAAAAAAAEa2luZAAAB9AAAAAES2luZAAAAAEAAAfQAAAABlRvdGFscwAA", "AAAAAAAAAF1XaGF0IGEgc3lzdGVtIG1lYXN1cmVkIGFuZCB3aGF0IGJlY2FtZSBvZiBpdC4KCiMgRXJyb3JzCiogW2BDZXJ0aWZpY2F0ZUVycm9yOjpTeXN0ZW1Ob3RPcGVuYF0AAAAAAAAHYWNjb3VudAAAAAABAAAAAAAAAAZzeXN0ZW0AAAAAAAQAAAABAAAD6QAAB9AAAAAHQWNjb3VudAAAAAfQAAAAEENlcnRpZmljYXRlRXJyb3I=", "AAAAAAAAAC9UaGUgZW1pc3Npb24gZmFjdG9ycywgb2xkZXN0IGZpcnN0OyBhdCBtb3N0IDMyLgAAAAAHZmFjdG9ycwAAAAAAAAAAAQAAA+oAAAfQAAAABkZhY3RvcgAA", "AAAAAAAAAFhCcmluZ3Mgd2hhdCB0aGUgcHJldmlvdXMgYnVpbGQgc3RvcmVkIHRvIHRoZSBmb3JtIG9mIHRoaXMgb25lLCBvbmNlLiBBbnlvbmUgbWF5IGNhbGwgaXQuAAAAB21pZ3JhdGUAAAAAAAAAAAEAAAPpAAAAAgAAB9AAAAAQQ2VydGlmaWNhdGVFcnJvcg==", "AAAAAAAAAERMZXRzIG5ldyBidXNpbmVzcyBnbyBvbi4gQWRtaW5pc3RyYXRvciwgdHJ1c3RlZSBvciBhIGd1YXJkaWFuIHNpZ25zLgAAAAd1bnBhdXNlAAAAAAEAAAAAAAAAA3dobwAAAAATAAAAAQAAA+kAAAACAAAH0AAAABBDZXJ0aWZpY2F0ZUVycm9y", "AAAAAAAAAEtJbnN0YWxscyB0aGUgYW5ub3VuY2VkIGNvZGUgb25jZSBpdHMgZGVsYXkgcGFzc2VkLiBUaGUgYWRtaW5pc3RyYXRvciBzaWducy4AAAAAB3VwZ3JhZGUAAAAAAAAAAAEAAAPpAAAAAgAAB9AAAAAQQ2VydGlmaWNhdGVFcnJvcg==", "AAAAAAAAABpUaGUgdmVyc2lvbiBvZiB0aGlzIGJ1aWxkLgAAAAAAB3ZlcnNpb24AAAAAAAAAAAEAAAAE", "AAAAAAAAAf1DZXJ0aWZpZXMgd2hhdCB3YXMgbWVhc3VyZWQgYW5kIGF0dGVzdGVkIHNpbmNlIHRoZSBsYXN0IHRpbWU6IHdob2xlIE1XaCBvZiB0aGUgY2FycnkgYW5kIHRoZSBuZXcgV2gsIHRvIHRob3NlIHdob20KdGhlIHBvbGljeSBuYW1lcy4gQW4gYW5ub3VuY2VkIHBvbGljeSBjb21lcyBpbnRvIGZvcmNlIHdoZW4gYWxsIHRoYXQgd2FzIGdlbmVyYXRlZCBiZWZvcmUgaXQgaXMgY2VydGlmaWVkLiBBbnlvbmUKbWF5IGNhbGwgaXQuCgojIEVycm9ycwoqIFtgQ2VydGlmaWNhdGVFcnJvcjo6UGF1c2VkYF0sIFtgQ2VydGlmaWNhdGVFcnJvcjo6U3lzdGVtTm90T3BlbmBdLCBbYENlcnRpZmljYXRlRXJyb3I6Ok5vRmFjdG9yYF0KCiMgRXZlbnRzCiogW2BDZXJ0aWZpZWRgXShjcmF0ZTo6ZXZlbnRzOjpDZXJ0aWZpZWQpIC0gV2hlbiBzb21ldGhpbmcgd2FzIG1lYXN1cmVkLgoqIFtgUG9saWN5SW5Gb3JjZWBdKGNyYXRlOjpldmVudHM6OlBvbGljeUluRm9yY2UpIC0gV2hlbiBhIHBvbGljeSBjaGFuZ2VkLgAAAAAAAAhtaW50X2R1ZQAAAAEAAAAAAAAABnN5c3RlbQAAAAAABAAAAAEAAAPpAAAH0AAAAAZNaW50ZWQAAAAAB9AAAAAQQ2VydGlmaWNhdGVFcnJvcg==", "AAAAAAAAACpUaGUgcG9saWN5IGFubm91bmNlZCBhbmQgbm90IGluIGZvcmNlIHlldC4AAAAAAAlhbm5vdW5jZWQAAAAAAAABAAAAAAAAAAZzeXN0ZW0AAAAAAAQAAAABAAAD6AAAB9AAAAAJQW5ub3VuY2VkAAAA", "AAAAAAAAAChXaGF0IGEgZG9ub3IncyBsZWFmIGdvdCBzbyBmYXIsIHN0cm9vcHMuAAAACWRvbm9yX2dvdAAAAAAAAAQAAAAAAAAABnN5c3RlbQAAAAAABAAAAAAAAAAEa2luZAAAB9AAAAAES2luZAAAAAAAAAAEcm9vdAAAA+4AAAAgAAAAAAAAAAVpbmRleAAAAAAAAAQAAAABAAAACw==", "AAAAAAAAAD1BZG1pbmlzdHJhdG9yLCB0cnVzdGVlLCBhbmQgdGhlIGRlbGF5IG9mIHVwZ3JhZGVzIGluIHNlY29uZHMuAAAAAAAACmdvdmVybmFuY2UAAAAAAAAAAAABAAAH0AAAAApHb3Zlcm5hbmNlAAA=", "AAAAAAAAALdPZmZlcnMgYSByb2xlIHRvIHNvbWVib2R5LCB3aG8gaGFzIHRvIGFjY2VwdCBpdC4gSXRzIGhvbGRlciBzaWduczsgb3IgYWRtaW5pc3RyYXRvciBvciB0cnVzdGVlLCBhbmQgdGhlbiBpdCBtYXkKYmUgYWNjZXB0ZWQgb25seSBhZnRlciB0aGUgdXBncmFkZSBkZWxheSwgYW5kIHRoZSBob2xkZXIgbWF5IGNhbmNlbCBpdC4AAAAACm9mZmVyX3JvbGUAAAAAAAMAAAAAAAAAA3dobwAAAAATAAAAAAAAAARyb2xlAAAAEQAAAAAAAAACdG8AAAAAABMAAAABAAAD6QAAAAIAAAfQAAAAEENlcnRpZmljYXRlRXJyb3I=", "AAAAAAAAABlUaGUgb3BlbiBvZmZlciBvZiBhIHJvbGUuAAAAAAAACnJvbGVfb2ZmZXIAAAAAAAEAAAAAAAAABHJvbGUAAAARAAAAAQAAA+gAAAfQAAAACVJvbGVPZmZlcgAAAA==", "AAAAAAAAAWlTZXRzIHRoZSBlbWlzc2lvbiBmYWN0b3IsIGdyYW1zIG9mIENPMmUgcGVyIE1XaCwgZnJvbSBhIHRpbWUgbm90IHBhc3Qgb24sIGFuZCByZXR1cm5zIGl0cyB2ZXJzaW9uOyB3aG8gaG9sZHMgdGhlCnJvbGUgYGZhY3RvcnNgIHNpZ25zLiBUaGUgZmlyc3Qgb25lIG1heSByZWFjaCBiYWNrLgoKIyBFcnJvcnMKKiBbYENlcnRpZmljYXRlRXJyb3I6OlBhdXNlZGBdLCBbYENlcnRpZmljYXRlRXJyb3I6OkJhZEZhY3RvcmBdLCBbYENlcnRpZmljYXRlRXJyb3I6Ok5vdExhdGVyYF0KKiBbYENlcnRpZmljYXRlRXJyb3I6OlRvb01hbnlGYWN0b3JzYF0KCiMgRXZlbnRzCiogW2BGYWN0b3JTZXRgXShjcmF0ZTo6ZXZlbnRzOjpGYWN0b3JTZXQpAAAAAAAACnNldF9mYWN0b3IAAAAAAAMAAAAAAAAABWdyYW1zAAAAAAAABgAAAAAAAAAMZWZmZWN0aXZlX2F0AAAABgAAAAAAAAALc291cmNlX2hhc2gAAAAD7gAAACAAAAABAAAD6QAAAAQAAAfQAAAAEENlcnRpZmljYXRlRXJyb3I=", "AAAAAAAAACxUYWtlcyBvdmVyIGEgcm9sZS4gV2hvIHdhcyBvZmZlcmVkIGl0IHNpZ25zLgAAAAthY2NlcHRfcm9sZQAAAAABAAAAAAAAAARyb2xlAAAAEQAAAAEAAAPpAAAAAgAAB9AAAAAQQ2VydGlmaWNhdGVFcnJvcg==", "AAAAAAAAAc9NaW50cyB0byBkb25vcnMgdGhlaXIgc2hhcmUgb2Ygd2hhdCB3YXMgY2VydGlmaWVkIHNvIGZhcjogYGZsb29yKHVuaXRzIHggY2VydGlmaWVkIC8gYWxsIHVuaXRzKWAgbGVzcyB3aGF0IHRoZXkKZ290LiBBbnlvbmUgbWF5IGNhbGwgaXQsIGFzIG9mdGVuIGFzIHRoZXkgbGlrZS4KCiMgRXJyb3JzCiogW2BDZXJ0aWZpY2F0ZUVycm9yOjpTeXN0ZW1Ob3RPcGVuYF0sIFtgQ2VydGlmaWNhdGVFcnJvcjo6Tm9DZXJ0aWZpY2F0ZXNgXSwgW2BDZXJ0aWZpY2F0ZUVycm9yOjpOb0Rvbm9yc2BdCiogW2BDZXJ0aWZpY2F0ZUVycm9yOjpCYWRQcm9vZmBdIC0gV2hlbiBhIGxlYWYgaXMgbm90IGluIHRoZSB0cmVlOiB0aGVuIG5vYm9keSBnZXRzIGFueXRoaW5nLgoKIyBFdmVudHMKKiBbYERvbm9yQ2xhaW1lZGBdKGNyYXRlOjpldmVudHM6OkRvbm9yQ2xhaW1lZCkgZm9yIGVhY2ggbGVhZiB0aGF0IGdvdCBzb21ldGhpbmcuAAAAAAtjbGFpbV91bml0cwAAAAAEAAAAAAAAAAZzeXN0ZW0AAAAAAAQAAAAAAAAABGtpbmQAAAfQAAAABEtpbmQAAAAAAAAABHJvb3QAAAPuAAAAIAAAAAAAAAAGbGVhdmVzAAAAAAPqAAAH0AAAAAlEb25vckxlYWYAAAAAAAABAAAD6QAAA+oAAAALAAAH0AAAABBDZXJ0aWZpY2F0ZUVycm9y", "AAAAAAAAAH5OYW1lcyB3aG8gZ292ZXJucywgd2hvIHNldHMgZW1pc3Npb24gZmFjdG9ycywgYW5kIHRoZSBjb250cmFjdHMgdGhhdCBhcmUgcmVhZC4KCiMgRXJyb3JzCiogW2BDZXJ0aWZpY2F0ZUVycm9yOjpCYWRHb3Zlcm5hbmNlYF0AAAAAAA1fX2NvbnN0cnVjdG9yAAAAAAAABAAAAAAAAAAKZ292ZXJuYW5jZQAAAAAH0AAAAApHb3Zlcm5hbmNlAAAAAAAAAAAAB2ZhY3RvcnMAAAAAEwAAAAAAAAAIcmVnaXN0cnkAAAATAAAAAAAAAAZlbmVyZ3kAAAAAABMAAAABAAAD6QAAAAIAAAfQAAAAEENlcnRpZmljYXRlRXJyb3I=", "AAAAAAAAADlEcm9wcyB0aGUgYW5ub3VuY2VkIGNvZGUuIEFkbWluaXN0cmF0b3Igb3IgdHJ1c3RlZSBzaWducy4AAAAAAAAOY2FuY2VsX3VwZ3JhZGUAAAAAAAEAAAAAAAAAA3dobwAAAAATAAAAAQAAA+kAAAACAAAH0AAAABBDZXJ0aWZpY2F0ZUVycm9y", "AAAAAAAAAnNBbm5vdW5jZXMgd2hhdCBpcyB0byBiZSBzb2xkIGFuZCB3aG9zZSBpdCBpczsgdGhlIGFkbWluaXN0cmF0b3Igc2lnbnMuIEl0IGlzIGluIGZvcmNlIG9uY2UgYG1pbnRfZHVlYCBoYXMgY2VydGlmaWVkCmFsbCB0aGF0IHdhcyBnZW5lcmF0ZWQgdW50aWwgbm93IHVuZGVyIHRoZSBwb2xpY3kgb2Ygbm93OyBhIGxhdGVyIGFubm91bmNlbWVudCByZXBsYWNlcyBpdCB1bnRpbCB0aGVuLgoKIyBFcnJvcnMKKiBbYENlcnRpZmljYXRlRXJyb3I6OlBhdXNlZGBdLCBbYENlcnRpZmljYXRlRXJyb3I6OlN5c3RlbU5vdE9wZW5gXQoqIFtgQ2VydGlmaWNhdGVFcnJvcjo6QmFkUG9saWN5YF0gLSBXaGVuIHRoZSBzaGFyZXMgZG8gbm90IGFkZCB1cCB0byAxMCwwMDAsIG9yIGRvbm9ycyBhcmUgdG9sZCBieSBoYWx2ZXMuCiogW2BDZXJ0aWZpY2F0ZUVycm9yOjpOb0ZhY3RvcmBdIC0gV2hlbiBpdCBzZWxscyBjYXJib24gYW5kIHRoZXJlIGlzIG5vIGZhY3Rvci4KKiBbYENlcnRpZmljYXRlRXJyb3I6OkRvbm9yc0RpZmZlcmBdIC0gV2hlbiB0aGUgcm9vdCBpcyBrbm93biB3aXRoIG90aGVyIHVuaXRzLgoKIyBFdmVudHMKKiBbYFBvbGljeUFubm91bmNlZGBdKGNyYXRlOjpldmVudHM6OlBvbGljeUFubm91bmNlZCkAAAAAD2Fubm91bmNlX3BvbGljeQAAAAACAAAAAAAAAAZzeXN0ZW0AAAAAAAQAAAAAAAAABnBvbGljeQAAAAAH0AAAAAZQb2xpY3kAAAAAAAEAAAPpAAAAAgAAB9AAAAAQQ2VydGlmaWNhdGVFcnJvcg==", "AAAAAAAAABNUaGUgYW5ub3VuY2VkIGNvZGUuAAAAAA9wZW5kaW5nX3VwZ3JhZGUAAAAAAAAAAAEAAAPoAAAH0AAAAA5QZW5kaW5nVXBncmFkZQAA", "AAAAAAAAAFpBbm5vdW5jZXMgbmV3IGNvZGUgYnkgaXRzIGhhc2g7IGEgbGF0ZXIgYW5ub3VuY2VtZW50IHJlcGxhY2VzIGl0LiBUaGUgYWRtaW5pc3RyYXRvciBzaWducy4AAAAAAA9wcm9wb3NlX3VwZ3JhZGUAAAAAAQAAAAAAAAAJd2FzbV9oYXNoAAAAAAAD7gAAACAAAAAA", "AAAAAAAAAD5XaXRoZHJhd3MgYW4gb2ZmZXIuIFRoZSByb2xlJ3MgaG9sZGVyIG9yIHdobyBvZmZlcmVkIGl0IHNpZ25zLgAAAAAAEWNhbmNlbF9yb2xlX29mZmVyAAAAAAAAAgAAAAAAAAADd2hvAAAAABMAAAAAAAAABHJvbGUAAAARAAAAAQAAA+kAAAACAAAH0AAAABBDZXJ0aWZpY2F0ZUVycm9y", "AAAAAQAAABBBIHJvbGUgb24gb2ZmZXIuAAAAAAAAAAlSb2xlT2ZmZXIAAAAAAAADAAAAD1dobyBvZmZlcmVkIGl0LgAAAAACYnkAAAAAABMAAABORnJvbSB3aGVuIG9uIGl0IG1heSBiZSBhY2NlcHRlZCwgVW5peCBzZWNvbmRzOyAzMCBkYXlzIGxhdGVyIHRoZSBvZmZlciBsYXBzZXMuAAAAAAAIcmVhZHlfYXQAAAAGAAAAEldobyBtYXkgYWNjZXB0IGl0LgAAAAAAAnRvAAAAAAAT", "AAAAAQAAAC9XaGF0IHRoZSBjb25zdHJ1Y3RvciBvZiBldmVyeSBjb250cmFjdCBpcyB0b2xkLgAAAAAAAAAACkdvdmVybmFuY2UAAAAAAAMAAAA0QW5ub3VuY2VzIHVwZ3JhZGVzIGFuZCBydW5zIHRoZSBjb250cmFjdCdzIHNldHRpbmdzLgAAAAVhZG1pbgAAAAAAABMAAAAuU3RhbmRzIGZvciB0aGUgYm9uZGhvbGRlcnM7IGNhbiB2ZXRvIHVwZ3JhZGVzLgAAAAAAB3RydXN0ZWUAAAAAEwAAAF1TZWNvbmRzIGZvciB3aGljaCBhbiB1cGdyYWRlLCBhbmQgYSByb2xlIG9mZmVyZWQgZm9yIGl0cyBob2xkZXIsIHdhaXRzOiAzMCBkYXlzIHRvIHR3byB5ZWFycy4AAAAAAAANdXBncmFkZV9kZWxheQAAAAAAAAY=", "AAAABQAAABtgd2hvYCBzdG9wcGVkIG5ldyBidXNpbmVzcy4AAAAAAAAAAAZQYXVzZWQAAAAAAAEAAAAGcGF1c2VkAAAAAAABAAAAAAAAAAN3aG8AAAAAEwAAAAEAAAAC", "AAAABQAAAClUaGUgc3RvcmFnZSBoYXMgdGhlIGZvcm0gb2YgdmVyc2lvbiBgdG9gLgAAAAAAAAAAAAAITWlncmF0ZWQAAAABAAAACG1pZ3JhdGVkAAAAAgAAAAAAAAAEZnJvbQAAAAQAAAAAAAAAAAAAAAJ0bwAAAAAABAAAAAAAAAAC", "AAAABQAAAB1gd2hvYCBsZXQgbmV3IGJ1c2luZXNzIGdvIG9uLgAAAAAAAAAAAAAIVW5wYXVzZWQAAAABAAAACHVucGF1c2VkAAAAAQAAAAAAAAADd2hvAAAAABMAAAABAAAAAg==", "AAAABQAAACRUaGUgYW5ub3VuY2VkIGNvZGUgcnVucyBmcm9tIG5vdyBvbi4AAAAAAAAACFVwZ3JhZGVkAAAAAQAAAAh1cGdyYWRlZAAAAAEAAAAAAAAACXdhc21faGFzaAAAAAAAA+4AAAAgAAAAAQAAAAI=", "AAAABQAAAFFgYnlgIG9mZmVyZWQgYSByb2xlIHRvIGB0b2AsIHdobyBtYXkgYWNjZXB0IGl0IGZyb20gYHJlYWR5X2F0YCBvbiAoVW5peCBzZWNvbmRzKS4AAAAAAAAAAAAAC1JvbGVPZmZlcmVkAAAAAAEAAAAMcm9sZV9vZmZlcmVkAAAABAAAAAAAAAAEcm9sZQAAABEAAAABAAAAAAAAAAJ0bwAAAAAAEwAAAAAAAAAAAAAAAmJ5AAAAAAATAAAAAAAAAAAAAAAIcmVhZHlfYXQAAAAGAAAAAAAAAAI=", "AAAABQAAAChgaG9sZGVyYCB0b29rIG92ZXIgYSByb2xlIGZyb20gYGZvcm1lcmAuAAAAAAAAAAxSb2xlQWNjZXB0ZWQAAAABAAAADXJvbGVfYWNjZXB0ZWQAAAAAAAADAAAAAAAAAARyb2xlAAAAEQAAAAEAAAAAAAAABmhvbGRlcgAAAAAAEwAAAAAAAAAAAAAABmZvcm1lcgAAAAAAEwAAAAAAAAAC", "AAAABQAAAGxUaGUgYWRtaW5pc3RyYXRvciBhbm5vdW5jZWQgbmV3IGNvZGUsIHdoaWNoIG1heSBiZSBpbnN0YWxsZWQgZnJvbSBgcmVhZHlfYXRgIHRvIGBleHBpcmVzX2F0YCAoVW5peCBzZWNvbmRzKS4AAAAAAAAAD1VwZ3JhZGVQcm9wb3NlZAAAAAABAAAAEHVwZ3JhZGVfcHJvcG9zZWQAAAADAAAAAAAAAAl3YXNtX2hhc2gAAAAAAAPuAAAAIAAAAAEAAAAAAAAACHJlYWR5X2F0AAAABgAAAAAAAAAAAAAACmV4cGlyZXNfYXQAAAAAAAYAAAAAAAAAAg==", "AAAABQAAACBgYnlgIGRyb3BwZWQgdGhlIGFubm91bmNlZCBjb2RlLgAAAAAAAAAQVXBncmFkZUNhbmNlbGxlZAAAAAEAAAARdXBncmFkZV9jYW5jZWxsZWQAAAAAAAACAAAAAAAAAAl3YXNtX2hhc2gAAAAAAAPuAAAAIAAAAAEAAAAAAAAAAmJ5AAAAAAATAAAAAAAAAAI=", "AAAABQAAACJgYnlgIHdpdGhkcmV3IHRoZSBvZmZlciBvZiBhIHJvbGUuAAAAAAAAAAAAElJvbGVPZmZlckNhbmNlbGxlZAAAAAAAAQAAABRyb2xlX29mZmVyX2NhbmNlbGxlZAAAAAIAAAAAAAAABHJvbGUAAAARAAAAAQAAAAAAAAACYnkAAAAAABMAAAAAAAAAAg==", "AAAAAQAAADFDb2RlIHRoYXQgd2FzIGFubm91bmNlZCBhbmQgaXMgbm90IGluc3RhbGxlZCB5ZXQuAAAAAAAAAAAAAA5QZW5kaW5nVXBncmFkZQAAAAAAAwAAADtBZnRlciB3aGljaCBpdCBtYXkgbm90IGJlIGluc3RhbGxlZCBhbnkgbW9yZSwgVW5peCBzZWNvbmRzLgAAAAAKZXhwaXJlc19hdAAAAAAABgAAAC9Gcm9tIHdoZW4gb24gaXQgbWF5IGJlIGluc3RhbGxlZCwgVW5peCBzZWNvbmRzLgAAAAAIcmVhZHlfYXQAAAAGAAAAKkhhc2ggb2YgdGhlIGNvZGUsIHdoaWNoIGlzIHVwbG9hZGVkIGFwYXJ0LgAAAAAACXdhc21faGFzaAAAAAAAA+4AAAAg", "AAAAAQAAADlUaGUgY29udHJhY3RzIGFuZCB0aGUgc3lzdGVtIHRoYXQgYW4gb2ZmZXJpbmcgaXMgdGllZCB0by4AAAAAAAAAAAAABUxpbmtzAAAAAAAABQAAACpUaGUgYm9uZCdzIGFzc2V0IGNvbnRyYWN0LCBmcm9tIGxhdW5jaCBvbi4AAAAAAARib25kAAAD6AAAABMAAAAAAAAABmVuZXJneQAAAAAAEwAAAAAAAAAIcmVnaXN0cnkAAAATAAAAIFRoZSBzdGFibGVjb2luJ3MgYXNzZXQgY29udHJhY3QuAAAACnNldHRsZW1lbnQAAAAAABMAAAAgVGhlIHN5c3RlbSdzIGlkIGluIHRoZSByZWdpc3RyeS4AAAAGc3lzdGVtAAAAAAAE"]),
      options
    );
  }

   static override deploy<T = Client>(args: { governance: Governance; factors: string | Address; registry: string | Address; energy: string | Address }, options: MethodOptions & Omit<ContractClientOptions, 'contractId'> & { salt?: Uint8Array; address?: string; } & ({ wasmHash: Uint8Array | string; format?: "hex" | "base64"; externalRef?: never; } | { externalRef: ExternalExecutableRef; wasmHash?: never; format?: never; })): Promise<AssembledTransaction<T>> {
    return ContractClient.deploy(args, options);
  }
  public readonly fromJson = {
    due : this.txFromJson<bigint>,  open : this.txFromJson<Result<null, CertificateError>>,  role : this.txFromJson<string | null>,  claim : this.txFromJson<Result<Array<bigint>, CertificateError>>,  links : this.txFromJson<Links>,  pause : this.txFromJson<Result<null, CertificateError>>,  donors : this.txFromJson<Pot | null>,  paused : this.txFromJson<boolean>,  policy : this.txFromJson<Result<Policy, CertificateError>>,  retire : this.txFromJson<Result<bigint, CertificateError>>,  totals : this.txFromJson<Totals>,  account : this.txFromJson<Result<Account, CertificateError>>,  factors : this.txFromJson<Array<Factor>>,  migrate : this.txFromJson<Result<null, CertificateError>>,  unpause : this.txFromJson<Result<null, CertificateError>>,  upgrade : this.txFromJson<Result<null, CertificateError>>,  version : this.txFromJson<number>,  mint_due : this.txFromJson<Result<Minted, CertificateError>>,  announced : this.txFromJson<Announced | null>,  donor_got : this.txFromJson<bigint>,  governance : this.txFromJson<Governance>,  offer_role : this.txFromJson<Result<null, CertificateError>>,  role_offer : this.txFromJson<RoleOffer | null>,  set_factor : this.txFromJson<Result<number, CertificateError>>,  accept_role : this.txFromJson<Result<null, CertificateError>>,  claim_units : this.txFromJson<Result<Array<bigint>, CertificateError>>,  cancel_upgrade : this.txFromJson<Result<null, CertificateError>>,  announce_policy : this.txFromJson<Result<null, CertificateError>>,  pending_upgrade : this.txFromJson<PendingUpgrade | null>,  propose_upgrade : this.txFromJson<void>,  cancel_role_offer : this.txFromJson<Result<null, CertificateError>>
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
   * Build a topics filter row for the "Claimed" event, for use in `Api.EventFilter.topics` when calling `server.getEvents`. Omitted fields match any value.
   */
  claimedEventFilter(topicValues?: { system?: number; kind?: Kind; holder?: string | Address }): string[] {
    return this.spec.eventTopicFilter("Claimed", topicValues);
  }
  /**
   * Build a topics filter row for the "Retired" event, for use in `Api.EventFilter.topics` when calling `server.getEvents`. Omitted fields match any value.
   */
  retiredEventFilter(topicValues?: { number?: bigint; system?: number; kind?: Kind }): string[] {
    return this.spec.eventTopicFilter("Retired", topicValues);
  }
  /**
   * Build a topics filter row for the "Certified" event, for use in `Api.EventFilter.topics` when calling `server.getEvents`. Omitted fields match any value.
   */
  certifiedEventFilter(topicValues?: { system?: number; kind?: Kind }): string[] {
    return this.spec.eventTopicFilter("Certified", topicValues);
  }
  /**
   * Build a topics filter row for the "FactorSet" event, for use in `Api.EventFilter.topics` when calling `server.getEvents`. Omitted fields match any value.
   */
  factorSetEventFilter(topicValues?: { version?: number }): string[] {
    return this.spec.eventTopicFilter("FactorSet", topicValues);
  }
  /**
   * Build a topics filter row for the "SharedOut" event, for use in `Api.EventFilter.topics` when calling `server.getEvents`. Omitted fields match any value.
   */
  sharedOutEventFilter(topicValues?: { system?: number; kind?: Kind }): string[] {
    return this.spec.eventTopicFilter("SharedOut", topicValues);
  }
  /**
   * Build a topics filter row for the "DonorClaimed" event, for use in `Api.EventFilter.topics` when calling `server.getEvents`. Omitted fields match any value.
   */
  donorClaimedEventFilter(topicValues?: { system?: number; kind?: Kind; holder?: string | Address }): string[] {
    return this.spec.eventTopicFilter("DonorClaimed", topicValues);
  }
  /**
   * Build a topics filter row for the "SystemOpened" event, for use in `Api.EventFilter.topics` when calling `server.getEvents`. Omitted fields match any value.
   */
  systemOpenedEventFilter(topicValues?: { system?: number }): string[] {
    return this.spec.eventTopicFilter("SystemOpened", topicValues);
  }
  /**
   * Build a topics filter row for the "PolicyInForce" event, for use in `Api.EventFilter.topics` when calling `server.getEvents`. Omitted fields match any value.
   */
  policyInForceEventFilter(topicValues?: { system?: number }): string[] {
    return this.spec.eventTopicFilter("PolicyInForce", topicValues);
  }
  /**
   * Build a topics filter row for the "PolicyAnnounced" event, for use in `Api.EventFilter.topics` when calling `server.getEvents`. Omitted fields match any value.
   */
  policyAnnouncedEventFilter(topicValues?: { system?: number }): string[] {
    return this.spec.eventTopicFilter("PolicyAnnounced", topicValues);
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