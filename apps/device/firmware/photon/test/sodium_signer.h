// The host's signer: libsodium behind the two functions.
#pragma once

#include <sodium.h>

#include <cstring>

#include "../src/core/signer.h"

class SodiumSigner : public heliobond::Signer {
 public:
  explicit SodiumSigner(const uint8_t seed[crypto_sign_SEEDBYTES]) { crypto_sign_seed_keypair(public_, secret_, seed); }
  bool publicKey(uint8_t out[heliobond::kKeyBytes]) override {
    std::memcpy(out, public_, sizeof public_);
    return true;
  }
  bool sign(const uint8_t *message, size_t length, uint8_t out[heliobond::kSignatureBytes]) override {
    if (broken) return false;
    return crypto_sign_detached(out, nullptr, message, length, secret_) == 0;
  }
  bool verifies(const uint8_t *message, size_t length, const uint8_t signature[heliobond::kSignatureBytes]) const {
    return crypto_sign_verify_detached(signature, message, length, public_) == 0;
  }
  bool broken = false;

 private:
  uint8_t public_[crypto_sign_PUBLICKEYBYTES];
  uint8_t secret_[crypto_sign_SECRETKEYBYTES];
};
