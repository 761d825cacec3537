// Who signs. Two functions, so that libsodium, an Arduino library or a secure element can stand behind them.
#pragma once

#include "reading.h"

namespace heliobond {

class Signer {
 public:
  virtual ~Signer() = default;
  /// The key's public half, for the approver to register. False if there is no key.
  virtual bool publicKey(uint8_t out[kKeyBytes]) = 0;
  /// Ed25519 (RFC 8032) over the message. False if it could not be signed: then there is no reading.
  virtual bool sign(const uint8_t *message, size_t length, uint8_t out[kSignatureBytes]) = 0;
};

}  // namespace heliobond
