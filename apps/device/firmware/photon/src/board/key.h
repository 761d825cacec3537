// The meter's own key: made on the board at the first start from its hardware randomness, and never leaving it.
#pragma once

#include <Ed25519.h>

#include "../core/bytes.h"
#include "../core/signer.h"
#include "Particle.h"

namespace heliobond {

/// A seed and its checksum at the head of the EEPROM.
constexpr size_t kKeyRoom = 40;

class BoardSigner : public Signer {
 public:
  /// Takes the key, or makes it. False if the EEPROM does not keep it: then nothing may be signed.
  bool begin() {
    if (load()) return true;
    for (size_t i = 0; i < sizeof seed_; i += 4) putU32(seed_ + i, HAL_RNG_GetRandomNumber());
    uint8_t record[36];
    for (size_t i = 0; i < 32; ++i) record[i] = seed_[i];
    putU32(record + 32, crc32(seed_, 32));
    for (size_t i = 0; i < sizeof record; ++i) EEPROM.write(static_cast<int>(i), record[i]);
    return load();
  }
  bool publicKey(uint8_t out[kKeyBytes]) override {
    if (!ready_) return false;
    for (size_t i = 0; i < kKeyBytes; ++i) out[i] = public_[i];
    return true;
  }
  bool sign(const uint8_t *message, size_t length, uint8_t out[kSignatureBytes]) override {
    if (!ready_) return false;
    Ed25519::sign(out, seed_, public_, message, length);
    return true;
  }

 private:
  bool load() {
    uint8_t record[36];
    for (size_t i = 0; i < sizeof record; ++i) record[i] = EEPROM.read(static_cast<int>(i));
    const uint8_t *sum = record + 32;
    if (getBigEndian(sum, 4) != crc32(record, 32)) return false;
    for (size_t i = 0; i < 32; ++i) seed_[i] = record[i];
    Ed25519::derivePublicKey(public_, seed_);
    ready_ = true;
    return true;
  }
  uint8_t seed_[32] = {};
  uint8_t public_[kKeyBytes] = {};
  bool ready_ = false;
};

}  // namespace heliobond
