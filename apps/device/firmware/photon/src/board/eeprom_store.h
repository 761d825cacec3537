// Slots in the emulated EEPROM: for boards without a file system (Photon, P1). Some 17 readings.
#pragma once

#include "../core/slot_store.h"
#include "Particle.h"

namespace heliobond {

class EepromStore : public SlotStore {
 public:
  /// The first bytes are left to the meter's key.
  explicit EepromStore(size_t reserved) : reserved_(reserved) {}
  size_t slots() const override { return (EEPROM.length() - reserved_) / kRecordBytes; }
  bool read(size_t slot, uint8_t out[kRecordBytes]) override {
    const int at = address(slot);
    for (size_t i = 0; i < kRecordBytes; ++i) out[i] = EEPROM.read(at + static_cast<int>(i));
    return true;
  }
  bool write(size_t slot, const uint8_t record[kRecordBytes]) override {
    const int at = address(slot);
    for (size_t i = 0; i < kRecordBytes; ++i) EEPROM.write(at + static_cast<int>(i), record[i]);
    return true;
  }

 private:
  int address(size_t slot) const { return static_cast<int>(reserved_ + slot * kRecordBytes); }
  const size_t reserved_;
};

}  // namespace heliobond
