// Where readings outlive a power cut: a fixed number of slots of equal size. EEPROM, a flash file, or, in tests, memory.
#pragma once

#include <cstddef>
#include <cstdint>

namespace heliobond {

/// A record: the reading, its signature, a checksum.
constexpr size_t kRecordBytes = 4 * 3 + 8 * 5 + 64 + 4;

class SlotStore {
 public:
  virtual ~SlotStore() = default;
  virtual size_t slots() const = 0;
  virtual bool read(size_t slot, uint8_t out[kRecordBytes]) = 0;
  /// May be cut by the end of power: then the slot holds anything, and the others what they held. True: it is written.
  virtual bool write(size_t slot, const uint8_t record[kRecordBytes]) = 0;
};

}  // namespace heliobond
