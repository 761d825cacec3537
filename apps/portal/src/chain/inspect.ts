/**
 * What a transaction says, read from its own bytes: the API is not believed about what it built. Loads the Stellar SDK, so import it on
 * demand only.
 */
import { sha256, toHex } from '@heliobond/domain'
import { Address, Asset, StrKey } from '@stellar/stellar-sdk/base'
import * as xdr from '@stellar/stellar-sdk/xdr'

/** A call of a contract, with its arguments as text. */
export interface InspectedCall {
  readonly contractId: string
  readonly method: string
  readonly args: readonly string[]
}

/** Something that is put on the network: code, a contract of such code, or the contract of a classic asset. */
export interface InspectedDeployment {
  readonly what: 'code' | 'contract' | 'asset'
  /** SHA-256 of the code in hex; of an asset's contract its `CODE:ISSUER`. */
  readonly of: string
}

/** What may leave the source by an operation, at most. */
export interface InspectedOutflow {
  readonly asset: string
  readonly amountStroops: bigint
  /** Null: to whoever takes the offer. */
  readonly to: string | null
}

export interface InspectedOperation {
  /** As XDR names it: `payment`, `invokeHostFunction`. */
  readonly type: string
  /** Null: the transaction's source. */
  readonly source: string | null
  readonly call: InspectedCall | null
  /** What it puts on the network, where it does. */
  readonly deploys: InspectedDeployment | null
  readonly outflow: InspectedOutflow | null
  /** A key that gets a weight over the account, or loses it (0). */
  readonly signer: { readonly address: string; readonly weight: number } | null
  /** Everything in it, as canonical JSON (SEP-51): for whoever wants to read it. */
  readonly json: string
}

export interface InspectedTransaction {
  readonly source: string
  readonly hash: string
  readonly sequence: bigint
  readonly feeStroops: bigint
  /** Unix seconds; null without an end. */
  readonly expiresAt: bigint | null
  readonly signatures: number
  readonly operations: readonly InspectedOperation[]
}

/** Reads an envelope. @throws if it is damaged, or not a plain transaction. */
export function inspectEnvelope(envelopeXdr: string, passphrase: string): InspectedTransaction {
  const envelope = xdr.TransactionEnvelope.fromXdr(envelopeXdr, 'base64')
  if (envelope.type !== 'envelopeTypeTx') throw new RangeError(`not a plain transaction: ${envelope.type}`)
  const { tx, signatures } = envelope.v1
  const source = muxedText(tx.sourceAccount)
  return {
    source,
    hash: toHex(signedHash(tx, passphrase)),
    sequence: tx.seqNum,
    feeStroops: BigInt(tx.fee),
    expiresAt: expiryOf(tx.cond),
    signatures: signatures.length,
    operations: tx.operations.map(inspectOperation),
  }
}

const ENVELOPE_TYPE_TX = Uint8Array.of(0, 0, 0, 2)

/** The 32 bytes that are signed: SHA-256 of the network's id, the envelope's type and the transaction. */
export function signedHash(tx: xdr.Transaction, passphrase: string): Uint8Array {
  const network = sha256(new TextEncoder().encode(passphrase))
  const body = tx.toXdr()
  const signed = new Uint8Array(network.length + ENVELOPE_TYPE_TX.length + body.length)
  signed.set(network)
  signed.set(ENVELOPE_TYPE_TX, network.length)
  signed.set(body, network.length + ENVELOPE_TYPE_TX.length)
  return sha256(signed)
}

function expiryOf(cond: xdr.Preconditions): bigint | null {
  const bounds = cond.type === 'precondTime' ? cond.timeBounds : cond.type === 'precondV2' ? cond.v2.timeBounds : null
  return bounds && bounds.maxTime > 0n ? bounds.maxTime : null
}

function inspectOperation({ sourceAccount, body }: xdr.Operation): InspectedOperation {
  return {
    type: body.type,
    source: sourceAccount ? muxedText(sourceAccount) : null,
    call: callOf(body),
    deploys: deploymentOf(body),
    outflow: outflowOf(body),
    signer: signerOf(body),
    json: JSON.stringify(body.toJson(), null, 1),
  }
}

function callOf(body: xdr.OperationBody): InspectedCall | null {
  if (body.type !== 'invokeHostFunction') return null
  const { hostFunction } = body.invokeHostFunctionOp
  if (hostFunction.type !== 'hostFunctionTypeInvokeContract') return null
  const { contractAddress, functionName, args } = hostFunction.invokeContract
  return {
    contractId: Address.fromScAddress(contractAddress).toString(),
    method: String(functionName),
    args: args.map(valueText),
  }
}

function deploymentOf(body: xdr.OperationBody): InspectedDeployment | null {
  if (body.type !== 'invokeHostFunction') return null
  const { hostFunction } = body.invokeHostFunctionOp
  switch (hostFunction.type) {
    case 'hostFunctionTypeUploadContractWasm':
      return { what: 'code', of: toHex(sha256(hostFunction.wasm)) }
    case 'hostFunctionTypeCreateContract':
      return createdOf(hostFunction.createContract)
    case 'hostFunctionTypeCreateContractV2':
      return createdOf(hostFunction.createContractV2)
    default:
      return null
  }
}

function createdOf({
  executable,
  contractIdPreimage: preimage,
}: Pick<xdr.CreateContractArgs, 'executable' | 'contractIdPreimage'>): InspectedDeployment {
  if (preimage.type === 'contractIdPreimageFromAsset') return { what: 'asset', of: assetText(preimage.fromAsset) }
  if (executable.type !== 'contractExecutableWasm') return { what: 'contract', of: executable.type }
  return { what: 'contract', of: toHex(executable.wasmHash.value) }
}

/** The contract of a classic asset, `CODE:ISSUER`, on the network of this passphrase. */
export function assetContractId(asset: string, passphrase: string): string {
  const [code = '', issuer = ''] = asset.split(':')
  return new Asset(code, issuer).contractId(passphrase)
}

function signerOf(body: xdr.OperationBody): InspectedOperation['signer'] {
  if (body.type !== 'setOptions') return null
  const { signer } = body.setOptionsOp
  if (!signer) return null
  const { key, weight } = signer
  // Keys of other kinds are none of ours; their name is shown as it is.
  const address = key.type === 'signerKeyTypeEd25519' ? StrKey.encodeEd25519PublicKey(key.ed25519.value) : key.type
  return { address, weight }
}

function outflowOf(body: xdr.OperationBody): InspectedOutflow | null {
  switch (body.type) {
    case 'payment': {
      const { asset, amount, destination } = body.paymentOp
      return { asset: assetText(asset), amountStroops: amount, to: muxedText(destination) }
    }
    case 'pathPaymentStrictReceive': {
      const { sendAsset, sendMax, destination } = body.pathPaymentStrictReceiveOp
      return { asset: assetText(sendAsset), amountStroops: sendMax, to: muxedText(destination) }
    }
    case 'createAccount': {
      const { startingBalance, destination } = body.createAccountOp
      return { asset: 'native', amountStroops: startingBalance, to: accountText(destination) }
    }
    case 'manageSellOffer': {
      const { selling, amount } = body.manageSellOfferOp
      return { asset: assetText(selling), amountStroops: amount, to: null }
    }
    case 'manageBuyOffer': {
      const { selling, buyAmount, price } = body.manageBuyOfferOp
      const cost = (buyAmount * BigInt(price.n) + BigInt(price.d) - 1n) / BigInt(price.d)
      return { asset: assetText(selling), amountStroops: cost, to: null }
    }
    default:
      return null
  }
}

const accountText = (account: xdr.PublicKey): string => StrKey.encodeEd25519PublicKey(account.ed25519.value)

/** The account behind an address, without the number that a muxed one carries. */
function muxedText(account: xdr.MuxedAccount): string {
  const key = account.type === 'keyTypeEd25519' ? account.ed25519 : account.med25519.ed25519
  return StrKey.encodeEd25519PublicKey(key.value)
}

function assetText(asset: xdr.Asset): string {
  if (asset.type === 'assetTypeNative') return 'native'
  const { assetCode, issuer } = asset.type === 'assetTypeCreditAlphanum4' ? asset.alphaNum4 : asset.alphaNum12
  const code = new TextDecoder('latin1').decode(assetCode.value).replace(/\0+$/, '')
  return `${code}:${accountText(issuer)}`
}

/** A value of a contract as text: numbers in digits, addresses as they are spelt, bytes in hex, anything nested as JSON. */
export function valueText(value: xdr.ScVal): string {
  switch (value.type) {
    case 'scvAddress':
      return Address.fromScVal(value).toString()
    case 'scvU32':
      return String(value.u32)
    case 'scvI32':
      return String(value.i32)
    case 'scvU64':
      return String(value.u64)
    case 'scvI64':
      return String(value.i64)
    case 'scvU128':
      return String((value.u128.hi << 64n) | value.u128.lo)
    case 'scvI128':
      return String((value.i128.hi << 64n) | value.i128.lo)
    case 'scvBool':
      return String(value.b)
    case 'scvSymbol':
      return String(value.sym)
    case 'scvString':
      return String(value.str)
    case 'scvBytes':
      return toHex(value.bytes.value)
    case 'scvVec':
      return JSON.stringify((value.vec ?? []).map(valueText))
    case 'scvMap':
      return JSON.stringify(
        Object.fromEntries((value.map ?? []).map(({ key, val }) => [valueText(key), valueText(val)])),
      )
    case 'scvVoid':
      return ''
    default:
      return JSON.stringify(value.toJson())
  }
}
