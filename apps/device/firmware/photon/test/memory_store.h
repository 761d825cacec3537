// Slots in memory that can lose their power in the middle of a write.
#pragma once

#include <cstring>
#include <vector>

#include "../src/core/slot_store.h"

struct PowerCut {};

class MemoryStore : public heliobond::SlotStore {
 public:
  explicit MemoryStore(size_t slots) : bytes_(slots * heliobond::kRecordBytes, 0xff) {}
  size_t slots() const override { return bytes_.size() / heliobond::kRecordBytes; }
  bool read(size_t slot, uint8_t out[heliobond::kRecordBytes]) override {
    std::memcpy(out, bytes_.data() + slot * heliobond::kRecordBytes, heliobond::kRecordBytes);
    return true;
  }
  bool write(size_t slot, const uint8_t record[heliobond::kRecordBytes]) override {
    if (isWorn) return true;
    if (bytesUntilCut >= 0 && bytesUntilCut < static_cast<long>(heliobond::kRecordBytes)) {
      std::memcpy(bytes_.data() + slot * heliobond::kRecordBytes, record, static_cast<size_t>(bytesUntilCut));
      throw PowerCut{};
    }
    if (bytesUntilCut >= 0) bytesUntilCut -= static_cast<long>(heliobond::kRecordBytes);
    std::memcpy(bytes_.data() + slot * heliobond::kRecordBytes, record, heliobond::kRecordBytes);
    return true;
  }
  /// Takes writes and keeps what it had.
  bool isWorn = false;
  /// The power ends within the write that reaches this many bytes; -1: never.
  long bytesUntilCut = -1;

 private:
  std::vector<uint8_t> bytes_;
};
