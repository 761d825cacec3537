import { type CallRefusal, contractErrorWords } from '@heliobond/chain'
import { Problem } from '../errors.ts'

/** The problem that a contract would refuse the call now, in the contract's own words. */
export function callRefused({ contractError, message }: CallRefusal): Problem {
  if (contractError === undefined) {
    return new Problem(
      'HELIOBOND_CALL_REFUSED',
      'The network would refuse this call now.',
      {},
      {
        contract: null,
        contractError: null,
        contractErrorName: null,
        // The host's first line says what failed; what follows is a log of values.
        hostMessage: message.split('\n', 1)[0]?.slice(0, 300) ?? '',
      },
    )
  }
  const known = contractErrorWords(contractError)
  return new Problem(
    'HELIOBOND_CALL_REFUSED',
    '{words}',
    { words: known?.words ?? `The contract refuses this with error ${contractError}.` },
    {
      contract: known?.contract ?? null,
      contractError,
      contractErrorName: known?.name ?? null,
    },
  )
}
