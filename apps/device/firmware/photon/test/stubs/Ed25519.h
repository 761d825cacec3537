// Declarations of the Ed25519 of the library Crypto; ours, written from its header.
#pragma once

#include <cstddef>
#include <cstdint>

class Ed25519 {
 public:
  static void sign(uint8_t signature[64], const uint8_t privateKey[32], const uint8_t publicKey[32], const void *message,
                   size_t length);
  static void derivePublicKey(uint8_t publicKey[32], const uint8_t privateKey[32]);
};
