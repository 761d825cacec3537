#include "outbox.h"

#include <cstring>

#include "bytes.h"

namespace heliobond {

namespace {
void encode(const SignedReading &from, uint8_t out[kRecordBytes]) {
  const Reading &reading = from.reading;
  uint8_t *at = out;
  at = putU32(at, reading.system);
  at = putU32(at, reading.meter);
  at = putU32(at, reading.epoch);
  at = putU64(at, reading.seq);
  at = putU64(at, reading.at);
  at = putU64(at, reading.generatedWh);
  at = putU64(at, reading.consumedWh);
  at = putU64(at, reading.exportedWh);
  std::memcpy(at, from.signature, kSignatureBytes);
  putU32(at + kSignatureBytes, crc32(out, kRecordBytes - 4));
}

bool decode(const uint8_t record[kRecordBytes], SignedReading &out) {
  const uint8_t *sum = record + kRecordBytes - 4;
  if (getBigEndian(sum, 4) != crc32(record, kRecordBytes - 4)) return false;
  const uint8_t *at = record;
  Reading &reading = out.reading;
  reading.system = static_cast<uint32_t>(getBigEndian(at, 4));
  reading.meter = static_cast<uint32_t>(getBigEndian(at, 4));
  reading.epoch = static_cast<uint32_t>(getBigEndian(at, 4));
  reading.seq = getBigEndian(at, 8);
  reading.at = getBigEndian(at, 8);
  reading.generatedWh = getBigEndian(at, 8);
  reading.consumedWh = getBigEndian(at, 8);
  reading.exportedWh = getBigEndian(at, 8);
  std::memcpy(out.signature, at, kSignatureBytes);
  return true;
}
}  // namespace

bool Outbox::load(size_t slot, SignedReading &out) {
  uint8_t record[kRecordBytes];
  return store_.read(slot, record) && decode(record, out);
}

bool Outbox::begin() {
  count_ = store_.slots() < kMostSlots ? store_.slots() : kMostSlots;
  newest_ = count_;
  thinned_ = 0;
  for (size_t slot = 0; slot < count_; ++slot) {
    SignedReading found;
    index_[slot] = {};
    if (!load(slot, found)) continue;
    index_[slot] = {true, true, found.reading.epoch, found.reading.seq, found.reading.at};
    if (newest_ == count_ || isBefore(index_[newest_], index_[slot])) {
      newest_ = slot;
      last_ = found.reading;
    }
  }
  return count_ >= 2;
}

bool Outbox::append(const SignedReading &reading) {
  size_t slot = free();
  const bool makesRoom = slot == count_;
  if (makesRoom) slot = victim();
  uint8_t record[kRecordBytes];
  encode(reading, record);
  index_[slot] = {};
  SignedReading check;
  // Read back: flash that is worn out takes a write and keeps something else.
  if (!store_.write(slot, record) || !load(slot, check)) return false;
  if (makesRoom) ++thinned_;
  index_[slot] = {true, true, reading.reading.epoch, reading.reading.seq, reading.reading.at};
  newest_ = slot;
  last_ = reading.reading;
  return true;
}

bool Outbox::last(Reading &out) const {
  if (newest_ == count_) return false;
  out = last_;
  return true;
}

bool Outbox::next(const Reading *after, SignedReading &out) {
  const Slot start = after ? Slot{true, false, after->epoch, after->seq, 0} : Slot{};
  size_t oldest = count_;
  for (size_t slot = 0; slot < count_; ++slot) {
    if (!index_[slot].waits || (after && !isBefore(start, index_[slot]))) continue;
    if (oldest == count_ || isBefore(index_[slot], index_[oldest])) oldest = slot;
  }
  return oldest != count_ && load(oldest, out);
}

void Outbox::acknowledge(uint32_t epoch, uint64_t fromSeq, uint64_t toSeq) {
  for (size_t slot = 0; slot < count_; ++slot) {
    Slot &one = index_[slot];
    if (one.waits && one.epoch == epoch && fromSeq <= one.seq && one.seq <= toSeq) one.waits = false;
  }
}

size_t Outbox::waiting() const {
  size_t waiting = 0;
  for (size_t slot = 0; slot < count_; ++slot) waiting += index_[slot].waits ? 1 : 0;
  return waiting;
}

/// A slot that nobody needs; not the newest reading's.
size_t Outbox::free() const {
  for (size_t slot = 0; slot < count_; ++slot) {
    if (!index_[slot].isUsed) return slot;
  }
  for (size_t slot = 0; slot < count_; ++slot) {
    if (!index_[slot].waits && slot != newest_) return slot;
  }
  return count_;
}

/// The slot whose loss leaves the shortest gap in time; of equal ones the oldest.
size_t Outbox::victim() const {
  size_t chosen = newest_ == 0 ? 1 : 0;
  uint64_t shortest = UINT64_MAX;
  for (size_t slot = 0; slot < count_; ++slot) {
    if (slot == newest_) continue;
    const Slot &one = index_[slot];
    const Slot *before = nullptr;
    const Slot *after = nullptr;
    for (size_t other = 0; other < count_; ++other) {
      if (other == slot) continue;
      const Slot &two = index_[other];
      if (isBefore(two, one) && (!before || isBefore(*before, two))) before = &two;
      if (isBefore(one, two) && (!after || isBefore(two, *after))) after = &two;
    }
    if (!before || !after) continue;
    const uint64_t gap = after->at - before->at;
    if (gap < shortest || (gap == shortest && isBefore(one, index_[chosen]))) {
      shortest = gap;
      chosen = slot;
    }
  }
  return chosen;
}

}  // namespace heliobond
